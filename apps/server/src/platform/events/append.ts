import type { DistrictCode, PersonId } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterCommit, type Tx } from '../database/transaction.ts'
import { canonical, hashOf, type NewEvent, type Sealed } from './seal.ts'
import { wakeReaders } from './wakeReaders.ts'
import './tables.ts'

/** Where a stream ends: version 0 and an empty hash while nothing has happened. */
export type Head = { readonly version: number; readonly hash: string }

export const emptyHead: Head = { version: 0, hash: '' }

/** Which stream, who and when; `project` says about which project it is, if any. */
export type About = {
  readonly district: DistrictCode
  readonly stream: string
  readonly actor: PersonId | null
  readonly at: Temporal.Instant
  readonly project?: string
}

/** The end of a stream as this transaction sees it. */
export async function headOf(tx: Tx, district: DistrictCode, stream: string): Promise<Head> {
  const row = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .where('stream', '=', stream)
    .select(['version', 'hash'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? emptyHead
}

/** The same as a value of another query, which saves a round trip; null while nothing has happened. */
export const headWithin = ({ district, stream }: Pick<About, 'district' | 'stream'>) =>
  sql<Head | null>`(
    select json_build_object('version', version, 'hash', hash) from event
      where district_code = ${district} and stream = ${stream} order by version desc limit 1
  )`

/**
 * Appends behind `head`; the readers are woken when the transaction has committed. If somebody else was quicker the primary key says so
 * (`isStale` knows that error), and the whole transaction is undone.
 * @returns the new end of the stream.
 */
export async function append(tx: Tx, about: About, head: Head, events: readonly NewEvent[]): Promise<Head> {
  const rows = chained(about, head, events)
  const last = rows.at(-1)
  if (!last) return head
  await tx.insertInto('event').values(rows).execute()
  afterCommit(tx, 'wakeReaders', (db) => wakeReaders(db, about.district))
  return { version: last.version, hash: last.hash }
}

function chained({ district, stream, actor, at, project }: About, head: Head, events: readonly NewEvent[]) {
  let { version, hash } = head
  return events.map(({ type, data }) => {
    version += 1
    const content: Sealed = {
      actor,
      at: at.toString(),
      data,
      district,
      previous: hash,
      project: project ?? null,
      stream,
      type,
      version,
    }
    const sealed = canonical(content)
    hash = hashOf(sealed)
    return {
      district_code: district,
      stream,
      version,
      type,
      at: at.toString(),
      actor,
      project_id: project ?? null,
      sealed,
      hash,
    }
  })
}

/** Whether an error of the database means that another transaction has appended to the same stream meanwhile. */
export const isStale = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  error.code === '23505' &&
  'constraint' in error &&
  error.constraint === 'event_pkey'
