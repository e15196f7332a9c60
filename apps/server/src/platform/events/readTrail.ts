import type { DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import type { CheckpointRow } from './checkpoint.ts'
import type { EventRow } from './verify.ts'
import './tables.ts'

const EVENTS = 1000
const CHECKPOINTS = 10

/** All events of a district, each stream whole and by version, read in batches behind the last key. */
export async function* eventsOf(tx: Tx, district: DistrictCode): AsyncGenerator<EventRow> {
  let last = { stream: '', version: 0 }
  for (;;) {
    const rows = await tx
      .selectFrom('event')
      .where('district_code', '=', district)
      .where(sql<boolean>`(stream, version) > (${last.stream}, ${last.version})`)
      .select(['district_code', 'stream', 'version', 'type', 'at', 'actor', 'project_id', 'sealed', 'hash'])
      .orderBy('stream')
      .orderBy('version')
      .limit(EVENTS)
      .execute()
    yield* rows
    if (rows.length < EVENTS) return
    last = rows.at(-1) ?? last
  }
}

/** All checkpoints of a district by number. The first lists every stream, so only few are held at a time. */
export async function* checkpointsOf(tx: Tx, district: DistrictCode): AsyncGenerator<CheckpointRow> {
  let last = 0
  for (;;) {
    const rows = await tx
      .selectFrom('checkpoint')
      .where('district_code', '=', district)
      .where('no', '>', last)
      .selectAll()
      .orderBy('no')
      .limit(CHECKPOINTS)
      .execute()
    yield* rows
    if (rows.length < CHECKPOINTS) return
    last = rows.at(-1)?.no ?? last
  }
}
