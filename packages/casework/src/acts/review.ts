import { lastDay } from '@kaigong/calendar'
import { readClock } from '../clock/legalClock.ts'
import type { CommandOf } from '../command.ts'
import type { Context } from '../context.ts'
import type { Deed } from '../deed.ts'
import type { CaseEventOf, Outcome } from '../event.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { At } from '../state.ts'
import type { CaseTerms } from '../terms.ts'

type Review =
  | 'startDepartment'
  | 'askSupplement'
  | 'supplement'
  | 'startProcedure'
  | 'endProcedure'
  | 'extend'
  | 'pass'
  | 'passWithTolerance'
  | 'reject'
type Open = At<'accepted' | 'handling'>

/** From acceptance to the decision. */
export function decideReview(state: Open, command: CommandOf<Review>, context: Context): readonly Deed[] | Refusal {
  const terms = context.termsOn(state.clock.accepted!.on)
  switch (command.type) {
    case 'startDepartment':
      return [{ type: 'departmentStarted' }]
    case 'askSupplement':
      return isUsed(state, command.id)
        ? refuse('span.idUsed', { id: command.id })
        : [{ type: 'supplementAsked', id: command.id, items: command.items }]
    case 'supplement':
      return isOpen(state, 'supplement', command.id)
        ? [{ type: 'supplemented', id: command.id, items: command.items }]
        : refuse('span.notOpen', { id: command.id })
    case 'startProcedure':
      return startProcedure(state, command, terms)
    case 'endProcedure':
      return isOpen(state, 'procedure', command.id)
        ? [{ type: 'procedureEnded', id: command.id, result: command.result }]
        : refuse('span.notOpen', { id: command.id })
    case 'extend':
      return extend(state, command, terms, context)
    case 'pass':
      return conclude(state, 'passed', null, command.overrunReason, terms, context)
    case 'passWithTolerance':
      return conclude(state, 'passedWithTolerance', null, command.overrunReason, terms, context)
    case 'reject':
      return conclude(state, 'rejected', command.reason, command.overrunReason, terms, context)
  }
}

/** An extension is reported like a procedure, under this id. */
const RESERVED = 'extension'
const isUsed = ({ rows }: Open, id: string) => id === RESERVED || rows.some((r) => r.id === id)
const isOpen = ({ open }: Open, kind: 'supplement' | 'procedure', id: string) =>
  open.some((s) => s.kind === kind && s.id === id)

/** A special procedure does to the clock what its authority says: the matter's own law, else 行政许可法 45. */
function startProcedure(
  state: Open,
  command: CommandOf<'startProcedure'>,
  terms: CaseTerms,
): readonly Deed[] | Refusal {
  const { id, procedure, workdays, approvedBy } = command
  if (isUsed(state, id)) return refuse('span.idUsed', { id })
  if (procedure === 'extension') return refuse('procedure.notAnExtension', {})
  const known = terms.procedures.get(procedure)
  if (known === undefined) return refuse('procedure.unknown', { procedure })
  return [{ type: 'procedureStarted', id, procedure, clockEffect: known.clockEffect, workdays, approvedBy }]
}

const BY_GOVERNMENT = '本级人民政府负责人'
const HEAD = { zh: '本机关负责人', en: 'the head of the agency' }
const GOVERNMENT = { zh: '本级人民政府负责人', en: 'the head of the government at this level' }

/** Once, before the limit is over, by no more than the law adds, on the approval of the head that the law names (行政许可法 42). */
function extend(
  { clock, isExtended }: Open,
  { workdays, reason, approvedBy }: CommandOf<'extend'>,
  { extension, matter }: CaseTerms,
  context: Context,
): readonly Deed[] | Refusal {
  if (extension === null) return refuse('extension.notAllowed', { matter: matter.id })
  const needsGovernment = extension.by === BY_GOVERNMENT
  if (needsGovernment !== (context.actor.role === 'government'))
    return refuse('extension.wrongHead', { by: needsGovernment ? GOVERNMENT : HEAD }, extension.basis)
  if (isExtended) return refuse('extension.onlyOnce', {}, extension.basis)
  if (!Number.isInteger(workdays) || workdays < 1 || workdays > extension.value)
    return refuse('extension.tooLong', { workdays, most: extension.value }, extension.basis)
  const deadlineOn = readClock(clock, { on: context.today, clock: null }, context).statutory?.deadlineOn ?? null
  if (deadlineOn !== null && context.today > deadlineOn)
    return refuse('extension.tooLate', { deadlineOn }, extension.basis)
  return [{ type: 'extended', workdays, reason, approvedBy }]
}

function conclude(
  state: Open,
  outcome: Outcome,
  reason: string | null,
  overrunReason: string | undefined,
  terms: CaseTerms,
  context: Context,
): readonly Deed[] | Refusal {
  const refused = refusedConclusion(state, outcome, terms)
  if (refused !== undefined) return refused
  const { statutory } = readClock(state.clock, { on: context.today, clock: null }, context)
  const late = statutory?.late ?? 0
  if (late > 0 && !overrunReason?.trim())
    return refuse('decision.overrunUnexplained', { deadlineOn: statutory!.deadlineOn! })
  const inspection = state.track === 'commitment' && outcome !== 'rejected' ? terms.commitment?.inspection : undefined
  const decided: Omit<CaseEventOf<'decided'>, 'on' | 'by' | 'clock' | 'attached'> = {
    type: 'decided',
    outcome,
    reason,
    lateWorkdays: late,
    overrunReason: late > 0 ? (overrunReason ?? null) : null,
    inspectionDueOn:
      inspection === undefined ? null : lastDay(context.calendar, context.today, inspection, { kind: 'duty' }),
  }
  return [decided]
}

/** What keeps a case from being decided so. */
function refusedConclusion(
  { rows, open, desk, tolerance }: Open,
  outcome: Outcome,
  terms: CaseTerms,
): Refusal | undefined {
  if (!rows.some((r) => r.code === 3 || r.code === 8)) return refuse('decision.notStarted', {})
  if (open.length > 0) return refuse('decision.spanOpen', { ids: open.map((s) => s.id) })
  if (desk.round !== null) return refuse('decision.roundOpen', {})
  if (outcome === 'rejected') return undefined
  if (desk.verdict === 'refused') return refuse('decision.roundRefused', {})
  const outstanding = tolerance?.outstanding ?? []
  if (outcome === 'passed')
    return outstanding.length === 0 ? undefined : refuse('decision.outstanding', { materials: outstanding })
  if (outstanding.length === 0) return refuse('decision.nothingOutstanding', {})
  return terms.tolerance.issueFirst ? undefined : refuse('decision.completeFirst', {}, terms.tolerance.limit)
}
