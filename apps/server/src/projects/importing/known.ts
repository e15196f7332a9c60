import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../../platform/database/transaction.ts'

/** What a district has already, by what a sheet may call it. */
export type Known = Awaited<ReturnType<typeof knownIn>>

export async function knownIn(tx: Tx, district: DistrictCode) {
  const projects = await tx.selectFrom('project').where('district_code', '=', district).selectAll().execute()
  const companies = await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .select(['company_id', 'name', 'credit_code'])
    .execute()
  const people = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('active', '=', true)
    .select(['person_id', 'name', 'roles'])
    .execute()
  return {
    byId: new Map(projects.map((p) => [p.project_id, p])),
    byCode: new Map(projects.flatMap((p) => (p.code === null ? [] : [[p.code, p]]))),
    companyByCode: new Map(companies.map((c) => [c.credit_code, c])),
    companiesByName: Map.groupBy(companies, (c) => c.name),
    peopleByName: Map.groupBy(people, (p) => p.name),
    leaderOf: await leadersOf(tx, district),
  }
}

/** Who leads each project, by name. */
export async function leadersOf(tx: Tx, district: DistrictCode): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('team_member as t')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 't.district_code').onRef('p.person_id', '=', 't.person_id'),
    )
    .where('t.district_code', '=', district)
    .where('t.duty', '=', 'leader')
    .select(['t.project_id', 'p.name'])
    .orderBy('p.name', 'desc')
    .execute()
  return new Map(rows.map((r) => [r.project_id, r.name]))
}
