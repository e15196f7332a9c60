import { decideAcceptance } from './acts/acceptance.ts'
import { decideEnding } from './acts/ending.ts'
import { decideReview } from './acts/review.ts'
import { decideTolerance } from './acts/toleranceActs.ts'
import type { CaseCommand } from './command.ts'
import type { Context } from './context.ts'
import type { Deed } from './deed.ts'
import { decideDesk } from './desk/decideDesk.ts'
import type { CaseEvent } from './event.ts'
import { refusedByTable } from './permitted.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import type { At, CaseState, KnownCase } from './state.ts'

/**
 * Decides a command: the events that it comes to, or a refusal. The table of acts (`FLOW`) speaks first, then the rule of the act itself.
 * Nothing is decided from outside what is handed in, so the same command on the same state always gives the same answer.
 */
export function decide(state: CaseState, command: CaseCommand, context: Context): readonly CaseEvent[] | Refusal {
  const refused = refusedByTable(state, command, context)
  if (refused !== undefined) return refused
  const answer = deeds(state, command, { ...context, today: command.on ?? context.today })
  if (isRefusal(answer)) return answer
  const { clock, attached } = command
  const stamp = {
    on: command.on ?? context.today,
    by: context.actor,
    ...(clock === undefined ? {} : { clock }),
    ...(attached === undefined ? {} : { attached }),
  }
  return answer.map((deed): CaseEvent => ({ ...stamp, ...deed }))
}

/** The rule of each act. The table has seen to it that the case is at a stage from which the act may be done. */
function deeds(state: CaseState, command: CaseCommand, context: Context): readonly Deed[] | Refusal {
  switch (command.type) {
    case 'receive':
    case 'askCorrection':
    case 'correct':
    case 'accept':
    case 'acceptWithTolerance':
    case 'acceptOnCommitment':
    case 'sayNotRequired':
    case 'refuseAcceptance':
      return decideAcceptance(state, command, context)
    case 'startDepartment':
    case 'askSupplement':
    case 'supplement':
    case 'startProcedure':
    case 'endProcedure':
    case 'extend':
    case 'pass':
    case 'passWithTolerance':
    case 'reject':
      return decideReview(state as At<'accepted' | 'handling'>, command, context)
    case 'supplyDeferred':
    case 'noteToleranceOverdue':
    case 'returnApplication':
      return decideTolerance(state as At<'accepted' | 'handling' | 'granted'>, command, context)
    case 'withdraw':
    case 'deliver':
    case 'inspect':
    case 'recall':
    case 'revoke':
      return decideEnding(state, command)
    case 'transfer':
    case 'delegate':
    case 'countersign':
    case 'signByAny':
    case 'addSigner':
    case 'sign':
    case 'sendBack':
    case 'takeBack':
    case 'urge': {
      const event = decideDesk((state as KnownCase).desk, command, context.actor)
      return isRefusal(event) ? event : [event]
    }
  }
}
