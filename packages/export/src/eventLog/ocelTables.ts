import type { AttributeType, EventLog, LogType } from './eventLog.ts'

/** A table of a database; every name in it is a plain word, every value text, a number or nothing. */
export type LogTable = {
  readonly name: string
  readonly columns: readonly {
    readonly name: string
    readonly type: 'TEXT' | 'TIMESTAMP' | 'INTEGER' | 'REAL' | 'BOOLEAN'
  }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

const columnTypes = {
  string: 'TEXT',
  time: 'TIMESTAMP',
  integer: 'INTEGER',
  float: 'REAL',
  boolean: 'BOOLEAN',
} as const satisfies Record<AttributeType, LogTable['columns'][number]['type']>

const texts = (...names: readonly string[]) => names.map((name) => ({ name, type: 'TEXT' as const }))

/**
 * A log as the tables of OCEL 2.0's SQLite format: events and objects with their types, who stands to whom, and a table for each type with
 * what it says. Of an object each attribute whose value came later than the first has a row of its own that names it.
 */
export function ocelTables({ objectTypes, eventTypes, objects, events }: EventLog): readonly LogTable[] {
  return [
    { name: 'event_map_type', columns: texts('ocel_type', 'ocel_type_map'), rows: eventTypes.map(named) },
    { name: 'object_map_type', columns: texts('ocel_type', 'ocel_type_map'), rows: objectTypes.map(named) },
    { name: 'event', columns: texts('ocel_id', 'ocel_type'), rows: events.map(({ id, type }) => [id, type]) },
    { name: 'object', columns: texts('ocel_id', 'ocel_type'), rows: objects.map(({ id, type }) => [id, type]) },
    {
      name: 'event_object',
      columns: texts('ocel_event_id', 'ocel_object_id', 'ocel_qualifier'),
      rows: events.flatMap((e) => e.relationships.map((r) => [e.id, r.objectId, r.qualifier])),
    },
    {
      name: 'object_object',
      columns: texts('ocel_source_id', 'ocel_target_id', 'ocel_qualifier'),
      rows: objects.flatMap((o) => o.relationships.map((r) => [o.id, r.objectId, r.qualifier])),
    },
    ...eventTypes.map((type) => ({
      name: `event_${mapped(type)}`,
      columns: [...texts('ocel_id'), { name: 'ocel_time', type: 'TIMESTAMP' as const }, ...columnsOf(type)],
      rows: events
        .filter((e) => e.type === type.name)
        .map((e) => [e.id, e.time, ...type.attributes.map((a) => cellOf(a, e.attributes))]),
    })),
    ...objectTypes.map((type) => ({
      name: `object_${mapped(type)}`,
      columns: [
        ...texts('ocel_id'),
        { name: 'ocel_time', type: 'TIMESTAMP' as const },
        ...texts('ocel_changed_field'),
        ...columnsOf(type),
      ],
      rows: objects.filter((o) => o.type === type.name).flatMap((o) => statesOf(o, type)),
    })),
  ]
}

/** Table names are made of letters, digits and underscores only. */
const mapped = ({ name }: LogType): string => name.replaceAll(/\W/g, '')
const named = (type: LogType) => [type.name, mapped(type)]
const columnsOf = ({ attributes }: LogType) => attributes.map(({ name, type }) => ({ name, type: columnTypes[type] }))

function cellOf(
  { name, type }: LogType['attributes'][number],
  said: readonly { readonly name: string; readonly value: string }[],
): string | number | null {
  const value = said.find((a) => a.name === name)?.value
  if (value === undefined) return null
  if (type === 'boolean') return value === 'true' ? 1 : 0
  return type === 'integer' || type === 'float' ? Number(value) : value
}

/** What an object says first, in one row; then each change. */
function statesOf({ id, attributes }: EventLog['objects'][number], type: LogType) {
  const first = attributes.map(({ time }) => time).sort()[0] ?? '1970-01-01T00:00:00Z'
  const began = attributes.filter(({ time }) => time === first)
  const changes = attributes.filter(({ time }) => time !== first).sort((a, b) => (a.time < b.time ? -1 : 1))
  return [
    [id, first, null, ...type.attributes.map((a) => cellOf(a, began))],
    ...changes.map((change) => [
      id,
      change.time,
      change.name,
      ...type.attributes.map((a) => (a.name === change.name ? cellOf(a, [change]) : null)),
    ]),
  ]
}
