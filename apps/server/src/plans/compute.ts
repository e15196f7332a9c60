import type { DistrictCode, ProjectFacts, Text } from '@kaigong/contract'
import type { NoPlan, Request } from '@kaigong/planner'
import type { OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { PlanningBusy } from '../platform/planning/openPlanning.ts'
import type { Planned } from '../platform/planning/planning.ts'
import { readFacts } from '../projects/readFacts.ts'
import type { ProjectRow } from './project.ts'
import { type Asked, questionOf } from './question.ts'

export type Computed = Exclude<Planned, NoPlan> & { readonly request: Request }

type Question = {
  readonly district: DistrictCode
  readonly edition: OpenEdition
  readonly project: Pick<ProjectRow, 'name' | 'name_en' | 'code' | 'company_name'>
  readonly facts: ProjectFacts
  readonly asked: Asked
  readonly explore: boolean
}

/** A plan of these facts, computed in a thread outside any transaction, or why there is none. Nothing is kept. */
export async function computePlan(
  { planning, legalToday }: Pick<Deps, 'planning' | 'legalToday'>,
  { district, edition, project, facts, asked, explore }: Question,
  signal?: AbortSignal,
): Promise<Computed | Refused> {
  const { name, name_en, code, company_name } = project
  const named = { name, nameEn: name_en, code, company: company_name }
  const read = await readFacts(edition.ground.catalogue, district, named, facts)
  if (isRefused(read)) return read
  const request = questionOf(edition.ground, read, asked, legalToday().toString())
  if (isRefused(request)) return request
  const made = await unlessBusy(() =>
    planning.plan({ edition: edition.texts, district, project: read, request, explore }, signal),
  )
  if ('plan' in made) return { ...made, request }
  return 'message' in made ? refuse('plan.impossible', { detail: why[made.refused] }) : made
}

/** What threads were asked to do, or that there are too many before us; a request that nobody waits for any more ends as busy, too. */
export async function unlessBusy<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof PlanningBusy || (error instanceof Error && error.name === 'AbortError'))
      return refuse('server.busy')
    throw error
  }
}

const why: Readonly<Record<NoPlan['refused'], Text>> = {
  'plan.noLand': {
    zh: '该项目不经过土地出让，没有拿地日；请改问开工日，或不给日期。',
    en: 'This project wins no land, so it has no land day; ask for a start of construction, or give no date.',
  },
  'plan.landDayPast': {
    zh: '拿地日早于计划基准日，而已办事项中没有记土地已成交；请补记土地出让（P10），或改用不早于基准日的拿地日。',
    en: 'The land day is before the as-of day, and the transaction is not recorded among what is done; record it (P10), or take a land day on or after the as-of day.',
  },
  'plan.impossible': {
    zh: '已办事项、材料日期或阶段先后互相矛盾，排不出任何方案；请核对这三处。',
    en: 'What is done, when materials are there or the order of phases contradict one another, so that no plan fits; check these three.',
  },
}
