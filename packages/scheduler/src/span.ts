import { countBefore } from './calendar.ts'
import type { Calendar, Problem, Span, Time } from './model.ts'

/** The axis on which a span is measured: the part of a problem that span arithmetic needs. */
export type Axis = Pick<Problem, 'calendars' | 'day' | 'horizon'>

/**
 * Time at which `span` ends when it begins at `time` (0..horizon); `horizon + 1` when that lies past the horizon.
 * Never before `time`, and never earlier for a later `time`. Constant time.
 */
export function endOf(axis: Axis, span: Span, time: Time): Time {
  const beyond = axis.horizon + 1
  let end = time
  if (span.amount > 0 && span.calendar === undefined) {
    end = Math.max(time, countingPoint(axis, span, time) + span.amount)
    if (end >= beyond) return beyond
  } else if (span.amount > 0) {
    const counted = axis.calendars[span.calendar as number] as Calendar
    const last = countBefore(counted, countingPoint(axis, span, time)) + span.amount - 1
    if (last >= counted.nth.length) return beyond
    end = Math.max(time, (counted.nth[last] as number) + 1)
  }
  if (span.rollTo !== undefined) {
    const roll = axis.calendars[span.rollTo] as Calendar
    const closing = countBefore(roll, end > 0 ? end - 1 : 0)
    if (closing >= roll.nth.length) return beyond
    end = (roll.nth[closing] as number) + 1
  }
  return Math.min(end, beyond)
}

/** Least time from which `span` ends at or after `end` (0..horizon + 1, as `endOf` gives it). It always exists, since no span ends before it begins. */
export function firstReaching(axis: Axis, span: Span, end: Time): Time {
  let needed = end
  if (span.rollTo !== undefined) {
    if (end === 0) return 0
    const roll = axis.calendars[span.rollTo] as Calendar
    const over = countBefore(roll, end - 1)
    needed = over === 0 ? 0 : (roll.nth[over - 1] as number) + 2
  }
  if (span.amount === 0 || needed === 0) return needed
  const from = firstPointReaching(axis, span, needed)
  if (from <= 0) return 0
  const day = axis.day
  switch (span.countFrom) {
    case 'now':
      return Math.min(needed, from)
    case 'startOfDay':
      return Math.min(needed, Math.ceil(from / day) * day)
    case 'nextDay':
      return Math.min(needed, (Math.ceil(from / day) - 1) * day)
  }
}

/** Greatest time (at most the horizon) from which `span` ends at or before `end`, or -1 when from no time does it. */
export function lastEndingBy(axis: Axis, span: Span, end: Time): Time {
  if (end > axis.horizon) return axis.horizon
  let allowed = end
  if (span.rollTo !== undefined) {
    const roll = axis.calendars[span.rollTo] as Calendar
    const closed = countBefore(roll, end)
    if (closed === 0) return -1
    allowed = (roll.nth[closed - 1] as number) + 1
  }
  if (span.amount === 0) return allowed
  const from = lastPointEndingBy(axis, span, allowed)
  if (from < 0) return -1
  const day = axis.day
  switch (span.countFrom) {
    case 'now':
      return Math.min(allowed, from)
    case 'startOfDay':
      return Math.min(allowed, Math.floor(from / day) * day + day - 1)
    case 'nextDay':
      return Math.min(allowed, Math.floor(from / day) * day - 1)
  }
}

/** Least point of counting from which the amount ends at or after `end`. */
function firstPointReaching({ calendars }: Axis, { calendar, amount }: Span, end: Time): Time {
  if (calendar === undefined) return end - amount
  const counted = calendars[calendar] as Calendar
  const over = countBefore(counted, end - 1) - amount + 1
  return over <= 0 ? 0 : (counted.nth[over - 1] as number) + 1
}

/** Greatest point of counting from which the amount ends at or before `end`; negative when there is none. */
function lastPointEndingBy({ calendars }: Axis, { calendar, amount }: Span, end: Time): Time {
  if (calendar === undefined) return end - amount
  const counted = calendars[calendar] as Calendar
  const before = countBefore(counted, end) - amount
  return before < 0 ? -1 : (counted.nth[before] as number)
}

function countingPoint(axis: Axis, span: Span, time: Time): Time {
  switch (span.countFrom) {
    case 'now':
      return time
    case 'startOfDay':
      return time - (time % axis.day)
    case 'nextDay':
      return time - (time % axis.day) + axis.day
  }
}
