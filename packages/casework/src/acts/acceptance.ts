import { type Day, lastDay } from '@kaigong/calendar'
import type { Condition } from '@kaigong/catalogue'
import { isAcceptedByLapse, noticeDueOn } from '../clock/acceptance.ts'
import { readClock } from '../clock/legalClock.ts'
import type { CommandOf } from '../command.ts'
import type { Context } from '../context.ts'
import type { Deed } from '../deed.ts'
import { lacking } from '../materials.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { At, CaseState } from '../state.ts'
import type { CaseTerms } from '../terms.ts'

type Acceptance =
  | 'receive'
  | 'askCorrection'
  | 'correct'
  | 'accept'
  | 'acceptWithTolerance'
  | 'acceptOnCommitment'
  | 'sayNotRequired'
  | 'refuseAcceptance'

/** From receipt to acceptance or its refusal (行政许可法 32). */
export function decideAcceptance(
  state: CaseState,
  command: CommandOf<Acceptance>,
  context: Context,
): readonly Deed[] | Refusal {
  switch (command.type) {
    case 'receive':
      return receive(command, context)
    case 'askCorrection':
      return askCorrection(state as At<'received'>, command, context)
    case 'correct':
      return [{ type: 'corrected', items: command.items }]
    case 'accept':
      return accept(state as At<'received'>, context)
    case 'acceptWithTolerance':
      return acceptWithTolerance(state as At<'received'>, command, context)
    case 'acceptOnCommitment':
      return acceptOnCommitment(state as At<'received'>, context)
    case 'sayNotRequired':
      return [{ type: 'notAccepted', reason: command.reason }]
    case 'refuseAcceptance':
      return refuseAcceptance(state as At<'received' | 'correcting'>, command, context)
  }
}

function receive(command: CommandOf<'receive'>, { termsOn, today }: Context): readonly Deed[] {
  const { matter, variant } = termsOn(today)
  const { agency, applicant, required, handedIn } = command
  return [{ type: 'received', matter: matter.id, variant, agency, applicant, required, handedIn }]
}

/** Once, and in time; without it the case counts as accepted as of its receipt (行政许可法 32(4)). */
function askCorrection(
  state: At<'received'>,
  { items }: CommandOf<'askCorrection'>,
  { calendar, termsOn, today }: Context,
): readonly Deed[] | Refusal {
  const receivedOn = state.clock.received!.on
  const terms = termsOn(receivedOn)
  if (state.corrected) return refuse('correction.onlyOnce', {}, terms.notice.basis)
  const dueOn = noticeDueOn(calendar, receivedOn, terms)
  if (today > dueOn) return refuse('correction.tooLate', { receivedOn, dueOn, on: today }, terms.lapse)
  return items.length === 0 ? refuse('correction.nothingAsked', {}) : [{ type: 'correctionAsked', items }]
}

/** The day as of which it is accepted, and whether because nobody spoke in time. */
function asOf({ clock }: At<'received' | 'correcting'>, { calendar, termsOn, today }: Context) {
  const receivedOn = clock.received!.on
  const byLapse = isAcceptedByLapse(calendar, clock, termsOn(receivedOn), today)
  return { asOfOn: byLapse ? receivedOn : today, byLapse }
}

function accept(state: At<'received'>, context: Context): readonly Deed[] | Refusal {
  const { asOfOn, byLapse } = asOf(state, context)
  // What counts as accepted by law is accepted as it is: what is missing is asked for as a supplement.
  const { required, handedIn } = state
  const essential = lacking(required.essential, handedIn)
  if (!byLapse && essential.length > 0) return refuse('acceptance.essentialMissing', { missing: essential })
  const more = lacking(required.deferrable, handedIn)
  if (!byLapse && more.length > 0) return refuse('acceptance.deferrableMissing', { missing: more })
  return [{ type: 'accepted', asOfOn, byLapse, track: 'standard', deferred: [], deferredDueOn: null }]
}

