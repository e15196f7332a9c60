import type { DistrictCode, MirrorWaiting } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import '../projects/tables.ts'
import { statusName } from './statusName.ts'
import './tables.ts'

/** Rows that wait, the latest delivery first, with the project and the case as far as they are known. */
export async function waitingRows(
  tx: Tx,
  district: DistrictCode,
  limit: number,
): Promise<{ readonly items: MirrorWaiting[]; readonly total: number }> {
  const all = tx.selectFrom('mirror_row as r').where('r.district_code', '=', district).where('r.state', '=', 'waiting')
  const { total } = await all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .leftJoin('mirror_case as c', (j) =>
      j
        .onRef('c.district_code', '=', 'r.district_code')
        .onRef('c.system', '=', 'r.system')
        .onRef('c.source_id', '=', 'r.source_id'),
    )
    .leftJoin('project as p', (j) =>
      j.onRef('p.district_code', '=', 'r.district_code').on(sql<boolean>`p.code = r.said ->> 'projectCode'`),
    )
    .select(['r.row_id', 'r.said', 'r.reason', 'r.delivered_at', 'c.case_id', 'p.project_id'])
    .orderBy('r.delivered_at', 'desc')
    .orderBy('r.at')
    .orderBy('r.row_id')
    .limit(limit)
    .execute()
  const items = rows.map(({ row_id, said, reason, delivered_at, case_id, project_id }) => ({
    id: row_id,
    row: said,
    statusName: statusName(said.code),
    reason: reason ?? { zh: '', en: '' },
    deliveredAt: delivered_at,
    projectId: project_id as MirrorWaiting['projectId'],
    caseId: case_id as MirrorWaiting['caseId'],
  }))
  return { items, total: Number(total) }
}

/** Dismisses a row that waits, for a reason; one that was placed or dismissed meanwhile is no longer there to dismiss. */
export async function dismiss(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  id: string,
  reason: string,
): Promise<Refused | undefined> {
  const row = await tx
    .selectFrom('mirror_row')
    .where('district_code', '=', district)
    .where('row_id', '=', id)
    .where('state', '=', 'waiting')
    .select(['said', 'version', 'head'])
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  const { system, sourceId, code } = row.said
  const about = { district, stream: `mirror/${id}`, actor: person, at: deps.now() }
  const { version, hash } = await append(tx, about, { version: row.version, hash: row.head }, [
    { type: 'mirrorRowDismissed', data: { system, sourceId, code, reason } },
  ])
  await tx
    .updateTable('mirror_row')
    .set({ state: 'dismissed', reason: JSON.stringify({ zh: reason, en: reason }), version, head: hash })
    .where('district_code', '=', district)
    .where('row_id', '=', id)
    .execute()
  return undefined
}
