import type { PlanDocument } from '@kaigong/contract'
import type { Row } from './rows.ts'

/** One activity holds another: an arrow from the end of the one to the beginning of the other. */
export type Edge = { readonly from: string; readonly to: string; readonly critical: boolean }

/** What holds what, as the plan explains it. */
export function edgesOf(plan: PlanDocument): readonly Edge[] {
  const critical = new Set(plan.activities.filter((a) => a.critical).map((a) => a.id))
  return plan.activities.flatMap((to) =>
    to.binding.flatMap(({ activity: from }) =>
      from === undefined ? [] : [{ from, to: to.id, critical: critical.has(from) && critical.has(to.id) }],
    ),
  )
}

/** Where an activity stands on the chart: its row, and its days. */
export type Place = { readonly row: number; readonly from: number; readonly to: number }

/** Every activity that can be seen in some row; a folded matter shows all of its steps on its own line. */
export function placesOf(rows: readonly Row[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  rows.forEach((row, index) => {
    if (row.kind === 'activity') places.set(row.id, { row: index, from: row.bar.from, to: row.bar.to })
    if (row.kind === 'matter' && !row.open) {
      for (const bar of row.bars) places.set(bar.id, { row: index, from: bar.from, to: bar.to })
    }
  })
  return places
}

export type Arrow = { readonly edge: Edge; readonly from: Place; readonly to: Place }

/** The arrows that touch the rows in the window (both ends included); within one row there is nothing to draw. */
export function arrowsIn(
  edges: readonly Edge[],
  places: ReadonlyMap<string, Place>,
  firstRow: number,
  lastRow: number,
): readonly Arrow[] {
  const inside = ({ row }: Place) => row >= firstRow && row <= lastRow
  return edges.flatMap((edge) => {
    const from = places.get(edge.from)
    const to = places.get(edge.to)
    if (!from || !to || from.row === to.row || (!inside(from) && !inside(to))) return []
    return [{ edge, from, to }]
  })
}

const STUB = 6
const HEAD = 4

/** Lines and heads of many arrows as two paths, so that their number does not become a number of elements. */
export function arrowPaths(
  arrows: readonly Arrow[],
  x: (position: number) => number,
  rowHeight: number,
): { readonly lines: string; readonly heads: string } {
  let lines = ''
  let heads = ''
  for (const { from, to } of arrows) {
    const [x1, y1, x2, y2] = [x(from.to), (from.row + 0.5) * rowHeight, x(to.from), (to.row + 0.5) * rowHeight]
    if (x2 >= x1 + 2 * STUB) {
      lines += `M${r(x1)} ${y1}H${r(x2 - STUB)}V${y2}H${r(x2)}`
    } else {
      // Not enough room between the bars: out, along the line between two rows, and back in.
      const between = y2 > y1 ? y2 - rowHeight / 2 : y2 + rowHeight / 2
      lines += `M${r(x1)} ${y1}h${STUB}V${between}H${r(x2 - STUB)}V${y2}H${r(x2)}`
    }
    heads += `M${r(x2)} ${y2}l${-HEAD - 1} ${-HEAD}v${2 * HEAD}z`
  }
  return { lines, heads }
}

/** Half pixels are enough, and keep the paths short. */
const r = (value: number): number => Math.round(value * 2) / 2
