import { civilFromDays, firstOfMonth } from './civil.ts'
import type { Day } from './day.ts'
import { afterLast, beforeFirst, covers, outside, type WorkCalendar } from './workCalendar.ts'
import { nextWorkday, notWhole, previousWorkday } from './workdays.ts'

/** A length of time in the unit in which it is counted, whatever word the law uses. */
export type Period = {
  readonly value: number
  readonly unitApplied: 'hour' | 'workday' | 'day' | 'month' | 'year'
}

export type HowCounted = {
  /**
   * `duty`: something must be done by its last day, which rolls to the next working day (民法典 203).
   * `minimum`: something must last at least so long (auction notice, listing, publicity): it neither shortens nor rolls.
   */
  readonly kind: 'duty' | 'minimum'
  /** Publicity (公示) counts its first day; everything else does not (民法典 201). */
  readonly countStartDay?: boolean | undefined
}

/**
 * Last day (inclusive) of a period that begins on `start`: the last on which a duty is in time, the one with whose close
 * a minimum period is over. The start day does not count (民法典 201) unless `countStartDay`. Months and years end on the
 * day of the same number, or on the month's last where there is none (民法典 202); a period of 0 ends on `start`.
 * Hours are hours of the clock: they count from a moment (民法典 201), so no start day is left out and no end rolls. As only
 * the day is known here, 24 of them end the next day, and what is left over is taken from a duty and given to a minimum
 * period, so that neither is broken. Working hours are `addWorkTicks`.
 * Whole numbers only, but for hours. Past the last notice weekends are assumed: ask `isProvisional` before you promise.
 */
export function lastDay(calendar: WorkCalendar, start: Day, period: Period, how: HowCounted): Day {
  if (!isCountable(period)) throw notWhole(period.value)
  if (!covers(calendar, start)) throw outside(calendar, start)
  const { value, unitApplied } = period
  if (unitApplied === 'workday' && value > 0) return lastWorkday(calendar, start, value, how)
  const end = (start + runsFor(start, period, how)) as Day
  if (!covers(calendar, end)) throw afterLast(calendar)
  return how.kind === 'duty' && unitApplied !== 'hour' ? nextWorkday(calendar, end) : end
}

/**
 * The last day on which a period can begin and still end on or before `end`: planning backwards. For every day `s`,
 * `lastDay(s) <= end` exactly when `s <= latestStart(end)`. Throws `calendar.beforeFirst` where the calendar has no such day.
 */
export function latestStart(calendar: WorkCalendar, end: Day, period: Period, how: HowCounted): Day {
  if (!isCountable(period)) throw notWhole(period.value)
  if (!covers(calendar, end)) throw outside(calendar, end)
  const { value, unitApplied } = period
  const start =
    unitApplied === 'workday' && value > 0
      ? latestWorkdayStart(calendar, end, value, how)
      : latestCalendarStart(
          how.kind === 'duty' && unitApplied !== 'hour' ? previousWorkday(calendar, end) : end,
          period,
          how,
        )
  if (start < calendar.first) throw beforeFirst(calendar)
  return start as Day
}

const isCountable = ({ value, unitApplied }: Period) =>
  value >= 0 && (Number.isInteger(value) || (unitApplied === 'hour' && Number.isFinite(value)))

function lastWorkday(calendar: WorkCalendar, start: Day, value: number, { countStartDay }: HowCounted): Day {
  const before = calendar.workBefore[start - calendar.first + (countStartDay ? 0 : 1)]!
  const end = calendar.nth[before + value - 1]
  if (end === undefined) throw afterLast(calendar)
  return end as Day
}

/** The working day that is number `value` counted back from `end`; without `countStartDay` any day before it still precedes it. */
function latestWorkdayStart(calendar: WorkCalendar, end: Day, value: number, { countStartDay }: HowCounted): number {
  const firstCounted = calendar.nth[calendar.workBefore[end - calendar.first + 1]! - value]
  if (firstCounted === undefined) throw beforeFirst(calendar)
  return countStartDay ? firstCounted : firstCounted - 1
}

/** Days from the start to the period's own end, before anything rolls. */
function runsFor(start: Day, { value, unitApplied }: Period, { kind, countStartDay }: HowCounted): number {
  if (value === 0) return 0
  switch (unitApplied) {
    case 'hour':
      return kind === 'duty' ? Math.floor(value / 24) : Math.ceil(value / 24)
    case 'workday':
    case 'day':
      return countStartDay ? value - 1 : value
    case 'month':
      return monthsLater(start, value, countStartDay === true) - start
    case 'year':
      return monthsLater(start, value * 12, countStartDay === true) - start
  }
}

function latestCalendarStart(end: Day, { value, unitApplied }: Period, how: HowCounted): number {
  switch (unitApplied) {
    case 'hour':
    case 'workday':
    case 'day':
      return end - runsFor(end, { value, unitApplied }, how)
    case 'month':
      return value === 0 ? end : monthsEarlier(end, value, how.countStartDay === true)
    case 'year':
      return value === 0 ? end : monthsEarlier(end, value * 12, how.countStartDay === true)
  }
}

/** The day of the same number, or the day before it when the first one counts; the month's last day where there is none (民法典 202). */
function monthsLater(start: Day, months: number, countStartDay: boolean): number {
  const from = civilFromDays(start)
  const sameNumber = firstOfMonth(from, months) + from.dayOfMonth - 1 - (countStartDay ? 1 : 0)
  return Math.min(sameNumber, firstOfMonth(from, months + 1) - 1)
}

/** The greatest day whose `monthsLater` is not after `end`: from the 28th of February that is the 31st of January. */
function monthsEarlier(end: Day, months: number, countStartDay: boolean): number {
  const corresponding = civilFromDays(countStartDay ? end + 1 : end)
  const lastOfMonth = firstOfMonth(corresponding, 1 - months) - 1
  const endsMonth = !countStartDay && firstOfMonth(corresponding, 1) - 1 === end
  return endsMonth
    ? lastOfMonth
    : Math.min(firstOfMonth(corresponding, -months) + corresponding.dayOfMonth - 1, lastOfMonth)
}