/** Tolerance (容缺受理, domain 2.4): essentials complete, the rest on a written promise, at the latest until the matter must be decided. */
function acceptWithTolerance(
  state: At<'received'>,
  { dueOn }: CommandOf<'acceptWithTolerance'>,
  context: Context,
): readonly Deed[] | Refusal {
  const { asOfOn, byLapse } = asOf(state, context)
  const terms = context.termsOn(asOfOn)
  const { tolerance, matter } = terms
  const { required, handedIn } = state
  if (!tolerance.isOpen) return refuse('tolerance.notOpen', { matter: matter.id })
  const refused = refusedTrack(tolerance.when, terms, context)
  if (refused !== undefined) return refused
  const deferred = lacking([...required.essential, ...required.deferrable], handedIn)
  if (deferred.length === 0) return refuse('tolerance.nothingMissing', {})
  const never = deferred.filter((id) => tolerance.never.has(id))
  if (never.length > 0) return refuse('tolerance.neverFor', { materials: never }, tolerance.never.get(never[0]!)!)
  const essential = deferred.filter((id) => !tolerance.mayFollow.includes(id))
  if (essential.length > 0) return refuse('acceptance.essentialMissing', { missing: essential })
  if (dueOn < context.today) return refuse('tolerance.dueBeforeStart', { dueOn, on: context.today })
  const latestOn = decisionDueOn(state, asOfOn, terms, context)
  if (latestOn !== null && dueOn > latestOn) return refuse('tolerance.dueTooLate', { dueOn, latestOn }, tolerance.limit)
  return [{ type: 'accepted', asOfOn, byLapse, track: 'tolerance', deferred, deferredDueOn: dueOn }]
}

/** Both tracks rest on trust: bad credit closes them, and what the catalogue demands beside it must be known to hold. */
function refusedTrack(when: Condition, { creditRule, matter }: CaseTerms, { holds }: Context): Refusal | undefined {
  if (holds({ fact: 'goodCredit', is: true }) === false) return refuse('tolerance.notTrusted', {}, creditRule)
  return holds(when) === true ? undefined : refuse('track.conditionsUnmet', { matter: matter.id })
}

/** By when the matter must be decided if it is accepted now: by the promise, else by the law. */
function decisionDueOn(state: At<'received'>, asOfOn: Day, terms: CaseTerms, context: Context): Day | null {
  const clock = { ...state.clock, accepted: { on: asOfOn, clock: null } }
  const { promised, statutory } = readClock(clock, { on: context.today, clock: null }, context)
  return promised?.deadlineOn ?? statutory?.deadlineOn ?? (terms.decision === null ? null : asOfOn)
}

/** Commitment (告知承诺, domain 2.5): decided at once on the promise where the rule says at once, else within its days; inspected afterwards. */
function acceptOnCommitment(state: At<'received'>, context: Context): readonly Deed[] | Refusal {
  const { asOfOn, byLapse } = asOf(state, context)
  const terms = context.termsOn(asOfOn)
  const { commitment, matter } = terms
  if (commitment === null) return refuse('commitment.notOpen', { matter: matter.id })
  const refused = refusedTrack(commitment.when, terms, context)
  if (refused !== undefined) return refused
  const missing = lacking(state.required.essential, state.handedIn)
  if (missing.length > 0) return refuse('acceptance.essentialMissing', { missing })
  const accepted = {
    type: 'accepted',
    asOfOn,
    byLapse,
    track: 'commitment',
    deferred: [],
    deferredDueOn: null,
  } as const
  if (commitment.decision.value > 0) return [accepted]
  const inspectionDueOn = lastDay(context.calendar, context.today, commitment.inspection, { kind: 'duty' })
  const decided = {
    type: 'decided',
    outcome: 'passed',
    reason: null,
    lateWorkdays: 0,
    overrunReason: null,
    inspectionDueOn,
  } as const
  return [accepted, { type: 'departmentStarted' }, decided]
}

function refuseAcceptance(
  state: At<'received' | 'correcting'>,
  { reason }: CommandOf<'refuseAcceptance'>,
  context: Context,
): readonly Deed[] | Refusal {
  const receivedOn = state.clock.received!.on
  const terms = context.termsOn(receivedOn)
  if (isAcceptedByLapse(context.calendar, state.clock, terms, context.today)) {
    const dueOn = noticeDueOn(context.calendar, receivedOn, terms)
    return refuse('acceptance.alreadyByLapse', { receivedOn, dueOn }, terms.lapse)
  }
  return [{ type: 'acceptanceRefused', reason }]
}
