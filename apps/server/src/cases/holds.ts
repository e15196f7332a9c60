import type { Context } from '@kaigong/casework'
import type { Project } from '@kaigong/catalogue'
import type { DistrictCode, ProjectId } from '@kaigong/contract'
import { type Ground, judgesAt, type PlanScope } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { readFacts } from '../projects/readFacts.ts'
import '../projects/tables.ts'

/** What is asked of a project's facts, at the place where a matter occurs, under the law of a day (ISO). */
type Question = {
  readonly district: DistrictCode
  readonly project: ProjectId
  readonly scope: PlanScope
  readonly matter: string
  readonly on: string
}

type Judged = {
  /** By what is known of the project now; what nobody has answered stays open. */
  readonly known: Context['holds']
  /** With the usual answers in place of what is not known, as plans are made: nobody is asked for more papers than the plan told. */
  readonly usual: Context['holds']
}

/** Judges conditions of the catalogue at the place where a matter occurs. */
export async function holdsFor(
  tx: Tx,
  ground: Ground,
  { district, project, ...question }: Question,
): Promise<Judged | Refused> {
  const read = await factsOf(tx, ground, district, project)
  return isRefused(read) ? read : judged(ground, read, question)
}

/** The same, of facts that were read before: reading them costs more than judging. */
export function judged(
  ground: Ground,
  read: Project,
  { scope, matter, on }: Omit<Question, 'district' | 'project'>,
): Judged {
  const { strict, usual } = judgesAt(ground, read, scope, () => on)
  return {
    known: (condition) => strict.condition(condition, matter).holds,
    usual: (condition) => usual.condition(condition, matter).holds,
  }
}

/** What a project states of itself, read with the catalogue. */
export async function factsOf(
  tx: Tx,
  ground: Ground,
  district: DistrictCode,
  project: ProjectId,
): Promise<Project | Refused> {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['name', 'name_en', 'code', 'company_name', 'facts'])
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  const named = { name: row.name, nameEn: row.name_en, code: row.code, company: row.company_name }
  return await readFacts(ground.catalogue, district, named, row.facts)
}
