import { type Day, lastDay, type WorkCalendar } from '@kaigong/calendar'
import type { CaseTerms } from '../terms.ts'
import type { ClockFacts } from './clockFacts.ts'

/** The last day on which the one notice of corrections is in time (行政许可法 32(4): on the spot or within 5 days of receipt). */
export function noticeDueOn(calendar: WorkCalendar, receivedOn: Day, { notice }: Pick<CaseTerms, 'notice'>): Day {
  return lastDay(calendar, receivedOn, notice, { kind: 'duty' })
}

/**
 * Whether an application that nobody has accepted counts as accepted as of its receipt, because no notice came in time (行政许可法 32(4)):
 * the last day for it is over on `today`, and until its close the agency had neither asked for corrections nor ended the case.
 */
export function isAcceptedByLapse(
  calendar: WorkCalendar,
  { received, noticeOn, accepted, ended }: ClockFacts,
  terms: Pick<CaseTerms, 'notice'>,
  today: Day,
): boolean {
  if (received === null || accepted !== null) return false
  const dueOn = noticeDueOn(calendar, received.on, terms)
  const isOut = (on: Day | null) => on === null || on > dueOn
  return today > dueOn && isOut(noticeOn) && isOut(ended?.on ?? null)
}
