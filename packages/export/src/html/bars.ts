import { textWidth } from '../textWidth.ts'
import type { Activity } from '../view.ts'
import { type Axis, minutesOf } from './axis.ts'

/** A step on the chart, in pixels. */
export type Bar = {
  readonly activity: Activity
  readonly lane: number
  readonly x: number
  readonly width: number
  /** Right end of its slack; its own end where it has none, or where the slack is that of the next step too and drawn there. */
  readonly tail: number
  readonly goesOnLeft: boolean
  readonly goesOnRight: boolean
}

/** A bar of an hour in a chart of two years still has to be seen. */
const leastWidth = 3

/** The activities that show within the axis as bars: one that overlaps another in time takes the next free lane. */
export function barsOf(activities: readonly Activity[], axis: Axis): readonly Bar[] {
  const shown = activities
    .map((activity) => ({ activity, start: minutesOf(activity.start), finish: minutesOf(activity.finish) }))
    .filter(({ start, finish }) => start < axis.to && (finish > axis.from || (finish === start && start >= axis.from)))
    .toSorted((a, b) => a.start - b.start || a.finish - b.finish)
  const lanes: { readonly finish: number; readonly end: number }[] = []
  const placed = shown.map(({ activity, start, finish }) => {
    const free = lanes.findIndex((lane) => lane.finish <= start)
    const lane = free === -1 ? lanes.length : free
    const x = Math.min(Math.max(axis.x(start), lanes[lane]?.end ?? 0), axis.right - leastWidth)
    const width = Math.min(axis.right - x, Math.max(leastWidth, axis.x(finish) - x))
    lanes[lane] = { finish, end: x + width }
    const latestFinish = finish + (minutesOf(activity.latestStart) - start)
    const tail = activity.slack > 0 && !activity.done ? Math.max(x + width, axis.x(latestFinish)) : x + width
    return { activity, lane, x, width, tail, goesOnLeft: start < axis.from, goesOnRight: finish > axis.to }
  })
  return placed.map((bar, index) => {
    const next = placed.slice(index + 1).find(({ lane }) => lane === bar.lane)
    return next === undefined || bar.tail <= next.x ? bar : { ...bar, tail: bar.x + bar.width }
  })
}

export const barFont = 10.5
export const articleFont = 9

/** Words beside a bar: on the bar's own line, or on the line under it. */
export type Label = {
  readonly bar: Bar
  readonly text: string
  readonly x: number
  readonly line: 'bar' | 'under'
  readonly is: 'name' | 'article'
}

/** A stretch of a lane that something else takes: the level part of an arrow. */
export type Taken = { readonly lane: number; readonly from: number; readonly to: number }

type Span = readonly [number, number]
const overlaps = ([a, b]: Span, [c, d]: Span) => a < d && c < b

/**
 * Places each bar's name and article where they hide no other bar or word; critical steps choose first. What finds no
 * room is left out here: the tooltip and the table of steps have it.
 */
export function labelsOf(
  bars: readonly Bar[],
  width: number,
  arrows: readonly Taken[],
  nameOf: (activity: Activity) => string,
  articleOf: (activity: Activity) => string,
): readonly Label[] {
  const taken = { bar: new Map<number, Span[]>(), under: new Map<number, Span[]>() }
  const obstacles = [...arrows, ...bars.map(({ lane, x, width: size }) => ({ lane, from: x, to: x + size }))]
  for (const { lane, from, to } of obstacles) taken.bar.set(lane, [...(taken.bar.get(lane) ?? []), [from, to]])
  const labels: Label[] = []
  const place = (bar: Bar, text: string, is: Label['is'], line: Label['line'], x: number, inside: boolean): boolean => {
    const size = textWidth(text, is === 'name' ? barFont : articleFont)
    const span: Span = [x - 2, x + size + 2]
    if (x < 0 || x + size > width) return false
    const lane = taken[line].get(bar.lane) ?? []
    if (!inside && lane.some((other) => overlaps(other, span))) return false
    taken[line].set(bar.lane, [...lane, span])
    labels.push({ bar, text, x, line, is })
    return true
  }
  const under = (bar: Bar, text: string, is: Label['is']) => {
    const size = textWidth(text, is === 'name' ? barFont : articleFont)
    const beyond = bar.x + size > width ? [width - size - 1] : []
    return [bar.x, ...beyond, bar.x + bar.width - size, bar.x + bar.width / 2 - size / 2].some((x) =>
      place(bar, text, is, 'under', x, false),
    )
  }
  const first = bars.toSorted((a, b) => Number(b.activity.critical) - Number(a.activity.critical))
  const homeless = first.filter((bar) => {
    const text = nameOf(bar.activity)
    const size = textWidth(text, barFont)
    if (bar.width >= size + 8) return !place(bar, text, 'name', 'bar', bar.x + 4, true)
    const right = bar.x + bar.width + (bar.goesOnRight ? 12 : 4)
    return !(place(bar, text, 'name', 'bar', right, false) || place(bar, text, 'name', 'bar', bar.x - 4 - size, false))
  })
  for (const bar of homeless) under(bar, nameOf(bar.activity), 'name')
  for (const bar of first) under(bar, articleOf(bar.activity), 'article')
  return labels
}
