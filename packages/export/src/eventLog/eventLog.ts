/** Types of values that OCEL 2.0 knows; values themselves are written as text. */
export type AttributeType = 'string' | 'time' | 'integer' | 'float' | 'boolean'

/** What the objects or events of one kind may say. */
export type LogType = {
  readonly name: string
  readonly attributes: readonly { readonly name: string; readonly type: AttributeType }[]
}

/** To an object, and in which part it stands there. */
type Relationship = { readonly objectId: string; readonly qualifier: string }

/** `time` is since when the value holds. */
export type LogObject = {
  readonly id: string
  readonly type: string
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[]
  readonly relationships: readonly Relationship[]
}

export type LogEvent = {
  readonly id: string
  readonly type: string
  /** ISO 8601 with its offset. */
  readonly time: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly relationships: readonly Relationship[]
}

/** What happened to which things: the metamodel of OCEL 2.0 (Object-Centric Event Log, RWTH Aachen 2023), in the words of its JSON. */
export type EventLog = {
  readonly objectTypes: readonly LogType[]
  readonly eventTypes: readonly LogType[]
  readonly objects: readonly LogObject[]
  readonly events: readonly LogEvent[]
}

/** Everything in a log that its metamodel does not allow and no schema of a format sees; empty for a log that holds together. */
export function logFaults({ objectTypes, eventTypes, objects, events }: EventLog): readonly string[] {
  const ids = new Set(objects.map(({ id }) => id))
  return [
    ...twice(
      'object type',
      objectTypes.map(({ name }) => name),
    ),
    ...twice(
      'event type',
      eventTypes.map(({ name }) => name),
    ),
    ...twice(
      'object',
      objects.map(({ id }) => id),
    ),
    ...twice(
      'event',
      events.map(({ id }) => id),
    ),
    ...objects.flatMap((o) => strangersIn(o, objectTypes)),
    ...events.flatMap((e) => strangersIn(e, eventTypes)),
    ...[...objects, ...events].flatMap(({ id, relationships }) =>
      relationships.filter((r) => !ids.has(r.objectId)).map((r) => `${id} points at ${r.objectId}, which is not there`),
    ),
  ]
}

function twice(what: string, names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return names.filter((name) => seen.size === seen.add(name).size).map((name) => `${what} ${name} stands there twice`)
}

function strangersIn({ id, type, attributes }: LogObject | LogEvent, types: readonly LogType[]): readonly string[] {
  const declared = types.find(({ name }) => name === type)
  if (declared === undefined) return [`${id} is of type ${type}, which is not declared`]
  return attributes
    .filter((a) => !declared.attributes.some(({ name }) => name === a.name))
    .map((a) => `${id} says ${a.name}, which ${type} does not declare`)
}
