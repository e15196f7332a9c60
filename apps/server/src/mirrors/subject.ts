import type { CompanyId, DistrictCode, MirrorRow, ProjectId, Text } from '@kaigong/contract'
import type { Ground, PlanMatter } from '@kaigong/planner'
import { openableIn } from '../cases/openable.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import type { Tx } from '../platform/database/transaction.ts'
import '../projects/tables.ts'

/** Where a row belongs: the project, the matter of its adopted plan, and who applies. */
export type Subject = {
  readonly project: ProjectId
  readonly company: CompanyId
  readonly planned: PlanMatter & { readonly agency: string }
}

type Project = {
  readonly id: ProjectId
  readonly company: string | null
  readonly matters: readonly Subject['planned'][] | null
}

/** Places rows in the projects of one district; what was read of a project is kept for the next row. */
export function subjects(tx: Tx, district: DistrictCode, ground: Ground) {
  const known = new Map<string, Promise<Project | undefined>>()
  const projectOf = (code: string) => {
    const found = known.get(code) ?? projectByCode(tx, district, code)
    known.set(code, found)
    return found
  }
  return async (row: MirrorRow): Promise<Subject | Text> => {
    const project = await projectOf(row.projectCode)
    if (!project) return noProject(row.projectCode)
    if (project.company === null) return NO_COMPANY
    if (project.matters === null) return NO_PLAN
    const at = project.matters.filter((m) => m.id === row.matter)
    const [planned, another] = at.length > 0 ? at : project.matters.filter((m) => m.matter === row.matter)
    if (!planned) return noMatter(row.matter)
    if (another) return severalOf(row.matter)
    if (agencyNamed(ground, row.agency) !== planned.agency) return notTheirs(row.agency)
    return { project: project.id, company: project.company as CompanyId, planned }
  }
}

async function projectByCode(tx: Tx, district: DistrictCode, code: string): Promise<Project | undefined> {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('code', '=', code)
    .select(['project_id', 'company_id'])
    .executeTakeFirst()
  if (!row) return undefined
  const id = row.project_id as ProjectId
  const adopted = await standingRow(tx, district, id, ['adopted'])
  return { id, company: row.company_id, matters: adopted ? openableIn(documentOf(adopted)) : null }
}

const agencyNamed = ({ district }: Ground, said: string): string | undefined =>
  district.agencies.find(({ id, name, short }) => [id, name.zh, short.zh, name.en].includes(said))?.id

const noProject = (code: string): Text => ({
  zh: `本区没有项目代码为 ${code} 的项目。请先登记项目，或核对代码。`,
  en: `No project of this district has the code ${code}. Register it first, or check the code.`,
})
const NO_COMPANY: Text = {
  zh: '项目没有登记建设单位，没有申请人。请先在项目上登记。',
  en: 'The project names no company, so nobody applies. Name it first.',
}
const NO_PLAN: Text = {
  zh: '项目还没有采用的审批方案。方案采用后可重新对应。',
  en: 'The project has no adopted plan. Try again when there is one.',
}
const noMatter = (matter: string): Text => ({
  zh: `采用的方案里没有可办理的事项 ${matter}。请核对事项，或先修订方案。`,
  en: `The adopted plan has no matter ${matter} to apply for. Check it, or revise the plan first.`,
})
const severalOf = (matter: string): Text => ({
  zh: `事项 ${matter} 在方案里办理不止一次，请写明是哪一次。`,
  en: `The matter ${matter} occurs more than once in the plan; say which occurrence is meant.`,
})
const notTheirs = (agency: string): Text => ({
  zh: `方案里这个事项不由“${agency}”办理，或本区没有这个部门。请核对部门。`,
  en: `By the plan this matter is not with “${agency}”, or the district has no such agency. Check it.`,
})
