import {
  addWorkTicks,
  clockOfTick,
  countWorkTicks,
  type Day,
  dayOfTick,
  isProvisional,
  lastDay,
  TICKS_PER_DAY,
  tickOf,
  type WorkCalendar,
  type WorkHours,
} from '@kaigong/calendar'
import type { Citation } from '@kaigong/catalogue'
import type { CaseEvent } from '../event.ts'
import type { Allowance, CaseTerms, TermsOn } from '../terms.ts'
import { isAcceptedByLapse, noticeDueOn } from './acceptance.ts'
import { type ClockFacts, factsOf, type Moment, type Pause, type PauseCause } from './clockFacts.ts'
import { type Axis, type Counted, countThrough, everydayAxis, merged, type Standstill, workdayAxis } from './count.ts'

/** How one limit stands, in days of its `unit`; those of a promise in fractions are working time. */
export type Reading = {
  readonly limit: number
  /** What its days are; months and years are counted out in days from their start. */
  readonly unit: 'workday' | 'day'
  /** Added by extension; a promise is never extended. */
  readonly added: number
  readonly elapsed: number
  readonly remaining: number
  /** Last day in time; null while the clock stands still, for then nobody knows it. */
  readonly deadlineOn: Day | null
  /** Time of day where the limit is a fraction of a day. */
  readonly deadlineClock: string | null
  /** What has run since the deadline; 0 up to and with the last day, also where that day has rolled (民法典 203). */
  readonly late: number
  readonly basis: Citation
}

/** A stretch of the case's time, from the close of `afterOn` to the close of `untilOn`; null while it lasts. */
export type ClockSpan = {
  readonly afterOn: Day
  readonly untilOn: Day | null
  readonly counts: boolean
  /** Counted days in it, up to the day of the reading; 0 where it does not count. */
  readonly days: number
  /** What made the clock stand still, several where they overlap. */
  readonly causes: readonly PauseCause[]
  readonly basis: readonly Citation[]
}

/** What the legal clock (法定时钟) shows. */
export type LegalClock = {
  readonly hand: 'waiting' | 'running' | 'standing' | 'ended'
  /** The day that starts it and does not itself count; null while it waits. */
  readonly startOn: Day | null
  readonly statutory: Reading | null
  readonly promised: Reading | null
  readonly spans: readonly ClockSpan[]
  /** Until when corrections may be asked for; null once that is settled. */
  readonly noticeDueOn: Day | null
  /** Accepted as of receipt because nobody spoke in time, whether or not that has been recorded. */
  readonly byLapse: boolean
  /** Last day to deliver what was granted (行政许可法 44). */
  readonly delivery: { readonly dueOn: Day; readonly deliveredOn: Day | null; readonly basis: Citation } | null
  /** Whether a date shown lies after the last published calendar. */
  readonly isProvisional: boolean
}

/** What a clock is read with. `hours` are needed where a promise is a fraction of a day. */
export type ClockWorks = { readonly calendar: WorkCalendar; readonly hours: WorkHours; readonly termsOn: TermsOn }

/**
 * The legal clock of a case as it shows at a moment (the close of the day where no time of day is given), from nothing but its events, in
 * order, the calendar, and the law in force on the day of acceptance. The day on which something begins does not count (民法典 201), so a
 * pause from Monday to Wednesday leaves out Tuesday and Wednesday; one that begins and ends on the same day leaves out nothing.
 */
export function legalClock(events: readonly CaseEvent[], at: Moment, works: ClockWorks): LegalClock {
  return readClock(factsOf(events), at, works)
}

