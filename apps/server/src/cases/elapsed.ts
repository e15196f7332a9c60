import type { Day } from '@kaigong/calendar'
import { splitTime } from '@kaigong/casework'
import type { DistrictCode, ElapsedSplit, ProjectId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { fromData } from './eventData.ts'
import { type CaseLaw, lawOf } from './law.ts'
import '../platform/events/tables.ts'
import './tables.ts'

const NONE: ElapsedSplit = { enterprise: 0, utility: 0, intermediary: 0, government: 0 }

type Events = Parameters<typeof splitTime>[0]

/** The events of cases by their streams, as far as the asker sees them: verbs of the office, which move no time, may be left out. */
async function eventsIn(
  tx: Tx,
  district: DistrictCode,
  which: { readonly stream: string } | { readonly project: ProjectId },
): Promise<ReadonlyMap<string, Events>> {
  const rows = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .$if('stream' in which, (q) => q.where('stream', '=', 'stream' in which ? which.stream : ''))
    .$if('project' in which, (q) =>
      q.where('project_id', '=', 'project' in which ? which.project : '').where('stream', 'like', 'case/%'),
    )
    .select(['stream', 'sealed'])
    .orderBy('stream')
    .orderBy('version')
    .execute()
  const streams = Map.groupBy(rows, ({ stream }) => stream)
  return new Map(
    [...streams].map(([stream, all]) => [stream, all.map(({ sealed }) => fromData(JSON.parse(sealed).data))]),
  )
}

/** Working days of one case by whose they were, up to its decision or today. */
export async function elapsedOf(
  tx: Tx,
  district: DistrictCode,
  id: string,
  { calendar, termsOn }: CaseLaw,
  today: Day,
): Promise<ElapsedSplit> {
  const stream = `case/${id}`
  const events = (await eventsIn(tx, district, { stream })).get(stream) ?? []
  return splitTime(events, today, calendar, termsOn)
}

/** The same of all cases of a project together: several that run on one day count that day each. */
export async function elapsedIn(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  ground: Ground,
  today: Day,
): Promise<ElapsedSplit> {
  const streams = await eventsIn(tx, district, { project })
  return [...streams.values()].reduce((sum: ElapsedSplit, events) => {
    const received = events.find((event) => event.type === 'received')
    const law = received && lawOf(ground, received.matter, received.variant)
    if (!law) return sum
    const split = splitTime(events, today, law.calendar, law.termsOn)
    return {
      enterprise: sum.enterprise + split.enterprise,
      utility: sum.utility + split.utility,
      intermediary: sum.intermediary + split.intermediary,
      government: sum.government + split.government,
    }
  }, NONE)
}
