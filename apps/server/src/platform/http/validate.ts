import { textIn } from '@kaigong/contract'
import { z } from 'zod'
import { type Refused, refuse } from './answer.ts'

const sayIn = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

/** The value as the schema has it, or a refusal that points at each field that is wrong. */
export function validated<T>(
  schema: z.ZodType<T>,
  value: unknown,
  where: 'body' | 'query' | 'path',
): { value: T } | Refused {
  const result = schema.safeParse(value, { error: bothLanguages })
  if (result.success) return { value: result.data }
  const errors = result.error.issues.slice(0, 100).flatMap((issue) => {
    const detail = textIn(issue.message)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return fields.map((path) => ({ pointer: pointerTo(where, path), detail }))
  })
  return refuse('request.invalid', { errors })
}

/** The library's own sentences, both at once, in the form in which the contract's sentences are written too. */
const bothLanguages: z.core.$ZodErrorMap = (issue) => `${said(sayIn.zh, issue)} · ${said(sayIn.en, issue)}`

function said(say: z.core.$ZodErrorMap, issue: Parameters<z.core.$ZodErrorMap>[0]): string {
  const told = say(issue)
  return typeof told === 'string' ? told : (told?.message ?? '')
}

function pointerTo(where: 'body' | 'query' | 'path', path: readonly PropertyKey[]): string {
  if (where === 'query') return `?${String(path[0] ?? '')}`
  if (where === 'path') return `:${String(path[0] ?? '')}`
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