/** The same from the facts that a case's state keeps of its history. */
export function readClock(facts: ClockFacts, at: Moment, works: ClockWorks): LegalClock {
  const { received, ended, noticeOn } = facts
  if (received === null) return NOT_STARTED
  const { calendar, termsOn } = works
  const onReceipt = termsOn(received.on)
  const byLapse = isAcceptedByLapse(calendar, facts, onReceipt, at.on)
  const accepted = facts.accepted ?? (byLapse ? { on: received.on, clock: null } : null)
  const isPending = accepted === null && ended === null && noticeOn === null
  const start = startOf(facts, accepted, byLapse, accepted === null ? onReceipt : termsOn(accepted.on))
  const waiting: LegalClock = {
    ...NOT_STARTED,
    hand: ended === null ? 'waiting' : 'ended',
    noticeDueOn: isPending ? noticeDueOn(calendar, received.on, onReceipt) : null,
    byLapse,
  }
  return start === null
    ? waiting
    : { ...waiting, ...running(facts, start, at, works, termsOn(accepted?.on ?? received.on)) }
}

/** What a clock shows that has started. */
function running(facts: ClockFacts, start: Moment, at: Moment, works: ClockWorks, terms: CaseTerms) {
  const { calendar } = works
  const until = facts.ended ?? at
  const halts = merged(facts.pauses.map(haltOf))
  const statutory = terms.decision && readDays(halts, start, until, terms.decision, facts.added, calendar)
  const promise = facts.onCommitment ? (terms.commitment?.decision ?? null) : terms.promise
  const promised = promise && readPromise(facts, halts, start, until, promise, works)
  const axis = axisOf((statutory ?? promised)?.unit ?? 'workday', calendar)
  const spans = spansOf(halts, start.on, until.on, facts.ended !== null, terms, axis)
  const delivery = deliveryOf(facts, terms, calendar)
  const latest = Math.max(statutory?.deadlineOn ?? 0, promised?.deadlineOn ?? 0, delivery?.dueOn ?? 0) as Day
  return {
    hand: facts.ended !== null ? 'ended' : spans.at(-1)?.untilOn === null ? 'standing' : 'running',
    startOn: start.on,
    statutory,
    promised,
    spans,
    delivery,
    isProvisional: latest > 0 && isProvisional(calendar, latest),
  } as const
}

const NOT_STARTED: LegalClock = {
  hand: 'waiting',
  startOn: null,
  statutory: null,
  promised: null,
  spans: [],
  noticeDueOn: null,
  byLapse: false,
  delivery: null,
  isProvisional: false,
}

/**
 * What starts the clock: acceptance; where the law counts from receipt, the day on which the papers were complete, so that a notice of
 * corrections in time starts it anew.
 */
function startOf(facts: ClockFacts, accepted: Moment | null, byLapse: boolean, terms: CaseTerms): Moment | null {
  if (terms.decision?.from !== 'received') return accepted
  return byLapse || facts.noticeOn === null ? facts.received : facts.corrected
}

/** A limit in whole days. */
function readDays(
  halts: readonly Standstill[],
  start: Moment,
  until: Moment,
  allowance: Allowance,
  added: number,
  calendar: WorkCalendar,
): Reading {
  const unit = unitOf(allowance)
  // Months and years are as many days as they are from this start.
  const value =
    unit === 'workday' ? allowance.value : lastDay(calendar, start.on, allowance, { kind: 'minimum' }) - start.on
  const axis = axisOf(unit, calendar)
  const { elapsed, end } = countThrough(axis, start.on, until.on, halts, value + added)
  return {
    limit: value,
    unit,
    added,
    elapsed,
    remaining: Math.max(0, value + added - elapsed),
    // Counted from the last day, not from the limit: the days off over which it rolled are nobody's delay.
    late: end === null ? 0 : countThrough(axis, end, until.on, halts, null).elapsed,
    deadlineOn: end as Day | null,
    deadlineClock: null,
    basis: allowance.basis,
  }
}

const unitOf = ({ unitApplied }: Allowance): Reading['unit'] => (unitApplied === 'workday' ? 'workday' : 'day')
const axisOf = (unit: Reading['unit'], calendar: WorkCalendar): Axis =>
  unit === 'workday' ? workdayAxis(calendar) : everydayAxis(calendar)

