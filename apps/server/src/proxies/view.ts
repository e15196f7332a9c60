import { FLOW } from '@kaigong/casework'
import type { DistrictCode, PersonId, ProjectId, ProxyView } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import '../people/tables.ts'
import './tables.ts'

/** Authorisations of a project as they stand on a day (ISO), the latest first; or one of them. */
export async function proxyViews(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  { matters }: Ground,
  today: string,
  only?: string,
): Promise<ProxyView[]> {
  const rows = await tx
    .selectFrom('proxy_authorisation as a')
    .leftJoin('person as h', (j) =>
      j.onRef('h.district_code', '=', 'a.district_code').onRef('h.person_id', '=', 'a.helper'),
    )
    .leftJoin('person as g', (j) =>
      j.onRef('g.district_code', '=', 'a.district_code').onRef('g.person_id', '=', 'a.given_by'),
    )
    .where('a.district_code', '=', district)
    .where('a.project_id', '=', project)
    .$if(only !== undefined, (q) => q.where('a.authorisation_id', '=', only ?? ''))
    .selectAll('a')
    .select(['h.name as helper_name', 'g.name as giver'])
    .orderBy('a.given_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.authorisation_id,
    helper: { personId: row.helper as PersonId, name: row.helper_name ?? '' },
    stages: [...row.stages],
    matters: row.matters.map((id) => ({ id, name: matters.get(id)?.name ?? { zh: id, en: id } })),
    acts: row.acts.map((type) => ({ type, name: FLOW[type].name })),
    fromOn: row.from_on,
    untilOn: row.until_on,
    revokedOn: row.revoked_on,
    state: stateOn(row, today),
    agreement: row.agreement,
    givenBy: row.giver,
    givenAt: row.given_at,
  }))
}

type Days = { readonly from_on: string; readonly until_on: string; readonly revoked_on: string | null }

function stateOn({ from_on, until_on, revoked_on }: Days, today: string): ProxyView['state'] {
  if (revoked_on !== null) return 'revoked'
  return today < from_on ? 'ahead' : today > until_on ? 'expired' : 'inForce'
}
