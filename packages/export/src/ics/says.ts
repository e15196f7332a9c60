import type { Text } from '../words.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** The sentences of the calendar file that do not come from the plan. */
export const says = {
  calendar: (project: Text) => text(`${project.zh} · 审批节点`, `${project.en} · approval dates`),
  calendarAbout: (asOf: string) =>
    text(
      `审批方案的节点和期限，截至 ${asOf}。计划日期不是承诺；以审批部门的受理凭证和决定为准。`,
      `Dates and deadlines of an approval plan as of ${asOf}. They are no promise; receipts and decisions of the authorities prevail.`,
    ),
  land: (basis: Text) => text(`拿地日（${basis.zh}）`, `Land day (${basis.en})`),
  landGiven: text('由项目给定', 'given by the project'),
  landComputed: text('由系统推算', 'computed'),
  certificate: (name: string) => text(`发证：${name}`, `Issued: ${name}`),
  workdaysFromLand: (n: number) =>
    n === 0 ? text('拿地当日', 'On land day') : text(`拿地后第 ${n} 个工作日`, `Working day ${n} after land day`),
  gate: (gate: string, name: string) => text(`${gate} ${name}`, `${gate} ${name}`),
  gateNeeds: text('须先具备：', 'Needs first:'),
  decision: (matter: string) => text(`办结：${matter}`, `Decided: ${matter}`),
  statutory: text('法定时限：', 'Limit by law: '),
  lastDay: (day: string) => text(`最晚 ${day}`, `at worst ${day}`),
  planned: text('计划时限：', 'Planned: '),
  result: text('结果文件：', 'Result: '),
  handledBy: text('承办：', 'Handled by: '),
  track: text('办理方式：', 'Track: '),
  basis: text('依据：', 'Basis: '),
  materials: (n: number) => text(`材料最迟提交：${n} 件`, `Last day for materials: ${n}`),
  latestStart: (step: string) => text(`最迟开始：${step}`, `Start at the latest: ${step}`),
  latestStartWhy: text('晚于这一天，开工或投产随之推迟。', 'Any later, and construction or production is put off.'),
  done: text('已办结', 'Done'),
  provisional: text('暂定：', 'Provisional: '),
  assumed: text('因事实不明而预排：', 'Assumed, as a fact is unknown: '),
} as const
