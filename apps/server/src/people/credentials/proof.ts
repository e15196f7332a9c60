import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import type { PeopleDeps } from '../deps.ts'
import { accountOf, type Who } from './accounts.ts'
import { isPassword } from './password.ts'
import { decrypt, matchingStep } from './totp.ts'
import { type Account, beginTry, rightTry, wrongTry } from './tries.ts'

/** Whether a one-time password was not used in time: it then proves nothing any more, at sign-in or afterwards. */
export const isOneTimeOver = ({ one_time_until: until }: Account, now: Temporal.Instant): boolean =>
  until !== null && Temporal.Instant.compare(Temporal.Instant.from(until), now) < 0

/** Whether a code is right and nobody has used it: of two who send it at once one is let in. */
export async function isUnusedCode(deps: PeopleDeps, account: Account, code: string): Promise<boolean> {
  if (account.totp_secret === null) return false
  const secret = decrypt(deps.secretKey, account.totp_secret)
  const step = matchingStep(secret, code, deps.now(), Number(account.totp_last_step))
  if (step === undefined) return false
  const used = await deps.credentials
    .updateTable('account.account')
    .set({ totp_last_step: String(step) })
    .where('account_id', '=', account.account_id)
    .where('totp_last_step', '<', String(step))
    .returning('account_id')
    .executeTakeFirst()
  return used !== undefined
}

/** The account of somebody who is signed in and proves it once more; what is wrong counts as it does at sign-in. */
export async function provenAccount(
  deps: PeopleDeps,
  who: Who,
  given: { readonly password: string; readonly code?: string },
): Promise<Account | Refused> {
  const own = await accountOf(deps.credentials, who)
  const account = own && (await beginTry(deps, own.name))
  if (isRefused(account)) return account
  const right = await isPassword(account?.password_hash ?? null, given.password)
  if (!account) return refuse('signIn.wrong')
  if (!right) return await wrongTry(deps, account)
  if (given.code !== undefined && !(await isUnusedCode(deps, account, given.code))) return await wrongTry(deps, account)
  await rightTry(deps.credentials, account)
  return isOneTimeOver(account, deps.now()) ? refuse('signIn.oneTimeOver') : account
}
