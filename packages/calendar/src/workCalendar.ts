import { CalendarError } from './calendarError.ts'
import { daysFromCivil } from './civil.ts'
import { type Day, isoDate, weekday } from './day.ts'
import { daysOrThrow, noticeFaults, type Range, type YearNotice } from './yearNotice.ts'

/**
 * A calendar prepared over a range of days, so that every question about it is answered by looking up one or two
 * array cells. Plain data: it may be cached, cloned and handed to a worker. Ask it with the functions of this package.
 */
export type WorkCalendar = {
  readonly first: Day
  readonly last: Day
  readonly publishedThrough: Day
  /** `workBefore[i]` = working days among the first `i` days; one cell more than there are days. */
  readonly workBefore: Int32Array
  /** `nth[k]` = the k-th working day, from 0. */
  readonly nth: Int32Array
}

/** A weekly calendar with its exceptions: the designer's six-day week, the site that knows no Sunday. */
export type Week = {
  /** ISO days of the week, Monday 1 … Sunday 7. */
  readonly weekdays: readonly number[]
  /** Whether the notices hold here: their days off are off, and the weekends worked in exchange are worked. */
  readonly holidaysOff: boolean
  /** Own exceptions, each a date or `from..until`; they go before the notices. */
  readonly off?: readonly string[] | undefined
  readonly on?: readonly string[] | undefined
}

/** How many years after the last notice a calendar still answers, provisionally: a plant's road to full output is shorter. */
const YEARS_AFTER_LAST_NOTICE = 15

const OFFICE_WEEK: Week = { weekdays: [1, 2, 3, 4, 5], holidaysOff: true }

/**
 * The government's working days: Monday to Friday but the notices' days off, and the weekends worked in exchange (调休).
 * Prepared from 1 January of the first year to 31 December 15 years after the last; after the last notice weekends
 * alone are off and days are provisional. Throws the first of `noticeFaults`, or `calendar.noNotice` for an empty list.
 */
export function workCalendar(notices: readonly YearNotice[]): WorkCalendar {
  return weeklyCalendar(notices, OFFICE_WEEK)
}

/**
 * The working days of any other week, over the same range as `workCalendar`. A week that the notices do not touch
 * (`holidaysOff: false`) waits for none and is nowhere provisional.
 */
export function weeklyCalendar(notices: readonly YearNotice[], week: Week): WorkCalendar {
  const fault = noticeFaults(notices)[0]
  if (fault !== undefined) throw new CalendarError(fault.code, fault.message)
  if (notices.length === 0) {
    throw new CalendarError('calendar.noNotice', {
      zh: '没有任何年份的放假安排，无法推算工作日。请至少提供一年的（catalogue/calendars/）。',
      en: 'There is no notice of days off for any year, so no working day is known. Hand in at least one (catalogue/calendars/).',
    })
  }
  const years = notices.map(({ year }) => year)
  const first = daysFromCivil(Math.min(...years), 1, 1) as Day
  const published = daysFromCivil(Math.max(...years), 12, 31) as Day
  const last = daysFromCivil(Math.max(...years) + YEARS_AFTER_LAST_NOTICE, 12, 31) as Day
  const open = openDays(notices, week, first, last)
  return { first, last, publishedThrough: week.holidaysOff ? published : last, ...summed(open, first) }
}

function openDays(notices: readonly YearNotice[], week: Week, first: Day, last: Day): Uint8Array {
  const open = new Uint8Array(last - first + 1)
  for (let i = 0; i < open.length; i++) open[i] = week.weekdays.includes(weekday((first + i) as Day)) ? 1 : 0
  const set = (value: 0 | 1, { from, until }: Range) =>
    open.fill(value, Math.max(0, from - first), Math.max(0, until - first + 1))
  if (week.holidaysOff) {
    for (const { off } of notices) for (const { days } of off) set(0, daysOrThrow(days))
    for (const { on } of notices) for (const date of on) set(1, daysOrThrow(date))
  }
  for (const days of week.off ?? []) set(0, daysOrThrow(days))
  for (const days of week.on ?? []) set(1, daysOrThrow(days))
  return open
}

function summed(open: Uint8Array, first: Day): Pick<WorkCalendar, 'workBefore' | 'nth'> {
  const workBefore = new Int32Array(open.length + 1)
  for (let i = 0; i < open.length; i++) workBefore[i + 1] = workBefore[i]! + open[i]!
  const nth = new Int32Array(workBefore[open.length]!)
  for (let i = 0; i < open.length; i++) if (open[i] === 1) nth[workBefore[i]!] = first + i
  return { workBefore, nth }
}

/** 1 January of the first year with a notice; days before it are refused. */
export function firstDay(calendar: WorkCalendar): Day {
  return calendar.first
}

/** 31 December of the last year with a notice; the calendar's last day for a week that depends on none. */
export function publishedThrough(calendar: WorkCalendar): Day {
  return calendar.publishedThrough
}

/** Whether the calendar answers for a day. Ask before anything else where days come from outside. */
export function covers(calendar: WorkCalendar, day: Day): boolean {
  return day >= calendar.first && day <= calendar.last
}

/** Whether a day lies past the last notice, so that days off other than weekends are not yet known. */
export function isProvisional(calendar: WorkCalendar, day: Day): boolean {
  return day > calendar.publishedThrough
}

/** A day that the calendar does not cover, as the error that says so. */
export function outside(calendar: WorkCalendar, day: Day): CalendarError {
  return day < calendar.first ? beforeFirst(calendar) : afterLast(calendar)
}

export function beforeFirst(calendar: WorkCalendar): CalendarError {
  const first = isoDate(calendar.first)
  return new CalendarError('calendar.beforeFirst', {
    zh: `所求日期早于日历首日 ${first}，此前年份的放假安排未收录。请改用 ${first} 及以后的日期，或在 catalogue/calendars/ 补录更早年份。`,
    en: `The day lies before ${first}, where the calendar begins. Take a later day, or add the notices of earlier years in catalogue/calendars/.`,
  })
}

export function afterLast(calendar: WorkCalendar): CalendarError {
  const last = isoDate(calendar.last)
  return new CalendarError('calendar.afterLast', {
    zh: `所求日期晚于日历末日 ${last}。请改用更早的日期，或在 catalogue/calendars/ 收录新公布的年份。`,
    en: `The day lies after ${last}, where the calendar ends. Take an earlier day, or add the notices published since in catalogue/calendars/.`,
  })
}
