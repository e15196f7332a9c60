import { type ExpressionBuilder, type Selectable, sql } from 'kysely'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { PeopleDeps } from '../deps.ts'
import { note } from '../note.ts'
import { whoHas } from './accounts.ts'
import type { Credentials, CredentialTables } from './credentials.ts'

/** Wrong passwords or codes in a row before the account is locked, and for how long. */
const TRIES = 5
const LOCK_MINUTES = 15

export type Account = Selectable<CredentialTables['account.account']>

/**
 * Counts a try before anybody knows whether it is right, so that of a hundred sent at once no more than five are looked at.
 * @returns the account, a refusal while it is locked, undefined where there is none of that name.
 */
export async function beginTry(
  { credentials, now }: Pick<PeopleDeps, 'credentials' | 'now'>,
  name: string,
): Promise<Account | Refused | undefined> {
  const at = now().toString()
  const until = now().add({ minutes: LOCK_MINUTES }).toString()
  const counted = await credentials
    .updateTable('account.account')
    .where('name', '=', name)
    .where((e) => e.or([e('locked_until', 'is', null), e('locked_until', '<=', at)]))
    .set((e) => ({
      failures: failuresAfter(e),
      locked_until: e
        .case()
        .when(failuresAfter(e), '>=', TRIES)
        .then(sql<string>`${until}::timestamptz`)
        .else(null)
        .end(),
    }))
    .returningAll()
    .executeTakeFirst()
  if (counted) return counted
  const known = await credentials
    .selectFrom('account.account')
    .where('name', '=', name)
    .select('locked_until')
    .executeTakeFirst()
  return known?.locked_until ? locked(known.locked_until) : undefined
}

/** After a lock has run out the count begins anew. */
const failuresAfter = (e: ExpressionBuilder<CredentialTables, 'account.account'>) =>
  e
    .case()
    .when('locked_until', 'is not', null)
    .then(1)
    .else(e('failures', '+', 1))
    .end()

/** The try was wrong. The last one that was free locks the account, and that is an event. */
export async function wrongTry(deps: PeopleDeps, account: Account): Promise<Refused> {
  if (account.locked_until === null) return refuse('signIn.wrong')
  await note(deps, whoHas(account), null, { type: 'accountLocked', data: { minutes: LOCK_MINUTES } })
  return locked(account.locked_until)
}

/** The try was right as far as it went, and something more is asked for: it counts for nothing. */
export const openTry = (db: Credentials, account: Account) =>
  db
    .updateTable('account.account')
    .set((e) => ({ failures: e.fn<number>('greatest', [e('failures', '-', 1), e.val(0)]), locked_until: null }))
    .where('account_id', '=', account.account_id)
    .execute()

/** The try was right: those before it are forgotten. */
export const rightTry = (db: Credentials, account: Account) =>
  db
    .updateTable('account.account')
    .set({ failures: 0, locked_until: null })
    .where('account_id', '=', account.account_id)
    .execute()

function locked(until: string): Refused {
  const time = Temporal.Instant.from(until)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
  return refuse('signIn.locked', {
    detail: {
      zh: `连续输错 ${TRIES} 次，账号锁定至北京时间 ${time}`,
      en: `${TRIES} failures in a row: the account is locked until ${time}, Beijing time`,
    },
  })
}
