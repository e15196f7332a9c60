import { factsAfter, NO_FACTS } from './clock/clockFacts.ts'
import { deskAfter, deskAfterWork, deskOf, deskTakenUp } from './desk/desk.ts'
import { isDeskEvent } from './desk/deskEvent.ts'
import type { CaseEvent, CaseEventOf } from './event.ts'
import { lacking } from './materials.ts'
import { rowsOf } from './rows.ts'
import { type At, type CaseState, type Ending, type KnownCase, NO_CASE, type OpenSpan, type Stage } from './state.ts'

/**
 * The state of a case after one more event. Events are what happened: they are not judged again, and one that finds the case at a stage
 * where it means nothing only leaves its trace (day, row).
 */
export function evolve(state: CaseState, event: CaseEvent): CaseState {
  if (event.type === 'received') return opened(event)
  if (state.stage === 'none') return state
  return moved(noted(state, event), event)
}

/** The state that a whole history leads to. */
export const replay = (events: readonly CaseEvent[]): CaseState => events.reduce(evolve, NO_CASE)

function opened(event: CaseEventOf<'received'>): CaseState {
  const { matter, variant, agency, applicant, required, handedIn, on, by } = event
  return {
    stage: 'received',
    matter,
    variant,
    agency,
    applicant,
    required,
    handedIn,
    lastOn: on,
    rows: rowsOf(event),
    clock: factsAfter(NO_FACTS, event),
    desk: deskOf({ person: by.person, agency: by.agency ?? agency }),
    corrected: false,
  }
}

/** What every event leaves: its day, its row, its mark on the clock and on the desk. */
function noted<S extends KnownCase>(state: S, event: CaseEvent): S {
  const rows = rowsOf(event)
  return {
    ...state,
    // A calendar is no step of the case: what happened before its adoption can still be entered.
    lastOn: event.type === 'calendarPublished' ? state.lastOn : event.on,
    rows: rows.length === 0 ? state.rows : [...state.rows, ...rows],
    clock: factsAfter(state.clock, event),
    desk: deskOn(state, event),
  }
}

function deskOn({ desk, agency }: KnownCase, event: CaseEvent) {
  if (isDeskEvent(event)) return deskAfter(desk, event)
  if (event.type === 'departmentStarted')
    return deskTakenUp(desk, { person: event.by.person, agency: event.by.agency ?? agency })
  return event.by.role === 'applicant' || event.by.role === 'clock' ? desk : deskAfterWork(desk)
}

const is = <S extends Stage>(state: CaseState, ...stages: readonly S[]): state is At<S> =>
  (stages as readonly Stage[]).includes(state.stage)

function moved(state: KnownCase, event: CaseEvent): CaseState {
  switch (event.type) {
    case 'correctionAsked':
      return is(state, 'received') ? { ...state, stage: 'correcting', asked: event.items } : state
    case 'corrected':
      return is(state, 'correcting')
        ? { ...state, stage: 'received', corrected: true, handedIn: joined(state.handedIn, event.items) }
        : state
    case 'accepted':
      return is(state, 'received', 'correcting') ? acceptedAs(state, event) : state
    case 'departmentStarted':
      return is(state, 'accepted') ? { ...state, stage: 'handling' } : state
    case 'supplementAsked':
      return opening(state, { id: event.id, kind: 'supplement', items: event.items })
    case 'supplemented':
      return closing(state, event.id, event.items)
    case 'procedureStarted':
      return opening(state, { id: event.id, kind: 'procedure', items: [] })
    case 'procedureEnded':
      return closing(state, event.id, [])
    case 'extended':
      return is(state, 'accepted', 'handling') ? { ...state, isExtended: true } : state
    case 'toleranceOverdue':
      return is(state, 'accepted', 'handling') && state.tolerance !== null
        ? { ...state, tolerance: { ...state.tolerance, overdueSinceOn: event.on } }
        : state
    case 'deferredSupplied':
      return suppliedLater(state, event)
    case 'decided':
      return is(state, 'accepted', 'handling') ? decided(state, event) : state
    case 'delivered':
      return is(state, 'granted') ? { ...state, deliveredOn: event.on } : state
    case 'inspected':
      return is(state, 'granted') ? { ...state, provedTrue: event.true } : state
    case 'withdrawn':
    case 'notAccepted':
    case 'acceptanceRefused':
    case 'returned':
    case 'recalled':
    case 'revoked':
      return endedAs(state, event.type)
    default:
      return state
  }
}

const joined = (had: readonly string[], more: readonly string[]) => [...new Set([...had, ...more])]

/** The common part of a case, without what only its stage has. */
function core({ matter, variant, agency, applicant, required, handedIn, lastOn, rows, clock, desk }: KnownCase) {
  return { matter, variant, agency, applicant, required, handedIn, lastOn, rows, clock, desk }
}

function acceptedAs(state: At<'received' | 'correcting'>, event: CaseEventOf<'accepted'>): CaseState {
  const { deferred, deferredDueOn, track } = event
  return {
    ...core(state),
    stage: 'accepted',
    track,
    open: [],
    isExtended: false,
    tolerance: deferredDueOn === null ? null : { outstanding: deferred, dueOn: deferredDueOn, overdueSinceOn: null },
  }
}

const opening = (state: KnownCase, span: OpenSpan): CaseState =>
  is(state, 'accepted', 'handling') ? { ...state, open: [...state.open, span] } : state

function closing(state: KnownCase, id: string, items: readonly string[]): CaseState {
  if (!is(state, 'accepted', 'handling')) return state
  return { ...state, open: state.open.filter((s) => s.id !== id), handedIn: joined(state.handedIn, items) }
}

function suppliedLater(state: KnownCase, { items, isComplete }: CaseEventOf<'deferredSupplied'>): CaseState {
  if (!is(state, 'accepted', 'handling', 'granted') || state.tolerance === null) return state
  const outstanding = lacking(state.tolerance.outstanding, items)
  const tolerance = {
    ...state.tolerance,
    outstanding,
    overdueSinceOn: isComplete ? null : state.tolerance.overdueSinceOn,
  }
  return { ...state, handedIn: joined(state.handedIn, items), tolerance }
}

function decided(state: At<'accepted' | 'handling'>, event: CaseEventOf<'decided'>): CaseState {
  if (event.outcome === 'rejected') return { ...core(state), stage: 'ended', ending: 'rejected' }
  return {
    ...core(state),
    stage: 'granted',
    track: state.track,
    outcome: event.outcome,
    tolerance: state.tolerance,
    inspectionDueOn: event.inspectionDueOn,
    provedTrue: null,
    deliveredOn: null,
  }
}

const endedAs = (state: KnownCase, ending: Ending): CaseState => ({ ...core(state), stage: 'ended', ending })
