import {
  addWorkTicks,
  CalendarError,
  clockOfTick,
  type Day,
  day,
  dayOfTick,
  isoDate,
  isWorkTick,
  lastDay,
  TICKS_PER_DAY,
  tickOf,
  type WorkCalendar,
  type WorkHours,
  weeklyCalendar,
  workCalendar,
  workHours,
} from '@kaigong/calendar'
import type { Catalogue, District, Duration, Week } from '@kaigong/catalogue'
import type { Length } from './subject.ts'

/** The district's time: the office's working days, the other weeks, the hours of a working day. */
export type Clock = {
  readonly weeks: Readonly<Record<Week, WorkCalendar>>
  readonly hours: WorkHours
}

/** A moment in ticks of 12 minutes since 1970-01-01 00:00 in Beijing. */
export type Tick = number

const EVERY_DAY = { weekdays: [1, 2, 3, 4, 5, 6, 7], holidaysOff: false } as const

export function clockOf({ calendars }: Catalogue, { weeks, hours }: District): Clock {
  return {
    weeks: {
      office: workCalendar(calendars),
      design: weeklyCalendar(calendars, weeks.design),
      site: weeklyCalendar(calendars, weeks.site),
      everyday: weeklyCalendar(calendars, EVERY_DAY),
    },
    hours: workHours(hours),
  }
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\+08:00$/

/** The tick of a written moment; undefined for what is no moment of Beijing on the grid of 12 minutes. */
export function tickAt(moment: string): Tick | undefined {
  const match = MOMENT.exec(moment)
  if (!match) return undefined
  return orUndefined(() => {
    const tick = tickOf(day(match[1] ?? ''), match[2] ?? '')
    return momentOf(tick) === moment ? tick : undefined
  })
}

export const momentOf = (tick: Tick): string => `${isoOf(tick)}T${clockOfTick(tick)}+08:00`

/** The date of a moment, for a reader; 日历之外 for one past every calendar. */
export const isoOf = (tick: Tick): string => (Number.isFinite(tick) ? isoDate(dayOfTick(tick)) : '∞')

export const startOfDay = (iso: string): Tick => day(iso) * TICKS_PER_DAY

/** The moment at which a working day is over. */
export const closeOf = ({ hours }: Clock, d: Day): Tick => d * TICKS_PER_DAY + (hours.nth.at(-1) ?? 0) + 1

/** Whether it is working time in a week. */
export const isOpen = ({ weeks, hours }: Clock, week: Week, tick: Tick): boolean => isWorkTick(weeks[week], hours, tick)

/** Whether something can still be handed in: working time, or the very moment at which it ends. */
export const takesIn = (clock: Clock, week: Week, tick: Tick): boolean =>
  isOpen(clock, week, tick) || (dayOfTick(tick - 1) === dayOfTick(tick) && isOpen(clock, week, tick - 1))

/** When a length that begins at `start` is over; infinity past the end of the calendar. */
export function endOf(
  clock: Clock,
  { value, unitApplied, count, countStartDay, week }: Omit<Length, 'from'>,
  start: Tick,
): Tick {
  if (value === 0) return start
  const work = (ticks: number) =>
    orInfinity(() => addWorkTicks(clock.weeks[week], clock.hours, start, Math.round(ticks)))
  if (unitApplied === 'hour') return work((value * TICKS_PER_DAY) / 24)
  if (count === 'effort' || !Number.isInteger(value)) {
    return work(value * daysIn(unitApplied) * clock.hours.ticksPerWorkday)
  }
  // Days of one's own week are counted in it; days of the calendar roll to a day on which the office is open.
  const calendar = unitApplied === 'workday' && week !== 'everyday' ? clock.weeks[week] : clock.weeks.office
  return orInfinity(() =>
    closeOf(clock, lastDay(calendar, dayOfTick(start), { value, unitApplied }, { kind: count, countStartDay })),
  )
}

/** When a lag after `start` is over: a least one neither shortens nor rolls, a greatest one rolls as a duty does (民法典 203). */
export const lagEnd = (clock: Clock, { value, unitApplied }: Duration, start: Tick, count: 'minimum' | 'duty'): Tick =>
  endOf(clock, { value, unitApplied, count, countStartDay: false, week: 'office' }, start)

/** Months and years as working time have no calendar meaning; a round figure serves. */
const daysIn = (unit: Length['unitApplied']): number => (unit === 'month' ? 30 : unit === 'year' ? 365 : 1)

const orInfinity = (reckon: () => Tick): Tick => orUndefined(reckon) ?? Number.POSITIVE_INFINITY

/** A plan may name days that no calendar covers; that is for the checker to say and not an error of the machine. */
function orUndefined<T>(reckon: () => T | undefined): T | undefined {
  try {
    return reckon()
  } catch (error) {
    if (error instanceof CalendarError) return undefined
    throw error
  }
}
