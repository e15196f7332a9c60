import type { PersonId } from '@kaigong/contract'
import type { PeopleDeps } from '../deps.ts'
import { note } from '../note.ts'
import { accountOf, type Who } from './accounts.ts'
import { hashPassword } from './password.ts'
import { NO_SECOND_FACTOR } from './secondFactor.ts'

/** Long enough to be told on the telephone and used on the next working morning. */
const GOOD_FOR_HOURS = 24

/**
 * Puts a one-time password in the place of one that somebody has forgotten, and lifts a lock. It is told once, to the administrator who
 * asked; what is kept is its hash. A second factor stays, so that whoever hears the password still cannot get in without the authenticator,
 * unless that was lost as well: then it is switched off, and the event says so.
 * @returns undefined where the person has no account here, but comes through an identity provider or never.
 */
export async function resetPassword(
  deps: PeopleDeps,
  who: Who,
  by: PersonId,
  { lostAuthenticator }: { readonly lostAuthenticator: boolean },
): Promise<{ readonly account: string; readonly password: string; readonly until: string } | undefined> {
  const password = deps.newSecret().slice(0, 20)
  const until = deps.now().add({ hours: GOOD_FOR_HOURS }).toString()
  const account = await accountOf(deps.credentials, who)
  if (!account) return undefined
  const hash = await hashPassword(password)
  const secondFactorOff = lostAuthenticator && account.totp_confirmed
  await note(deps, who, by, { type: 'passwordReset', data: { until, secondFactorOff } }, () =>
    deps.credentials
      .updateTable('account.account')
      .set({
        password_hash: hash,
        one_time: true,
        one_time_until: until,
        failures: 0,
        locked_until: null,
        ...(secondFactorOff ? NO_SECOND_FACTOR : {}),
      })
      .where('account_id', '=', account.account_id)
      .execute(),
  )
  return { account: account.name, password, until }
}
