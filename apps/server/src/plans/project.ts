import type { DistrictCode, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../projects/tables.ts'
import './tables.ts'

/** What a plan needs to know of its project. */
export const projectRow = (tx: Tx, district: DistrictCode, project: ProjectId) =>
  tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['version', 'name', 'name_en', 'code', 'company_name', 'facts'])
    .executeTakeFirst()

export type ProjectRow = NonNullable<Awaited<ReturnType<typeof projectRow>>>

/**
 * Holds a project until the transaction ends: whatever changes its plans does so one after the other, so that numbers are given once
 * and no two commands wait for each other.
 */
export const holdProject = (tx: Tx, district: DistrictCode, project: ProjectId) =>
  tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['version', 'facts'])
    .forUpdate()
    .executeTakeFirst()

/** Brings what the list shows of a project's plans up to date: dates of the adopted version, else of the newest that still stands. */
export async function showInProject(tx: Tx, district: DistrictCode, project: ProjectId): Promise<void> {
  const versions = await tx
    .selectFrom('plan')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('status', 'in', ['adopted', 'countersigning', 'computed'])
    .select(['no', 'status', 'land_day', 'construction_start'])
    .orderBy('no', 'desc')
    .execute()
  const [latest] = versions
  const adopted = versions.find((v) => v.status === 'adopted')
  const shown = adopted ?? latest
  await tx
    .updateTable('project')
    .set({
      latest_plan: latest?.no ?? null,
      adopted_plan: adopted?.no ?? null,
      land_day: shown?.land_day ?? null,
      construction_start: shown?.construction_start ?? null,
      // Who looks for what is to be signed finds a second version, too, that circulates while the first still binds.
      plan_status:
        (['countersigning', 'adopted', 'computed'] as const).find((s) => versions.some((v) => v.status === s)) ??
        'none',
    })
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .execute()
}
