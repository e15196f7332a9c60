import type { CellValue } from 'hucre'
import { columns, type ListColumn } from './columns.ts'
import { type MoneyUnit, unitIn } from './money.ts'
import { cellText } from './readCell.ts'

/** A column of a sheet; `known` is undefined where the list has no such column. */
export type Head = {
  readonly at: number
  readonly header: string
  readonly known: ListColumn | undefined
  readonly unit: MoneyUnit
}
export type Heads = {
  /** The lowest row of heads, counted from 0. */
  readonly row: number
  readonly heads: readonly Head[]
}

/** A table begins near the top, and a line that names so few columns is no line of heads. */
const LAST_ROW_OF_HEADS = 20
const FEWEST_COLUMNS = 2
/** Numbers each line anew; nobody wants it back. */
const LINE_NUMBER = /^(?:序号|编号|no\.?|#)$/

/** Where the table begins and which of its columns are the list's: by name, whatever their order, unit and line breaks. */
export function headsOf(rows: readonly (readonly CellValue[])[]): Heads | undefined {
  let best: Heads | undefined
  for (let row = 0; row < Math.min(rows.length, LAST_ROW_OF_HEADS); row += 1) {
    const heads = headsIn(rows, row)
    if (heads.every(({ known }) => known?.key !== 'name')) continue
    if (count(heads) < FEWEST_COLUMNS || (best !== undefined && count(heads) <= count(best.heads))) continue
    best = { row, heads }
  }
  return best
}

const count = (heads: readonly Head[]): number => heads.filter(({ known }) => known !== undefined).length

/** With heads in two rows the lower names the column, and the upper one where the lower is merged into it. */
function headsIn(rows: readonly (readonly CellValue[])[], row: number): readonly Head[] {
  const above = rows[row - 1] ?? []
  const unit = sheetUnit(rows.slice(0, row + 1))
  const width = Math.max(rows[row]?.length ?? 0, above.length)
  const taken = new Set<string>()
  let group = ''
  return Array.from({ length: width }, (_, at) => {
    const upper = cellText(above[at] ?? null)
    const lower = cellText(rows[row]?.[at] ?? null)
    if (upper !== '') group = upper
    const header = (lower === '' ? upper : lower).replaceAll(/\s+/g, ' ')
    const known = columnCalled(header)
    const isFirst = known !== undefined && !taken.has(known.key)
    if (known !== undefined) taken.add(known.key)
    return { at, header, known: isFirst ? known : undefined, unit: unitIn(header) ?? unitIn(group) ?? unit }
  }).filter(({ header }) => header !== '' && !LINE_NUMBER.test(bare(header)))
}

/** `单位：亿元` somewhere above the table. */
const sheetUnit = (above: readonly (readonly CellValue[])[]): MoneyUnit =>
  above
    .flat()
    .map(cellText)
    .filter((text) => text.includes('单位'))
    .map(unitIn)
    .find((unit) => unit !== undefined) ?? '万元'

const columnCalled = (header: string): ListColumn | undefined => byName.get(bare(header))

/** A head without what is in brackets, spaces, signs and the unit behind it. */
const bare = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\([^)]*\)|[\s\p{P}\p{S}]/gu, '')
    .replace(/(?<=.)(?:亿元|万元)$/, '')

const byName: ReadonlyMap<string, ListColumn> = new Map(
  columns.flatMap((column) =>
    [column.head.zh, column.head.en, ...column.also].map((name) => [bare(name), column] as const),
  ),
)
