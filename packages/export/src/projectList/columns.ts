import type { Text } from '../words.ts'
import { type Choice, constructions, levels, listKinds, stages, yesNo } from './choices.ts'
import type { CodeChecks, ProjectRow } from './projectRow.ts'

/** What a cell holds, and so how it is written, read and checked. */
export type Kind =
  | { readonly is: 'line'; readonly max: number }
  | { readonly is: 'lines'; readonly max: number }
  | { readonly is: 'code'; readonly check: keyof CodeChecks; readonly example: string }
  | { readonly is: 'choice'; readonly words: Choice }
  | { readonly is: 'yesNo' }
  /** 万元, at most two decimals. */
  | { readonly is: 'money' }
  | { readonly is: 'year' }
  | { readonly is: 'day' }
  | { readonly is: 'key' }
  | { readonly is: 'version' }

export type ListColumn = {
  readonly key: keyof ProjectRow
  /** Head that it shares with its neighbours. */
  readonly group?: Text
  readonly head: Text
  /** What the same column is called in other offices' ledgers; without units and signs. */
  readonly also: readonly string[]
  readonly kind: Kind
  readonly required?: true
  /** In digits of the standard font; a Chinese character takes two. */
  readonly width: number
  /** Kept for the way back; of no use to readers. */
  readonly hidden?: true
  readonly hint?: Text
}

const project: Text = { zh: '项目', en: 'Project' }
const builder: Text = { zh: '建设单位', en: 'Company' }
const works: Text = { zh: '建设内容', en: 'Works' }
const money: Text = { zh: '投资', en: 'Investment' }
const progress: Text = { zh: '进度', en: 'Progress' }
const duty: Text = { zh: '责任', en: 'Responsible' }
const system: Text = { zh: '系统', en: 'System' }

