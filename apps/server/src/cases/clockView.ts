import { type Day, isoDate } from '@kaigong/calendar'
import { type CaseState, type LegalClock, type Reading, readClock } from '@kaigong/casework'
import type { CaseClock, CaseReading } from '@kaigong/contract'
import type { CaseLaw } from './law.ts'
import { isoOrNull } from './record.ts'
import { causeName } from './shown.ts'

type Known = Exclude<CaseState, { readonly stage: 'none' }>

/** The legal clock of a case as it shows at a moment, with the article of every stretch. */
export function clockViewOf(
  state: Known,
  law: CaseLaw,
  at: { readonly on: Day; readonly clock: string | null },
): CaseClock {
  const clock = readClock(state.clock, at, law)
  const acceptedOn = state.clock.accepted?.on ?? state.lastOn
  const terms = law.termsOn(acceptedOn)
  const { delivery } = clock
  return {
    readOn: isoDate(at.on),
    hand: clock.hand,
    startOn: isoOrNull(clock.startOn),
    noticeDueOn: isoOrNull(clock.noticeDueOn),
    byLapse: clock.byLapse,
    statutory: readingOf(clock.statutory, terms.decision?.unitApplied),
    promised: readingOf(clock.promised, terms.promise?.unitApplied ?? terms.commitment?.decision.unitApplied),
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

function readingOf(reading: Reading | null, unit: string | undefined): CaseReading | null {
  if (reading === null) return null
  const { limit, added, elapsed, remaining, late, deadlineOn, deadlineClock, basis } = reading
  return {
    limit,
    added,
    elapsed,
    remaining,
    late,
    unit: unit === undefined || unit === 'workday' ? 'workday' : 'day',
    deadlineOn: isoOrNull(deadlineOn),
    deadlineClock,
    basis,
  }
}
