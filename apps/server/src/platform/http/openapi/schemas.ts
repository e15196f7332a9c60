import * as contract from '@kaigong/contract'
import { planJsonSchema } from '@kaigong/planner'
import { z } from 'zod'

export type Json = Readonly<Record<string, unknown>>
type Direction = 'input' | 'output'

const COMPONENTS = '#/components/schemas/'
/** The component for what may be any JSON: zod writes it as a schema that contains itself. */
const ANY = 'Json'

/** What the contract gives a name has one in the document too. */
const named = z.registry<{ id: string }>()
for (const [id, schema] of Object.entries(contract)) {
  if (schema instanceof z.ZodType) named.add(schema, { id: schema === contract.PlanDocument ? 'Plan' : id })
}

const written = { input: components('input'), output: components('output') } as const
const differing = differingNames()

/** A schema as the document shows it: by its name where it has one. What a request may leave out, an answer has. */
export function schemaOf(schema: z.ZodType, io: Direction): Json {
  const own = named.get(schema)
  if (own) return { $ref: COMPONENTS + nameOf(own.id, io) }
  const { $schema: _, $defs = {}, ...rest } = z.toJSONSchema(schema, { io, metadata: named, ...options }) as Json
  for (const [name, text] of Object.entries($defs as Json)) if (isUnnamed(name)) isAnyJson(text)
  return renamed(rest, io)
}

/** All named schemas; whole plans by the planner's own schema. */
export async function namedSchemas(): Promise<Json> {
  const { $schema: _, ...plan } = (await planJsonSchema()) as Json
  const inputs = [...differing].map((name) => [nameOf(name, 'input'), renamed(written.input[name], 'input')] as const)
  const outputs = Object.entries(written.output).map(([name, text]) => [name, renamed(text, 'output')] as const)
  return {
    ...Object.fromEntries([...outputs, ...inputs].sort(([a], [b]) => a.localeCompare(b, 'en'))),
    [ANY]: { description: '任意 JSON 值 · Any JSON value' },
    Plan: plan,
  }
}

const options = {
  unrepresentable: 'any',
  // The bounds within which JavaScript counts exactly are no rule of ours.
  override: ({ jsonSchema }: { readonly jsonSchema: { minimum?: unknown; maximum?: unknown } }) => {
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  },
} as const

function components(io: Direction): Readonly<Record<string, Json>> {
  const { schemas } = z.toJSONSchema(named, { io, uri: (id) => `#/$defs/${id}`, ...options })
  const { __shared: shared, ...own } = schemas as Record<string, Json>
  for (const text of Object.values((shared?.$defs ?? {}) as Json)) isAnyJson(text)
  return Object.fromEntries(Object.entries(own).map(([name, { $schema: _, $id: __, ...text }]) => [name, text]))
}

const isUnnamed = (name: string): boolean => /^_*(shared|schema\d+)/.test(name)
const nameOf = (name: string, io: Direction): string =>
  isUnnamed(name) ? ANY : io === 'input' && differing.has(name) ? `${name}Input` : name

/** Names whose schema is another one in a request, or refers to such a one. */
function differingNames(): ReadonlySet<string> {
  const names = Object.keys(written.output)
  const found = new Set(names.filter((n) => JSON.stringify(written.input[n]) !== JSON.stringify(written.output[n])))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const n of names) if (referredTo(written.output[n]).some((other) => found.has(other))) found.add(n)
  }
  return found
}

const referredTo = (schema: unknown): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name ?? '')

const renamed = (schema: unknown, io: Direction): Json =>
  JSON.parse(
    JSON.stringify(schema).replace(
      /"#\/\$defs\/(\w+)(?:#[^"]*)?"/g,
      (_, name: string) => `"${COMPONENTS}${nameOf(name, io)}"`,
    ),
  )

/** Whatever else contains itself must get a name in the contract, or the document could not refer to it. */
function isAnyJson(schema: unknown): void {
  const kinds = ((schema as Json).anyOf ?? []) as readonly Json[]
  if (kinds.map(({ type }) => type).join() === 'string,number,boolean,null,array,object') return
  throw new Error('a schema that contains itself is not exported by its name from @kaigong/contract')
}
