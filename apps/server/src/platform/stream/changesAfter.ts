import { Change, type DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import { type Cursor, isAfter } from '../events/cursor.ts'
import '../events/tables.ts'

/** A change with its place, from which a reader resumes. */
export type Told = { readonly cursor: Cursor; readonly change: Change }

export type Page = {
  readonly told: readonly Told[]
  /** Everything up to here has been read; the next page begins behind it. */
  readonly position: Cursor
  /** The page is full: there may be more below the watermark. */
  readonly isFull: boolean
  /** Something has been committed above the watermark: another transaction, begun before it, is still open. */
  readonly isPending: boolean
}

type Row = {
  readonly horizon: string
  readonly pending: boolean
  readonly tx: string | null
  readonly seq: string
  readonly stream: string
  readonly version: number
  readonly type: string
}

/**
 * Changes behind a place that this transaction may see, in the order (transaction, number).
 * Numbers are given out in another order than transactions commit, so what counts is the watermark: below `pg_snapshot_xmin` no transaction is
 * open any more, nothing can appear there later. What is above waits for the next reading.
 * @param from null: behind whatever is there now.
 */
export async function changesAfter(tx: Tx, district: DistrictCode, from: Cursor | null, most: number): Promise<Page> {
  const behind = from
    ? sql`(tx, seq) > (${String(from.tx)}::xid8, ${String(from.seq)}::bigint)`
    : sql`tx >= pg_snapshot_xmin(pg_current_snapshot())`
  const { rows } = await sql<Row>`
    select h.horizon::text as horizon,
        exists (select from event where district_code = ${district} and tx >= h.horizon) as pending,
        e.tx::text as tx, e.seq, e.stream, e.version, e.type
      from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
      left join lateral (
        select tx, seq, stream, version, type from event
          where district_code = ${district} and ${behind} and tx < h.horizon
          order by tx, seq limit ${most}
      ) e on true
      order by e.tx, e.seq`.execute(tx)
  const first = rows[0]
  if (!first) throw new Error('the watermark is always there')
  const found = rows.flatMap((row) => (row.tx === null ? [] : [{ ...row, cursor: placeOf(row.tx, row.seq) }]))
  const isFull = found.length === most
  return {
    told: found.flatMap(({ cursor, ...row }) => {
      const change = changeIn(row)
      return change ? [{ cursor, change }] : []
    }),
    position: (isFull && found.at(-1)?.cursor) || placeOf(first.horizon, '0'),
    isFull,
    isPending: first.pending,
  }
}

/** Whether a reader may go on behind a place: it must be one of this database's, and not too many changes ago. */
export async function isResumable(tx: Tx, district: DistrictCode, from: Cursor, most: number): Promise<boolean> {
  const { rows } = await sql<{ readonly horizon: string; readonly missed: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, (
      select count(*) from (
        select from event
          where district_code = ${district} and (tx, seq) > (${String(from.tx)}::xid8, ${String(from.seq)}::bigint)
          limit ${most + 1}
      ) m
    ) as missed`.execute(tx)
  const [row] = rows
  return row !== undefined && !isAfter(from, placeOf(row.horizon, '0')) && Number(row.missed) <= most
}

const placeOf = (tx: string, seq: string): Cursor => ({ tx: BigInt(tx), seq: BigInt(seq) })

/** The stream of an event is named `topic/id`; what is no topic of the contract is nobody's page. */
function changeIn({ stream, version, type }: Row): Change | undefined {
  const slash = stream.indexOf('/')
  return Change.safeParse({ stream: stream.slice(0, slash), id: stream.slice(slash + 1), version, type }).data
}
