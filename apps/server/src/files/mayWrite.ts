import { type ProjectId, reachOf } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import '../cases/tables.ts'
import '../plans/tables.ts'
import '../projects/tables.ts'

/** Whether somebody who sees a project may upload materials of it: the same line that row-level security draws. */
export async function mayWrite(
  tx: Tx,
  { roles, scopes, district, person, agency }: Actor,
  project: ProjectId,
): Promise<boolean> {
  const reach = scopes && !scopes.includes('material.write') ? undefined : reachOf(roles, 'material.write')
  // Whoever reaches only their company's projects sees no other.
  if (reach !== 'involved') return reach !== undefined
  const member = await tx
    .selectFrom('team_member')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where((e) => e.or([e('person_id', '=', person), ...(agency === null ? [] : [e('agency_id', '=', agency)])]))
    .select('duty')
    .limit(1)
    .executeTakeFirst()
  return member !== undefined || (agency !== null && (await isInCharge(tx, district, agency, project)))
}

/** Whether an agency handles a case of the project, or its plan asks it for a promise: it brings the papers of its acts. */
async function isInCharge(tx: Tx, district: string, agency: string, project: ProjectId): Promise<boolean> {
  const asked = await tx
    .selectFrom('countersignature')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('agency_id', '=', agency)
    .select('agency_id')
    .unionAll(
      tx
        .selectFrom('case_file')
        .where('district_code', '=', district)
        .where('project_id', '=', project)
        .where('agency_id', '=', agency)
        .select('agency_id'),
    )
    .limit(1)
    .executeTakeFirst()
  return asked !== undefined
}
