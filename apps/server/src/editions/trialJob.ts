import type { DistrictCode, EditionId } from '@kaigong/contract'
import { differences, type Plan } from '@kaigong/planner'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, headOf } from '../platform/events/append.ts'
import { isRefused } from '../platform/http/answer.ts'
import type { JobDefinition } from '../platform/jobs/jobs.ts'
import { readFacts } from '../projects/readFacts.ts'
import { editionById, type Touched, type Trial } from './editionView.ts'

export const TRIAL = 'trial'

/** Says every so many projects how far it has come. */
const EVERY = 5

/**
 * Plans every running project of a district on the edition in force and on a proposed one, with the same question: what moves, and which
 * promises the new dates would miss.
 */
export const trialJob = (deps: Deps): JobDefinition => ({
  queue: TRIAL,
  name: { zh: '试算新版目录', en: 'Trial of an edition' },
  attempts: 3,
  run: async ({ district, edition }, signal) => {
    const id = edition as EditionId
    const at = deps.now()
    const projects = await inTransaction(deps.db, systemIn(district), (tx) => runningProjects(tx, district))
    const touched: Touched[] = []
    const failed: Trial['failed'][number][] = []
    for (const [i, project] of projects.entries()) {
      signal.throwIfAborted()
      const found = await tried(deps, district, id, project, signal)
      if ('reason' in found) failed.push(found)
      else if (found.changes.length > 0) touched.push(found)
      if (i % EVERY === 0)
        await keep(deps, district, id, {
          at: at.toString(),
          running: true,
          progress: i / projects.length,
          projects: projects.length,
          touched: [],
          failed: [],
        })
    }
    await keep(deps, district, id, {
      at: deps.now().toString(),
      running: false,
      progress: 1,
      projects: projects.length,
      touched,
      failed,
    })
    await inTransaction(deps.db, systemIn(district), async (tx) => {
      const stream = `edition/${id}`
      const data = { edition: id, projects: projects.length, touched: touched.length, failed: failed.length }
      await append(tx, { district, stream, actor: null, at: deps.now() }, await headOf(tx, district, stream), [
        { type: 'editionTried', data },
      ])
    })
  },
})

/** Projects with a plan that is not behind them: what a new edition can still move. */
const runningProjects = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('plan_status', '<>', 'none')
    .where('stage', 'not in', ['producing', 'fullOutput', 'withdrawn'])
    .select(['project_id', 'name', 'name_en', 'code', 'company_name', 'facts', 'latest_plan', 'adopted_plan'])
    .orderBy('project_id')
    .execute()

type Running = Awaited<ReturnType<typeof runningProjects>>[number]

async function tried(
  deps: Deps,
  district: DistrictCode,
  id: EditionId,
  project: Running,
  signal: AbortSignal,
): Promise<Touched | Trial['failed'][number]> {
  const who = { projectId: project.project_id, name: project.name }
  const ground = await inTransaction(deps.db, systemIn(district), async (tx) => {
    const plan = await tx
      .selectFrom('plan')
      .where('district_code', '=', district)
      .where('project_id', '=', project.project_id)
      .where('no', '=', project.adopted_plan ?? project.latest_plan ?? 0)
      .select(['as_of', 'anchor'])
      .executeTakeFirst()
    const promises = await tx
      .selectFrom('promise')
      .where('district_code', '=', district)
      .where('project_id', '=', project.project_id)
      .selectAll()
      .execute()
    return {
      plan,
      promises,
      before: await deps.catalogues.inForce(tx, district),
      after: await deps.catalogues.open(tx, district, id),
    }
  })
  const { plan, promises, before, after } = ground
  if (!plan || !after) return { ...who, reason: { zh: '没有可比的方案', en: 'there is no plan to compare' } }
  const named = { name: project.name, nameEn: project.name_en, code: project.code, company: project.company_name }
  const request = { asOf: plan.as_of, anchor: plan.anchor as never }
  const plans: Plan[] = []
  for (const edition of [before, after]) {
    const read = await readFacts(edition.ground.catalogue, district, named, project.facts)
    if (isRefused(read))
      return { ...who, reason: { zh: '项目属性不合新版目录', en: 'its facts do not fit the edition' } }
    const made = await deps.planning.plan(
      { edition: edition.texts, district, project: read, request, explore: false },
      signal,
    )
    if ('refused' in made) return { ...who, reason: made.message }
    plans.push(made.plan)
  }
  const [old, next] = plans
  if (!old || !next) return { ...who, reason: { zh: '没有排出方案', en: 'no plan was made' } }
  return {
    ...who,
    changes: differences(old, next),
    promises: promises.flatMap((promise) => {
      const wouldBe = next.matters.find((m) => m.id === promise.occurrence)?.issued?.slice(0, 10) ?? null
      const missed = wouldBe === null || wouldBe > promise.promised_on
      return missed
        ? [
            {
              matter: promise.matter,
              name: promise.name as Touched['promises'][number]['name'],
              promisedOn: promise.promised_on,
              wouldBe,
            },
          ]
        : []
    }),
  }
}

/** Keeps how far a trial has come; its version stays, for only people change an edition. */
const keep = (deps: Deps, district: DistrictCode, id: EditionId, trial: Trial) =>
  inTransaction(deps.db, systemIn(district), async (tx) => {
    if (!(await editionById(tx, district, id))) return
    await tx
      .updateTable('edition')
      .set({ trial: JSON.stringify(trial) })
      .where('district_code', '=', district)
      .where('edition_id', '=', id)
      .execute()
  })
