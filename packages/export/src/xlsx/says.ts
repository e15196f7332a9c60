import type { Text } from '../words.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

/** The words of the workbook that do not come from the plan and that the page does not have. */
export const says = {
  workbook: (project: Text) => text(`${project.zh} · 审批方案`, `Approval plan · ${project.en}`),
  overview: text('总览', 'Overview'),
  matters: text('审批事项一览', 'Matters'),
  steps: text('环节计划', 'Steps'),
  materials: text('材料清单', 'Materials'),
  open: text('不适用与待定', 'Not applicable and open'),
  notes: text('填表说明', 'How to read this workbook'),
  subtitle: (project: string, asOf: string, unit: string) =>
    text(`${project}　截至 ${asOf}　${unit}`, `${project} · as of ${asOf} · ${unit}`),
  unitDays: text('时间：北京时间；机动以工作日计', 'Beijing time; slack in working days'),
  footer: (district: string, asOf: string) => ({
    left: text(`制表：${district}`, district),
    middle: text('第 &P 页，共 &N 页', 'Page &P of &N'),
    right: text(`截至 ${asOf}`, `As of ${asOf}`),
  }),

  name: text('项目名称', 'Project'),
  yes: text('是', 'yes'),
  gateName: (gate: string, name: string) => text(`${gate} ${name}`, `${gate} ${name}`),
  needs: text('须先具备', 'Needs first'),
  meets: text('可满足', 'meets it'),
  fails: text('仍不满足', 'still not met'),
  landEvent: (basis: string, day: string, how: string) => text(`${basis} ${day}（${how}）`, `${basis} ${day} (${how})`),
  core: text('四证', 'Core'),
  split: (title: string, count: string, workdays: string) =>
    text(`${title}（${count}：${workdays} 个工作日）`, `${title} (${count}: ${workdays} working days)`),

  code: text('编号', 'Code'),
  stage: text('阶段', 'Stage'),
  leadAgency: text('牵头部门', 'Lead agency'),
  plannedGroup: text('计划日期', 'Planned dates'),
  accepted: text('计划受理', 'Acceptance'),
  decided: text('计划办结', 'Decision'),
  limitGroup: text('时限', 'Limit'),
  promisedLimit: text('计划（承诺）', 'Planned (promised)'),
  lastDay: (limit: string, day: string) => text(`${limit}（最晚 ${day}）`, `${limit} (at worst ${day})`),
  atOnce: text('承诺后当场决定', 'decided at once on commitment'),

  responsible: text('责任主体', 'Responsible'),
  start: text('开始', 'Start'),
  finish: text('完成', 'Finish'),
  slack: text('机动（工作日）', 'Slack (working days)'),
  state: text('状态', 'State'),
  why: text('制约原因', 'What holds it back'),
  lengthBasis: text('用时依据', 'Basis of the length'),

  necessity: text('★主件△可容缺', '★ essential △ may follow'),
  from: text('谁提供', 'Who provides it'),
  way: text('提交方式', 'How'),
  toBring: text('随申请提交', 'handed in'),
  shared: text('共享调取', 'fetched by the offices'),
  issuedBy: text('出自', 'Comes from'),
  lastDayToHandIn: text('最迟提交日', 'Needed by'),

  item: text('项目', 'Item'),
  meaning: text('说明', 'Meaning'),
} as const

/** Who provides a material, as the catalogue names them. */
export const providers: Readonly<Record<string, Text>> = {
  enterprise: text('企业', 'Company'),
  designer: text('设计单位', 'Designer'),
  intermediary: text('中介机构', 'Intermediary'),
  contractor: text('施工单位', 'Contractor'),
  government: text('政府部门', 'Government'),
  utility: text('公用企业', 'Utility'),
}

/** What the sheet of notes explains, apart from the letters of confidence. */
export const explained: readonly (readonly [Text, Text])[] = [
  [
    text('日期', 'Dates'),
    text(
      '日期均为真实日期单元格，可排序、筛选、计算；只有不在上班开始、下班结束时的环节才写钟点。计划日期不是承诺，以审批部门的受理凭证和决定为准。',
      'Dates are real date cells to sort, filter and reckon with; an hour is given only where a step does not begin or end with the office day. Planned dates are no promise: receipts and decisions of the authorities prevail.',
    ),
  ],
  [
    text('时限', 'Limits'),
    text(
      '“计划（承诺）”是排方案所用的时限：先用本区承诺，没有承诺用他地样本，都没有用法定时限。“法定”是法律允许的最长时间，括号内是按最长时间办理的末日。',
      '"Planned (promised)" is what the plan reckons with: the promise of this district, else a sample from elsewhere, else the law. "By law" is the longest that the law allows, with the last day that it would lead to.',
    ),
  ],
  [
    text('办理方式', 'Track'),
    text(
      '一般：材料齐全后受理；容缺受理：△材料可在决定前补齐；告知承诺：承诺后当场决定，事后核查；模拟审批：拿地前审查，拿地后核对转正式；区域评估免办：区域评估已覆盖，不再单独办理。',
      'Standard: accepted once everything is there. Tolerance: △ materials may follow until the decision. Commitment: decided at once, inspected later. Pre-review: reviewed before the land, converted after it. Exempt: covered by a regional assessment.',
    ),
  ],
  [
    text('最迟开始、机动', 'Latest start, slack'),
    text(
      '晚于最迟开始的日期，开工或投产随之推迟。机动是可以推迟而不影响目标的工作日数；◆ 表示关键环节，一天也不能推迟。',
      'Later than the latest start, construction or production is put off. Slack is how many working days a step can slip; ◆ marks a critical step, which cannot slip at all.',
    ),
  ],
  [
    text('材料', 'Materials'),
    text(
      '★ 主件，不可容缺；△ 可容缺，承诺后补。“最迟提交日”是按本方案最晚可以提交的一天。注明“共享调取”的由部门自行调取，不用提交。',
      '★ essential; △ may follow on a commitment. "Needed by" is the last day under this plan. What is "fetched by the offices" need not be handed in.',
    ),
  ],
  [
    text('可信度', 'Confidence'),
    text(
      '一行有多处依据时，取其中最弱的一个。各字母的含义见下。',
      'Where a line rests on several statements, the mark of the weakest. What the letters mean stands below.',
    ),
  ],
  [
    text('状态', 'State'),
    text(
      '已办结：日期为事实；暂定：所在年份的放假安排尚未公布，周末之外暂按工作日计；预排：因有事实不明，按适用安排，见“不适用与待定”。',
      'Done: the dates are facts. Provisional: the days off of that year are not published, so weekdays count as working days for now. Assumed: planned because a fact is unknown, see "Not applicable and open".',
    ),
  ],
]
