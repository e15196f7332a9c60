import { isoDate } from '@kaigong/calendar'
import { isRefusal, type Missing } from '@kaigong/casework'
import type { PersonId } from '@kaigong/contract'
import { type Converting, convertedActs, deliveredActs } from '../cases/converted.ts'
import { lawOf } from '../cases/law.ts'
import { lawOfCase } from '../cases/lawOfCase.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Standing } from './standing.ts'
import type { Wanted } from './wanted.ts'

/** The acts of every case tried without writing anything, so that a rule of a case that would forbid one is told like any other condition. */
export async function tryActs(
  tx: Tx,
  deps: Deps,
  standing: Standing,
  at: Temporal.Instant,
  order: readonly Wanted[],
): Promise<readonly Missing[]> {
  const missing: Missing[] = []
  for (const wanted of order) {
    const tried = await actsOf(tx, deps, standing, at, wanted, null)
    if (tried !== null && isRefusal(tried.acts))
      missing.push({ matter: wanted.matter, rule: tried.acts.refused, says: tried.acts.says })
  }
  return missing
}

/** What happens to the case of a certificate; null where there is none. */
export async function actsOf(
  tx: Tx,
  deps: Deps,
  standing: Standing,
  at: Temporal.Instant,
  { planned, preReview, case: row, opensCase, formal }: Wanted,
  number: string | null,
) {
  const { ground, district } = standing
  if (row) {
    const law = await lawOfCase(tx, deps.catalogues, district, row)
    const person = row.state.desk.answerable.person as PersonId
    const acts = deliveredActs(row.state, law, { person, agency: row.agency_id, at }, number)
    return { law, acts, converting: null }
  }
  const law = lawOf(ground, planned.matter, planned.variant?.id ?? null)
  const signed = preReview?.state.opinions.findLast(({ verdict }) => verdict === 'agrees')
  if (!opensCase || !law || !preReview || !signed) return null
  const converting: Converting = {
    law,
    agency: preReview.agency_id,
    // The project company, where the filing was changed to it.
    applicant: standing.row.company_id ?? preReview.company_id,
    signer: signed.signedBy as PersonId,
    essential: formal.essential,
    handedIn: formal.handedIn,
    opinion: `模拟审批意见 ${preReview.number}（${isoDate(signed.on)}）`,
  }
  return { law, acts: convertedActs(converting, at, number), converting }
}
