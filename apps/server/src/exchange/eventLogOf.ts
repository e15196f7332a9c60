import type { DistrictCode } from '@kaigong/contract'
import type { AttributeType, EventLog, LogEvent } from '@kaigong/export'
import type { Tx } from '../platform/database/transaction.ts'
import { type Column, objectsOf } from './objectsOf.ts'
import '../platform/events/tables.ts'

/**
 * What an event may say in the log: only what is counted or chosen from a list. Who did it, reasons, opinions and everything else that a
 * person wrote stays out (domain 3.11).
 */
const SAID: readonly Column[] = [
  ['on', 'time'],
  ['track', 'string'],
  ['outcome', 'string'],
  ['byLapse', 'boolean'],
  ['clockEffect', 'string'],
  ['procedure', 'string'],
  ['workdays', 'integer'],
  ['lateWorkdays', 'integer'],
  ['kind', 'string'],
  ['verdict', 'string'],
  ['conclusion', 'string'],
]

const STREAMS = ['project', 'plan', 'case', 'joint']

/** Everything that happened to the projects, plans, cases and joint handlings of a district, and what they are. */
export async function eventLogOf(tx: Tx, district: DistrictCode): Promise<EventLog> {
  const { types, objects, agencyOfStream } = await objectsOf(tx, district)
  const ids = new Set(objects.map(({ id }) => id))
  const rows = await tx
    .selectFrom('event')
    .where('district_code', '=', district)
    .where((e) => e.or(STREAMS.map((stream) => e('stream', 'like', `${stream}/%`))))
    .select(['stream', 'version', 'type', 'at', 'sealed', 'project_id'])
    .orderBy('tx')
    .orderBy('seq')
    .execute()
  const events = rows.map((row): LogEvent => {
    const { data } = JSON.parse(row.sealed) as { readonly data: Readonly<Record<string, unknown>> }
    const agency = typeof data.agency === 'string' ? data.agency : agencyOfStream.get(row.stream)
    const recorded = isoInBeijing(row.at)
    const role = (data.by as { readonly role?: string } | undefined)?.role
    return {
      id: `${row.stream}#${row.version}`,
      type: row.type,
      time: happenedAt(data, recorded),
      attributes: [
        { name: 'recordedAt', value: recorded },
        ...(agency === undefined ? [] : [{ name: 'agency', value: agency }]),
        ...(role === undefined ? [] : [{ name: 'role', value: role }]),
        ...SAID.flatMap(([name]) => {
          const value = data[name]
          return ['string', 'number', 'boolean'].includes(typeof value) ? [{ name, value: String(value) }] : []
        }),
      ],
      relationships: [
        // Objects bear the names of the streams of what happens to them.
        [row.stream, 'subject'],
        [row.project_id === null ? null : `project/${row.project_id}`, 'project'],
        [agency === undefined ? null : `agency/${agency}`, 'agency'],
      ].flatMap(([objectId, qualifier], i, all) =>
        // A project's own events are not about it twice; what is gone is not pointed at.
        objectId && qualifier && ids.has(objectId) && all.findIndex(([id]) => id === objectId) === i
          ? [{ objectId, qualifier }]
          : [],
      ),
    }
  })
  return { objectTypes: types, eventTypes: eventTypesIn(events), objects, events }
}

const isoInBeijing = (at: string): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Shanghai').toString({ timeZoneName: 'never' })

/**
 * When it happened: on the legal day and time that the event states; one that states a day alone counts from the close of that day, unless
 * it was recorded on the same day.
 */
function happenedAt({ on, clock }: Readonly<Record<string, unknown>>, recorded: string): string {
  if (typeof on !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(on)) return recorded
  if (on === recorded.slice(0, 10)) return recorded
  return `${on}T${typeof clock === 'string' ? `${clock}:00` : '23:59:59'}+08:00`
}

function eventTypesIn(events: readonly LogEvent[]): EventLog['eventTypes'] {
  const kinds = new Map<string, AttributeType>([
    ['recordedAt', 'time'],
    ['agency', 'string'],
    ['role', 'string'],
    ...SAID,
  ])
  const said = new Map<string, Set<string>>()
  for (const { type, attributes } of events) {
    const names = said.get(type) ?? new Set()
    said.set(type, names)
    for (const { name } of attributes) names.add(name)
  }
  return [...said]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, names]) => ({
      name,
      attributes: [...kinds].filter(([kind]) => names.has(kind)).map(([kind, type]) => ({ name: kind, type })),
    }))
}
