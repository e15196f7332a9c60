import { addWorkdays, countWorkdays, type Day, nextWorkday, type WorkCalendar } from '@kaigong/calendar'

/**
 * How a clock measures: on days, a moment is the close of a day, so that what begins on a day does not count it (民法典 201); on ticks it is
 * the tick itself.
 */
export type Axis = {
  readonly count: (from: number, to: number) => number
  /** The moment at which so much has been counted from one on. */
  readonly advance: (from: number, amount: number) => number
}

/** Working days (行政许可法 82), each question two look-ups in the calendar's prefix sums. */
export const workdayAxis = (calendar: WorkCalendar): Axis => ({
  count: (from, to) => countWorkdays(calendar, from as Day, to as Day),
  advance: (from, amount) => addWorkdays(calendar, from as Day, amount),
})

/** Days as they come; a last day on a day off rolls (民法典 203). */
export const everydayAxis = (calendar: WorkCalendar): Axis => ({
  count: (from, to) => to - from,
  advance: (from, amount) => nextWorkday(calendar, (from + amount) as Day),
})

/** A stretch of standstill; the end is infinite while it lasts. */
export type Standstill = { readonly from: number; readonly to: number }

export type Counted = {
  readonly elapsed: number
  /** Where the limit runs out; null without a limit, or while the clock stands still before it. */
  readonly end: number | null
}

/**
 * Counts from `start` to `until` without the standstills, which are merged and in order, and finds where `limit` runs out.
 * A standstill that begins after the limit has run out revives nothing.
 */
export function countThrough(
  axis: Axis,
  start: number,
  until: number,
  standstills: readonly Standstill[],
  limit: number | null,
): Counted {
  let at = start
  let counted = 0
  let elapsed = 0
  // At once: the day itself, whatever stands still afterwards.
  let end = limit === 0 ? axis.advance(start, 0) : null
  const run = (to: number) => {
    const more = to === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : axis.count(at, to)
    if (limit !== null && end === null && counted + more >= limit) end = axis.advance(at, limit - counted)
    if (until > at) elapsed += axis.count(at, Math.min(to, until))
    counted += more
  }
  for (const { from, to } of standstills) {
    if (to <= at) continue
    if (from > at) run(from)
    at = to
    if (to === Number.POSITIVE_INFINITY) return { elapsed, end }
  }
  run(Number.POSITIVE_INFINITY)
  return { elapsed, end }
}

/** Overlapping standstills as one; they must come in the order of their beginnings. What is left of none (same moment) is dropped. */
export function merged<S extends Standstill>(
  standstills: readonly S[],
): readonly (Standstill & { readonly of: readonly S[] })[] {
  const result: { from: number; to: number; of: S[] }[] = []
  for (const one of standstills) {
    if (one.to <= one.from) continue
    const last = result.at(-1)
    if (last === undefined || one.from > last.to) {
      result.push({ from: one.from, to: one.to, of: [one] })
      continue
    }
    last.to = Math.max(last.to, one.to)
    last.of.push(one)
  }
  return result
}
