import type { CellStyle, MergeRange, WriteSheet } from 'hucre'
import { linesOf } from '../textWidth.ts'
import type { Lang } from '../words.ts'
import { xmlText } from '../xmlText.ts'
import { serialOfDay, serialOfMoment, type Value } from './cell.ts'
import { type Look, styleOf } from './styles.ts'

/** A column of a table: how many columns of the sheet it takes, and a common head over it and its neighbours. */
type Column = {
  readonly head: string
  readonly group?: string
  readonly span?: number
  readonly align?: 'left' | 'center'
}
/** A table on a sheet, with a line of heading above it if it is one of several. A table without heads is prose. */
export type Block = {
  readonly heading?: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
  readonly look?: 'prose'
}
export type Content = {
  readonly name: string
  readonly title: string
  readonly subtitle: string
  readonly paper: 'a3' | 'a4'
  /** Widths of the sheet's columns in digits of the standard font; a Chinese character takes two. */
  readonly widths: readonly number[]
  readonly blocks: readonly Block[]
  /** Columns that stay in sight; of a sheet that is one table. With it come the filter and the repeated heads. */
  readonly list?: { readonly frozenColumns: number }
  readonly footer: string
}

type Placed = { readonly value: Value; readonly look: Look; readonly column: number; readonly span: number }
type Row = { readonly cells: readonly Placed[]; readonly height: number }

/** Of the standard font in size 11: Chinese fonts have broad digits. */
const PIXELS_PER_DIGIT: Readonly<Record<Lang, number>> = { zh: 8, en: 7 }
const PIXELS_PER_POINT = 96 / 72
const LINE_HEIGHTS: Readonly<Record<Look, number>> = {
  title: 26,
  subtitle: 15,
  heading: 20,
  head: 14,
  text: 13.5,
  centred: 13.5,
  prose: 17,
}
const FONT_SIZES: Readonly<Record<Look, number>> = {
  title: 18,
  subtitle: 10,
  heading: 12,
  head: 10,
  text: 10,
  centred: 10,
  prose: 12,
}
/** Excel allows no higher row. */
const HIGHEST_ROW = 409

/** A sheet as an office would circulate it: title, what it is about, heads, rows; to print on landscape paper. */
export function sheetOf(content: Content, lang: Lang): WriteSheet {
  const { name, title, subtitle, paper, widths, blocks, list, footer } = content
  const placed: Row[] = [whole(content, title, 'title', lang), whole(content, subtitle, 'subtitle', lang)]
  const merges: MergeRange[] = []
  let headEnds = placed.length
  for (const block of blocks) {
    if (block.heading !== undefined) placed.push(whole(content, block.heading, 'heading', lang))
    const heads = headRows(block)
    merges.push(...groupMerges(block, placed.length))
    placed.push(...heads.map((cells) => rowOf(content, cells, lang)))
    headEnds = placed.length
    placed.push(...block.rows.map((row) => rowOf(content, bodyCells(block, row), lang)))
  }
  const headRowCount = list === undefined ? 0 : headEnds - 2
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: placed.map(({ cells }) => valuesOf(cells, widths.length)),
    cells: new Map(
      placed.flatMap(({ cells }, row) =>
        cells.flatMap(({ value, look, column, span }) =>
          // A border goes around a merged cell only if every cell below it has one.
          Array.from(
            { length: span },
            (_, i) => [`${row},${column + i}`, { style: cellStyle(value, look, lang) }] as const,
          ),
        ),
      ),
    ),
    rowDefs: new Map(placed.map(({ height }, row) => [row, { height }])),
    merges: [...spanMerges(placed), ...merges],
    pageSetup: {
      paperSize: paper,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(list === undefined ? {} : { printTitlesRow: `$3:$${2 + headRowCount}` }),
    },
    headerFooter: { oddFooter: footer },
    ...(list === undefined
      ? {}
      : {
          freezePane: { rows: headEnds, columns: list.frozenColumns },
          autoFilter: { range: `A${headEnds}:${letters(widths.length - 1)}${placed.length}` },
        }),
  }
}

/** A row that one text has to itself. */
const whole = (content: Content, text: string, look: Look, lang: Lang): Row =>
  rowOf(content, [{ value: text, look, column: 0, span: content.widths.length }], lang)

