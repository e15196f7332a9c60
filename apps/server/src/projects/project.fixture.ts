import { newIdentity, type ProjectIdentity } from '@kaigong/contract'

/** A project of whose planning little is known yet. */
const planned: ProjectIdentity = {
  ...newIdentity,
  name: '蜂巢储能电芯项目',
  industry: 'C3841',
  township: '金坛经济开发区',
  level: 'city',
  listYear: 2023,
  stage: 'early',
  fiveNew: '新能源',
  investmentWan: '120000.50',
  yearPlanWan: '30000',
  startPlanned: '2023-05-20',
  synthetic: true,
}

/** What is sent to register it, or to change it. */
export const body = (
  identity: Partial<ProjectIdentity> = {},
  facts: Record<string, unknown> = { landSource: 'grant', newBuild: true },
) => ({
  identity: { ...planned, ...identity },
  facts: { facts: facts as never },
  parcels: [],
})
