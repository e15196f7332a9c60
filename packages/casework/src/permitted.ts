import { covers } from '@kaigong/calendar'
import { isAuthorised, ROLE_NAMES } from './actor.ts'
import type { CaseCommand } from './command.ts'
import type { Context } from './context.ts'
import { ATTACHMENTS } from './documents.ts'
import { FLOW } from './flow.ts'
import { type Refusal, refuse } from './refusal.ts'
import { type CaseState, STAGE_NAMES } from './state.ts'

/** What forbids a command by the table of acts alone: stage, role, agency, helper's authorisation, attachments, day. undefined where nothing does. */
export function refusedByTable(state: CaseState, command: CaseCommand, context: Context): Refusal | undefined {
  const act = FLOW[command.type]
  const { actor } = context
  if (!act.from.includes(state.stage)) {
    const from = act.from.map((s) => STAGE_NAMES[s])
    return refuse('case.wrongStage', { act: act.name, stage: STAGE_NAMES[state.stage], from })
  }
  if (!act.by.includes(actor.role)) {
    return refuse('case.wrongRole', { act: act.name, by: act.by.map((r) => ROLE_NAMES[r]) })
  }
  const agency = state.stage === 'none' ? undefined : state.agency
  if (agency !== undefined && (actor.role === 'officer' || actor.role === 'head') && actor.agency !== agency) {
    return refuse('case.wrongAgency', { agency, own: actor.agency ?? '' })
  }
  return refusedHelper(command, context) ?? refusedFiles(command) ?? refusedDay(state, command, context)
}

function refusedHelper(command: CaseCommand, { actor, authorisation, today, termsOn }: Context): Refusal | undefined {
  if (actor.through === undefined) return undefined
  const act = FLOW[command.type]
  if (act.helper !== true) return refuse('case.helperMayNot', { act: act.name })
  // An authorisation counts on the day on which the helper acts, whatever day is entered.
  const isGood =
    authorisation?.id === actor.through &&
    isAuthorised(authorisation, { matter: termsOn(today).matter, act: command.type }, today)
  return isGood ? undefined : refuse('case.notAuthorised', { on: today })
}

function refusedFiles({ type, attached = [] }: CaseCommand): Refusal | undefined {
  const missing = FLOW[type].attach.filter((kind) => !attached.some((a) => a.kind === kind))
  return missing.length === 0
    ? undefined
    : refuse('case.attachmentMissing', { missing: missing.map((kind) => ATTACHMENTS[kind]) })
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/

function refusedDay(state: CaseState, { on, clock }: CaseCommand, { today, calendar }: Context): Refusal | undefined {
  const day = on ?? today
  if (clock !== undefined && !CLOCK.test(clock)) return refuse('case.noClockTime', { clock })
  if (day > today) return refuse('case.inFuture', { on: day, today })
  if (!covers(calendar, day)) return refuse('case.outsideCalendar', { on: day })
  if (state.stage !== 'none' && day < state.lastOn) return refuse('case.outOfOrder', { on: day, lastOn: state.lastOn })
  return undefined
}
