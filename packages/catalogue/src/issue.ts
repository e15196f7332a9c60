import type { z } from 'zod'
import type { Path } from './place.ts'
import type { Text } from './source.ts'

type Issue = z.core.$ZodIssue
/** `atKey`: it is the field's name that is wrong, not its value. */
type Said = { readonly path: Path; readonly message: Text; readonly atKey?: true }

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
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}

const plain = (path: readonly PropertyKey[]): Path => path.map((p) => (typeof p === 'symbol' ? String(p) : p))

/** The innermost field on the way, in quotes; the file itself where there is none. */
const called = (path: Path): Text => {
  const field = path.filter((p) => typeof p === 'string').at(-1)
  return field === undefined ? { zh: '文件内容', en: 'the file' } : { zh: `“${field}”`, en: `"${field}"` }
}

/** What a schema's complaint means, in both languages: what is wrong, and what would be right. */
export function sayIssue(issue: Issue, root: unknown, above: Path = []): readonly Said[] {
  const path = [...above, ...plain(issue.path)]
  const value = valueAt(root, path)
  const { zh: field, en: fieldEn } = called(path)
  const say = (zh: string, en: string): readonly Said[] => [{ path, message: { zh, en } }]
  if (value === undefined && issue.code !== 'unrecognized_keys') return [{ path, message: sayMissing(path) }]
  if (value === null && path.length === 0) return say('文件是空的', 'the file is empty')
  const own = ownSentence(issue.message)
  if (own && issue.code !== 'invalid_union') return [{ path, message: own }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: { zh: `不认识的字段“${key}”`, en: `unknown field "${key}"` },
        atKey: true,
      }))
    case 'invalid_type': {
      if (value === null) return say(`${field}没有写内容`, `${fieldEn} has no value`)
      const wanted = typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected }
      return say(
        `${field}应为${wanted.zh}，现为 ${shown(value)}`,
        `${fieldEn} must be ${wanted.en}, not ${shown(value)}`,
      )
    }
    case 'invalid_value': {
      const options = issue.values.map(String)
      return say(
        `${field}的值 ${shown(value)} 不可用；可用：${options.join('、')}`,
        `${fieldEn} cannot be ${shown(value)}; accepted: ${options.join(', ')}`,
      )
    }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? say(`${field}不能为空`, `${fieldEn} must not be empty`)
        : say(
            `${field}不能小于 ${issue.minimum}，现为 ${shown(value)}`,
            `${fieldEn} must be at least ${issue.minimum}, not ${shown(value)}`,
          )
    case 'too_big':
      return say(
        `${field}不能大于 ${issue.maximum}，现为 ${shown(value)}`,
        `${fieldEn} must be at most ${issue.maximum}, not ${shown(value)}`,
      )
    case 'invalid_format':
      if (issue.format === 'date') {
        return say(
          `${field}应为真实日期，写作 2022-09-09，现为 ${shown(value)}`,
          `${fieldEn} must be a real date written 2022-09-09, not ${shown(value)}`,
        )
      }
      return [{ path, message: notRight(path, value) }]
    case 'invalid_union':
      return sayUnion(issue, root, path)
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [{ path, message: notRight(path, value) }]
  }
}

function sayMissing(path: Path): Text {
  const field = String(path.at(-1))
  return field === 'zh' || field === 'en'
    ? { zh: `缺少译文 ${field}（中英文都要写）`, en: `missing translation ${field} (both languages are needed)` }
    : { zh: `缺少字段“${field}”`, en: `missing field "${field}"` }
}

const notRight = (path: Path, value: unknown): Text => {
  const { zh, en } = called(path)
  return { zh: `${zh}的写法不对：${shown(value)}`, en: `${en} is not written right: ${shown(value)}` }
}

/** Our own schema messages are written `中文 · English`. */
function ownSentence(message: string): Text | undefined {
  const [zh, en] = message.split(' · ')
  return zh && en ? { zh, en } : undefined
}

/** Of the branches of a union, the one whose fields fit best speaks: it is the one that was meant. */
function sayUnion(issue: Extract<Issue, { code: 'invalid_union' }>, root: unknown, path: Path): readonly Said[] {
  const value = valueAt(root, path)
  if (issue.errors.length === 0) {
    const { zh, en } = called(path)
    return [{ path, message: { zh: `${zh}的值 ${shown(value)} 不可用`, en: `${en} cannot be ${shown(value)}` } }]
  }
  const branches = issue.errors
    .map((branch) => ({ branch, misfit: misfit(branch, root, path) }))
    .sort((a, b) => a.misfit - b.misfit)
  const [best, second] = branches
  const clear = best && best.misfit < WRONG_SHAPE && best.misfit !== second?.misfit
  if (clear) return best.branch.flatMap((inner) => sayIssue(inner, root, path))
  return [{ path, message: ownSentence(issue.message) ?? notRight(path, value) }]
}

const WRONG_SHAPE = 1000

/** How far a branch is from what was written: a wrong kind of value, else fields missing or unknown. */
function misfit(branch: readonly Issue[], root: unknown, above: Path): number {
  const each = branch.map((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.length
    if (issue.code === 'invalid_type' && issue.path.length === 0) return WRONG_SHAPE
    if (issue.code === 'invalid_union' && issue.path.length === 0)
      return Math.min(...issue.errors.map((inner) => misfit(inner, root, above)))
    return valueAt(root, [...above, ...plain(issue.path)]) === undefined ? 1 : 0
  })
  return each.reduce((sum, n) => sum + n, 0)
}
