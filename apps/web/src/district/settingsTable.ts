import type { Text } from '@kaigong/contract'

/** A value as it can be shown: each kind of thing in its own way. */
export type Cell =
  | { readonly kind: 'words'; readonly words: Text }
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'limit'; readonly value: number; readonly unitAsWritten: string; readonly unitApplied: string }
  | { readonly kind: 'mark'; readonly mark: string }
  | { readonly kind: 'matter'; readonly id: string }
  /** A case of a matter that its row names: A06 as a report, or as a report form. */
  | { readonly kind: 'variant'; readonly matter: string; readonly id: string }
  | { readonly kind: 'agency'; readonly id: string }

type Row = Readonly<Record<string, Cell>>

/** A settings file for reading: lists as tables, everything else as facts; `path` leads to each through the file. */
export type Sheet = {
  readonly tables: readonly {
    readonly path: readonly string[]
    readonly columns: readonly string[]
    readonly rows: readonly Row[]
  }[]
  readonly facts: readonly { readonly path: readonly string[]; readonly cell: Cell }[]
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is Text =>
  isFields(value) && typeof value.zh === 'string' && typeof value.en === 'string'
const isLimit = (value: unknown): value is Fields & { readonly value: number } =>
  isFields(value) && typeof value.value === 'number' && typeof value.unitAsWritten === 'string'

/** What the rest of a row is about. */
const firstColumns = ['matter', 'variant']
/** What a reader looks at last. */
const lastColumns = ['source', 'note', 'confidence']
/** Said together with the value they belong to. */
const units = ['unitAsWritten', 'unitApplied']

/** Turns what a settings file says into tables and facts, whatever file it is. */
export function sheetOf(value: unknown, path: readonly string[] = []): Sheet {
  if (Array.isArray(value) && (value.length === 0 || value.every(isFields)))
    return { tables: [tableOf(path, value.filter(isFields))], facts: [] }
  if (!isFields(value) || isText(value) || isSource(path.at(-1)))
    return { tables: [], facts: [{ path, cell: cellOf(path.at(-1) ?? '', value) }] }
  const own: Sheet['facts'] = isLimit(value) ? [{ path, cell: limitCell(value) }] : []
  const parts = Object.entries(value)
    .filter(([key]) => !isLimit(value) || (key !== 'value' && !units.includes(key)))
    .map(([key, part]) => sheetOf(part, [...path, key]))
  return {
    tables: parts.flatMap(({ tables }) => tables),
    facts: [...own, ...parts.flatMap(({ facts }) => facts)],
  }
}

const isSource = (key: string | undefined): boolean => key === 'source'

function tableOf(path: readonly string[], list: readonly Fields[]): Sheet['tables'][number] {
  const rows = list.map(rowOf)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return {
    path,
    columns: [
      ...firstColumns.filter((c) => columns.includes(c)),
      ...columns.filter((c) => !firstColumns.includes(c) && !lastColumns.includes(c)),
      ...lastColumns.filter((c) => columns.includes(c)),
    ],
    rows,
  }
}

function rowOf(fields: Fields): Row {
  const limit: Row = isLimit(fields) ? { value: limitCell(fields) } : {}
  const others = Object.entries(fields).filter(([key]) => !(key in limit) && !units.includes(key))
  const cells = Object.fromEntries(others.map(([key, value]) => [key, cellOf(key, value)]))
  const { matter, variant } = fields
  return {
    ...limit,
    ...cells,
    ...(typeof matter === 'string' && typeof variant === 'string'
      ? { variant: { kind: 'variant', matter, id: variant } as const }
      : {}),
  }
}

const limitCell = (fields: Fields & { readonly value: number }): Cell => ({
  kind: 'limit',
  value: fields.value,
  unitAsWritten: String(fields.unitAsWritten),
  unitApplied: String(fields.unitApplied ?? ''),
})

function cellOf(key: string, value: unknown): Cell {
  if (typeof value === 'boolean') return { kind: 'flag', on: value }
  if (isText(value)) return { kind: 'words', words: value }
  if (isLimit(value)) return limitCell(value)
  if (typeof value === 'string' && key === 'matter') return { kind: 'matter', id: value }
  if (typeof value === 'string' && (key === 'agency' || key === 'lead')) return { kind: 'agency', id: value }
  if (typeof value === 'string' && key === 'confidence') return { kind: 'mark', mark: value }
  return { kind: 'plain', text: plainText(value) }
}

/** Lists of times as 08:00–12:00、14:00–18:00; a source as its title with who and when. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) {
    const pairs = value.every((one) => Array.isArray(one))
    return value
      .map((one) => (pairs ? (one as readonly unknown[]).map(plainText).join('–') : plainText(one)))
      .join('、')
  }
  if (!isFields(value)) return String(value)
  const { title, by, year, ...rest } = value
  if (typeof title !== 'string')
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${plainText(part)}`)
      .join('; ')
  const whose = [by, year, ...Object.values(rest)].filter((part) => part !== undefined).map(plainText)
  return whose.length === 0 ? title : `${title}（${whose.join('，')}）`
}
