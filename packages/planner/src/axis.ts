import { type Day, isoDate, isWorkday, TICKS_PER_DAY, type WorkCalendar, workHours } from '@kaigong/calendar'
import type { District, Week } from '@kaigong/catalogue'
import { type Calendar, calendar as calendarOf, type Span, type Time } from '@kaigong/scheduler'
import type { PlanLength } from './plan.ts'

/** How far ahead a plan can look: longer than any approval, construction and rise to full output together. */
const YEARS_AHEAD = 12

/**
 * Continuous Beijing time in ticks of 12 minutes from `origin`, with the calendars that lengths are measured in. Of each week there are
 * three: `work` is open in working hours; `close` only in the last tick before closing time of each of its days, so that n days
 * end at the close of the n-th; `doors` is `work` with the tick after closing, for what may still be handed in at closing time.
 */
export type Axis = {
  readonly origin: Day
  readonly horizon: Time
  readonly calendars: readonly Calendar[]
  /** Working ticks in a working day. */
  readonly ticksPerWorkday: number
}

const WEEKS: readonly Week[] = ['office', 'design', 'site', 'everyday']
const KINDS = ['work', 'close', 'doors'] as const

/** Index of a calendar in `axis.calendars`. */
export const calendarIndex = (week: Week, kind: (typeof KINDS)[number]): number => WEEKS.indexOf(week) * KINDS.length + KINDS.indexOf(kind)

export function axisOf(weeks: Readonly<Record<Week, WorkCalendar>>, { hours }: District, origin: Day): Axis {
  const days = Math.min(Math.round(YEARS_AHEAD * 365.25), weeks.office.last - origin + 1)
  const horizon = days * TICKS_PER_DAY
  const { openBefore, nth, ticksPerWorkday } = workHours(hours)
  const last = nth.at(-1)
  const open = (tick: number) => openBefore[tick + 1] !== openBefore[tick]
  const opens = { work: open, close: (tick: number) => tick === last, doors: (tick: number) => open(tick) || (tick > 0 && open(tick - 1)) }
  const calendars = WEEKS.flatMap((week) => {
    const works = Uint8Array.from({ length: days }, (_, i) => (isWorkday(weeks[week], (origin + i) as Day) ? 1 : 0))
    return KINDS.map((kind) => {
      const inDay = Uint8Array.from({ length: TICKS_PER_DAY }, (_, tick) => (opens[kind](tick) ? 1 : 0))
      const isOpen = (t: Time) => works[Math.floor(t / TICKS_PER_DAY)] === 1 && inDay[t % TICKS_PER_DAY] === 1
      return calendarOf(`${week}.${kind}`, isOpen, horizon)
    })
  })
  return { origin, horizon, calendars, ticksPerWorkday }
}

/** A length as the scheduler measures it: days to the close of the n-th, fractions and efforts in working ticks from now. */
export function spanOf(axis: Axis, length: Pick<PlanLength, 'value' | 'unitApplied' | 'count' | 'countStartDay' | 'week'>): Span {
  const { value, unitApplied, count, week } = length
  if (unitApplied === 'hour') return { calendar: calendarIndex(week, 'work'), amount: Math.round(value * (TICKS_PER_DAY / 24)), countFrom: 'now' }
  if (count === 'effort' || !Number.isInteger(value)) {
    return { calendar: calendarIndex(week, 'work'), amount: Math.round(value * daysIn(unitApplied) * axis.ticksPerWorkday), countFrom: 'now' }
  }
  const countFrom = length.countStartDay ? 'startOfDay' : 'nextDay'
  if (unitApplied === 'workday') return { calendar: calendarIndex(week === 'everyday' ? 'office' : week, 'close'), amount: value, countFrom }
  const span = { calendar: calendarIndex('everyday', 'close'), amount: value * daysIn(unitApplied), countFrom } as const
  return count === 'duty' ? { ...span, rollTo: calendarIndex('office', 'close') } : span
}

/** Months and years in days for planning, on the short side, since they are only used as the longest that something may be relied on. */
const daysIn = (unit: PlanLength['unitApplied']): number => (unit === 'month' ? 30 : unit === 'year' ? 365 : 1)

/** The first tick of a day. */
export const startOfDay = (axis: Axis, d: Day): Time => (d - axis.origin) * TICKS_PER_DAY
/** The tick after the last of a day. */
export const endOfDay = (axis: Axis, d: Day): Time => (d - axis.origin + 1) * TICKS_PER_DAY
/** The day that a moment falls on; for a finish at midnight, the day that it ends. */
export const dayOf = (axis: Axis, t: Time): Day => (axis.origin + Math.floor(t / TICKS_PER_DAY)) as Day

/** `2022-09-09T09:00+08:00`. */
export function momentOf(axis: Axis, t: Time): string {
  const minutes = (t % TICKS_PER_DAY) * (1440 / TICKS_PER_DAY)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${isoDate(dayOf(axis, t))}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}+08:00`
}

/** Working days (to a tenth) of office time between two moments. */
export function workdaysBetween(axis: Axis, from: Time, to: Time): number {
  const office = axis.calendars[calendarIndex('office', 'work')]
  if (!office || to <= from) return 0
  const ticks = (office.openBefore[to] ?? 0) - (office.openBefore[from] ?? 0)
  return Math.round((ticks * 10) / axis.ticksPerWorkday) / 10
}
