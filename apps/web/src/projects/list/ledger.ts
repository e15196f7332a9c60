import { ListLevel, type ProjectIdentity, Stage } from '@kaigong/contract'

/** The fields of a project's identity, in the order in which offices write them down. */
export type IdentityField = {
  readonly key: Exclude<keyof ProjectIdentity, 'companyId' | 'synthetic'>
  readonly kind: 'text' | 'long' | 'code' | 'money' | 'day' | 'year' | 'choice' | 'industry' | 'township'
  readonly required?: true
  readonly choices?: readonly string[]
}

export const levels = ListLevel.options
export const stages = Stage.options

export const identityFields: readonly IdentityField[] = [
  { key: 'name', kind: 'text', required: true },
  { key: 'nameEn', kind: 'text' },
  { key: 'code', kind: 'code' },
  { key: 'level', kind: 'choice', choices: levels, required: true },
  { key: 'kind', kind: 'choice', choices: ['implementation', 'reserve'], required: true },
  { key: 'listYear', kind: 'year' },
  { key: 'construction', kind: 'choice', choices: ['new', 'continued'], required: true },
  { key: 'stage', kind: 'choice', choices: stages, required: true },
  { key: 'industry', kind: 'industry' },
  { key: 'township', kind: 'township' },
  { key: 'fiveNew', kind: 'text' },
  { key: 'cluster', kind: 'text' },
  { key: 'capacity', kind: 'text' },
  { key: 'investmentWan', kind: 'money' },
  { key: 'equipmentWan', kind: 'money' },
  { key: 'spentBeforeWan', kind: 'money' },
  { key: 'yearPlanWan', kind: 'money' },
  { key: 'spentThisYearWan', kind: 'money' },
  { key: 'yearGoal', kind: 'text' },
  { key: 'startPlanned', kind: 'day' },
  { key: 'startActual', kind: 'day' },
  { key: 'completionPlanned', kind: 'day' },
  { key: 'content', kind: 'long' },
  { key: 'remark', kind: 'long' },
]