/** A promise, which may be a fraction of a working day and is then counted in working hours, from the moment on that is known. */
function readPromise(
  facts: ClockFacts,
  halts: readonly Standstill[],
  start: Moment,
  until: Moment,
  promise: Allowance,
  works: ClockWorks,
): Reading {
  if (Number.isInteger(promise.value)) return readDays(halts, start, until, promise, 0, works.calendar)
  const { calendar, hours } = works
  const axis: Axis = {
    count: (from, to) => countWorkTicks(calendar, hours, from, to),
    advance: (from, amount) => addWorkTicks(calendar, hours, from, amount),
  }
  const standstills = merged(facts.pauses.map((p) => ({ from: tickAt(p.fromOn, p.fromClock), to: endTick(p) })))
  const ticks = Math.ceil(promise.value * hours.ticksPerWorkday - 1e-9)
  const counted: Counted = countThrough(
    axis,
    tickAt(start.on, start.clock),
    tickAt(until.on, until.clock),
    standstills,
    ticks,
  )
  const elapsed = counted.elapsed / hours.ticksPerWorkday
  return {
    limit: promise.value,
    unit: unitOf(promise),
    added: 0,
    elapsed,
    remaining: Math.max(0, promise.value - elapsed),
    late: Math.max(0, elapsed - promise.value),
    deadlineOn: counted.end === null ? null : dayOfTick(counted.end),
    deadlineClock: counted.end === null ? null : clockOfTick(counted.end),
    basis: promise.basis,
  }
}

const tickAt = (on: Day, clock: string | null) => (clock === null ? (on + 1) * TICKS_PER_DAY : tickOf(on, clock))
const endTick = ({ untilOn, untilClock }: Pause) =>
  untilOn === null ? Number.POSITIVE_INFINITY : tickAt(untilOn, untilClock)

/** A pause on the axis of days: from the close of its first day to the close of its last. */
type Halt = Standstill & { readonly cause: PauseCause }
const haltOf = ({ fromOn, untilOn, cause }: Pause): Halt => ({
  from: fromOn,
  to: untilOn ?? Number.POSITIVE_INFINITY,
  cause,
})

/** The stretches that count and those that do not, from the start to the moment of the reading. */
function spansOf(
  halts: readonly (Standstill & { readonly of: readonly Halt[] })[],
  startOn: Day,
  untilOn: Day,
  isOver: boolean,
  terms: CaseTerms,
  axis: Axis,
): readonly ClockSpan[] {
  const spans: ClockSpan[] = []
  const counted = [terms.decision?.basis ?? terms.startDayRule]
  let at = startOn
  const counting = (to: Day) => {
    if (to > at)
      spans.push({ afterOn: at, untilOn: to, counts: true, days: axis.count(at, to), causes: [], basis: counted })
  }
  for (const { from, to, of } of halts) {
    if (to <= at || from > untilOn) continue
    counting(from as Day)
    const causes = of.map((h) => h.cause)
    const lasts = to > untilOn
    const endOn = lasts ? (isOver ? untilOn : null) : (to as Day)
    const afterOn = Math.max(at, from) as Day
    spans.push({ afterOn, untilOn: endOn, counts: false, days: 0, causes, basis: basesOf(causes, terms) })
    if (lasts) return spans
    at = to as Day
  }
  counting(untilOn)
  return spans
}

function basesOf(causes: readonly PauseCause[], terms: CaseTerms): readonly Citation[] {
  const bases: Citation[] = []
  for (const cause of causes) {
    const basis = basisOf(cause, terms)
    if (!bases.includes(basis)) bases.push(basis)
  }
  return bases
}

function basisOf(cause: PauseCause, terms: CaseTerms): Citation {
  switch (cause.kind) {
    case 'supplement':
      return terms.supplement
    case 'procedure':
      return terms.procedures.get(cause.procedure)?.basis ?? terms.startDayRule
    case 'tolerance':
      return terms.tolerance.pause.basis
  }
}

function deliveryOf(
  { grantedOn, deliveredOn }: ClockFacts,
  { delivery }: CaseTerms,
  calendar: WorkCalendar,
): LegalClock['delivery'] {
  if (grantedOn === null) return null
  return { dueOn: lastDay(calendar, grantedOn, delivery, { kind: 'duty' }), deliveredOn, basis: delivery.basis }
}
