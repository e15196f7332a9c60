import type { Edge } from '../edge.ts'
import type { Limit } from '../limit.ts'
import type { Material, Matter, SpecialProcedure, Step } from '../matter.ts'
import type { Text } from '../source.ts'

type Terms<K extends string> = Readonly<Record<K, Text>>
type Days = Extract<Limit, { kind: 'days' }>

/** The words of the catalogue's files as a reader says them. */
export const nature: Terms<Matter['nature']> = {
  permit: { zh: '行政许可', en: 'permit' },
  filing: { zh: '备案、报告', en: 'filing' },
  confirmation: { zh: '行政确认', en: 'confirmation' },
  technicalReview: { zh: '技术审查（非许可）', en: 'technical review (no permit)' },
  selfAssessment: { zh: '建设单位自行办理', en: 'done by the company itself' },
  transaction: { zh: '土地交易、合同、缴款', en: 'transaction' },
  utility: { zh: '市政公用', en: 'utility' },
  coordination: { zh: '会商、预审', en: 'coordination' },
  work: { zh: '设计、施工、调试', en: 'work' },
}

export const per: Terms<Matter['per']> = {
  project: { zh: '每个项目一次', en: 'once a project' },
  phase: { zh: '每期一次', en: 'once a phase' },
  parcel: { zh: '每宗地一次', en: 'once a parcel' },
  unitWorks: { zh: '每个单体一次', en: 'once a building' },
}

export const maker: Terms<Material['from'] | Step['owner'] | 'agency'> = {
  agency: { zh: '部门', en: 'agency' },
  government: { zh: '政府', en: 'government' },
  intermediary: { zh: '中介', en: 'intermediary' },
  utility: { zh: '公用企业', en: 'utility' },
  enterprise: { zh: '企业', en: 'company' },
  land: { zh: '土地供应', en: 'land supply' },
  designer: { zh: '设计单位', en: 'designer' },
  contractor: { zh: '施工单位', en: 'contractor' },
}

export const week: Terms<Step['week']> = {
  office: { zh: '机关工作日', en: 'office week' },
  design: { zh: '设计单位的周', en: 'designer’s week' },
  site: { zh: '工地的周', en: 'site week' },
  everyday: { zh: '自然日', en: 'every day' },
}

export const count: Terms<Step['count']> = {
  minimum: { zh: '不得缩短', en: 'may not be shorter' },
  duty: { zh: '最后一日截止', en: 'to the close of the last day' },
  effort: { zh: '按工作时间', en: 'working time' },
}

export const stepKind: Terms<Step['kind']> = {
  preparation: { zh: '准备', en: 'preparation' },
  check: { zh: '齐全性检查', en: 'completeness check' },
  review: { zh: '审查', en: 'review' },
  special: { zh: '特别程序', en: 'special procedure' },
  decision: { zh: '决定', en: 'decision' },
  delivery: { zh: '送达', en: 'delivery' },
  transaction: { zh: '交易', en: 'transaction' },
  work: { zh: '作业', en: 'work' },
  inspection: { zh: '核查', en: 'inspection' },
}

export const clock: Terms<SpecialProcedure['clockEffect']> = {
  pause: { zh: '停表', en: 'stops the clock' },
  extend: { zh: '延长', en: 'extends the limit' },
  none: { zh: '不停表', en: 'does not stop the clock' },
}

export const bound: Terms<SpecialProcedure['bound']> = {
  minimum: { zh: '不少于', en: 'at least' },
  maximum: { zh: '不超过', en: 'at most' },
  estimate: { zh: '通常', en: 'usually' },
}

export const unit: Terms<Days['unitApplied']> = {
  hour: { zh: '小时', en: 'hours' },
  workday: { zh: '工作日', en: 'working days' },
  day: { zh: '日', en: 'days' },
  month: { zh: '个月', en: 'months' },
  year: { zh: '年', en: 'years' },
}

export const startEvent: Terms<Days['startEvent']> = {
  received: { zh: '自收件起', en: 'from receipt' },
  applied: { zh: '自申请起', en: 'from application' },
  accepted: { zh: '自受理起', en: 'from acceptance' },
  decided: { zh: '自决定起', en: 'from the decision' },
  contractSigned: { zh: '自签订合同起', en: 'from the contract' },
  completed: { zh: '自完成起', en: 'from completion' },
  issued: { zh: '自发证起', en: 'from issue' },
  published: { zh: '自公告起', en: 'from publication' },
}

export const ends: Terms<NonNullable<Limit['ends']>> = {
  correctionNotice: { zh: '一次性告知补正', en: 'the notice of what to correct' },
  acceptance: { zh: '受理', en: 'acceptance' },
  decision: { zh: '作出决定', en: 'the decision' },
  delivery: { zh: '送达', en: 'delivery' },
  filing: { zh: '备案', en: 'the filing' },
}

export const edgeKind: Terms<Edge['kind']> = {
  hard: { zh: '法定', en: 'by law' },
  practice: { zh: '通行', en: 'practice' },
  soft: { zh: '建议', en: 'advice' },
}

export const track: Terms<'standard' | keyof Matter['tracks']> = {
  standard: { zh: '一般', en: 'standard' },
  tolerance: { zh: '容缺受理', en: 'tolerance' },
  commitment: { zh: '告知承诺', en: 'commitment' },
  preReview: { zh: '模拟审批', en: 'pre-review' },
  exempt: { zh: '区域评估免办', en: 'exempt by regional assessment' },
}

export const useMode: Terms<NonNullable<Matter['tracks']['exempt']>['useMode']> = {
  exempt: { zh: '免办', en: 'exempt' },
  simplified: { zh: '简化', en: 'simplified' },
  dataOnly: { zh: '只共享数据', en: 'data only' },
}

export const stage: readonly Text[] = [
  { zh: '拿地前', en: 'before the land' },
  { zh: '立项用地规划许可', en: 'project filing and land use' },
  { zh: '工程建设许可', en: 'engineering planning' },
  { zh: '施工许可', en: 'construction permit' },
  { zh: '竣工验收与投产', en: 'completion and production' },
  { zh: '设计与施工', en: 'design and works' },
]

const points: Terms<'begun' | 'submitted' | 'decided' | 'issued'> = {
  begun: { zh: '启动', en: 'begun' },
  submitted: { zh: '申报', en: 'submitted' },
  decided: { zh: '决定', en: 'decided' },
  issued: { zh: '办成', en: 'issued' },
}

/** A point in a matter's life; a step of its own by the step's id. */
export const pointName = (point: string): Text =>
  Object.hasOwn(points, point) ? points[point as keyof typeof points] : { zh: point.slice(5), en: point.slice(5) }
