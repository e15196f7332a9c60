import { type Day, day, isoDate, weekday } from '@kaigong/calendar'

export type Week = 'office' | 'design' | 'site' | 'everyday'

/** One week of the district between the plan's first and last day, as whoever knows the district hands it in. */
export type CalendarWeek = {
  /** ISO days of the week that are worked, Monday 1 … Sunday 7. */
  readonly weekdays: readonly number[]
  /** Working hours of a worked day, in order: `[['09:00', '12:00'], ['13:30', '17:30']]`; a day may end at `24:00`. */
  readonly hours: readonly (readonly [from: string, until: string])[]
  /** Days off that are weekdays, and weekends worked in exchange (调休). */
  readonly exceptions: readonly { readonly date: string; readonly working: boolean }[]
}
export type CalendarDays = Readonly<Record<Week, CalendarWeek>>

/** Minutes of Beijing time since 1970-01-01T00:00. */
export type Minute = number

const MINUTES_PER_DAY = 1440
/** No holiday is longer; a week that is never worked has no opening at all. */
const DAYS_TO_LOOK = 60

/** A calendar week prepared: on which days and in which minutes of a day work goes on. */
export type WorkingTime = {
  readonly works: (day: Day) => boolean
  readonly periods: readonly { readonly from: number; readonly until: number }[]
  readonly minutesPerDay: number
}

export function workingTime({ weekdays, hours, exceptions }: CalendarWeek): WorkingTime {
  const exceptional = new Map(exceptions.map(({ date, working }) => [day(date), working]))
  const periods = hours.map(([from, until]) => ({ from: minuteOfClock(from), until: minuteOfClock(until) }))
  return {
    works: (d) => exceptional.get(d) ?? weekdays.includes(weekday(d)),
    periods,
    minutesPerDay: periods.reduce((sum, { from, until }) => sum + until - from, 0),
  }
}

/** Working minutes between two moments. */
export function workingMinutes({ works, periods }: WorkingTime, from: Minute, until: Minute): number {
  let minutes = 0
  for (let d = dayOf(from); d * MINUTES_PER_DAY < until; d = (d + 1) as Day) {
    if (!works(d)) continue
    for (const period of periods) {
      const start = Math.max(from, d * MINUTES_PER_DAY + period.from)
      const end = Math.min(until, d * MINUTES_PER_DAY + period.until)
      minutes += Math.max(0, end - start)
    }
  }
  return minutes
}

/** The first moment from `minute` on at which work goes on; `minute` itself in a week that is never worked. */
export function opening(time: WorkingTime, minute: Minute): Minute {
  for (let i = 0; i < DAYS_TO_LOOK; i++) {
    const d = (dayOf(minute) + i) as Day
    const period = time.works(d) ? time.periods.find(({ until }) => minute < d * MINUTES_PER_DAY + until) : undefined
    if (period !== undefined) return Math.max(minute, d * MINUTES_PER_DAY + period.from)
  }
  return minute
}

/** The last moment up to `minute` until which work went on; `minute` itself in a week that is never worked. */
export function closing(time: WorkingTime, minute: Minute): Minute {
  for (let i = 0; i < DAYS_TO_LOOK; i++) {
    const d = (dayOf(minute) - i) as Day
    const period = time.works(d) ? time.periods.findLast(({ from }) => d * MINUTES_PER_DAY + from < minute) : undefined
    if (period !== undefined) return Math.min(minute, d * MINUTES_PER_DAY + period.until)
  }
  return minute
}

/** The minute of a moment such as `2022-09-09T09:00+08:00`; a bare date is its midnight. */
export function minuteOf(moment: string): Minute {
  return day(moment.slice(0, 10)) * MINUTES_PER_DAY + minuteOfClock(moment.slice(11, 16) || '00:00')
}

/** `2022-09-09T09:00:00`: in these files time has no zone. */
export function dateTime(minute: Minute): string {
  return `${isoDate(dayOf(minute))}T${clock(minute - dayOf(minute) * MINUTES_PER_DAY)}`
}

/** `09:00:00` of a minute of the day; the end of the day is the midnight of the next. */
export function clock(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minuteOfDay / 60) % 24)}:${two(minuteOfDay % 60)}:00`
}

export const minuteOfClock = (written: string): number => Number(written.slice(0, 2)) * 60 + Number(written.slice(3, 5))

/** `PT18H30M0S`. */
export const duration = (minutes: number): string => `PT${Math.floor(minutes / 60)}H${minutes % 60}M0S`

const dayOf = (minute: Minute): Day => Math.floor(minute / MINUTES_PER_DAY) as Day
