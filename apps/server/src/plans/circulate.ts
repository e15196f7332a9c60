import type { ProjectId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { setStatus, supersedeOthers } from './hold.ts'
import type { Doing } from './keep.ts'
import { showInProject } from './project.ts'
import { promisedBy } from './promised.ts'
import { documentOf, type PlanRow } from './rows.ts'
import { agencyName } from './view.ts'

/** Sends a held version round to each agency that it wants a promise of; one that circulated before gives way to it. */
export async function circulate(
  tx: Tx,
  doing: Doing,
  ground: Ground,
  project: ProjectId,
  row: PlanRow,
): Promise<Refused | undefined> {
  if (row.status !== 'computed') return refuse('plan.notOpen', { detail: onlyComputed })
  if (!row.facts_stand) return refuse('plan.stale')
  const { district, at } = doing
  const promised = [...promisedBy(documentOf(row))]
  await supersedeOthers(tx, doing, project, row.no, ['countersigning'])
  await setStatus(tx, doing, project, row.no, 'countersigning', {
    type: 'planCirculated',
    data: { no: row.no, agencies: promised.map(([agency]) => ({ agency, name: agencyName(ground, agency) })) },
  })
  if (promised.length > 0)
    await tx
      .insertInto('countersignature')
      .values(
        promised.map(([agency, promises]) => ({
          district_code: district,
          project_id: project,
          no: row.no,
          agency_id: agency,
          status: 'waiting' as const,
          promises: JSON.stringify(promises),
          signed_by: null,
          asked_at: at.toString(),
          at: null,
        })),
      )
      .execute()
  await showInProject(tx, district, project)
  return undefined
}

const onlyComputed = {
  zh: '只有刚计算、尚未送签的版本可以送会签',
  en: 'Only a version that was computed and has not gone round yet can be sent for countersigning',
}
