import { CalendarError } from './calendarError.ts'
import type { Day } from './day.ts'
import { afterLast, beforeFirst, covers, outside, type WorkCalendar } from './workCalendar.ts'

/** Whether one works on a day; adjusted weekends are working days. Throws where the calendar does not cover it. */
export function isWorkday(calendar: WorkCalendar, day: Day): boolean {
  return calendar.nth[workdaysThrough(calendar, day) - 1] === day
}

/**
 * Working days in (after, until]: the start day does not count (民法典 201), the last one does.
 * Negative, as many as in (until, after], when `until` comes first.
 */
export function countWorkdays(calendar: WorkCalendar, after: Day, until: Day): number {
  return workdaysThrough(calendar, until) - workdaysThrough(calendar, after)
}

/**
 * For n > 0 the n-th working day after `start`, which itself does not count (民法典 201; 行政许可法 82); for n < 0 the
 * |n|-th working day before it; for n = 0 `start` itself if it is a working day, else the next one. n is a whole number.
 */
export function addWorkdays(calendar: WorkCalendar, start: Day, n: number): Day {
  const i = start - calendar.first
  const k = n > 0 ? calendar.workBefore[i + 1]! + n - 1 : calendar.workBefore[i]! + n
  const end = calendar.nth[k]
  // One comparison guards the usual case: a cell outside any array is undefined. Only the days next to the range need the second.
  if (end === undefined || i < 0 || start > calendar.last) throw addRefused(calendar, start, n)
  return end as Day
}

/** The day itself if it is a working day, else the next one. */
export function nextWorkday(calendar: WorkCalendar, day: Day): Day {
  return addWorkdays(calendar, day, 0)
}

/** The day itself if it is a working day, else the one before. */
export function previousWorkday(calendar: WorkCalendar, day: Day): Day {
  const found = calendar.nth[workdaysThrough(calendar, day) - 1]
  if (found === undefined) throw beforeFirst(calendar)
  return found as Day
}

/** Working days from the calendar's first day to `day`, both included. */
function workdaysThrough(calendar: WorkCalendar, day: Day): number {
  if (!covers(calendar, day)) throw outside(calendar, day)
  return calendar.workBefore[day - calendar.first + 1]!
}

function addRefused(calendar: WorkCalendar, start: Day, n: number): CalendarError {
  if (!Number.isInteger(n)) return notWhole(n)
  if (!covers(calendar, start)) return outside(calendar, start)
  return n < 0 ? beforeFirst(calendar) : afterLast(calendar)
}

export function notWhole(n: number): CalendarError {
  return new CalendarError('calendar.notWhole', {
    zh: `天数须为不小于零的整数（工作日加减可为负整数），现为 ${n}。不足一天的按工作时间推算（addWorkTicks）。`,
    en: `Days must be a whole number, not below zero for a period; this is ${n}. Reckon fractions of a day in working hours (addWorkTicks).`,
  })
}
