import { type Day, isoDate } from '@kaigong/calendar'
import { type CaseState, readClock } from '@kaigong/casework'
import type { CaseTime, Text } from '@kaigong/contract'
import type { CaseLaw } from './law.ts'

type Known = Exclude<CaseState, { readonly stage: 'none' }>

/** What a case's clock stands for, in words: the procedures by their names, supplements and the pause of tolerance as such. */
const standing = {
  supplement: { zh: '补正', en: 'supplement' },
  tolerance: { zh: '容缺材料逾期', en: 'overdue deferred material' },
} as const satisfies Record<string, Text>

export function causeName(cause: Known['clock']['pauses'][number]['cause'], { termsOn }: CaseLaw, on: Day): Text {
  return cause.kind === 'procedure'
    ? (termsOn(on).procedures.get(cause.procedure)?.name ?? { zh: cause.procedure, en: cause.procedure })
    : standing[cause.kind]
}

/**
 * The columns by which lists find and order a case. A deadline moves only when something happens, so that it can be kept with the state; days
 * left change every night, for every case at once, and are worked out from the calendar when somebody looks.
 */
export function shownOf(state: Known, law: CaseLaw) {
  const clock = readClock(state.clock, { on: state.lastOn, clock: null }, law)
  const open = state.clock.pauses.filter((pause) => pause.untilOn === null)
  const isUndelivered = state.stage === 'granted' && state.deliveredOn === null
  const isPending = state.stage !== 'granted' && state.stage !== 'ended'
  const { due, dueOn } = dueOf(state, clock)
  const unit = due === 'statutory' || due === 'promised' ? unitOf(law, state) : 'workday'
  return {
    stage: state.stage,
    is_open: isPending || isUndelivered,
    hand: clock.hand,
    due,
    due_on: dueOn === null ? null : isoDate(dueOn),
    due_unit: unit,
    statutory_on: isPending && clock.statutory?.deadlineOn ? isoDate(clock.statutory.deadlineOn) : null,
    standing_for: JSON.stringify(
      clock.hand === 'standing' ? open.map(({ cause }) => causeName(cause, law, state.lastOn)) : [],
    ),
    holder: isPending ? state.desk.holder.person : null,
    state: JSON.stringify(state),
  }
}

/** Whether the time to decide counts working days; months and years are counted out in days. */
const unitOf = ({ termsOn }: CaseLaw, state: Known): CaseTime['unit'] =>
  (termsOn(state.clock.accepted?.on ?? state.lastOn).decision?.unitApplied ?? 'workday') === 'workday'
    ? 'workday'
    : 'day'

type Clock = ReturnType<typeof readClock>
type Due = { readonly due: CaseTime['due']; readonly dueOn: Day | null }

function dueOf(state: Known, { noticeDueOn, promised, statutory, delivery }: Clock): Due {
  switch (state.stage) {
    case 'received':
      return { due: noticeDueOn === null ? null : 'notice', dueOn: noticeDueOn }
    case 'accepted':
    case 'handling': {
      const [promise, law] = [promised?.deadlineOn ?? null, statutory?.deadlineOn ?? null]
      if (promise !== null && (law === null || promise <= law)) return { due: 'promised', dueOn: promise }
      return { due: law === null ? null : 'statutory', dueOn: law }
    }
    case 'granted':
      return state.deliveredOn === null
        ? { due: delivery === null ? null : 'delivery', dueOn: delivery?.dueOn ?? null }
        : { due: null, dueOn: null }
    default:
      return { due: null, dueOn: null }
  }
}