/** The project list as offices keep it (domain 4.5), column by column. */
export const columns: readonly ListColumn[] = [
  {
    key: 'name',
    group: project,
    head: { zh: '项目名称', en: 'Project name' },
    also: ['名称', '项目'],
    kind: { is: 'line', max: 100 },
    required: true,
    width: 28,
  },
  {
    key: 'code',
    group: project,
    head: { zh: '项目代码', en: 'Project code' },
    also: ['投资项目代码', '项目统一代码', '赋码'],
    kind: { is: 'code', check: 'projectCode', example: '2020-320413-38-03-500001' },
    width: 26,
    hint: {
      zh: '备案（核准、审批）文件上的 20 位代码，带不带短横都可以',
      en: 'The 20 digits of the filing, verification or approval, with or without dashes',
    },
  },
  {
    key: 'level',
    group: project,
    head: { zh: '级别', en: 'Level' },
    also: ['项目级别', '重大项目级别', '层级'],
    kind: { is: 'choice', words: levels },
    required: true,
    width: 10,
  },
  {
    key: 'kind',
    group: project,
    head: { zh: '类型', en: 'Kind' },
    also: ['项目类型', '清单类型'],
    kind: { is: 'choice', words: listKinds },
    required: true,
    width: 10,
  },
  {
    key: 'listYear',
    group: project,
    head: { zh: '列入年度', en: 'List year' },
    also: ['年度', '列入年份', '清单年度'],
    kind: { is: 'year' },
    width: 10,
  },
  {
    key: 'construction',
    group: project,
    head: { zh: '建设性质', en: 'Construction' },
    also: ['性质'],
    kind: { is: 'choice', words: constructions },
    required: true,
    width: 10,
  },
  {
    key: 'township',
    group: project,
    head: { zh: '所属板块', en: 'Township or zone' },
    also: ['板块', '属地', '镇街', '所在镇街', '建设地点'],
    kind: { is: 'line', max: 40 },
    width: 14,
    hint: { zh: '镇、街道或园区的名称', en: 'The town, subdistrict or zone' },
  },
  {
    key: 'industry',
    group: project,
    head: { zh: '行业代码', en: 'Industry code' },
    also: ['国标行业', '国标行业代码', '所属行业'],
    kind: { is: 'code', check: 'industry', example: 'C3841' },
    width: 10,
    hint: {
      zh: 'GB/T 4754-2017 的代码，门类字母可以不写',
      en: 'Code of GB/T 4754-2017; the letter of the section may be left out',
    },
  },
  {
    key: 'cluster',
    group: project,
    head: { zh: '产业集群', en: 'Cluster' },
    also: ['产业链', '所属产业链', '集群'],
    kind: { is: 'line', max: 60 },
    width: 14,
  },
  {
    key: 'fiveNew',
    group: project,
    head: { zh: '“五新”产业', en: 'Five new industries' },
    also: ['五新', '五新产业类别', '五新类别'],
    kind: { is: 'line', max: 40 },
    width: 14,
  },
  {
    key: 'company',
    group: builder,
    head: { zh: '建设单位', en: 'Company' },
    also: ['项目单位', '业主', '业主单位', '企业名称', '项目法人'],
    kind: { is: 'line', max: 100 },
    width: 28,
  },
  {
    key: 'creditCode',
    group: builder,
    head: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    also: ['信用代码', '社会信用代码'],
    kind: { is: 'code', check: 'creditCode', example: '91320413MA1ABCDE1R' },
    width: 22,
    hint: { zh: '营业执照上的 18 位代码', en: 'The 18 characters of the business licence' },
  },
  {
    key: 'content',
    group: works,
    head: { zh: '建设内容及规模', en: 'Works and scale' },
    also: ['建设内容', '建设规模', '主要建设内容', '主要建设内容及规模', '建设规模及内容'],
    kind: { is: 'lines', max: 2000 },
    width: 36,
  },
  {
    key: 'capacity',
    group: works,
    head: { zh: '产能', en: 'Capacity' },
    also: ['设计产能', '达产产能'],
    kind: { is: 'line', max: 100 },
    width: 18,
  },
  {
    key: 'investmentWan',
    group: money,
    head: { zh: '总投资', en: 'Total investment' },
    also: ['计划总投资', '项目总投资'],
    kind: { is: 'money' },
    width: 14,
  },
  {
    key: 'equipmentWan',
    group: money,
    head: { zh: '其中：设备投资', en: 'Of which equipment' },
    also: ['其中设备', '设备投资'],
    kind: { is: 'money' },
    width: 14,
  },
  {
    key: 'spentBeforeWan',
    group: money,
    head: { zh: '累计至上年末完成', en: 'Spent until the end of last year' },
    also: ['至上年末累计完成', '上年末累计完成投资', '累计至上年末完成投资'],
    kind: { is: 'money' },
    width: 14,
  },
  {
    key: 'yearPlanWan',
    group: money,
    head: { zh: '年度计划投资', en: 'Planned this year' },
    also: ['年度投资计划', '当年计划投资', '本年计划投资', '年计划投资'],
    kind: { is: 'money' },
    width: 14,
  },
  {
    key: 'spentThisYearWan',
    group: money,
    head: { zh: '本年完成投资', en: 'Spent this year' },
    also: ['年度完成投资', '当年完成投资', '本年累计完成', '本年累计完成投资'],
    kind: { is: 'money' },
    width: 14,
  },
  {
    key: 'yearGoal',
    group: progress,
    head: { zh: '年度建设目标', en: 'Goal of the year' },
    also: ['年度目标', '年度形象进度目标', '年度建设内容'],
    kind: { is: 'line', max: 200 },
    width: 22,
  },
  {
    key: 'startPlanned',
    group: progress,
    head: { zh: '计划开工', en: 'Planned start' },
    also: ['计划开工时间', '计划开工日期', '拟开工时间'],
    kind: { is: 'day' },
    width: 13,
  },
  {
    key: 'startActual',
    group: progress,
    head: { zh: '实际开工', en: 'Actual start' },
    also: ['实际开工时间', '实际开工日期', '开工时间'],
    kind: { is: 'day' },
    width: 13,
  },
  {
    key: 'completionPlanned',
    group: progress,
    head: { zh: '计划竣工', en: 'Planned completion' },
    also: ['计划竣工时间', '计划竣工日期', '拟建成时间'],
    kind: { is: 'day' },
    width: 13,
  },
  {
    key: 'stage',
    group: progress,
    head: { zh: '阶段', en: 'Stage' },
    also: ['项目阶段', '当前阶段', '建设阶段'],
    kind: { is: 'choice', words: stages },
    required: true,
    width: 10,
  },
  {
    key: 'leader',
    group: duty,
    head: { zh: '挂钩领导', en: 'Leader' },
    also: ['挂联领导', '责任领导', '联系领导'],
    kind: { is: 'line', max: 40 },
    width: 12,
  },
  {
    key: 'helper',
    group: duty,
    head: { zh: '服务专员', en: 'Helper' },
    also: ['帮办员', '帮办专员', '服务员'],
    kind: { is: 'line', max: 40 },
    width: 12,
    hint: { zh: '系统中已登记的帮办员姓名', en: 'The name of a helper who is registered in the system' },
  },
  { key: 'remark', head: { zh: '备注', en: 'Remarks' }, also: ['说明'], kind: { is: 'lines', max: 2000 }, width: 30 },
  {
    key: 'synthetic',
    group: system,
    head: { zh: '演示数据', en: 'Synthetic' },
    also: [],
    kind: { is: 'yesNo' },
    width: 10,
    hint: { zh: '虚构的演示项目填“是”', en: 'Yes for an invented project of the demonstration' },
  },
  {
    key: 'key',
    group: system,
    head: { zh: '项目标识', en: 'Project id' },
    also: [],
    kind: { is: 'key' },
    width: 38,
    hidden: true,
  },
  {
    key: 'version',
    group: system,
    head: { zh: '版本', en: 'Version' },
    also: [],
    kind: { is: 'version' },
    width: 8,
    hidden: true,
  },
]

/** The words that a cell may hold. */
export const wordsOf = (kind: Kind): Choice | undefined =>
  kind.is === 'choice' ? kind.words : kind.is === 'yesNo' ? yesNo : undefined
