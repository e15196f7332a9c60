import { stageNames } from '@kaigong/catalogue'
import type { Text } from '@kaigong/contract'
import type { Plan, PlanMatter } from '@kaigong/planner'
import { days, writtenDay } from '../notice/words.ts'
import type { GuideMatter, GuideSheet } from './guide.ts'

type Lang = 'zh' | 'en'
type About = { readonly no: number; readonly isAdopted: boolean; readonly synthetic: boolean }

/** The works themselves (勘察、设计、施工) are no service of an agency. */
const WORKS_STAGE = 5

/**
 * The guide of one project (全流程标准化服务指南): its matters by stage in the order in which its plan has them handed in, each with agency, limits of
 * the law and as promised, what to hand in, and how sure all that is. It says what the plan says, and computes nothing of its own.
 */
export function guideOf(plan: Plan, { no, isAdopted, synthetic }: About, lang: Lang): GuideSheet {
  const say = (text: Text): string => text[lang]
  const word = (zh: string, en: string): string => say({ zh, en })
  const day = (iso: string | null): string => (iso === null ? word('未定', 'open') : say(writtenDay(iso.slice(0, 10))))
  const stages = [...new Set(plan.matters.map(({ stage }) => stage))].filter((s) => s !== WORKS_STAGE).sort()
  const start = plan.gates.find(({ gate }) => gate === 'G1')?.date ?? null
  return {
    lang,
    title: `${say(plan.project.name)} ${word('全流程标准化服务指南', 'service guide')}`,
    dated: plan.asOf,
    watermark: synthetic ? word('演示样张', 'SAMPLE') : '',
    notes: [
      ...(synthetic
        ? [word('本指南由演示数据生成，没有法律效力。', 'Made from demonstration data; it has no legal effect.')]
        : []),
      word(
        `依据事项目录 ${plan.rests.edition}（法规核对至 ${plan.rests.lawCheckedThrough}，放假安排公布至 ${plan.rests.calendarThrough}），由审批方案第 ${no} 版${isAdopted ? '' : '（尚未采用）'}生成。日期随方案变动，以现行方案为准。`,
        `Rests on catalogue ${plan.rests.edition} (law checked through ${plan.rests.lawCheckedThrough}, days off published through ${plan.rests.calendarThrough}) and on version ${no} of the plan${isAdopted ? '' : ', which is not adopted'}. Dates move with the plan.`,
      ),
      word(
        '指南式样未核实（GK）。可信程度：A 原文，B 转述，C 推得，GK 未核实。',
        'The form is unverified (GK). A: the text itself, B: reported, C: inferred, GK: unverified.',
      ),
    ],
    heading: say(plan.project.name),
    subheading: word('全流程标准化服务指南', 'Service guide'),
    facts: [
      [word('项目单位', 'Company'), plan.project.enterprise ? say(plan.project.enterprise) : '—'],
      [word('项目代码', 'Project code'), plan.project.code ?? '—'],
      [word('所在地区', 'District'), say(plan.district.name)],
      [word('拿地', 'Land'), `${say(plan.land.basisName)} ${day(plan.land.day)}`],
      [word('可开工', 'Construction may start'), day(start)],
    ],
    legend: word(
      '★ 主件，受理时须有；△ 可容缺，决定前补齐；○ 部门共享调取，不用提交。材料后为最迟提交日和可信程度。',
      '★ must be there at acceptance; △ may follow until the decision; ○ agencies fetch it themselves. Behind each: the last day for it and how sure it is.',
    ),
    stages: stages.map((stage) => ({
      name: capital(say(stageNames[stage] ?? { zh: `第 ${stage} 阶段`, en: `Stage ${stage}` })),
      matters: plan.matters
        .filter((matter) => matter.stage === stage)
        .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
        .map((matter) => matterOf(matter, lang)),
    })),
    words: {
      matter: word('事项', 'Matter'),
      handling: word('部门、时限、结果', 'Agency, limits, result'),
      materials: word('材料', 'Materials'),
    },
  }
}

/** By when it is handed in, then by its number; what is exempt stands last. */
const orderOf = ({ submitted, id }: PlanMatter): string => `${submitted ?? '9999'} ${id}`

function matterOf(matter: PlanMatter, lang: Lang): GuideMatter {
  const word = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  const { planned, statutory } = matter.limit
  const when = (moment: string | null) => moment?.slice(0, 10) ?? '—'
  return {
    id: matter.id,
    name: `${matter.name[lang]}${matter.variant ? `（${matter.variant.name[lang]}）` : ''}${matter.verdict === 'assumed' ? word('（待定）', ' (undetermined)') : ''}`,
    agency: matter.agencyName[lang],
    track: TRACKS[matter.track][lang],
    limits: [
      { label: word('法定', 'By law'), text: `${statutory.text[lang]} ${statutory.basis.confidence}` },
      ...(planned
        ? [
            {
              label: LIMITS[planned.from]?.[lang] ?? word('计划', 'Planned'),
              text: `${days({ value: planned.value, unit: planned.unitApplied })[lang]} ${planned.basis.confidence}`,
            },
          ]
        : []),
    ],
    dates: matter.exemption
      ? word(
          `区域评估免办，批准文号 ${matter.exemption.approvalNo}`,
          `exempt by regional assessment ${matter.exemption.approvalNo}`,
        )
      : `${when(matter.submitted)} → ${when(matter.issued)}`,
    result: matter.result[lang],
    basis: matter.citations.map(({ text, confidence }) => `${text[lang]} ${confidence}`).join(word('；', '; ')),
    materials: matter.materials.map(({ name, necessity, shared, neededBy, basis }) => ({
      mark: shared ? '○' : necessity === 'essential' ? '★' : '△',
      name: name[lang],
      neededBy: shared ? '' : neededBy,
      confidence: basis.confidence,
    })),
  }
}

const TRACKS: Readonly<Record<PlanMatter['track'], Text>> = {
  standard: { zh: '一般', en: 'standard' },
  tolerance: { zh: '容缺受理', en: 'tolerance' },
  commitment: { zh: '告知承诺', en: 'commitment' },
  preReview: { zh: '模拟审批', en: 'pre-review' },
  exempt: { zh: '区域评估免办', en: 'exempt' },
}

/** Whose word the planned limit is. */
const LIMITS: Readonly<Record<string, Text>> = {
  promised: { zh: '承诺', en: 'Promised' },
  sample: { zh: '外地样本', en: 'Sample from elsewhere' },
  statutory: { zh: '计划（按法定）', en: 'Planned (as the law)' },
}

const capital = (said: string): string => said.slice(0, 1).toUpperCase() + said.slice(1)
