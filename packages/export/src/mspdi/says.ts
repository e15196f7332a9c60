import type { Text } from '../words.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** The words of the project file that do not come from the plan. */
export const says = {
  subject: (asOf: string) => text(`审批方案，截至 ${asOf}`, `Approval plan as of ${asOf}`),
  milestones: text('闸门与发证', 'Gates and certificates'),
  gate: (gate: string, name: string) => text(`${gate} ${name}`, `${gate} ${name}`),
  certificate: (name: string) => text(`发证：${name}`, `Issued: ${name}`),
  needs: text('须先具备：', 'Needs first:'),
  exempt: text('区域评估免办，无环节：', 'Exempt by regional assessment, without steps: '),
  statutory: text('法定时限：', 'Limit by law: '),
  track: text('办理方式：', 'Track: '),
  result: text('结果文件：', 'Result: '),
  basis: text('依据：', 'Basis: '),
  length: text('用时：', 'Length: '),
  why: text('为什么不能更早：', 'What holds it back:'),
  latestStart: text('最迟开始：', 'Latest start: '),
  written: text('方案所载起止：', 'In the plan: '),
  provisional: text('暂定：', 'Provisional: '),
  assumed: text('因事实不明而预排', 'Assumed, as a fact is unknown'),
  done: text('已办结，日期为事实', 'Done; the dates are facts'),
  units: text(
    '最大单位为本方案同时占用的审查员数，不是该部门的审查力量。',
    'The maximum is what this plan takes at a time, not the capacity of the office.',
  ),
  office: text('机关工作日', 'Office week'),
  design: text('设计单位工作日', "Designers' week"),
  site: text('工地工作日', 'Site week'),
  everyday: text('自然日', 'Every day'),
  dayOff: text('放假', 'Day off'),
  worked: text('调休上班', 'Worked in exchange'),
} as const
