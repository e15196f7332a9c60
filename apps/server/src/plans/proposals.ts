import type { ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { setStatus } from './hold.ts'
import type { Doing } from './keep.ts'
import { showInProject } from './project.ts'
import './tables.ts'

/**
 * Proposals of the system that nobody took up give way to `no`, the version that comes out as things are now: a newer proposal, or one
 * that was there before. Each keeps its plan and can still be read and compared; the event says what it gave way to.
 * What people did something with stays theirs to drop: a version that somebody asked for, that went round or was adopted, or that was
 * ever shared by a link. The project is held by the caller.
 */
export async function supersedeProposals(tx: Tx, doing: Doing, project: ProjectId, no: number): Promise<void> {
  const proposals = await tx
    .selectFrom('plan as v')
    .where('v.district_code', '=', doing.district)
    .where('v.project_id', '=', project)
    .where('v.no', '<>', no)
    .where('v.status', '=', 'computed')
    .where('v.cause', '<>', 'asked')
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('share_link as l')
            .whereRef('l.district_code', '=', 'v.district_code')
            .whereRef('l.project_id', '=', 'v.project_id')
            .whereRef('l.no', '=', 'v.no')
            .select('l.link_id'),
        ),
      ),
    )
    .select('v.no')
    .orderBy('v.no')
    .execute()
  for (const { no: old } of proposals)
    await setStatus(tx, doing, project, old, 'superseded', { type: 'planSuperseded', data: { no: old, by: no } })
  if (proposals.length > 0) await showInProject(tx, doing.district, project)
}
