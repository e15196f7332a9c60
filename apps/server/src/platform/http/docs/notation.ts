import type { Json } from '../openapi/schemas.ts'
import { escaped } from './page.ts'

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])
const values = (given: readonly unknown[]): string =>
  given.map((value) => `<code>${escaped(JSON.stringify(value))}</code>`).join(' | ')

/** A schema as a person reads it: what may stand there, its limits, its fields; a named one as a link to its own place on the page. */
export function notation(schema: Json): string {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1) ?? ''
    return `<a href="#schema.${name}">${name}</a>`
  }
  if ('const' in schema) return values([schema.const])
  if (Array.isArray(schema.enum)) return values(schema.enum)
  const choices = list(schema.anyOf ?? schema.oneOf ?? schema.allOf)
  if (choices.length > 0) return choices.map(notation).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => notation({ ...schema, type })).join(' | ')
  switch (schema.type) {
    case 'object':
      return object(schema)
    case 'array':
      return `[ ${Array.isArray(schema.prefixItems) ? list(schema.prefixItems).map(notation).join(', ') : notation((schema.items ?? {}) as Json)} ]${limits(schema.minItems, schema.maxItems)}`
    case 'string':
      return `${escaped(String(schema.format ?? 'string'))}${limits(schema.minLength, schema.maxLength)}`
    case 'integer':
    case 'number':
      return `${schema.type}${limits(schema.minimum, schema.maximum)}`
    default:
      return escaped(String(schema.type ?? schema.description ?? 'any'))
  }
}

function object({ properties, required, additionalProperties }: Json): string {
  const needed = new Set((required ?? []) as readonly string[])
  const fields = Object.entries((properties ?? {}) as Readonly<Record<string, Json>>).map(
    ([name, schema]) => `<li><code>${escaped(name)}</code>${needed.has(name) ? '' : '?'}: ${notation(schema)}</li>`,
  )
  const others = typeof additionalProperties === 'object' ? `<li>…: ${notation(additionalProperties as Json)}</li>` : ''
  return fields.length > 0 || others !== '' ? `{ }<ul>${fields.join('')}${others}</ul>` : '{ }'
}

const limits = (least: unknown, most: unknown): string =>
  least === undefined && most === undefined
    ? ''
    : ` <span class="quiet">(${[least ?? '', most ?? ''].map(String).map(escaped).join('…')})</span>`
