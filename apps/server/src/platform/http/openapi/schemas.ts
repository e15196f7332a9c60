import * as contract from '@kaigong/contract'
import { planJsonSchema } from '@kaigong/planner'
import { z } from 'zod'

export type Json = Readonly<Record<string, unknown>>
type Direction = 'input' | 'output'

const COMPONENTS = '#/components/schemas/'
/** The component for what may be any JSON: zod writes it as a schema that contains itself. */
const ANY = 'AnyJson'
/** The component for a whole plan, whose schema is the planner's own. */
const PLAN = 'Plan'

const options = {
  unrepresentable: 'any',
  // The bounds within which JavaScript counts exactly are no rule of ours.
  override: ({ jsonSchema }: { readonly jsonSchema: { minimum?: unknown; maximum?: unknown } }) => {
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  },
} as const

/** What the contract gives a name has one in the document too. */
const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(contract)) {
  if (schema instanceof z.ZodType) named.add(schema, { id: schema === contract.PlanDocument ? PLAN : id })
}

/** A schema as the document shows it: by its name where it has one. What a request may leave out, an answer has. */
export function schemaOf(schema: z.ZodType, io: Direction): Json {
  const own = named.get(schema)
  if (own) return { $ref: COMPONENTS + own.id }
  const { $schema: _, $defs = {}, ...text } = z.toJSONSchema(schema, { io, metadata: named, ...options }) as Json
  for (const [name, inside] of Object.entries($defs as Json)) if (!(name in components.output)) isAnyJson(inside)
  return renamed(text)
}

/** The named schemas that some part of the document refers to, and those that they refer to. */
export async function namedSchemas(referring: unknown): Promise<Json> {
  const { $schema: _, ...plan } = (await planJsonSchema()) as Json
  const found = new Map<string, unknown>()
  const take = (text: unknown): void => {
    for (const name of referredTo(text)) {
      if (found.has(name)) continue
      const schema = name === PLAN ? plan : name === ANY ? anyJson : sameInBoth(name)
      found.set(name, schema)
      take(schema)
    }
  }
  take(referring)
  return Object.fromEntries([...found].sort(([a], [b]) => a.localeCompare(b, 'en')))
}

const anyJson = { description: '任意 JSON 值 · Any JSON value' }

const components = { input: componentsOf('input'), output: componentsOf('output') } as const

function componentsOf(io: Direction): Readonly<Record<string, Json>> {
  const { schemas } = z.toJSONSchema(named, { io, uri: (id) => `#/$defs/${id}`, ...options })
  const { __shared: shared, ...own } = schemas as Record<string, Json>
  for (const text of Object.values((shared?.$defs ?? {}) as Json)) isAnyJson(text)
  return Object.fromEntries(
    Object.entries(own).map(([name, { $schema: _, $id: __, ...text }]) => [name, renamed(text)]),
  )
}

/** One name cannot stand for two schemas: what differs in requests and answers must not have a name of its own in the contract. */
function sameInBoth(name: string): Json {
  const { [name]: output } = components.output
  if (!output || JSON.stringify(components.input[name]) !== JSON.stringify(output))
    throw new Error(`${name} is one thing in a request and another in an answer: the document needs two names`)
  return output
}

function referredTo(text: unknown): readonly string[] {
  return [...JSON.stringify(text).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
}

/** References as the document has them; zod's own names are those of schemas that contain themselves. */
function renamed(text: Json): Json {
  const said = JSON.stringify(text)
    .replace(/"#\/\$defs\/__\w+(#[^"]*)?"/g, `"${COMPONENTS}${ANY}"`)
    .replaceAll('"#/$defs/', `"${COMPONENTS}`)
  return JSON.parse(said) as Json
}

/** Whatever else contains itself must get a name in the contract, or the document could not refer to it. */
function isAnyJson(schema: unknown): void {
  const kinds = ((schema as Json).anyOf ?? []) as readonly Json[]
  if (kinds.map(({ type }) => type).join() === 'string,number,boolean,null,array,object') return
  throw new Error('a schema that contains itself is not exported by its name from @kaigong/contract')
}
