import { XMLBuilder } from 'fast-xml-parser'
import { xmlText } from '../xmlText.ts'
import type { EventLog, LogEvent } from './eventLog.ts'

const EXTENSIONS = [
  ['Concept', 'concept'],
  ['Time', 'time'],
  ['Organizational', 'org'],
] as const

/**
 * A log as XES (IEEE 1849-2016), which knows one notion of a case: each object of `traceType` is a trace of the events that concern it, the
 * earliest first. The agency of an event is its `org:group`; nobody's name stands there.
 */
export function toXes({ objects, events }: EventLog, traceType: string): string {
  const of = new Map<string, LogEvent[]>()
  for (const event of events)
    for (const id of new Set(event.relationships.map(({ objectId }) => objectId)))
      of.set(id, [...(of.get(id) ?? []), event])
  const traces = objects
    .filter(({ type }) => type === traceType)
    .map(({ id, attributes }) => ({
      string: [text('concept:name', id), ...attributes.map(({ name, value }) => text(name, value))],
      event: (of.get(id) ?? []).toSorted((a, b) => instantOf(a) - instantOf(b)).map(eventOf),
    }))
  const log = {
    '@xes.version': '1849.2016',
    '@xes.features': '',
    '@xmlns': 'http://www.xes-standard.org/',
    extension: EXTENSIONS.map(([name, prefix]) => ({
      '@name': name,
      '@prefix': prefix,
      '@uri': `http://www.xes-standard.org/${prefix}.xesext`,
    })),
    global: [
      { '@scope': 'trace', string: text('concept:name', '') },
      { '@scope': 'event', string: text('concept:name', ''), date: date('1970-01-01T00:00:00.000+00:00') },
    ],
    classifier: { '@name': 'Activity', '@keys': 'concept:name' },
    trace: traces,
  }
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ log })}\n`
}

const instantOf = ({ time }: LogEvent): number => Temporal.Instant.from(time).epochMilliseconds

const text = (key: string, value: string) => ({ '@key': xmlText(key), '@value': xmlText(value) })
const date = (value: string) => ({ '@key': 'time:timestamp', '@value': value })

function eventOf({ type, time, attributes }: LogEvent) {
  return {
    string: [
      text('concept:name', type),
      ...attributes.map(({ name, value }) => text(name === 'agency' ? 'org:group' : name, value)),
    ],
    date: date(time),
  }
}
