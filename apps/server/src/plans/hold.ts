import type { DistrictCode, PlanSummary, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { type Doing, tellOfPlan } from './keep.ts'
import { holdProject } from './project.ts'
import { type PlanRow, planRow } from './rows.ts'

/** One version, with its project held so that nobody else changes any of them meanwhile, at the version that the caller has read. */
export async function holdPlan(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  no: number,
  ifMatch: number,
): Promise<PlanRow | Refused> {
  const held = await holdProject(tx, district, project)
  const row = held && (await planRow(tx, district, project, no))
  if (!row) return refuse('request.notFound')
  if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
  return row
}

/** Gives a held version another status, with the event that says why. */
export async function setStatus(
  tx: Tx,
  doing: Doing,
  project: ProjectId,
  no: number,
  status: PlanSummary['status'],
  event: NewEvent,
): Promise<void> {
  await tx
    .updateTable('plan')
    .set((e) => ({ status, version: e('version', '+', 1) }))
    .where('district_code', '=', doing.district)
    .where('project_id', '=', project)
    .where('no', '=', no)
    .execute()
  await tellOfPlan(tx, doing, project, no, event)
}

/** Whatever else of the project has this status gives way to `no`: at most one version circulates, and one is adopted. */
export async function supersedeOthers(
  tx: Tx,
  doing: Doing,
  project: ProjectId,
  no: number,
  statuses: readonly PlanSummary['status'][],
): Promise<void> {
  const others = await tx
    .selectFrom('plan')
    .where('district_code', '=', doing.district)
    .where('project_id', '=', project)
    .where('no', '<>', no)
    .where('status', 'in', statuses)
    .select('no')
    .execute()
  for (const other of others)
    await setStatus(tx, doing, project, other.no, 'superseded', {
      type: 'planSuperseded',
      data: { no: other.no, by: no },
    })
}
