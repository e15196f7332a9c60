import type { Bar, Taken } from './bars.ts'
import { laneHeight, type Row } from './rows.ts'

/** A stroke of an arrow inside one row, in that row's pixels; the last stroke of an arrow ends in a head. */
export type Stroke = {
  readonly row: number
  readonly path: string
  readonly head: string
  readonly level: readonly Taken[]
}

export const barTop = 4
export const barHeight = 13

type Placed = {
  readonly bar: Bar
  readonly row: number
  readonly top: number
  readonly middle: number
  readonly bottom: number
}

const placed = (rows: readonly Row[]): ReadonlyMap<string, Placed> =>
  new Map(
    rows.flatMap((row, index) =>
      row.kind === 'group'
        ? []
        : row.bars.map((bar) => {
            const top = bar.lane * laneHeight + barTop
            return [
              bar.activity.id,
              { bar, row: index, top, middle: top + barHeight / 2, bottom: top + barHeight },
            ] as const
          }),
    ),
  )

const headDown = (x: number, y: number) => `${x - 3},${y - 5} ${x + 3},${y - 5} ${x},${y}`
const headUp = (x: number, y: number) => `${x - 3},${y + 5} ${x + 3},${y + 5} ${x},${y}`
const headRight = (x: number, y: number) => `${x - 5},${y - 3} ${x - 5},${y + 3} ${x},${y}`

const strokesBetween = (rows: readonly Row[], from: Placed, to: Placed): readonly Stroke[] => {
  const x1 = from.bar.x + from.bar.width
  const x2 = to.bar.x
  if (from.row === to.row && from.bar.lane === to.bar.lane) {
    return x2 - x1 < 8
      ? []
      : [
          {
            row: to.row,
            path: `M${x1} ${from.middle}H${x2 - 4}`,
            head: headRight(x2, to.middle),
            level: [{ lane: to.bar.lane, from: x1, to: x2 }],
          },
        ]
  }
  const turn = Math.min(Math.max(x1 + 1, x2 + 1.5), x2 + Math.max(to.bar.width - 1.5, 1.5))
  const down = to.row > from.row || (to.row === from.row && to.bar.lane > from.bar.lane)
  const arrive = down ? to.top : to.bottom
  const head = down ? headDown(turn, arrive) : headUp(turn, arrive)
  const level = [{ lane: from.bar.lane, from: Math.min(x1, turn), to: Math.max(x1, turn) }]
  const leave = `M${x1} ${from.middle}H${turn}`
  if (from.row === to.row) return [{ row: to.row, path: `${leave}V${down ? arrive - 4 : arrive + 4}`, head, level }]
  const height = (row: number) => rows[row]?.height ?? 0
  const between = Array.from(
    { length: Math.abs(to.row - from.row) - 1 },
    (_, index) => Math.min(from.row, to.row) + 1 + index,
  )
  return [
    { row: from.row, path: `${leave}V${down ? height(from.row) : 0}`, head: '', level },
    ...between.map((row) => ({ row, path: `M${turn} 0V${height(row)}`, head: '', level: [] })),
    {
      row: to.row,
      path: down ? `M${turn} 0V${arrive - 4}` : `M${turn} ${height(to.row)}V${arrive + 4}`,
      head,
      level: [],
    },
  ]
}

/**
 * Arrows from what holds a critical step to that step, cut into strokes row by row: a chart of many rows breaks across
 * printed pages, and a stroke never leaves its row.
 */
export function arrowsOf(rows: readonly Row[]): readonly Stroke[] {
  const bars = placed(rows)
  return [...bars.values()]
    .filter(({ bar }) => bar.activity.critical)
    .flatMap((to) =>
      to.bar.activity.binding.flatMap(({ activity }) => {
        const from = activity === undefined ? undefined : bars.get(activity)
        return from?.bar.activity.critical ? strokesBetween(rows, from, to) : []
      }),
    )
}
