import type { DistrictCode, PersonId, ProjectBody, ProjectId } from '@kaigong/contract'
import '../files/tables.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type About, append, emptyHead, headOf, headWithin } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import type { Jobs } from '../platform/jobs/jobs.ts'
import { changedFields, type FieldChange, isOfFacts } from './changedFields.ts'
import { codeTaken } from './codeTaken.ts'
import { changedColumns, type ProjectRow, toColumns, toIdentity, withWholeAmounts } from './identityColumns.ts'

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
  land_day: null,
  construction_start: null,
  plan_status: 'none',
  latest_plan: null,
  adopted_plan: null,
} as const

/** Registers a project; `events` begin its history. A code that another project has is refused; row and events are one transaction. */
export async function registerProject(
  tx: Tx,
  doing: Doing,
  id: ProjectId,
  body: ProjectBody,
  { events, helperName = null }: { readonly events: readonly NewEvent[]; readonly helperName?: string | null },
): Promise<Refused | undefined> {
  const company = await companyColumns(tx, doing.district, body)
  if (isRefused(company)) return company
  if (await codeTaken(tx, doing.district, id, body.identity.code)) return refuse('project.codeTaken')
  await tx
    .insertInto('project')
    .values({
      ...toColumns(body.identity),
      ...NOTHING_PLANNED,
      ...company,
      helper_name: helperName,
      district_code: doing.district,
      project_id: id,
      version: 1,
      facts: JSON.stringify(body.facts),
      parcels: JSON.stringify(body.parcels),
      updated_at: doing.at.toString(),
    })
    .execute()
  await append(tx, aboutProject(doing, id), emptyHead, events)
  return undefined
}

/** What a change did: field by field, and the project as it is now. */
type Changed = { readonly changes: readonly FieldChange[]; readonly row: ProjectRow }

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
): Promise<Refused | Changed> {
  const before = bodyOf(row)
  const body = { ...given, identity: withWholeAmounts(given.identity) }
  const changes = changedFields(before, body)
  if (changes.length === 0) return { changes, row }
  const { district } = doing
  const id = row.project_id
  const columns = changedColumns(before.identity, body.identity)
  const company = 'company_id' in columns ? await companyColumns(tx, district, body) : {}
  if (isRefused(company)) return company
  if ('code' in columns && (await codeTaken(tx, district, id, body.identity.code))) return refuse('project.codeTaken')
  const about = aboutProject(doing, id)
  const version = row.version + 1
  const updated = await tx
    .updateTable('project')
    .set({
      ...columns,
      ...company,
      ...(changes.some(({ field }) => isOfFacts(field)) ? { facts: JSON.stringify(body.facts) } : {}),
      ...(changes.some(({ field }) => field === 'parcels') ? { parcels: JSON.stringify(body.parcels) } : {}),
      version,
      updated_at: doing.at.toString(),
    })
    .where('district_code', '=', district)
    .where('project_id', '=', id)
    .where('version', '=', row.version)
    .returningAll()
    .returning(headWithin(about).as('head'))
    .executeTakeFirst()
  if (!updated) return refuse('request.stale')
  const { head, ...after } = updated
  await append(tx, about, head ?? emptyHead, [{ type: 'projectChanged', data: { changes, version } }])
  if (changes.some(({ field }) => isOfFacts(field)) && row.plan_status !== 'none')
    await jobs.send(tx, 'replan', { district, projectId: id, cause: 'factsChanged' })
  return { changes, row: after }
}

/** Removes a project that nothing was planned for; its history stays, and says that it was removed. */
export async function removeProject(tx: Tx, doing: Doing, row: ProjectRow): Promise<Refused | undefined> {
  if (row.latest_plan !== null) return refuse('project.planned')
  const material = await tx
    .selectFrom('material')
    .where('district_code', '=', doing.district)
    .where('project_id', '=', row.project_id)
    .select('material_id')
    .limit(1)
    .executeTakeFirst()
  if (material) return refuse('project.hasMaterials')
  const about = aboutProject(doing, row.project_id)
  // Read first: to a helper the history disappears with the project.
  const head = await headOf(tx, doing.district, about.stream)
  const removed = await tx
    .deleteFrom('project')
    .where('district_code', '=', doing.district)
    .where('project_id', '=', row.project_id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (removed.numDeletedRows === 0n) return refuse('request.stale')
  await append(tx, about, head, [{ type: 'projectRemoved', data: { name: row.name } }])
  return undefined
}

/** Kept in the project's row, so that the list joins nothing. */
async function companyColumns(tx: Tx, district: DistrictCode, { identity: { companyId } }: ProjectBody) {
  if (companyId === null) return { company_name: null, credit_code: null }
  const company = await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .where('company_id', '=', companyId)
    .select(['name as company_name', 'credit_code'])
    .executeTakeFirst()
  return company ?? refuse('request.invalid', { errors: [{ pointer: '/identity/companyId', detail: NO_COMPANY }] })
}

const NO_COMPANY = { zh: '没有登记过这家企业，请先登记企业', en: 'no such company is registered; register it first' }
