import type { Generated } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import type { Actor } from './actor.ts'
import type { Answered } from './answer.ts'

interface IdempotencyTable {
  district_code: string
  person_id: string
  key: string
  request_hash: string
  status: number | null
  headers: string | null
  body: string | null
  at: Generated<string>
}

declare module '../database/tables.ts' {
  interface Tables {
    idempotency: IdempotencyTable
  }
}

/** A request that named a key. */
export type Keyed = { readonly key: string; readonly requestHash: string }

/** How long the first answer is kept. */
export const KEPT_HOURS = 24

/**
 * Takes the key for this transaction. A second transaction with the same key waits here until the first has ended.
 * @returns 'taken' when the request is new, 'other' when the key belongs to another request, else the first answer.
 */
export async function takeKey(
  tx: Tx,
  actor: Actor,
  { key, requestHash }: Keyed,
): Promise<'taken' | 'other' | Answered> {
  const row = { district_code: actor.district, person_id: actor.person, key, request_hash: requestHash }
  const taken = await tx
    .insertInto('idempotency')
    .values({ ...row, status: null, headers: null, body: null })
    .onConflict((c) => c.columns(['district_code', 'person_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (taken) return 'taken'
  const first = await tx
    .selectFrom('idempotency')
    .where('district_code', '=', row.district_code)
    .where('person_id', '=', row.person_id)
    .where('key', '=', key)
    .selectAll()
    .executeTakeFirstOrThrow()
  if (first.request_hash !== requestHash || first.status === null) return 'other'
  const kept = (first.headers ?? {}) as unknown as Pick<Answered, 'headers' | 'etag'>
  return { status: first.status, ...kept, ...(first.body === null ? {} : { body: JSON.parse(first.body) as unknown }) }
}

/** Keeps the first answer, in the transaction that it tells about. */
export async function keepAnswer(
  tx: Tx,
  actor: Actor,
  { key }: Keyed,
  { status, body, headers, etag }: Answered,
): Promise<void> {
  await tx
    .updateTable('idempotency')
    .set({ status, body: body === undefined ? null : JSON.stringify(body), headers: JSON.stringify({ headers, etag }) })
    .where('district_code', '=', actor.district)
    .where('person_id', '=', actor.person)
    .where('key', '=', key)
    .execute()
}
