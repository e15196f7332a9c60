import { type Day, lastDay } from '@kaigong/calendar'
import type { CommandOf } from '../command.ts'
import type { Context } from '../context.ts'
import type { Deed } from '../deed.ts'
import { lacking } from '../materials.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { At } from '../state.ts'

type Held = At<'accepted' | 'handling' | 'granted'>

/** What becomes of materials that were promised for later (容缺, domain 2.4): supplied, overdue and paused for 15 working days, or returned. */
export function decideTolerance(
  state: Held,
  command: CommandOf<'supplyDeferred' | 'noteToleranceOverdue' | 'returnApplication'>,
  context: Context,
): readonly Deed[] | Refusal {
  switch (command.type) {
    case 'supplyDeferred':
      return supply(state, command.items, context)
    case 'noteToleranceOverdue':
      return noteOverdue(state, context)
    case 'returnApplication':
      return giveBack(state, command.reason, context)
  }
}

/** The last day on which overdue materials still resume the review; null while nothing is paused. */
function suppliableUntilOn({ clock, tolerance }: Held, { calendar, termsOn }: Context): Day | null {
  const since = tolerance?.overdueSinceOn ?? null
  if (since === null || clock.accepted === null) return null
  return lastDay(calendar, since, termsOn(clock.accepted.on).tolerance.pause, { kind: 'duty' })
}

/** A supplement counts from the day it reaches the agency. */
function supply(state: Held, items: readonly string[], context: Context): readonly Deed[] | Refusal {
  const outstanding = state.tolerance?.outstanding ?? []
  const strangers = lacking(items, outstanding)
  if (strangers.length > 0 || items.length === 0) return refuse('tolerance.notOutstanding', { materials: strangers })
  const untilOn = suppliableUntilOn(state, context)
  if (untilOn !== null && context.today > untilOn) return refuse('tolerance.tooLate', { untilOn })
  return [{ type: 'deferredSupplied', items, isComplete: lacking(outstanding, items).length === 0 }]
}

function noteOverdue({ tolerance }: Held, { today }: Context): readonly Deed[] | Refusal {
  const isOverdue =
    tolerance !== null &&
    tolerance.outstanding.length > 0 &&
    tolerance.overdueSinceOn === null &&
    today > tolerance.dueOn
  if (isOverdue) return [{ type: 'toleranceOverdue' }]
  return refuse('tolerance.notOverdue', { dueOn: tolerance?.outstanding.length ? tolerance.dueOn : null })
}

/** Unfit supplements end the case at once, late ones when the pause has run out; the broken promise is recorded. */
function giveBack(state: Held, reason: 'tooLate' | 'unfit', context: Context): readonly Deed[] | Refusal {
  if (state.tolerance === null) return refuse('tolerance.notOverdue', { dueOn: null })
  const untilOn = suppliableUntilOn(state, context)
  if (reason === 'tooLate' && (untilOn === null || context.today <= untilOn))
    return refuse('tolerance.mayStillSupply', { untilOn })
  return [
    { type: 'returned', reason },
    { type: 'creditRecorded', reason: 'toleranceBroken' },
  ]
}
