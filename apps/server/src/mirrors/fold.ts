import { type CaseEvent, type CaseState, type Context, decide, evolve, isRefusal, type Role } from '@kaigong/casework'
import type { MirrorRow, Text } from '@kaigong/contract'
import { type Receiving, statusCommand } from './statusCommand.ts'

export type Kept = { readonly key: string; readonly row: MirrorRow }
export type Step = Kept & { readonly act: string; readonly events: readonly CaseEvent[] }
export type Folded = {
  readonly state: CaseState
  readonly steps: readonly Step[]
  /** Why a row finds no place, by its key. */
  readonly waiting: ReadonlyMap<string, Text>
}

type Law = {
  readonly receiving: Receiving
  /** Decides with the law of the case, as whoever does such an act. */
  readonly contextAs: (role: Role) => Context
}

/**
 * What rows of one case come to, one after the other in the order of the source: a row that the rules of casework refuse where it stands
 * waits, and the next is judged without it. Nothing else is asked, so the same rows always come to the same.
 */
export function fold(before: CaseState, rows: readonly Kept[], { receiving, contextAs }: Law): Folded {
  let state = before
  const steps: Step[] = []
  const waiting = new Map<string, Text>()
  for (const { key, row } of rows) {
    const told = statusCommand(row, receiving)
    if ('zh' in told) {
      waiting.set(key, told)
      continue
    }
    const events = decide(state, told.command, contextAs(told.role))
    if (isRefusal(events)) {
      waiting.set(key, events.says)
      continue
    }
    state = events.reduce(evolve, state)
    steps.push({ key, row, act: told.command.type, events })
  }
  return { state, steps, waiting }
}
