import type { DistrictCode, PersonId, PlanSummary, ProjectFacts, ProjectId } from '@kaigong/contract'
import type { Plan } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type About, append, emptyHead, headOf } from '../platform/events/append.ts'
import { canonical, type NewEvent } from '../platform/events/seal.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { Computed } from './compute.ts'
import { holdProject, showInProject } from './project.ts'

/** Who does something to a plan, when. */
export type Doing = { readonly district: DistrictCode; readonly actor: PersonId | null; readonly at: Temporal.Instant }

const aboutPlan = ({ district, actor, at }: Doing, project: ProjectId, no: number): About => ({
  district,
  stream: `plan/${project}/${no}`,
  actor,
  at,
  project,
})

/** Appends to the stream of one version. */
export async function tellOfPlan(tx: Tx, doing: Doing, project: ProjectId, no: number, event: NewEvent): Promise<void> {
  const about = aboutPlan(doing, project, no)
  await append(tx, about, await headOf(tx, doing.district, about.stream), [event])
}

/**
 * Keeps a computed plan as the project's next version. The facts must still be those that it was computed from; the project is held
 * meanwhile, so that two who compute at once get two numbers.
 */
export async function keepVersion(
  tx: Tx,
  doing: Doing,
  project: ProjectId,
  facts: ProjectFacts,
  { plan, violations, request }: Computed,
  { cause, edition }: Pick<PlanSummary, 'cause' | 'edition'>,
): Promise<number | Refused> {
  const { district, actor, at } = doing
  const held = await holdProject(tx, district, project)
  if (!held) return refuse('request.notFound')
  if (canonical(held.facts) !== canonical(facts)) return refuse('request.stale', { current: held.version })
  const no = (await highestNumber(tx, district, project)) + 1
  const { day: landDay } = plan.land
  const [constructionStart, production] = [firstOf(plan, 'G1'), firstOf(plan, 'G3')]
  await tx
    .insertInto('plan')
    .values({
      district_code: district,
      project_id: project,
      no,
      status: 'computed',
      cause,
      as_of: plan.asOf,
      anchor: JSON.stringify(request.anchor),
      met: plan.verdict.met,
      headline: JSON.stringify(plan.verdict.headline),
      construction_start: constructionStart,
      production,
      land_day: landDay,
      project_version: held.version,
      edition_id: edition,
      calendar_through: plan.rests.calendarThrough,
      violations,
      facts: JSON.stringify(facts),
      document: JSON.stringify(plan),
      computed_by: actor,
      computed_at: at.toString(),
    })
    .execute()
  const { asOf } = plan
  await append(tx, aboutPlan(doing, project, no), emptyHead, [
    {
      type: 'planComputed',
      data: { no, cause, asOf, edition, met: plan.verdict.met, landDay, constructionStart, production },
    },
  ])
  await showInProject(tx, district, project)
  return no
}

async function highestNumber(tx: Tx, district: DistrictCode, project: ProjectId): Promise<number> {
  const row = await tx
    .selectFrom('plan')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(({ fn }) => fn.max('no').as('no'))
    .executeTakeFirst()
  return row?.no ?? 0
}

/** The first day, over all phases, on which a gate opens. */
const firstOf = ({ gates }: Plan, gate: 'G1' | 'G3'): string | null =>
  gates.flatMap((g) => (g.gate === gate && g.date !== null ? [g.date] : [])).sort()[0] ?? null
