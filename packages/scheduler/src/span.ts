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
  if (span.amount > 0) {
    const { nth } = axis.calendars[span.calendar] as Calendar
    const last =
      countBefore(axis.calendars[span.calendar] as Calendar, countingPoint(axis, span, time)) + span.amount - 1
    if (last >= nth.length) return beyond
    end = Math.max(time, (nth[last] as number) + 1)
  }
  if (span.rollTo !== undefined) {
    const roll = axis.calendars[span.rollTo] as Calendar
    const closing = countBefore(roll, end > 0 ? end - 1 : 0)
    if (closing >= roll.nth.length) return beyond
    end = (roll.nth[closing] as number) + 1
  }
  return Math.min(end, beyond)
}

/** Least time from which `span` ends at or after `end` (0..horizon). It always exists, since no span ends before it begins. */
export function firstReaching(axis: Axis, span: Span, end: Time): Time {
  let needed = end
  if (span.rollTo !== undefined) {
    if (end === 0) return 0
    const roll = axis.calendars[span.rollTo] as Calendar
    const over = countBefore(roll, end - 1)
    needed = over === 0 ? 0 : (roll.nth[over - 1] as number) + 2
  }
  if (span.amount === 0 || needed === 0) return needed
  const counted = axis.calendars[span.calendar] as Calendar
  const over = countBefore(counted, needed - 1) - span.amount + 1
  if (over <= 0) return 0
  const from = (counted.nth[over - 1] as number) + 1
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
  const counted = axis.calendars[span.calendar] as Calendar
  const before = countBefore(counted, allowed) - span.amount
  if (before < 0) return -1
  const from = counted.nth[before] as number
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
