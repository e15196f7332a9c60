import { type CompanyId, type DistrictCode, ProjectIdentity, type TeamDuty } from '@kaigong/contract'
import { type CellFault, cellFault, type ProjectListRead, type ProjectRow as SheetRow } from '@kaigong/export'
import type { Tx } from '../../platform/database/transaction.ts'
import { changedFields, type ProjectBody } from '../changedFields.ts'
import { type ProjectRow, withWholeAmounts } from '../identityColumns.ts'
import { bodyOf } from '../save.ts'

type Line = ProjectListRead['rows'][number]

/** What a line of a sheet would do: to a project that is there, or to a new one. */
export type Intended = {
  readonly line: Line
  readonly what: 'added' | 'changed' | 'same'
  readonly existing: ProjectRow | undefined
  readonly body: ProjectBody
  /** A company that is registered along with it. */
  readonly company: { readonly name: string; readonly creditCode: string } | undefined
  /** Who gets which duty; undefined leaves it with whoever has it. */
  readonly duties: readonly { readonly duty: TeamDuty; readonly person: string }[]
  readonly changes: readonly string[]
}

export type Matched = { readonly intended: readonly Intended[]; readonly faults: readonly CellFault[] }

/** Finds for each line the project that it means: by the hidden key that an export carries, else by the project code. */
export async function match(tx: Tx, district: DistrictCode, read: ProjectListRead): Promise<Matched> {
  const known = await knownIn(tx, district)
  const each = read.rows.map((line) => intentOf(read, line, known))
  return {
    intended: each.flatMap((one) => ('intended' in one ? [one.intended] : [])),
    faults: [...read.faults, ...each.flatMap((one) => ('faults' in one ? one.faults : []))],
  }
}

type Known = Awaited<ReturnType<typeof knownIn>>

async function knownIn(tx: Tx, district: DistrictCode) {
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
  const leaders = await tx
    .selectFrom('team_member as t')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 't.district_code').onRef('p.person_id', '=', 't.person_id'),
    )
    .where('t.district_code', '=', district)
    .where('t.duty', '=', 'leader')
    .select(['t.project_id', 'p.name'])
    .execute()
  return {
    byId: new Map(projects.map((p) => [p.project_id, p])),
    byCode: new Map(projects.flatMap((p) => (p.code === null ? [] : [[p.code, p]]))),
    companyByCode: new Map(companies.map((c) => [c.credit_code, c])),
    companyByName: new Map(companies.map((c) => [c.name, c])),
    people,
    leaderOf: new Map(leaders.map((l) => [l.project_id, l.name])),
  }
}

type Faults = { readonly faults: readonly CellFault[] }

function intentOf(read: ProjectListRead, line: Line, known: Known): { readonly intended: Intended } | Faults {
  const existing = meantBy(read, line, known)
  if (existing !== undefined && 'faults' in existing) return existing
  const fault = faultIn(read, line)
  const company = companyOf(line.project, known)
  if (company === 'unknown')
    return fault(
      'company',
      '没有登记过这家企业，请填写其统一社会信用代码',
      'this company is not registered; give its credit code',
    )
  const duties = dutiesOf(line, existing, known)
  const stranger = duties.find((d) => d.person === null)
  if (stranger)
    return fault(
      stranger.duty,
      '没有这位在岗人员，或重名，请先在“人员”中登记',
      'no such active person, or more than one; register them under People first',
    )

  const before = existing ? bodyOf(existing) : { identity: EMPTY, facts: { facts: {} }, parcels: [] }
  const stated = Object.fromEntries(
    Object.entries(line.project).filter(([key, value]) => value !== undefined && key in EMPTY),
  )
  const companyId =
    company === 'same' ? before.identity.companyId : company && 'id' in company ? (company.id as CompanyId) : null
  const parsed = ProjectIdentity.safeParse({ ...before.identity, ...stated, companyId })
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.flatMap(
        (issue) => fault((issue.path[0] ?? 'name') as keyof SheetRow, ...sides(issue.message)).faults,
      ),
    }
  }
  const body = { ...before, identity: withWholeAmounts(parsed.data) }
  const fresh = company !== null && company !== 'same' && 'creditCode' in company ? company : undefined
  const changes = [
    ...changedFields(before, body).map((c) => c.field.replace('identity.', '')),
    ...(fresh ? ['company'] : []),
    ...duties.map((d) => d.duty),
  ]
  const what = existing === undefined ? 'added' : changes.length > 0 ? 'changed' : 'same'
  const given = duties.flatMap(({ duty, person }) => (person === null ? [] : [{ duty, person }]))
  return { intended: { line, existing, body, company: fresh, duties: given, changes, what } }
}

