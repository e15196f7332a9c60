import { civilOf, numberOf, weekdayOf } from './days.ts'

/** Pixels a day, from the whole road on one screen to single hours. */
export const zooms = [0.6, 1.2, 2.5, 5, 10, 20, 40] as const

/** The place in `zooms` of the one that an address names by its pixels a day. */
export function zoomNamed(text: string | undefined): number | undefined {
  const place = zooms.findIndex((px) => String(px) === text)
  return place < 0 ? undefined : place
}

/** Days shown, both included. */
export type Range = { readonly first: number; readonly last: number }

/** The widest zoom in which so many days still go into so many pixels. */
export function zoomShowing(days: number, width: number): number {
  const fitting = zooms.filter((px) => px * days <= width)
  return fitting.length === 0 ? 0 : fitting.length - 1
}

/** What a chart must show: everything given with room at both ends, from a Monday on. */
export function rangeOf(positions: readonly number[], fallback: number): Range {
  const first = Math.floor(positions.reduce((a, b) => Math.min(a, b), positions[0] ?? fallback)) - 7
  const last = Math.ceil(positions.reduce((a, b) => Math.max(a, b), positions[0] ?? fallback)) + 21
  return { first: first - weekdayOf(first), last }
}

export const xOf = (position: number, { first }: Range, px: number): number => (position - first) * px
export const widthOf = ({ first, last }: Range, px: number): number => (last - first + 1) * px

export type Unit = 'year' | 'month' | 'week' | 'day'
export type Cell = { readonly unit: Unit; readonly day: number; readonly x: number; readonly width: number }

/** The two rows of the head at a zoom. */
export const unitsAt = (px: number): readonly [Unit, Unit] =>
  px < 4 ? ['year', 'month'] : px < 16 ? ['month', 'week'] : ['month', 'day']

/** The first day of the unit that a day lies in, and of the next one. */
function unitAround(day: number, unit: Unit): readonly [number, number] {
  const { year, month } = civilOf(day)
  switch (unit) {
    case 'year':
      return [numberOf(year, 1, 1), numberOf(year + 1, 1, 1)]
    case 'month':
      return [numberOf(year, month, 1), month === 12 ? numberOf(year + 1, 1, 1) : numberOf(year, month + 1, 1)]
    case 'week':
      return [day - weekdayOf(day), day - weekdayOf(day) + 7]
    case 'day':
      return [day, day + 1]
  }
}

/** Cells of one row of the head that meet the window (in pixels), cut to the range. */
export function headCells(unit: Unit, range: Range, px: number, window: readonly [number, number]): readonly Cell[] {
  const cells: Cell[] = []
  const end = Math.min(range.last + 1, range.first + Math.ceil(window[1] / px))
  for (let day = Math.max(range.first, range.first + Math.floor(window[0] / px)); day < end; ) {
    const [from, to] = unitAround(day, unit)
    const start = Math.max(from, range.first)
    const stop = Math.min(to, range.last + 1)
    cells.push({ unit, day: start, x: (start - range.first) * px, width: (stop - start) * px })
    day = to
  }
  return cells
}

/** One path that covers all days off in the window, runs of days drawn as one; nothing where a day is too thin to see. */
export function daysOffPath(
  isOff: (day: number) => boolean,
  range: Range,
  px: number,
  window: readonly [number, number],
  height: number,
): string {
  if (px < 2) return ''
  const end = Math.min(range.last + 1, range.first + Math.ceil(window[1] / px))
  let path = ''
  for (let day = Math.max(range.first, range.first + Math.floor(window[0] / px)); day < end; day++) {
    if (!isOff(day)) continue
    const from = day
    while (day + 1 < end && isOff(day + 1)) day++
    path += `M${(from - range.first) * px} 0h${(day + 1 - from) * px}v${height}h${-(day + 1 - from) * px}z`
  }
  return path
}
