import type { WorkCalendar } from '@kaigong/calendar'
import type { Actor } from '../actor.ts'
import type { CaseEvent } from '../event.ts'
import type { KnownCase } from '../state.ts'
import type { Moment } from './clockFacts.ts'
import { type ClockWorks, readClock } from './legalClock.ts'

/** A notice of days off that has just been published, with the calendars before and after it. */
export type NewCalendar = {
  readonly year: number
  /** Title and number of the notice. */
  readonly notice: string
  readonly before: WorkCalendar
  readonly after: WorkCalendar
}

/**
 * What a newly published calendar does to an open case: the event that says from which day to which its statutory deadline moved, so that
 * nobody finds another date one morning without knowing why; null where it stays, stands still or was never there.
 */
export function deadlineMoved(
  state: KnownCase,
  { year, notice, before, after }: NewCalendar,
  at: Moment,
  works: Omit<ClockWorks, 'calendar'>,
  by: Actor,
): CaseEvent | null {
  if (state.stage === 'granted' || state.stage === 'ended') return null
  const read = (calendar: WorkCalendar) =>
    readClock(state.clock, at, { ...works, calendar }).statutory?.deadlineOn ?? null
  const deadlineBeforeOn = read(before)
  const deadlineAfterOn = read(after)
  if (deadlineBeforeOn === null || deadlineAfterOn === null || deadlineBeforeOn === deadlineAfterOn) return null
  const clock = at.clock === null ? {} : { clock: at.clock }
  return { type: 'calendarPublished', on: at.on, ...clock, by, year, notice, deadlineBeforeOn, deadlineAfterOn }
}
