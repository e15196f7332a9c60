import { MirrorRow, MOST_MIRROR_ROWS, type Text } from '@kaigong/contract'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { isKeepableText, readJson } from '../platform/http/json.ts'
import { readCsv } from './csv.ts'

/** Columns by the names that a file may give them; the format is told in docs/mirrors.md. */
const COLUMNS: Readonly<Record<string, keyof MirrorRow>> = {
  来源系统: 'system',
  来源办件号: 'sourceId',
  项目代码: 'projectCode',
  事项: 'matter',
  部门: 'agency',
  状态码: 'code',
  办理时间: 'at',
  文号: 'documentNumber',
  落款日期: 'documentOn',
  环节编号: 'span',
  特别程序: 'procedure',
  特别程序工作日: 'workdays',
  说明: 'note',
}
const FIELDS = Object.values(COLUMNS)
const NUMBERS: readonly string[] = ['code', 'workdays'] satisfies (keyof MirrorRow)[]
const MOST_FAULTS = 50

/** The rows of an uploaded file: JSON (an array, or `{"rows": […]}`) or CSV with a head line, in UTF-8 or GB18030. A file with a fault is not taken. */
export function readRows(bytes: Uint8Array): readonly MirrorRow[] | Refused {
  const text = textOf(bytes)
  if (text === undefined) return unreadable(NOT_TEXT)
  const read = /^\s*[[{]/.test(text) ? jsonRows(text) : csvRows(text)
  if (!Array.isArray(read)) return unreadable(read as Text)
  if (read.length === 0) return unreadable(EMPTY)
  if (read.length > MOST_MIRROR_ROWS) return unreadable(TOO_MANY)
  const rows: MirrorRow[] = []
  const errors: { pointer: string; detail: Text }[] = []
  for (const [i, value] of read.entries()) {
    const { success, data, error } = MirrorRow.safeParse(value)
    if (success) rows.push(data)
    for (const { path, message } of error?.issues ?? []) errors.push(faultAt(i, path.join('/'), message))
  }
  return errors.length > 0 ? refuse('mirror.unreadable', { errors: errors.slice(0, MOST_FAULTS) }) : rows
}

/** Excel in Chinese saves CSV as GB18030; whatever is whole UTF-8 is taken for that. */
function textOf(bytes: Uint8Array): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return isKeepableText(text) ? text : undefined
    } catch {}
  }
  return undefined
}

function jsonRows(text: string): readonly unknown[] | Text {
  const read = readJson(new TextEncoder().encode(text))
  if (read === 'malformed') return NOT_JSON
  const rows = Array.isArray(read.value) ? read.value : (read.value as { readonly rows?: unknown }).rows
  return Array.isArray(rows) ? rows : NOT_JSON
}

function csvRows(text: string): readonly unknown[] | Text {
  const [head, ...lines] = readCsv(text) ?? []
  if (!head) return NOT_CSV
  const names = head.map((name) => COLUMNS[name.trim()] ?? FIELDS.find((field) => field === name.trim()))
  const stranger = head.find((_, i) => names[i] === undefined)
  if (stranger !== undefined) return noColumn(stranger)
  return lines.map((line) =>
    Object.fromEntries(
      line.flatMap((written, i) => {
        const [name, value] = [names[i] ?? `第 ${i + 1} 列`, written.trim()]
        return value === '' ? [] : [[name, cellOf(name, value)]]
      }),
    ),
  )
}

function cellOf(name: string, value: string): string | number {
  if (NUMBERS.includes(name)) return Number(value)
  return name === 'at' ? instantOf(value) : value
}

/** `2022-06-01 09:30[:00]` means Beijing time; what names its offset stays as it is. */
function instantOf(value: string): string {
  const local = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?$/.exec(value)
  return local ? `${local[1]}T${local[2]}${local[3] ?? ':00'}+08:00` : value
}

const unreadable = (detail: Text) => refuse('mirror.unreadable', { detail })
const faultAt = (i: number, path: string, message: string) => ({
  pointer: `/rows/${i}/${path}`,
  detail: { zh: `第 ${i + 1} 行 ${path}：${message}`, en: `row ${i + 1}, ${path}: ${message}` },
})
const noColumn = (name: string): Text => ({
  zh: `没有“${name.slice(0, 40)}”这一列`,
  en: `there is no column “${name.slice(0, 40)}”`,
})
const NOT_TEXT = {
  zh: '不是 UTF-8 或 GB18030 文本，或含有空字符',
  en: 'it is no text in UTF-8 or GB18030, or holds a NUL',
}
const NOT_JSON = { zh: 'JSON 不完整，或不是流水数组', en: 'the JSON is broken, or no array of rows' }
const NOT_CSV = { zh: 'CSV 没有表头，或引号没有闭合', en: 'the CSV has no head line, or a quote is not closed' }
const EMPTY = { zh: '没有一行流水', en: 'there is no row' }
const TOO_MANY = {
  zh: `每次最多 ${MOST_MIRROR_ROWS} 行，请分几次上传`,
  en: `at most ${MOST_MIRROR_ROWS} rows at a time; upload it in parts`,
}
