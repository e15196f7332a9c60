import type { AgencyId, CompanyId, PersonId, ProjectId, ProjectListItem, ProjectView } from '@kaigong/contract'
import { reachOf } from '@kaigong/contract'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type ListedRow, type ProjectRow, toIdentity } from './identityColumns.ts'

/** A project as its page shows it, with its team and with what this person may do here. */
export async function viewOf(tx: Tx, catalogues: Catalogues, actor: Actor, row: ProjectRow): Promise<ProjectView> {
  const team = await tx
    .selectFrom('team_member as t')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 't.district_code').onRef('p.person_id', '=', 't.person_id'),
    )
    .where('t.district_code', '=', actor.district)
    .where('t.project_id', '=', row.project_id)
    .select(['t.person_id', 't.duty', 't.agency_id', 'p.name', 'p.phone_masked'])
    .execute()
  const agencies = team.some((m) => m.agency_id !== null)
    ? (await catalogues.inForce(tx, actor.district)).ground.district.agencies
    : []
  const duties = ['leader', 'helper', 'deputy', 'contact', 'company']
  return {
    id: row.project_id as ProjectId,
    version: row.version,
    identity: toIdentity(row),
    company:
      row.company_id && row.company_name !== null
        ? { id: row.company_id as CompanyId, name: row.company_name, creditCode: row.credit_code ?? '' }
        : null,
    facts: row.facts,
    parcels: row.parcels as ProjectView['parcels'],
    team: team
      .sort((a, b) => duties.indexOf(a.duty) - duties.indexOf(b.duty))
      .map((m) => ({
        personId: m.person_id as PersonId,
        duty: m.duty,
        agencyId: m.agency_id as AgencyId | null,
        name: m.name,
        agencyName: agencies.find((a) => a.id === m.agency_id)?.short ?? null,
        phone: m.phone_masked,
      })),
    plan: { adopted: row.adopted_plan, latest: row.latest_plan },
    mayWrite: mayWrite(actor, team),
    updatedAt: row.updated_at,
  }
}

function mayWrite(
  { roles, person, agency }: Actor,
  team: readonly { readonly person_id: string; readonly agency_id: string | null }[],
): boolean {
  const reach = reachOf(roles, 'project.write')
  if (reach !== 'involved') return reach === 'district'
  return team.some((m) => m.person_id === person || (agency !== null && m.agency_id === agency))
}

export const listItemOf = (row: ListedRow): ProjectListItem => ({
  id: row.project_id as ProjectId,
  version: row.version,
  name: row.name,
  code: row.code,
  company: row.company_name,
  creditCode: row.credit_code,
  industry: row.industry,
  township: row.township,
  level: row.level,
  kind: row.kind,
  listYear: row.list_year,
  construction: row.construction,
  stage: row.stage as ProjectListItem['stage'],
  fiveNew: row.five_new,
  cluster: row.cluster,
  investmentWan: row.investment_wan,
  yearPlanWan: row.year_plan_wan,
  spentThisYearWan: row.spent_this_year_wan,
  startPlanned: row.start_planned,
  startActual: row.start_actual,
  helper: row.helper_name,
  landDay: row.land_day,
  constructionStart: row.construction_start,
  planStatus: row.plan_status,
  synthetic: row.synthetic,
  updatedAt: row.updated_at,
})
