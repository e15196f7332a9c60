import { CalendarError } from './calendarError.ts'
import type { Day } from './day.ts'
import { afterLast, beforeFirst, covers, outside, type WorkCalendar } from './workCalendar.ts'
import { isWorkday, notWhole } from './workdays.ts'

/** 12 minutes each: of an eight-hour working day 0.1, 0.2 and 0.5 are whole ticks. */
export const TICKS_PER_DAY = 120
const MINUTES_PER_TICK = 12

/** Office hours of a working day in Beijing time, in order: `[['08:00', '12:00'], ['14:00', '18:00']]`; a day ends at `24:00`. */
export type OfficeHours = { readonly open: readonly (readonly [from: string, to: string])[] }

/** Office hours prepared: ask them together with a calendar that says on which days they hold. */
export type WorkHours = {
  /** Open ticks in one working day. */
  readonly ticksPerWorkday: number
  /** `openBefore[t]` = open ticks among the first `t` of a working day. */
  readonly openBefore: Int32Array
  /** `nth[k]` = the k-th open tick of a working day, from 0. */
  readonly nth: Int32Array
}

/**
 * Prepares office hours. A tick is open when it begins within them, so that 13:30–17:30 is 13:36–17:36: as long as
 * written, though not to the minute. Throws `calendar.badHours` for hours that are empty, run backwards or overlap.
 */
export function workHours(office: OfficeHours): WorkHours {
  const openBefore = new Int32Array(TICKS_PER_DAY + 1)
  const nth: number[] = []
  let closed = -1
  for (const [from, to] of office.open) {
    const opens = minutesOf(from)
    const closes = minutesOf(to)
    if (opens < closed || opens >= closes) throw badHours(from, to)
    closed = closes
    for (let t = Math.ceil(opens / MINUTES_PER_TICK); t * MINUTES_PER_TICK < closes; t++) nth.push(t)
  }
  if (nth.length === 0) throw badHours('', '')
  for (const t of nth) openBefore[t + 1] = 1
  for (let t = 0; t < TICKS_PER_DAY; t++) openBefore[t + 1]! += openBefore[t]!
  return { ticksPerWorkday: nth.length, openBefore, nth: Int32Array.from(nth) }
}

/** The tick in which a clock time lies, on the axis that runs on from 1970-01-01 00:00 in Beijing; `24:00` is the next day's first. */
export function tickOf(day: Day, clock: string): number {
  return day * TICKS_PER_DAY + Math.floor(minutesOf(clock) / MINUTES_PER_TICK)
}

/** The day in which a tick lies. A moment at midnight belongs to the day that begins. */
export function dayOfTick(tick: number): Day {
  return Math.floor(tick / TICKS_PER_DAY) as Day
}

/** The clock time `HH:MM` at which a tick begins. */
export function clockOfTick(tick: number): string {
  const minutes = (tick - dayOfTick(tick) * TICKS_PER_DAY) * MINUTES_PER_TICK
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Whether a tick is working time: a working day, within office hours. */
export function isWorkTick(calendar: WorkCalendar, hours: WorkHours, tick: number): boolean {
  const day = dayOfTick(tick)
  const inDay = tick - day * TICKS_PER_DAY
  return isWorkday(calendar, day) && hours.openBefore[inDay + 1]! > hours.openBefore[inDay]!
}

/** Working ticks in [from, until); negative, as many as in [until, from), when `until` comes first. */
export function countWorkTicks(calendar: WorkCalendar, hours: WorkHours, from: number, until: number): number {
  return openTicksBefore(calendar, hours, until) - openTicksBefore(calendar, hours, from)
}

/**
 * For n > 0 the moment right after the n-th working tick at or after `tick`; for n < 0 the moment at which the |n|-th
 * working tick before `tick` begins; for n = 0 `tick` itself. n is a whole number. Constant time.
 */
export function addWorkTicks(calendar: WorkCalendar, hours: WorkHours, tick: number, n: number): number {
  if (!Number.isInteger(n)) throw notWhole(n)
  const before = openTicksBefore(calendar, hours, tick)
  if (n === 0) return tick
  const k = n > 0 ? before + n - 1 : before + n
  const workday = Math.floor(k / hours.ticksPerWorkday)
  const day = calendar.nth[workday]
  if (day === undefined) throw n > 0 ? afterLast(calendar) : beforeFirst(calendar)
  return day * TICKS_PER_DAY + hours.nth[k - workday * hours.ticksPerWorkday]! + (n > 0 ? 1 : 0)
}

function openTicksBefore(calendar: WorkCalendar, hours: WorkHours, tick: number): number {
  const day = dayOfTick(tick)
  if (!covers(calendar, day)) throw outside(calendar, day)
  const i = day - calendar.first
  const before = calendar.workBefore[i]!
  const open = calendar.workBefore[i + 1]! > before ? hours.openBefore[tick - day * TICKS_PER_DAY]! : 0
  return before * hours.ticksPerWorkday + open
}

function minutesOf(clock: string): number {
  const match = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/.exec(clock)
  if (match !== null) return match[1] === undefined ? 24 * 60 : Number(match[1]) * 60 + Number(match[2])
  throw new CalendarError('calendar.notAClockTime', {
    zh: `“${clock}”不是钟点。请写作 08:30 这样的 24 小时制时间。`,
    en: `"${clock}" is not a time of day. Write it as 08:30, on the 24-hour clock.`,
  })
}

function badHours(from: string, to: string): CalendarError {
  return new CalendarError('calendar.badHours', {
    zh: `办公时间“${from}–${to}”为空、首尾颠倒或与前一段重叠。请按先后写成不重叠的时段，如 08:00–12:00、14:00–18:00。`,
    en: `Office hours "${from}–${to}" are empty, run backwards or overlap the ones before. Write them in order, such as 08:00–12:00, 14:00–18:00.`,
  })
}