const faultIn =
  (read: ProjectListRead, line: Line) =>
  (key: keyof SheetRow, zh: string, en: string): Faults => ({ faults: [cellFault(read, line, key, { zh, en })] })

/** The project that a line means; undefined for a new one. */
function meantBy(read: ProjectListRead, line: Line, known: Known): ProjectRow | Faults | undefined {
  const { key, code, version } = line.project
  const fault = faultIn(read, line)
  const coded = code ? known.byCode.get(code) : undefined
  const existing = key ? known.byId.get(key) : coded
  if (key && !existing)
    return fault(
      'key',
      '没有这个项目标识的项目，可能已删除；新项目请清空此格',
      'no project has this id; it may have been removed. Empty the cell for a new project',
    )
  if (!existing) return undefined
  if (version != null && version !== existing.version)
    return fault(
      'name',
      `导出之后该项目已被他人修改（现为第 ${existing.version} 版），请重新导出`,
      `somebody has changed this project since it was exported (now version ${existing.version}); export it again`,
    )
  if (coded && coded.project_id !== existing.project_id)
    return fault('code', `项目代码已属于“${coded.name}”`, `the code belongs to "${coded.name}"`)
  return existing
}

const sides = (message: string): [string, string] => {
  const [zh = message, en = zh] = message.split(' · ')
  return [zh, en]
}

/** By its code; by its exact name where no code is given; `same` where the sheet says nothing of it. */
function companyOf(
  { company, creditCode }: Line['project'],
  known: Known,
): { readonly id: string } | { readonly name: string; readonly creditCode: string } | 'same' | 'unknown' | null {
  if (creditCode) {
    const found = known.companyByCode.get(creditCode)
    return found ? { id: found.company_id } : { name: company ?? creditCode, creditCode }
  }
  if (company) {
    const found = known.companyByName.get(company)
    return found ? { id: found.company_id } : 'unknown'
  }
  return company === undefined && creditCode === undefined ? 'same' : null
}

type Duty = { readonly duty: 'helper' | 'leader'; readonly person: string | null }

/** Who takes a duty over by their name in the sheet: null where nobody, or more than one, has that name; nothing where it stays as it is. */
function dutiesOf({ project }: Line, existing: ProjectRow | undefined, { people, leaderOf }: Known): readonly Duty[] {
  const now = {
    helper: existing?.helper_name ?? null,
    leader: existing ? (leaderOf.get(existing.project_id) ?? null) : null,
  }
  return (['helper', 'leader'] as const).flatMap((duty): readonly Duty[] => {
    const name = project[duty]
    if (!name || name === now[duty]) return []
    const named = people.filter((p) => p.name === name)
    const fitting = named.filter((p) => p.roles.includes(duty))
    const [one, more] = fitting.length > 0 ? fitting : named
    return [{ duty, person: one && !more ? one.person_id : null }]
  })
}

const EMPTY: ProjectIdentity = {
  name: '',
  nameEn: null,
  code: null,
  companyId: null,
  industry: null,
  township: null,
  level: 'none',
  kind: 'implementation',
  listYear: null,
  construction: 'new',
  stage: 'signed',
  fiveNew: null,
  cluster: null,
  content: null,
  capacity: null,
  investmentWan: null,
  equipmentWan: null,
  spentBeforeWan: null,
  yearPlanWan: null,
  spentThisYearWan: null,
  yearGoal: null,
  startPlanned: null,
  startActual: null,
  completionPlanned: null,
  remark: null,
  synthetic: false,
}
