import {
  clockOfTick,
  type Day,
  isoDate,
  isWorkday,
  TICKS_PER_DAY,
  type WorkCalendar,
  workHours,
} from '@kaigong/calendar'
import type { District, Week } from '@kaigong/catalogue'
import type { Calendar, Span, Time } from '@kaigong/scheduler'
import type { PlanLength } from './plan.ts'

/** How far ahead a plan can look: longer than approvals, construction and the rise to full output together. */
const YEARS_AHEAD = 9

const KINDS = ['work', 'close', 'doors', 'opening'] as const
type Kind = (typeof KINDS)[number]

/**
 * Continuous Beijing time in ticks of 12 minutes from `origin`, with the calendars that lengths are measured in.
 * `work` is open in working hours; `close` only in the last tick before closing time, so that n days end at the close of the n-th;
 * `doors` is `work` with the tick after closing, for what may still be handed in at closing time; `opening` only in the day's first tick.
 */
export type Axis = {
  readonly origin: Day
  readonly horizon: Time
  /** Those asked for so far. */
  readonly calendars: readonly Calendar[]
  /** Place in `calendars` of one week's calendar of a kind; laid out when first asked for, since few plans need them all. */
  readonly calendar: (week: Week, kind: Kind) => number
  /** ISO dates of its days, from `origin`. */
  readonly dates: readonly string[]
  /** Working ticks in a working day. */
  readonly ticksPerWorkday: number
}

export function axisOf(weeks: Readonly<Record<Week, WorkCalendar>>, { hours }: District, origin: Day, asOf: Day): Axis {
  const days = Math.min(asOf - origin + Math.round(YEARS_AHEAD * 365.25), weeks.office.last - origin + 1)
  const { openBefore, nth, ticksPerWorkday } = workHours(hours)
  const open = (tick: number) => openBefore[tick + 1] !== openBefore[tick]
  const ticks: Record<Kind, Int32Array> = {
    work: nth,
    close: nth.slice(-1),
    doors: Int32Array.from({ length: TICKS_PER_DAY }, (_, tick) => tick).filter(
      (tick) => open(tick) || (tick > 0 && open(tick - 1)),
    ),
    opening: nth.slice(0, 1),
  }
  const calendars: Calendar[] = []
  const places: Record<Week, Partial<Record<Kind, number>>> = { office: {}, design: {}, site: {}, everyday: {} }
  const calendar = (week: Week, kind: Kind): number => {
    const known = places[week][kind]
    if (known !== undefined) return known
    const works = Uint8Array.from({ length: days }, (_, i) => (isWorkday(weeks[week], (origin + i) as Day) ? 1 : 0))
    const place = calendars.push(daily(`${week}.${kind}`, works, ticks[kind])) - 1
    places[week][kind] = place
    return place
  }
  const dates = Array.from({ length: days }, (_, i) => isoDate((origin + i) as Day))
  return { origin, horizon: days * TICKS_PER_DAY, calendars, calendar, dates, ticksPerWorkday }
}

/** A calendar open in the same ticks of each day that works; filled day by day, since asking about each tick takes far longer. */
function daily(id: string, works: Uint8Array, ticks: Int32Array): Calendar {
  const openBefore = new Int32Array(works.length * TICKS_PER_DAY + 1)
  const nth = new Int32Array(works.reduce((sum, w) => sum + w, 0) * ticks.length)
  const within = new Int32Array(TICKS_PER_DAY)
  for (const tick of ticks) for (let t = tick; t < TICKS_PER_DAY; t++) within[t]!++
  let count = 0
  for (let d = 0; d < works.length; d++) {
    const base = d * TICKS_PER_DAY
    if (works[d] === 0) {
      openBefore.fill(count, base + 1, base + TICKS_PER_DAY + 1)
      continue
    }
    for (let t = 0; t < TICKS_PER_DAY; t++) openBefore[base + t + 1] = count + within[t]!
    for (let k = 0; k < ticks.length; k++) nth[count + k] = base + ticks[k]!
    count += ticks.length
  }
  return { id, openBefore, nth }
}

/** A length as the scheduler measures it: days to the close of the n-th, fractions and efforts in working ticks from now. */
export function spanOf(
  axis: Axis,
  length: Pick<PlanLength, 'value' | 'unitApplied' | 'count' | 'countStartDay' | 'week'>,
): Span {
  const { value, unitApplied, count, week } = length
  if (unitApplied === 'hour')
    return { calendar: axis.calendar(week, 'work'), amount: Math.round(value * (TICKS_PER_DAY / 24)), countFrom: 'now' }
  if (count === 'effort' || !Number.isInteger(value)) {
    return {
      calendar: axis.calendar(week, 'work'),
      amount: Math.round(value * daysIn(unitApplied) * axis.ticksPerWorkday),
      countFrom: 'now',
    }
  }
  const countFrom = length.countStartDay ? 'startOfDay' : 'nextDay'
  if (unitApplied === 'workday')
    return { calendar: axis.calendar(week === 'everyday' ? 'office' : week, 'close'), amount: value, countFrom }
  const span = { calendar: axis.calendar('everyday', 'close'), amount: value * daysIn(unitApplied), countFrom } as const
  return count === 'duty' ? { ...span, rollTo: axis.calendar('office', 'close') } : span
}

/** Months and years in days for planning, on the short side, since they are only used as the longest that something may be relied on. */
const daysIn = (unit: PlanLength['unitApplied']): number => (unit === 'month' ? 30 : unit === 'year' ? 365 : 1)

/** The first tick of a day. */
export const startOfDay = (axis: Axis, d: Day): Time => (d - axis.origin) * TICKS_PER_DAY
/** The tick after the last of a day. */
export const endOfDay = (axis: Axis, d: Day): Time => (d - axis.origin + 1) * TICKS_PER_DAY
/** The day that a moment falls on; for a finish at midnight, the day that it ends. */
export const dayOf = (axis: Axis, t: Time): Day => (axis.origin + Math.floor(t / TICKS_PER_DAY)) as Day

/** ISO date of the day that a moment falls on. */
export const dateOf = (axis: Axis, t: Time): string =>
  axis.dates[Math.floor(t / TICKS_PER_DAY)] ?? isoDate(dayOf(axis, t))

/** `2022-09-09T09:00+08:00`. */
export const momentOf = (axis: Axis, t: Time): string => `${dateOf(axis, t)}T${CLOCKS[t % TICKS_PER_DAY]}+08:00`

const CLOCKS = Array.from({ length: TICKS_PER_DAY }, (_, tick) => clockOfTick(tick))

/** Working days (to a tenth) of office time between two moments. */
export function workdaysBetween(axis: Axis, from: Time, to: Time): number {
  const office = axis.calendars[axis.calendar('office', 'work')]
  if (!office || to <= from) return 0
  const ticks = (office.openBefore[to] ?? 0) - (office.openBefore[from] ?? 0)
  return Math.round((ticks * 10) / axis.ticksPerWorkday) / 10
}
