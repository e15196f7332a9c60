import fc from 'fast-check'
import { z } from 'zod'

type Json = Readonly<Record<string, unknown>>

/** What somebody might send where a schema is expected: near enough to get past the first look, and wrong somewhere most of the time. */
export const near = (schema: z.ZodType | undefined): fc.Arbitrary<unknown> =>
  schema === undefined
    ? fc.constant(undefined)
    : from(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline', cycles: 'ref' }) as Json)

const nasty = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  -1,
  0,
  1e308,
  0.1,
  true,
  [],
  {},
  '张'.repeat(300),
  "'; drop table kg.project; --",
  '2022-02-30',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
  '../../etc/passwd',
  '=1+1',
  '\u202e',
  '１２３',
)

/** Most parts are well formed, or nothing would ever get past the first of many fields. */
function from(schema: Json): fc.Arbitrary<unknown> {
  return fc.oneof(
    { arbitrary: wellFormed(schema), weight: 40 },
    { arbitrary: nasty, weight: 1 },
    { arbitrary: fc.jsonValue({ maxDepth: 2 }), weight: 1 },
  )
}

function wellFormed(schema: Json): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (Array.isArray(schema.enum)) return fc.constantFrom(...(schema.enum as unknown[]))
  const choices = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as readonly Json[] | undefined
  if (choices) return fc.oneof(...choices.map(wellFormed))
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return object(schema)
    case 'array':
      return fc.array(from((schema.items || {}) as Json), { maxLength: 3 })
    case 'integer':
      return fc.integer({ min: Number(schema.minimum ?? -5), max: Math.min(Number(schema.maximum ?? 3000), 1e9) })
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return text(schema)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function object({ properties = {}, required = [] }: Json): fc.Arbitrary<unknown> {
  const fields = Object.entries(properties as Readonly<Record<string, Json>>).map(([name, each]) => [name, from(each)])
  return fc.record(Object.fromEntries(fields), { requiredKeys: required as never[] })
}

function text({ format, pattern, maxLength }: Json): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid({ version: 4 })
  if (format === 'date') return fc.constantFrom('2022-06-01', '2022-09-09', '2023-02-28')
  if (format === 'date-time') return fc.constantFrom('2022-06-01T00:00:00Z', '2030-01-01T08:00:00+08:00')
  if (typeof pattern === 'string') return fc.oneof(fc.stringMatching(new RegExp(pattern)), fc.string())
  return fc.string({ unit: 'grapheme', maxLength: Math.min(Number(maxLength ?? 30) + 1, 60) })
}
