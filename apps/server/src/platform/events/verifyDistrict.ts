import type { DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { inTransaction, systemIn } from '../database/transaction.ts'
import { type SignedHeads, walkCheckpoints } from './checkpoint.ts'
import { checkpointFaults, checkpointStream, type Fault } from './faults.ts'
import { checkpointsOf, eventsOf } from './readTrail.ts'
import type { PublicKeys } from './signingKey.ts'
import { type EventRow, walkTrail } from './verify.ts'

/** Whether a trail is whole, what was looked at, and the first fault of each stream. */
export type Verified = {
  readonly whole: boolean
  readonly events: number
  readonly streams: number
  readonly checkpoints: number
  readonly faults: readonly Fault[]
}

/**
 * Walks all checkpoints and all events of a district in one snapshot, while others go on writing.
 * Not seen: a tail cut off, or rewritten with all its hashes, behind the newest checkpoint; and a newest checkpoint that was removed together
 * with the event that announces it. Who wants to see that too keeps the newest checkpoint's number and hash elsewhere.
 */
export async function verifyDistrict(db: Database, district: DistrictCode, keys: PublicKeys): Promise<Verified> {
  return await inTransaction(db, systemIn(district), async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx)
    const checkpoints = walkCheckpoints(district, keys)
    for await (const row of checkpointsOf(tx, district)) checkpoints.take(row)
    const signed = checkpoints.finish()

    const trail = walkTrail(signed.heads)
    const announced: Announced[] = []
    for await (const row of eventsOf(tx, district)) {
      const content = trail.take(row)
      if (content && isAnnouncement(row)) announced.push(content.data as Announced)
    }
    const { events, streams, faults } = trail.finish()
    const fault = signed.fault ?? unlikeAnnounced(district, signed, announced)
    const all = fault ? [fault, ...faults] : faults
    return { whole: all.length === 0, events, streams, checkpoints: signed.count, faults: all }
  })
}

/** All districts one after the other, so that memory and the database are asked for one at a time. */
export async function verifyAll(db: Database, districts: readonly DistrictCode[], keys: PublicKeys): Promise<Verified> {
  let sum: Verified = { whole: true, events: 0, streams: 0, checkpoints: 0, faults: [] }
  for (const district of districts) {
    const one = await verifyDistrict(db, district, keys)
    sum = {
      whole: sum.whole && one.whole,
      events: sum.events + one.events,
      streams: sum.streams + one.streams,
      checkpoints: sum.checkpoints + one.checkpoints,
      faults: [...sum.faults, ...one.faults],
    }
  }
  return sum
}

type Announced = { readonly no: number; readonly hash: string }

const isAnnouncement = ({ stream, district_code: district }: EventRow): boolean => stream === checkpointStream(district)

/** Each checkpoint is announced by an event, so that neither can be removed alone. */
function unlikeAnnounced(district: string, signed: SignedHeads, announced: readonly Announced[]): Fault | null {
  for (const { no, hash } of announced) {
    if (!signed.hashes.has(no)) return checkpointFaults.missing(district, no)
    if (signed.hashes.get(no) !== hash) return checkpointFaults.text(district, no)
  }
  return signed.last.no > announced.length ? checkpointFaults.unannounced(district, announced.length + 1) : null
}
