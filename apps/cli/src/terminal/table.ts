import type { Look, Paint } from './paint.ts'
import { padded, widthOf } from './width.ts'
import { widestPiece, wrap } from './wrap.ts'

export type Column = {
  readonly head: string
  readonly align?: 'right'
  /** Never narrower than what stands in it: dates and numbers. */
  readonly rigid?: boolean
  /** The width below which it is never wrapped; that of its longest word when absent. */
  readonly least?: number
}

/** A cell's text, with how it stands out. */
export type Cell = string | { readonly text: string; readonly look: Look }

/** A row of cells, or a heading over the rows that follow it. */
export type Row = readonly Cell[] | { readonly heading: string }

const gap = 2
/** A soft column is never narrower than four Chinese characters, nor than its longest word unless that is very long. */
const readable = 8
const longWord = 16

const isHeading = (row: Row): row is { readonly heading: string } => 'heading' in row
const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)

/**
 * Lines of a table that is no wider than `width` where its rigid columns leave room: too wide columns are wrapped, the widest first.
 * Columns that are empty in every row are left out.
 */
export function table(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  paint: Paint,
): readonly string[] {
  const cells = rows.flatMap((row) => (isHeading(row) ? [] : [row]))
  const kept = columns.flatMap((column, i) => (cells.some((row) => textOf(row[i] ?? '') !== '') ? [{ column, i }] : []))
  const natural = kept.map(({ column, i }) =>
    Math.max(widthOf(column.head), ...cells.map((row) => widthOf(textOf(row[i] ?? '')))),
  )
  const room = width - gap * (kept.length - 1)
  const rigid = kept.map(({ column }, k) => (column.rigid ? (natural[k] ?? 0) : 0))
  const wholeWords = kept.map(({ column, i }, k) => {
    const words = cells.map((row) => widestPiece(textOf(row[i] ?? '')))
    return Math.max(rigid[k] ?? 0, column.least ?? Math.min(longWord, Math.max(readable, ...words)))
  })
  // Words are only cut where the screen is too narrow for whole ones.
  const readably = rigid.map((least) => Math.max(readable, least))
  const widths = fitted(fitted(natural, wholeWords, room), readably, room)
  const line = (row: readonly Cell[]): readonly string[] => {
    const wrapped = row.map((cell, k) => wrap(textOf(cell), widths[k] ?? readable))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, n) =>
      row
        .map((cell, k) => {
          const text = wrapped[k]?.[n] ?? ''
          const filled = padded(text, widths[k] ?? 0, kept[k]?.column.align)
          // Only what is written stands out, not the room around it.
          return typeof cell === 'string' ? filled : filled.replace(text, () => paint(cell.look, text))
        })
        .join(' '.repeat(gap))
        .trimEnd(),
    )
  }
  return [
    ...line(kept.map(({ column }) => ({ text: column.head, look: 'quiet' }))),
    ...rows.flatMap((row) =>
      isHeading(row) ? ['', paint('strong', row.heading)] : line(kept.map(({ i }) => row[i] ?? '')),
    ),
  ]
}

/** Widths that sum up to `room` at most: the widest give way first, none below its least. */
function fitted(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural]
  let excess = widths.reduce((sum, w) => sum + w, 0) - room
  while (excess > 0) {
    const widest = widths.reduce((found, w, i) => (w > (least[i] ?? 0) && w > (widths[found] ?? -1) ? i : found), -1)
    if (widest === -1) break
    widths[widest] = (widths[widest] ?? 0) - 1
    excess--
  }
  return widths
}
