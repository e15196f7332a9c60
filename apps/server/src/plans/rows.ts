import type { AgencyId, DistrictCode, EditionId, PlanSummary, ProjectId } from '@kaigong/contract'
import type { Plan } from '@kaigong/planner'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import '../people/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

/** Versions of a project's plan, each with the name of whoever computed it and whether the project's facts are still those. */
const versions = (tx: Tx, district: DistrictCode, project: ProjectId) =>
  tx
    .selectFrom('plan as v')
    .innerJoin('project as p', (j) =>
      j.onRef('p.district_code', '=', 'v.district_code').onRef('p.project_id', '=', 'v.project_id'),
    )
    .leftJoin('person as c', (j) =>
      j.onRef('c.district_code', '=', 'v.district_code').onRef('c.person_id', '=', 'v.computed_by'),
    )
    .where('v.district_code', '=', district)
    .where('v.project_id', '=', project)
    .select([
      'v.no',
      'v.version',
      'v.status',
      'v.cause',
      'v.as_of',
      'v.anchor',
      'v.met',
      'v.headline',
      'v.construction_start',
      'v.production',
      'v.land_day',
      'v.project_version',
      'v.edition_id',
      'v.calendar_through',
      'v.violations',
      'v.computed_at',
      'c.name as computed_by',
      sql<boolean>`v.facts = p.facts`.as('facts_stand'),
    ])

export type SummaryRow = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>

/** The newest first. */
export const summaryRows = (tx: Tx, district: DistrictCode, project: ProjectId): Promise<readonly SummaryRow[]> =>
  versions(tx, district, project).orderBy('v.no', 'desc').execute()

/** One version with its facts and the plan itself. */
export const planRow = (tx: Tx, district: DistrictCode, project: ProjectId, no: number) =>
  versions(tx, district, project)
    .where('v.no', '=', no)
    .select(['v.facts', 'v.document', 'p.name as project_name', 'p.synthetic'])
    .executeTakeFirst()

export type PlanRow = NonNullable<Awaited<ReturnType<typeof planRow>>>

type Standing = Exclude<SummaryRow['status'], 'superseded' | 'dropped'>

/** The newest version of the first of these statuses that there is one of. */
export async function standingRow(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  order: readonly Standing[],
): Promise<PlanRow | undefined> {
  const rows = await summaryRows(tx, district, project)
  const [standing] = order.flatMap((status) => rows.find((row) => row.status === status) ?? [])
  return standing && (await planRow(tx, district, project, standing.no))
}

/** The newest version that was neither superseded nor dropped. */
export async function newestRow(tx: Tx, district: DistrictCode, project: ProjectId): Promise<PlanRow | undefined> {
  const rows = await summaryRows(tx, district, project)
  const newest = rows.find(({ status }) => status !== 'superseded' && status !== 'dropped')
  return newest && (await planRow(tx, district, project, newest.no))
}

export const documentOf = ({ document }: Pick<PlanRow, 'document'>): Plan => JSON.parse(document) as Plan

export const summaryOf = (row: SummaryRow): PlanSummary => ({
  no: row.no,
  version: row.version,
  status: row.status,
  cause: row.cause,
  asOf: row.as_of,
  anchor: row.anchor,
  met: row.met,
  headline: row.headline,
  constructionStart: row.construction_start,
  production: row.production,
  landDay: row.land_day,
  projectVersion: row.project_version,
  factsStand: row.facts_stand,
  edition: row.edition_id as EditionId,
  calendarThrough: row.calendar_through,
  violations: row.violations,
  computedBy: row.computed_by,
  computedAt: row.computed_at,
})

/**
 * What each agency is asked to promise, or has promised, in a version. Who signed and what they remarked stands there for those whom
 * row-level security lets see it: remarks stay inside government (domain 3.11).
 */
export async function countersignatureRows(tx: Tx, district: DistrictCode, project: ProjectId, no: number) {
  const rows = await tx
    .selectFrom('countersignature as s')
    .leftJoin('person as c', (j) =>
      j.onRef('c.district_code', '=', 's.district_code').onRef('c.person_id', '=', 's.signed_by'),
    )
    .leftJoin('countersignature_remark as r', (j) =>
      j
        .onRef('r.district_code', '=', 's.district_code')
        .onRef('r.project_id', '=', 's.project_id')
        .onRef('r.no', '=', 's.no')
        .onRef('r.agency_id', '=', 's.agency_id'),
    )
    .where('s.district_code', '=', district)
    .where('s.project_id', '=', project)
    .where('s.no', '=', no)
    .select(['s.agency_id', 's.status', 's.promises', 'r.remark', 's.at', 'c.name as signed_by'])
    .orderBy('s.agency_id')
    .execute()
  return rows.map((row) => ({ ...row, agency_id: row.agency_id as AgencyId }))
}
