import { contracts, type ProjectId } from '@kaigong/contract'
import { type Route, route } from '../platform/http/route.ts'
import './tables.ts'

/** Plans that wait for the signature of the person's own agency, the longest waiting first. */
export const waitingRoute = (): Route =>
  route(contracts.plans.waiting, async ({ actor, read }) => {
    const rows = await read((tx) =>
      tx
        .selectFrom('countersignature as s')
        .innerJoin('project as p', (j) =>
          j.onRef('p.district_code', '=', 's.district_code').onRef('p.project_id', '=', 's.project_id'),
        )
        .innerJoin('plan as v', (j) =>
          j
            .onRef('v.district_code', '=', 's.district_code')
            .onRef('v.project_id', '=', 's.project_id')
            .onRef('v.no', '=', 's.no'),
        )
        .where('s.district_code', '=', actor.district)
        .where('s.agency_id', '=', actor.agency ?? '')
        .where('s.status', '=', 'waiting')
        .where('v.status', '=', 'countersigning')
        .select(['s.project_id', 'p.name', 's.no', 's.promises', 's.asked_at'])
        .orderBy('s.asked_at')
        .limit(200)
        .execute(),
    )
    const items = rows.map((row) => ({
      projectId: row.project_id as ProjectId,
      projectName: row.name,
      no: row.no,
      promises: row.promises.length,
      by: row.promises.map((promise) => promise.by).sort()[0] ?? null,
      sentAt: row.asked_at,
    }))
    return { status: 200, body: { items } }
  })
