import type { DistrictCode, ProjectFacts } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import '../cases/tables.ts'
import '../platform/events/tables.ts'

type Of = { readonly company_id: string | null; readonly facts: ProjectFacts }

/**
 * Whether the applicant has broken a promise (承诺失信, domain 2.3): the project says that its credit is not good, or a case of the company in
 * this district ended with a record against it.
 */
export async function brokenPromise(tx: Tx, district: DistrictCode, { company_id, facts }: Of): Promise<boolean> {
  const { goodCredit } = facts.facts
  const stated =
    typeof goodCredit === 'object' && goodCredit !== null && 'value' in goodCredit ? goodCredit.value : goodCredit
  if (stated === false) return true
  if (company_id === null) return false
  const recorded = await tx
    .selectFrom('event as e')
    .innerJoin('case_file as c', (j) =>
      j.onRef('c.district_code', '=', 'e.district_code').on('e.stream', '=', sql<string>`'case/' || c.case_id`),
    )
    .where('e.district_code', '=', district)
    .where('c.company_id', '=', company_id)
    .where('e.type', '=', 'caseCreditRecorded')
    .select('e.version')
    .limit(1)
    .executeTakeFirst()
  return recorded !== undefined
}
