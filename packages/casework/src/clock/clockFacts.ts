import type { Day } from '@kaigong/calendar'
import type { CaseEvent } from '../event.ts'

/** Why a clock stands still. */
export type PauseCause =
  | { readonly kind: 'supplement' }
  | { readonly kind: 'procedure'; readonly procedure: string }
  | { readonly kind: 'tolerance' }

/** From when to when a clock stands still; null while it still does. */
export type Pause = {
  readonly id: string
  readonly cause: PauseCause
  readonly fromOn: Day
  readonly fromClock: string | null
  readonly untilOn: Day | null
  readonly untilClock: string | null
}

/** A day and, where it is known, the time of day. */
export type Moment = { readonly on: Day; readonly clock: string | null }

/** All of a case's history that its clock needs. */
export type ClockFacts = {
  readonly received: Moment | null
  readonly noticeOn: Day | null
  readonly corrected: Moment | null
  /** The day as of which it was accepted. */
  readonly accepted: Moment | null
  readonly pauses: readonly Pause[]
  /** Working days added by extensions and by procedures that extend. */
  readonly added: number
  /** The decision, or whatever else ended the case. */
  readonly ended: Moment | null
  readonly grantedOn: Day | null
  readonly deliveredOn: Day | null
  /** On commitment the decision has its own time. */
  readonly onCommitment: boolean
}

export const NO_FACTS: ClockFacts = {
  received: null,
  noticeOn: null,
  corrected: null,
  accepted: null,
  pauses: [],
  added: 0,
  ended: null,
  grantedOn: null,
  deliveredOn: null,
  onCommitment: false,
}

const momentOf = ({ on, clock }: Pick<CaseEvent, 'on' | 'clock'>): Moment => ({ on, clock: clock ?? null })

type Notes = { -readonly [K in keyof ClockFacts]: ClockFacts[K] } & { pauses: Pause[] }

/** The facts of the clock after one more event; what is none of the clock's business leaves them as they are. */
export function factsAfter(facts: ClockFacts, event: CaseEvent): ClockFacts {
  const notes: Notes = { ...facts, pauses: [...facts.pauses] }
  note(notes, event)
  return notes
}

/** The facts of a whole history. One set of notes is written on, since copying them at each of 200 events takes several times as long. */
export function factsOf(events: readonly CaseEvent[]): ClockFacts {
  const notes: Notes = { ...NO_FACTS, pauses: [] }
  for (const event of events) note(notes, event)
  return notes
}

/** The one place that says what an event means to the clock. */
function note(notes: Notes, event: CaseEvent): void {
  switch (event.type) {
    case 'received':
      notes.received = momentOf(event)
      return
    case 'correctionAsked':
      notes.noticeOn = event.on
      return
    case 'corrected':
      notes.corrected = momentOf(event)
      return
    case 'accepted':
      notes.accepted = event.asOfOn === event.on ? momentOf(event) : { on: event.asOfOn, clock: null }
      notes.onCommitment = event.track === 'commitment'
      return
    case 'supplementAsked':
      begin(notes, event.id, { kind: 'supplement' }, event)
      return
    case 'supplemented':
      end(notes, 'supplement', event.id, event)
      return
    case 'procedureStarted':
      if (event.clockEffect === 'pause')
        begin(notes, event.id, { kind: 'procedure', procedure: event.procedure }, event)
      if (event.clockEffect === 'extend') notes.added += event.workdays
      return
    case 'procedureEnded':
      end(notes, 'procedure', event.id, event)
      return
    case 'toleranceOverdue':
      begin(notes, 'tolerance', { kind: 'tolerance' }, event)
      return
    case 'deferredSupplied':
      if (event.isComplete) end(notes, 'tolerance', 'tolerance', event)
      return
    case 'extended':
      notes.added += event.workdays
      return
    case 'decided':
      notes.ended = momentOf(event)
      notes.grantedOn = event.outcome === 'rejected' ? null : event.on
      return
    case 'withdrawn':
    case 'notAccepted':
    case 'acceptanceRefused':
    case 'returned':
      notes.ended = momentOf(event)
      return
    case 'delivered':
      notes.deliveredOn = event.on
      return
  }
}

function begin(notes: Notes, id: string, cause: PauseCause, { on, clock }: CaseEvent): void {
  notes.pauses.push({ id, cause, fromOn: on, fromClock: clock ?? null, untilOn: null, untilClock: null })
}

function end(notes: Notes, kind: PauseCause['kind'], id: string, { on, clock }: CaseEvent): void {
  const i = notes.pauses.findLastIndex((p) => p.id === id && p.cause.kind === kind && p.untilOn === null)
  const open = notes.pauses[i]
  if (open !== undefined) notes.pauses[i] = { ...open, untilOn: on, untilClock: clock ?? null }
}
