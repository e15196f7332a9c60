import type { BodyOf, ProjectId, planContracts } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { setStatus } from './hold.ts'
import type { Doing } from './keep.ts'
import type { PlanRow } from './rows.ts'
import { agencyName } from './view.ts'

/**
 * One agency promises its days, or objects; while the version circulates it may think again. Row-level security lets nobody sign for
 * another agency, whatever is written here.
 */
export async function countersign(
  tx: Tx,
  doing: Doing,
  ground: Ground,
  project: ProjectId,
  row: PlanRow,
  agency: string | null,
  { verdict, remark }: BodyOf<typeof planContracts.countersign>,
): Promise<Refused | undefined> {
  if (row.status !== 'countersigning') return refuse('plan.notOpen')
  if (agency === null) return refuse('plan.notYours')
  const { district, actor, at } = doing
  const signed = await tx
    .updateTable('countersignature')
    .set({ status: verdict, signed_by: actor, at: at.toString() })
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('no', '=', row.no)
    .where('agency_id', '=', agency)
    .returning('agency_id')
    .executeTakeFirst()
  if (!signed) return refuse('plan.notYours')
  await tx
    .insertInto('countersignature_remark')
    .values({ district_code: district, project_id: project, no: row.no, agency_id: agency, remark })
    .onConflict((c) => c.columns(['district_code', 'project_id', 'no', 'agency_id']).doUpdateSet({ remark }))
    .execute()
  await setStatus(tx, doing, project, row.no, 'countersigning', {
    type: verdict === 'signed' ? 'planCountersigned' : 'planObjected',
    data: { no: row.no, agency, name: agencyName(ground, agency) },
  })
  return undefined
}
