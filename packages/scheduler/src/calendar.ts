import type { Calendar, Time } from './model.ts'

/** Prepares a calendar from the answer to "is this tick open?" for the ticks 0 up to, not including, `horizon`. */
export function calendar(id: string, isOpen: (tick: Time) => boolean, horizon: Time): Calendar {
  const openBefore = new Int32Array(horizon + 1)
  const nth = new Int32Array(horizon)
  let open = 0
  for (let tick = 0; tick < horizon; tick++) {
    if (isOpen(tick)) nth[open++] = tick
    openBefore[tick + 1] = open
  }
  return { id, openBefore, nth: nth.slice(0, open) }
}

/** Number of open ticks before `time`; past the calendar's end it knows of no more. */
export function countBefore(calendar: Calendar, time: Time): number {
  const { openBefore } = calendar
  return openBefore[time < openBefore.length ? time : openBefore.length - 1] as number
}

/** First open tick at or after `time`, or `beyond`. */
export function nextOpen(calendar: Calendar, time: Time, beyond: Time): Time {
  const k = countBefore(calendar, time)
  return k < calendar.nth.length ? Math.min(calendar.nth[k] as number, beyond) : beyond
}

/** Last open tick at or before `time`, or -1. */
export function lastOpen(calendar: Calendar, time: Time): Time {
  const k = countBefore(calendar, time + 1)
  return k > 0 ? (calendar.nth[k - 1] as number) : -1
}
