import type { ProjectFacts, ProjectIdentity, Text } from '@kaigong/contract'

type Named =
  | keyof ProjectIdentity
  | Exclude<keyof ProjectFacts, 'facts'>
  | 'plannedParcels'
  | 'team'
  | 'company'
  | 'leader'
  | 'helper'

/** What people call the parts of a project, as the ledger heads its columns. */
const names: Readonly<Record<Named, Text>> = {
  name: { zh: '项目名称', en: 'name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  code: { zh: '项目代码', en: 'project code' },
  companyId: { zh: '建设单位', en: 'company' },
  company: { zh: '建设单位', en: 'company' },
  industry: { zh: '行业代码', en: 'industry code' },
  township: { zh: '所属板块', en: 'township' },
  level: { zh: '级别', en: 'level' },
  kind: { zh: '类型', en: 'kind' },
  listYear: { zh: '列入年度', en: 'list year' },
  construction: { zh: '建设性质', en: 'construction' },
  stage: { zh: '阶段', en: 'stage' },
  fiveNew: { zh: '“五新”产业', en: '"five new" industry' },
  cluster: { zh: '产业集群', en: 'cluster' },
  content: { zh: '建设内容及规模', en: 'works and scale' },
  capacity: { zh: '产能', en: 'capacity' },
  investmentWan: { zh: '总投资', en: 'total investment' },
  equipmentWan: { zh: '设备投资', en: 'equipment' },
  spentBeforeWan: { zh: '累计至上年末完成', en: 'spent until the end of last year' },
  yearPlanWan: { zh: '年度计划投资', en: 'planned this year' },
  spentThisYearWan: { zh: '本年完成投资', en: 'spent this year' },
  yearGoal: { zh: '年度建设目标', en: 'goal of the year' },
  startPlanned: { zh: '计划开工', en: 'planned start' },
  startActual: { zh: '实际开工', en: 'actual start' },
  completionPlanned: { zh: '计划竣工', en: 'planned completion' },
  remark: { zh: '备注', en: 'remarks' },
  synthetic: { zh: '演示数据', en: 'synthetic' },
  asOf: { zh: '计划基准日', en: 'as-of day' },
  land: { zh: '拿地安排', en: 'land event' },
  startBy: { zh: '要求开工日', en: 'wanted start' },
  phases: { zh: '分期', en: 'phases' },
  unitWorks: { zh: '单位工程', en: 'unit works' },
  tracks: { zh: '办理方式', en: 'tracks' },
  ready: { zh: '材料准备', en: 'materials' },
  done: { zh: '已办事项', en: 'matters done' },
  assessments: { zh: '区域评估', en: 'regional assessments' },
  parcels: { zh: '地块', en: 'parcels' },
  plannedParcels: { zh: '分地块办理', en: 'parcels of the plan' },
  team: { zh: '项目专班', en: 'team' },
  leader: { zh: '挂钩领导', en: 'leader' },
  helper: { zh: '服务专员', en: 'helper' },
}

/**
 * The names of changed fields, in their order and each once. Facts of the planner are counted under one name: what each is called stands in
 * the edition of the catalogue, and an event outlives editions.
 */
export function namesOfFields(fields: readonly string[]): readonly Text[] {
  const facts = fields.filter((field) => field.startsWith('facts.')).length
  const others = fields.flatMap((field) => names[field.replace(/^identity\./, '') as Named] ?? [])
  const counted = { zh: `项目属性 ${facts} 项`, en: facts === 1 ? '1 fact' : `${facts} facts` }
  return [...new Set(others), ...(facts > 0 ? [counted] : [])]
}
