import type { CompanyId, ProjectIdentity } from '@kaigong/contract'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'
import { searchKey } from '../platform/search/searchKey.ts'
import './tables.ts'

export type ProjectRow = Selectable<Tables['project']>
/** What a list reads of it. */
export type ListedRow = Omit<ProjectRow, 'facts' | 'parcels' | 'found_by'>

/** What the ledger calls a field, and in which column it lies. */
const columnOf = {
  name: 'name',
  nameEn: 'name_en',
  code: 'code',
  companyId: 'company_id',
  industry: 'industry',
  township: 'township',
  level: 'level',
  kind: 'kind',
  listYear: 'list_year',
  construction: 'construction',
  stage: 'stage',
  fiveNew: 'five_new',
  cluster: 'cluster',
  content: 'content',
  capacity: 'capacity',
  investmentWan: 'investment_wan',
  equipmentWan: 'equipment_wan',
  spentBeforeWan: 'spent_before_wan',
  yearPlanWan: 'year_plan_wan',
  spentThisYearWan: 'spent_this_year_wan',
  yearGoal: 'year_goal',
  startPlanned: 'start_planned',
  startActual: 'start_actual',
  completionPlanned: 'completion_planned',
  remark: 'remark',
  synthetic: 'synthetic',
} as const satisfies Readonly<Record<keyof ProjectIdentity, keyof ProjectRow>>

type Columns = Pick<ProjectRow, (typeof columnOf)[keyof typeof columnOf]>

const money = ['investmentWan', 'equipmentWan', 'spentBeforeWan', 'yearPlanWan', 'spentThisYearWan'] as const

/** Amounts with their two decimals, as the database gives them back: `30000` and `30000.00` are one amount and no change. */
export function withWholeAmounts(identity: ProjectIdentity): ProjectIdentity {
  const whole = money.map((key) => {
    const [yuan = '0', part = ''] = (identity[key] ?? '').split('.')
    return [key, identity[key] === null ? null : `${yuan.replace(/^0+(?=\d)/, '')}.${part.padEnd(2, '0')}`]
  })
  return { ...identity, ...Object.fromEntries(whole) }
}

/** A project's identity as columns, with the key by which its name is found. */
export function toColumns(identity: ProjectIdentity): Columns & { readonly name_key: string } {
  const columns = Object.fromEntries(
    Object.entries(columnOf).map(([key, column]) => [column, identity[key as keyof ProjectIdentity]]),
  )
  return { ...(columns as unknown as Columns), name_key: searchKey(identity.name) }
}

/** Only what differs, as columns. */
export function changedColumns(before: ProjectIdentity, after: ProjectIdentity): Partial<ReturnType<typeof toColumns>> {
  const changed = (Object.keys(columnOf) as (keyof ProjectIdentity)[]).filter((key) => before[key] !== after[key])
  return {
    ...(Object.fromEntries(changed.map((key) => [columnOf[key], after[key]])) as Partial<Columns>),
    ...(changed.includes('name') ? { name_key: searchKey(after.name) } : {}),
  }
}

export function toIdentity(row: ListedRow): ProjectIdentity {
  const identity = Object.fromEntries(Object.entries(columnOf).map(([key, column]) => [key, row[column]]))
  return { ...(identity as unknown as ProjectIdentity), companyId: row.company_id as CompanyId | null }
}
