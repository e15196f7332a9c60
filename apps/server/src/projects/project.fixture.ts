import type { ProjectIdentity } from '@kaigong/contract'

/** A project of whose planning little is known yet. */
const blank: ProjectIdentity = {
  name: '蜂巢储能电芯项目',
  nameEn: null,
  code: null,
  companyId: null,
  industry: 'C3841',
  township: '金坛经济开发区',
  level: 'city',
  kind: 'implementation',
  listYear: 2023,
  construction: 'new',
  stage: 'early',
  fiveNew: '新能源',
  cluster: null,
  content: null,
  capacity: null,
  investmentWan: '120000.50',
  equipmentWan: null,
  spentBeforeWan: null,
  yearPlanWan: '30000',
  spentThisYearWan: null,
  yearGoal: null,
  startPlanned: '2023-05-20',
  startActual: null,
  completionPlanned: null,
  remark: null,
  synthetic: true,
}
/** What is sent to register it, or to change it. */
export const body = (
  identity: Partial<ProjectIdentity> = {},
  facts: Record<string, unknown> = { landSource: 'grant', newBuild: true },
) => ({
  identity: { ...blank, ...identity },
  facts: { facts: facts as never },
  parcels: [],
})
