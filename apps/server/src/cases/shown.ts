import { type Day, isoDate } from '@kaigong/calendar'
import { type KnownCase, type LegalClock, readClock } from '@kaigong/casework'
import type { CaseTime, Text } from '@kaigong/contract'
import type { CaseLaw } from './law.ts'

/** What a case's clock stands for, in words: the procedures by their names, supplements and the pause of tolerance as such. */
const standing = {
  supplement: { zh: '补正', en: 'supplement' },
  tolerance: { zh: '容缺材料逾期', en: 'overdue deferred material' },
} as const satisfies Record<string, Text>

export function causeName(cause: KnownCase['clock']['pauses'][number]['cause'], { termsOn }: CaseLaw, on: Day): Text {
  return cause.kind === 'procedure'
    ? (termsOn(on).procedures.get(cause.procedure)?.name ?? { zh: cause.procedure, en: cause.procedure })
    : standing[cause.kind]
}

/**
 * The columns by which lists find and order a case. A deadline moves only when something happens, so that it can be kept with the state; days
 * left change every night, for every case at once, and are worked out from the calendar when somebody looks.
 */
export function shownOf(state: KnownCase, law: CaseLaw) {
  const clock = readClock(state.clock, { on: state.lastOn, clock: null }, law)
  const open = state.clock.pauses.filter((pause) => pause.untilOn === null)
  const isUndelivered = state.stage === 'granted' && state.deliveredOn === null
  const isPending = state.stage !== 'granted' && state.stage !== 'ended'
  const { due, dueOn, unit } = dueOf(state, clock)
  const { statutory } = lapsedAfter(clock, state, law)
  return {
    stage: state.stage,
    is_open: isPending || isUndelivered,
    hand: clock.hand,
    due,
    due_on: dueOn === null ? null : isoDate(dueOn),
    due_unit: unit,
    statutory_on: isPending && statutory?.deadlineOn ? isoDate(statutory.deadlineOn) : null,
    standing_for: JSON.stringify(
      clock.hand === 'standing' ? open.map(({ cause }) => causeName(cause, law, state.lastOn)) : [],
    ),
    holder: isPending ? state.desk.holder.person : null,
    state: JSON.stringify(state),
  }
}

/**
 * The clock that will show if nobody speaks in time: then the application counts as accepted as of its receipt (行政许可法 32(4)) and the law's
 * time runs, though nothing happens that would write the row anew.
 */
const lapsedAfter = (clock: LegalClock, { clock: facts }: KnownCase, law: CaseLaw): LegalClock =>
  clock.noticeDueOn === null ? clock : readClock(facts, { on: (clock.noticeDueOn + 1) as Day, clock: null }, law)

type Due = { readonly due: CaseTime['due']; readonly dueOn: Day | null; readonly unit: CaseTime['unit'] }

const NOTHING: Due = { due: null, dueOn: null, unit: 'workday' }

function dueOf(state: KnownCase, { noticeDueOn, promised, statutory, delivery }: LegalClock): Due {
  switch (state.stage) {
    case 'received':
      return noticeDueOn === null ? NOTHING : { due: 'notice', dueOn: noticeDueOn, unit: 'workday' }
    case 'accepted':
    case 'handling': {
      const [promise, law] = [promised?.deadlineOn ?? null, statutory?.deadlineOn ?? null]
      if (promised && promise !== null && (law === null || promise <= law))
        return { due: 'promised', dueOn: promise, unit: promised.unit }
      return statutory ? { due: law === null ? null : 'statutory', dueOn: law, unit: statutory.unit } : NOTHING
    }
    case 'granted':
      return state.deliveredOn === null && delivery !== null
        ? { due: 'delivery', dueOn: delivery.dueOn, unit: 'workday' }
        : NOTHING
    default:
      return NOTHING
  }
}
