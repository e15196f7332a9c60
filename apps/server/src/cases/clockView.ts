import { type Day, isoDate } from '@kaigong/calendar'
import { type KnownCase, type LegalClock, type Reading, readClock } from '@kaigong/casework'
import type { CaseClock, CaseReading } from '@kaigong/contract'
import type { CaseLaw } from './law.ts'
import { causeName } from './shown.ts'

/** The legal clock of a case as it shows at a moment, with the article of every stretch. */
export function clockViewOf(
  state: KnownCase,
  law: CaseLaw,
  at: { readonly on: Day; readonly clock: string | null },
): CaseClock {
  const clock = readClock(state.clock, at, law)
  const acceptedOn = state.clock.accepted?.on ?? state.lastOn
  const { delivery } = clock
  return {
    readOn: isoDate(at.on),
    hand: clock.hand,
    startOn: isoOrNull(clock.startOn),
    noticeDueOn: isoOrNull(clock.noticeDueOn),
    byLapse: clock.byLapse,
    statutory: readingOf(clock.statutory),
    promised: readingOf(clock.promised),
    spans: clock.spans.map((span) => spanOf(span, law, acceptedOn)),
    delivery: delivery && {
      dueOn: isoDate(delivery.dueOn),
      deliveredOn: isoOrNull(delivery.deliveredOn),
      basis: delivery.basis,
    },
    isProvisional: clock.isProvisional,
  }
}

function spanOf(
  { afterOn, untilOn, counts, days, causes, basis }: LegalClock['spans'][number],
  law: CaseLaw,
  acceptedOn: Day,
): CaseClock['spans'][number] {
  return {
    afterOn: isoDate(afterOn),
    untilOn: isoOrNull(untilOn),
    counts,
    days,
    causes: causes.map((cause) => causeName(cause, law, acceptedOn)),
    basis: [...basis],
  }
}

const readingOf = (reading: Reading | null): CaseReading | null =>
  reading && { ...reading, deadlineOn: isoOrNull(reading.deadlineOn) }

export const isoOrNull = (on: Day | null): string | null => (on === null ? null : isoDate(on))