function rowOf({ widths }: Content, cells: readonly Placed[], lang: Lang): Row {
  const lines = (cell: Placed): number => {
    const width = widths.slice(cell.column, cell.column + cell.span).reduce((sum, each) => sum + each, 0)
    const size = FONT_SIZES[cell.look] * PIXELS_PER_POINT
    return typeof cell.value === 'string'
      ? cell.value.split('\n').reduce((sum, line) => sum + linesOf(line, size, width * PIXELS_PER_DIGIT[lang]), 0)
      : 1
  }
  const height = Math.max(...cells.map((cell) => lines(cell) * LINE_HEIGHTS[cell.look] + 4))
  return { cells, height: Math.min(HIGHEST_ROW, Math.round(height * 10) / 10) }
}

/** One row of heads, or two where columns have a common head. */
function headRows({ columns }: Block): readonly (readonly Placed[])[] {
  if (columns.every(({ head }) => head === '')) return []
  const row = (text: (column: Column) => string) =>
    placedIn(columns, (column) => ({ value: text(column), look: 'head' }))
  const own = row(({ head }) => head)
  return columns.some(({ group }) => group !== undefined) ? [row(({ group, head }) => group ?? head), own] : [own]
}

/** A head without a common one stands in both rows; a common head stands over all its columns. */
function groupMerges({ columns }: Block, row: number): readonly MergeRange[] {
  if (columns.every(({ group }) => group === undefined)) return []
  return columns.flatMap(({ group }, column) => {
    if (group === undefined) return [{ startRow: row, endRow: row + 1, startCol: column, endCol: column }]
    if (columns[column - 1]?.group === group) return []
    const after = columns.findIndex((each, i) => i > column && each.group !== group)
    return [{ startRow: row, endRow: row, startCol: column, endCol: (after < 0 ? columns.length : after) - 1 }]
  })
}

const bodyCells = ({ columns, look }: Block, row: readonly Value[]): readonly Placed[] =>
  placedIn(columns, ({ align }, i) => {
    const value = row[i] ?? null
    const centred = align === 'center' || typeof value === 'number' || isDate(value)
    return { value, look: look ?? (centred ? 'centred' : 'text') }
  })

const isDate = (value: Value): boolean => typeof value === 'object' && value !== null && !('code' in value)

function placedIn(
  columns: readonly Column[],
  cell: (column: Column, index: number) => Pick<Placed, 'value' | 'look'>,
): readonly Placed[] {
  let at = 0
  return columns.map((column, index) => {
    const placed = { ...cell(column, index), column: at, span: column.span ?? 1 }
    at += placed.span
    return placed
  })
}

const spanMerges = (rows: readonly Row[]): readonly MergeRange[] =>
  rows.flatMap(({ cells }, row) =>
    cells.flatMap(({ column, span }) =>
      span === 1 ? [] : [{ startRow: row, endRow: row, startCol: column, endCol: column + span - 1 }],
    ),
  )

function valuesOf(cells: readonly Placed[], width: number): (string | number | null)[] {
  const values = Array.from({ length: width }, (): string | number | null => null)
  for (const { value, column } of cells) values[column] = plain(value)
  return values
}

function plain(value: Value): string | number | null {
  if (typeof value === 'string') return xmlText(value)
  if (typeof value === 'number' || value === null) return value
  if ('code' in value) return xmlText(value.code)
  return 'day' in value ? serialOfDay(value.day) : serialOfMoment(value.moment)
}

/** A text that a spreadsheet might take for a formula once somebody edits the cell stays text in a text cell. */
const LIKE_A_FORMULA = /^[\s]*[=+\-@]/

function cellStyle(value: Value, look: Look, lang: Lang): CellStyle {
  const style = styleOf(look, lang)
  if (typeof value === 'string') return LIKE_A_FORMULA.test(value) ? { ...style, numFmt: '@' } : style
  if (typeof value === 'number') return { ...style, numFmt: Number.isInteger(value) ? '0' : '0.0' }
  if (value === null) return style
  if ('code' in value) return { ...style, numFmt: '@' }
  return { ...style, numFmt: 'day' in value ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm' }
}

/** `A`, `Z`, `AA`: how spreadsheets name the columns from 0. */
export const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`
