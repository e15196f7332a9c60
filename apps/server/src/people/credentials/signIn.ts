import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import type { PeopleDeps } from '../deps.ts'
import { note } from '../note.ts'
import { type Who, whoHas } from './accounts.ts'
import { hashPassword, isOutdated, isPassword } from './password.ts'
import { isOneTimeOver, isUnusedCode, provenAccount } from './proof.ts'
import { endSessions } from './sessions.ts'
import { type Account, beginTry, openTry, rightTry, wrongTry } from './tries.ts'

type Given = {
  readonly account: string
  readonly password: string
  readonly code?: string | undefined
  /** The password of one's own that replaces a one-time password. */
  readonly next?: string | undefined
}

/**
 * Who an account with that password, and code where it has a second factor, belongs to. An unknown account takes as long as a wrong
 * password and says the same.
 */
export async function passwordSignIn(deps: PeopleDeps, given: Given): Promise<Who | Refused> {
  const account = await beginTry(deps, given.account)
  if (isRefused(account)) return account
  const right = await isPassword(account?.password_hash ?? null, given.password)
  if (!account) return refuse('signIn.wrong')
  if (!right) return await wrongTry(deps, account)
  if (isOneTimeOver(account, deps.now())) return await asksFor('signIn.oneTimeOver', deps, account)
  if (account.totp_confirmed && given.code === undefined) return await asksFor('signIn.codeNeeded', deps, account)
  const next = given.next === given.password ? undefined : given.next
  if (account.one_time && next === undefined) return await asksFor('signIn.newPasswordNeeded', deps, account)
  if (account.totp_confirmed && !(await isUnusedCode(deps, account, given.code ?? '')))
    return await wrongTry(deps, account)
  await rightTry(deps.credentials, account)
  const who = whoHas(account)
  if (account.one_time && next !== undefined) {
    if (!(await keepPassword(deps, account, next))) return refuse('signIn.wrong')
    // Whoever had the forgotten password may still be signed in somewhere.
    await endSessions(deps.credentials, who, { except: null })
    await note(deps, who, who.person, { type: 'passwordChanged', data: {} })
  } else if (isOutdated(account.password_hash ?? '')) await keepPassword(deps, account, given.password)
  return who
}

async function asksFor(
  more: 'signIn.codeNeeded' | 'signIn.newPasswordNeeded' | 'signIn.oneTimeOver',
  deps: PeopleDeps,
  account: Account,
) {
  await openTry(deps.credentials, account)
  return refuse(more)
}

/** Replaces the password of somebody who is signed in and knows the present one. */
export async function changePassword(
  deps: PeopleDeps,
  who: Who,
  given: { readonly current: string; readonly next: string },
): Promise<Refused | undefined> {
  const account = await provenAccount(deps, who, { password: given.current })
  if (isRefused(account)) return account
  if (!(await keepPassword(deps, account, given.next))) return refuse('signIn.wrong')
  await note(deps, who, who.person, { type: 'passwordChanged', data: {} })
  return undefined
}

/** Puts a password in the place of the one that was proved; false where that is no longer the account's: it was used or reset meanwhile. */
async function keepPassword(deps: PeopleDeps, account: Account, password: string): Promise<boolean> {
  const kept = await deps.credentials
    .updateTable('account.account')
    .set({ password_hash: await hashPassword(password), one_time: false, one_time_until: null })
    .where('account_id', '=', account.account_id)
    .where('password_hash', '=', account.password_hash)
    .returning('account_id')
    .executeTakeFirst()
  return kept !== undefined
}
