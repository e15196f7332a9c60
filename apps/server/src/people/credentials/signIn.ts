import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import type { PeopleDeps } from '../deps.ts'
import { note } from '../note.ts'
import { type Who, whoHas } from './accounts.ts'
import { hashPassword, isOutdated, isPassword } from './password.ts'
import { isUnusedCode, provenAccount } from './proof.ts'
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
  if (account.totp_confirmed && given.code === undefined) return await asksFor('signIn.codeNeeded', deps, account)
  const next = given.next === given.password ? undefined : given.next
  if (account.one_time && next === undefined) return await asksFor('signIn.newPasswordNeeded', deps, account)
  if (account.totp_confirmed && !(await isUnusedCode(deps, account, given.code ?? '')))
    return await wrongTry(deps, account)
  await rightTry(deps.credentials, account)
  const who = whoHas(account)
  if (account.one_time && next !== undefined) {
    await keepPassword(deps, account, next)
    await note(deps, who, who.person, { type: 'passwordChanged', data: {} })
  } else if (isOutdated(account.password_hash ?? '')) await keepPassword(deps, account, given.password)
  return who
}

async function asksFor(more: 'signIn.codeNeeded' | 'signIn.newPasswordNeeded', deps: PeopleDeps, account: Account) {
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
  await keepPassword(deps, account, given.next)
  await note(deps, who, who.person, { type: 'passwordChanged', data: {} })
  return undefined
}

const keepPassword = async (deps: PeopleDeps, account: Account, password: string) =>
  deps.credentials
    .updateTable('account.account')
    .set({ password_hash: await hashPassword(password), one_time: false })
    .where('account_id', '=', account.account_id)
    .execute()
