import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import type { PeopleDeps } from '../deps.ts'
import { note } from '../note.ts'
import { accountOf, type Who } from './accounts.ts'
import { isUnusedCode, provenAccount } from './proof.ts'
import { encrypt, newTotpSecret, totpUri } from './totp.ts'

/** What an account without a second factor keeps of one. */
export const NO_SECOND_FACTOR = { totp_secret: null, totp_confirmed: false, totp_last_step: '0' } as const

/** Offers a secret that counts only once its first code was given; undefined where there is no account or a second factor already. */
export async function offerSecondFactor(
  deps: PeopleDeps,
  who: Who,
): Promise<{ readonly secret: string; readonly uri: string } | undefined> {
  const account = await accountOf(deps.credentials, who)
  if (!account || account.totp_confirmed) return undefined
  const secret = newTotpSecret()
  await deps.credentials
    .updateTable('account.account')
    .set({ totp_secret: encrypt(deps.secretKey, secret), totp_last_step: '0' })
    .where('account_id', '=', account.account_id)
    .where('totp_confirmed', '=', false)
    .execute()
  return { secret, uri: totpUri(account.name, secret) }
}

/** The first code of the offered secret switches the second factor on. */
export async function confirmSecondFactor(deps: PeopleDeps, who: Who, code: string): Promise<Refused | undefined> {
  const account = await accountOf(deps.credentials, who)
  if (!account || account.totp_confirmed || !(await isUnusedCode(deps, account, code))) return refuse('signIn.wrong')
  await deps.credentials
    .updateTable('account.account')
    .set({ totp_confirmed: true })
    .where('account_id', '=', account.account_id)
    .execute()
  await note(deps, who, who.person, { type: 'secondFactorChanged', data: { on: true } })
  return undefined
}

/** Password and a code switch it off again: somebody at an unlocked desk has neither. */
export async function endSecondFactor(
  deps: PeopleDeps,
  who: Who,
  given: { readonly password: string; readonly code: string },
): Promise<Refused | undefined> {
  const account = await provenAccount(deps, who, given)
  if (isRefused(account)) return account
  await deps.credentials
    .updateTable('account.account')
    .set(NO_SECOND_FACTOR)
    .where('account_id', '=', account.account_id)
    .execute()
  await note(deps, who, who.person, { type: 'secondFactorChanged', data: { on: false } })
  return undefined
}
