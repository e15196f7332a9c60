import { day } from '@kaigong/calendar'
import type { Authorisation } from '@kaigong/casework'
import type { DistrictCode, PersonId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

/** All authorisations that somebody was given for a project, also those that are over: which of them counts is a rule of casework. */
export async function authorisationsOf(
  tx: Tx,
  district: DistrictCode,
  project: string,
  helper: PersonId,
): Promise<readonly Authorisation[]> {
  const rows = await tx
    .selectFrom('proxy_authorisation')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('helper', '=', helper)
    .selectAll()
    .orderBy('given_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.authorisation_id,
    stages: row.stages,
    matters: row.matters,
    acts: row.acts,
    fromOn: day(row.from_on),
    untilOn: day(row.until_on),
    revokedOn: row.revoked_on === null ? null : day(row.revoked_on),
  }))
}
