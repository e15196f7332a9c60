import type { CaseId, DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../people/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

/** One case with the names that its page shows. */
export const caseById = (tx: Tx, district: DistrictCode, id: CaseId) =>
  tx
    .selectFrom('case_file as c')
    .innerJoin('project as p', (j) =>
      j.onRef('p.district_code', '=', 'c.district_code').onRef('p.project_id', '=', 'c.project_id'),
    )
    .leftJoin('person as v', (j) =>
      j.onRef('v.district_code', '=', 'c.district_code').onRef('v.person_id', '=', 'c.verified_by'),
    )
    .where('c.district_code', '=', district)
    .where('c.case_id', '=', id)
    .selectAll('c')
    .select(['p.name as project_name', 'p.company_name', 'p.synthetic', 'v.name as verifier'])
    .executeTakeFirst()

export type CaseRow = NonNullable<Awaited<ReturnType<typeof caseById>>>

/** Names of people by id, as far as the asker may see them. */
export async function namesOf(
  tx: Tx,
  district: DistrictCode,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('person_id', 'in', [...new Set(ids)])
    .select(['person_id', 'name'])
    .execute()
  return new Map(rows.map(({ person_id, name }) => [person_id, name]))
}
