import type { z } from 'zod'
import type { Path } from './place.ts'
import type { Text } from './source.ts'

type Issue = z.core.$ZodIssue
type Said = { readonly path: Path; readonly message: Text }

const typeNames: Record<string, Text> = {
  string: { zh: '文字', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '字段组', en: 'a group of fields' },
  record: { zh: '字段组', en: 'a group of fields' },
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (v, key) => (typeof v === 'object' && v !== null ? (v as Record<string | number, unknown>)[key] : undefined),
    root,
  )

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const plain = (path: readonly PropertyKey[]): Path => path.map((p) => (typeof p === 'symbol' ? String(p) : p))

/** What a schema's complaint means, in both languages: what is wrong, and what would be right. */
export function sayIssue(issue: Issue, root: unknown, above: Path = []): readonly Said[] {
  const path = [...above, ...plain(issue.path)]
  const value = valueAt(root, path)
  const field = path.filter((p) => typeof p === 'string').at(-1) ?? ''
  const say = (zh: string, en: string): readonly Said[] => [{ path, message: { zh, en } }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: { zh: `不认识的字段“${key}”`, en: `unknown field "${key}"` },
      }))
    case 'invalid_type': {
      if (value === undefined) {
        const translation = field === 'zh' || field === 'en'
        return translation
          ? say(`缺少译文 ${field}（中英文都要写）`, `missing translation ${field} (both languages are needed)`)
          : say(`缺少字段“${field}”`, `missing field "${field}"`)
      }
      const wanted = typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return say(
        `“${field}”应为${wanted.zh}，现为 ${shown(value)}`,
        `"${field}" must be ${wanted.en}, not ${shown(value)}`,
      )
    }
    case 'invalid_value': {
      const options = issue.values.map(String).join(', ')
      return say(
        `“${field}”的值 ${shown(value)} 不可用；可用：${options}`,
        `"${field}" cannot be ${shown(value)}; accepted: ${options}`,
      )
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? say(`“${field}”不能为空`, `"${field}" must not be empty`)
        : say(
            `“${field}”不能小于 ${issue.minimum}，现为 ${shown(value)}`,
            `"${field}" must be at least ${issue.minimum}, not ${shown(value)}`,
          )
    case 'too_big':
      return say(
        `“${field}”不能大于 ${issue.maximum}，现为 ${shown(value)}`,
        `"${field}" must be at most ${issue.maximum}, not ${shown(value)}`,
      )
    case 'invalid_format':
      if (issue.format === 'date') {
        return say(
          `“${field}”应为真实日期，写作 2022-09-09，现为 ${shown(value)}`,
          `"${field}" must be a real date written 2022-09-09, not ${shown(value)}`,
        )
      }
      return say(
        ...custom(
          issue.message,
          `“${field}”的写法不对：${shown(value)}`,
          `"${field}" is not written right: ${shown(value)}`,
        ),
      )
    case 'invalid_union':
      return sayUnion(issue, root, path, field)
    case 'invalid_key':
      return say(
        `字段名“${String(path.at(-1) ?? '')}”不可用`,
        `field name "${String(path.at(-1) ?? '')}" is not accepted`,
      )
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return say(
        ...custom(issue.message, `“${field}”不可用：${shown(value)}`, `"${field}" is not accepted: ${shown(value)}`),
      )
  }
}

/** Our own schema messages are written `中文 · English`. */
function custom(message: string, zh: string, en: string): [zh: string, en: string] {
  const [own, ownEn] = message.split(' · ')
  return own && ownEn ? [own, ownEn] : [zh, en]
}

/** Of the branches of a union, the one that got furthest speaks: it is the one that was meant. */
function sayUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  root: unknown,
  path: Path,
  field: string,
): readonly Said[] {
  const value = valueAt(root, path)
  if (value === undefined) return [{ path, message: { zh: `缺少字段“${field}”`, en: `missing field "${field}"` } }]
  const discriminator = (issue as { discriminator?: string }).discriminator
  if (discriminator) {
    const given = valueAt(root, [...path, discriminator])
    return [
      {
        path: [...path, discriminator],
        message: {
          zh: `“${discriminator}”的值 ${shown(given)} 不可用`,
          en: `"${discriminator}" cannot be ${shown(given)}`,
        },
      },
    ]
  }
  const branches = issue.errors
    .filter((branch) => branch.length > 0)
    .map((branch) => ({ branch, depth: Math.max(...branch.map((i) => i.path.length)) }))
    .sort((a, b) => b.depth - a.depth || a.branch.length - b.branch.length)
  const best = branches[0]
  if (!best || (best.depth === 0 && branches.length > 1 && best.branch.every((i) => i.code === 'invalid_type'))) {
    return [
      {
        path,
        message: {
          zh: `“${field}”的写法不对：${shown(value)}`,
          en: `"${field}" is not written right: ${shown(value)}`,
        },
      },
    ]
  }
  return best.branch.flatMap((inner) => sayIssue(inner, root, path))
}
