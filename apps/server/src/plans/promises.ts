import type { AgencyId, DistrictCode, ProjectId, PromisedMatter } from '@kaigong/contract'
import type { Plan } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import type { Doing } from './keep.ts'
import './tables.ts'

type Signed = { readonly agency_id: AgencyId; readonly promises: readonly PromisedMatter[] }

/**
 * What was signed becomes the promise of each matter, in the place of an older one; a promise of what the plan no longer holds is
 * removed. What is done keeps the promise by which it is judged.
 */
export async function keepPromises(
  tx: Tx,
  { district, at }: Doing,
  project: ProjectId,
  no: number,
  { matters }: Plan,
  signed: readonly Signed[],
): Promise<void> {
  await tx
    .deleteFrom('promise')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('occurrence', 'not in', [...matters.map((m) => m.id), ''])
    .execute()
  const rows = signed.flatMap(({ agency_id, promises }) =>
    promises.map(({ occurrence, matter, name, by }) => ({
      district_code: district,
      project_id: project,
      occurrence,
      matter,
      name: JSON.stringify(name),
      agency_id,
      promised_on: by,
      no,
      adopted_at: at.toString(),
    })),
  )
  if (rows.length === 0) return
  await tx
    .insertInto('promise')
    .values(rows)
    .onConflict((c) =>
      c.columns(['district_code', 'project_id', 'occurrence']).doUpdateSet((e) => ({
        matter: e.ref('excluded.matter'),
        name: e.ref('excluded.name'),
        agency_id: e.ref('excluded.agency_id'),
        promised_on: e.ref('excluded.promised_on'),
        no: e.ref('excluded.no'),
        adopted_at: e.ref('excluded.adopted_at'),
      })),
    )
    .execute()
}

/** Promises of a project, the earliest first. */
export async function promisesOf(tx: Tx, district: DistrictCode, project: ProjectId) {
  const rows = await tx
    .selectFrom('promise')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['occurrence', 'matter', 'name', 'agency_id', 'promised_on', 'no', 'adopted_at'])
    .orderBy('promised_on')
    .orderBy('occurrence')
    .execute()
  return rows.map((row) => ({
    occurrence: row.occurrence,
    matter: row.matter,
    name: row.name,
    agencyId: row.agency_id as AgencyId | null,
    promisedOn: row.promised_on,
    planNo: row.no,
    adoptedAt: row.adopted_at,
  }))
}
