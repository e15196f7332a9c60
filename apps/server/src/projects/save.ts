import type { DistrictCode, PersonId, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type About, append, emptyHead, headOf } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { changedFields, type FieldChange, type ProjectBody, touchesPlan } from './changedFields.ts'
import { type ProjectRow, toColumns, toIdentity, withWholeAmounts } from './identityColumns.ts'

/** Who does something to a project, when. */
export type Doing = { readonly district: DistrictCode; readonly actor: PersonId | null; readonly at: Temporal.Instant }

export const aboutProject = ({ district, actor, at }: Doing, id: string): About => ({
  district,
  stream: `project/${id}`,
  actor,
  at,
  project: id,
})

export const bodyOf = (row: ProjectRow): ProjectBody => ({
  identity: toIdentity(row),
  facts: row.facts,
  parcels: row.parcels as ProjectBody['parcels'],
})

export const projectById = (tx: Tx, district: DistrictCode, id: string): Promise<ProjectRow | undefined> =>
  tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', id)
    .selectAll()
    .executeTakeFirst()

const NOTHING_PLANNED = {
  helper_name: null,
  land_day: null,
  construction_start: null,
  plan_status: 'none',
  latest_plan: null,
  adopted_plan: null,
} as const

/** Registers a project. A code that another project has is refused; the row and its event are one transaction. */
export async function registerProject(
  tx: Tx,
  doing: Doing,
  id: ProjectId,
  body: ProjectBody,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Refused | undefined> {
  if (await codeTaken(tx, doing.district, id, body)) return refuse('project.codeTaken')
  await tx
    .insertInto('project')
    .values({
      ...toColumns(body.identity),
      ...NOTHING_PLANNED,
      ...(await companyColumns(tx, doing.district, body)),
      district_code: doing.district,
      project_id: id,
      version: 1,
      facts: JSON.stringify(body.facts),
      parcels: JSON.stringify(body.parcels),
      updated_at: doing.at.toString(),
    })
    .execute()
  await append(tx, aboutProject(doing, id), emptyHead, [
    { type: 'projectRegistered', data: { name: body.identity.name, ...more } },
  ])
  return undefined
}

/**
 * Changes a project at the version that was read, field by field into its history; nothing happens where nothing differs. A plan that rests
 * on changed facts is computed anew by a job.
 */
export async function changeProject(
  tx: Tx,
  jobs: Jobs,
  doing: Doing,
  row: ProjectRow,
  given: ProjectBody,
): Promise<Refused | { readonly changes: readonly FieldChange[]; readonly version: number }> {
  const body = { ...given, identity: withWholeAmounts(given.identity) }
  const changes = changedFields(bodyOf(row), body)
  if (changes.length === 0) return { changes, version: row.version }
  const { district } = doing
  const id = row.project_id
  if (await codeTaken(tx, district, id, body)) return refuse('project.codeTaken')
  const version = row.version + 1
  const updated = await tx
    .updateTable('project')
    .set({
      ...toColumns(body.identity),
      ...(await companyColumns(tx, district, body)),
      facts: JSON.stringify(body.facts),
      parcels: JSON.stringify(body.parcels),
      version,
      updated_at: doing.at.toString(),
    })
    .where('district_code', '=', district)
    .where('project_id', '=', id)
    .where('version', '=', row.version)
    .returning('version')
    .executeTakeFirst()
  if (!updated) return refuse('request.stale')
  await append(tx, aboutProject(doing, id), await headOf(tx, district, `project/${id}`), [
    { type: 'projectChanged', data: { changes, version } },
  ])
  if (touchesPlan(changes) && row.plan_status !== 'none')
    await jobs.send(tx, 'replan', { district, projectId: id, cause: 'factsChanged' })
  return { changes, version }
}

/** Something that happens to a project beside its fields: its version goes up, so that a stale page is told. */
export async function noteOnProject(
  tx: Tx,
  doing: Doing,
  row: ProjectRow,
  event: NewEvent,
  change: Partial<Pick<ProjectRow, 'helper_name' | 'stage' | 'level' | 'kind' | 'list_year'>>,
): Promise<number> {
  const version = row.version + 1
  await tx
    .updateTable('project')
    .set({ ...change, version, updated_at: doing.at.toString() })
    .where('district_code', '=', doing.district)
    .where('project_id', '=', row.project_id)
    .execute()
  await append(tx, aboutProject(doing, row.project_id), await headOf(tx, doing.district, `project/${row.project_id}`), [
    event,
  ])
  return version
}

async function codeTaken(
  tx: Tx,
  district: DistrictCode,
  id: string,
  { identity: { code } }: ProjectBody,
): Promise<boolean> {
  if (code === null) return false
  const other = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('code', '=', code)
    .where('project_id', '<>', id)
    .select('project_id')
    .executeTakeFirst()
  return other !== undefined
}

/** Kept in the project's row, so that the list joins nothing. */
async function companyColumns(tx: Tx, district: DistrictCode, { identity: { companyId } }: ProjectBody) {
  const company =
    companyId &&
    (await tx
      .selectFrom('company')
      .where('district_code', '=', district)
      .where('company_id', '=', companyId)
      .select(['name', 'credit_code'])
      .executeTakeFirst())
  return { company_name: company ? company.name : null, credit_code: company ? company.credit_code : null }
}
