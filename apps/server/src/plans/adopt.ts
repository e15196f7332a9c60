import type { ProjectId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { setStatus, supersedeOthers } from './hold.ts'
import type { Doing } from './keep.ts'
import { showInProject } from './project.ts'
import { keepPromises } from './promises.ts'
import { countersignatureRows, documentOf, type PlanRow } from './rows.ts'
import { agencyName } from './view.ts'

/**
 * Makes a held version the one that binds: what agencies have signed becomes their promise. Without every signature a reason is needed,
 * which the event tells; an agency that has not signed has promised nothing new, so that what it promised before still stands.
 */
export async function adopt(
  tx: Tx,
  doing: Doing,
  ground: Ground,
  project: ProjectId,
  row: PlanRow,
  despite: string | null,
): Promise<Refused | undefined> {
  if (row.status !== 'countersigning') return refuse('plan.notOpen')
  if (!row.facts_stand) return refuse('plan.stale')
  const countersignatures = await countersignatureRows(tx, doing.district, project, row.no)
  const unsigned = countersignatures
    .filter((s) => s.status !== 'signed')
    .map((s) => ({ agency: s.agency_id, status: s.status, name: agencyName(ground, s.agency_id) }))
  if (unsigned.length > 0 && despite === null) return refuse('plan.notAllSigned', { detail: notSigned(unsigned) })
  // The database holds at most one adopted version: the old one goes first.
  await supersedeOthers(tx, doing, project, row.no, ['adopted'])
  await setStatus(tx, doing, project, row.no, 'adopted', {
    type: 'planAdopted',
    data: { no: row.no, ...(unsigned.length > 0 ? { despite, unsigned } : {}) },
  })
  await keepPromises(
    tx,
    doing,
    project,
    row.no,
    documentOf(row),
    countersignatures.filter((s) => s.status === 'signed'),
  )
  await showInProject(tx, doing.district, project)
  return undefined
}

type Unsigned = { readonly status: string; readonly name: { readonly zh: string; readonly en: string } }

function notSigned(unsigned: readonly Unsigned[]) {
  const [objected, waiting] = [
    unsigned.filter((u) => u.status === 'objected'),
    unsigned.filter((u) => u.status === 'waiting'),
  ]
  const parts = [
    { list: objected, zh: '不同意', en: 'objected' },
    { list: waiting, zh: '尚未会签', en: 'not signed yet' },
  ].filter(({ list }) => list.length > 0)
  return {
    zh: parts.map(({ list, zh }) => `${zh}：${list.map((u) => u.name.zh).join('、')}`).join('；'),
    en: parts.map(({ list, en }) => `${en}: ${list.map((u) => u.name.en).join(', ')}`).join('; '),
  }
}
