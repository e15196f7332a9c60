import type { BodyOf, CaseOutcome, caseContracts } from '@kaigong/contract'
import { refusals } from '@kaigong/contract'
import { type Asking, inTransaction } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { isStale } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { actOn } from './act.ts'

type Body = BodyOf<typeof caseContracts.batch>

/** Carries a refusal out of a case's transaction, so that nothing of it stays. */
class Undone extends Error {
  readonly why: Refused
  constructor(why: Refused) {
    super('undone')
    this.why = why
  }
}

/** Does the same act on several cases, each wholly or not at all, one after the other: a refusal of one keeps no other back. */
export async function actOnEach(
  deps: Deps,
  asking: Asking,
  actor: Actor,
  { act, cases }: Body,
): Promise<CaseOutcome[]> {
  const outcomes: CaseOutcome[] = []
  for (const { id, version } of cases) {
    const refused = await inTransaction(deps.db, asking, async (tx) => {
      const why = await actOn(tx, deps, actor, id, version, { act, attached: [] })
      if (why) throw new Undone(why)
    }).catch((error: unknown) => {
      if (error instanceof Undone) return error.why
      if (isStale(error)) return refuse('request.stale')
      throw error
    })
    outcomes.push({ id, refusal: refused ? { code: refused.refused, says: sentenceOf(refused) } : null })
  }
  return outcomes
}

/** The whole sentence of the rule, else what exactly is wrong, else the title and what to do. */
function sentenceOf({ refused, says, detail, errors }: Refused): NonNullable<CaseOutcome['refusal']>['says'] {
  const { title, todo } = refusals[refused]
  const what = detail ?? errors?.[0]?.detail ?? title
  return says ?? { zh: `${what.zh}。${todo.zh}`, en: `${what.en}. ${todo.en}` }
}
