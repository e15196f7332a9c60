import { JOINT_KINDS } from '@kaigong/casework'
import type { JointConclusion, JointVerdict, Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

export const VERDICT_NAMES: Readonly<Record<JointVerdict, Text>> = {
  agrees: { zh: '同意', en: 'agrees' },
  agreesWithConditions: { zh: '附条件同意', en: 'agrees with conditions' },
  objects: { zh: '不同意', en: 'objects' },
  silent: { zh: '逾期视为同意', en: 'agrees by silence' },
}

const CONCLUSION_NAMES: Readonly<Record<JointConclusion, Text>> = {
  passed: { zh: '通过', en: 'passed' },
  passedAfterRectification: { zh: '整改后通过', en: 'passed after rectification' },
  failed: { zh: '不通过', en: 'not passed' },
}

const listed = (value: unknown): Text => {
  const items = (value ?? []) as readonly string[]
  return { zh: items.join('；'), en: items.join('; ') }
}
const named = (value: unknown): Text => {
  const names = (value ?? []) as readonly Text[]
  return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') }
}
const tail = (value: unknown): Text => {
  const { zh, en } = listed(value)
  return { zh: zh && `：${zh}`, en: en && `: ${en}` }
}

/** What happens to a joint handling, told on its own page. */
export const saysOfOne: Says = {
  jointOpened: ({ jointNumber, kind, agencyNames, limitOn }) => {
    const { name } = JOINT_KINDS[kind as keyof typeof JOINT_KINDS]
    const asked = named(agencyNames)
    return {
      zh: `发起${name.zh}（${jointNumber}），征求：${asked.zh}；汇总期限 ${limitOn}`,
      en: `${name.en} ${jointNumber} was opened, asking ${asked.en}; to be summed up by ${limitOn}`,
    }
  },
  jointOpinionGiven: ({ agencyNames, verdict, conditions }) => {
    const [who, said, rest] = [named(agencyNames), VERDICT_NAMES[verdict as JointVerdict], tail(conditions)]
    return { zh: `${who.zh}${said.zh}${rest.zh}`, en: `${who.en} ${said.en}${rest.en}` }
  },
  jointSilenceEscalated: ({ agencyNames }) => ({
    zh: `${named(agencyNames).zh}逾期未反馈，已上报`,
    en: `${named(agencyNames).en} said nothing in time: escalated`,
  }),
  jointSilenceTakenForConsent: ({ agencyNames }) => ({
    zh: `${named(agencyNames).zh}逾期未反馈，按本区规定视为同意`,
    en: `${named(agencyNames).en} said nothing in time and by the district’s rule counts as agreeing`,
  }),
  jointExtended: ({ limitOn, approvedBy }) => ({
    zh: `经本级政府负责人批准（${approvedBy}）延长至 ${limitOn}`,
    en: `extended to ${limitOn} on approval of the head of the government (${approvedBy})`,
  }),
  jointDrawingsReplaced: () => ({
    zh: '更换图纸，各部门重新审查',
    en: 'the drawings were replaced: all look again',
  }),
  jointSurveyHandedIn: () => ({ zh: '提交联合测绘成果', en: 'the one survey was handed in' }),
  jointVisited: ({ agencyNames }) => ({
    zh: `统一踏勘：${named(agencyNames).zh}`,
    en: `visited together: ${named(agencyNames).en}`,
  }),
  jointRectificationAsked: ({ items, dueOn }) => ({
    zh: `要求 ${dueOn} 前整改${tail(items).zh}`,
    en: `to be put right by ${dueOn}${tail(items).en}`,
  }),
  jointRectified: ({ items }) => ({ zh: `已整改${tail(items).zh}`, en: `put right${tail(items).en}` }),
  jointSummedUp: ({ conclusion, conditions, lateWorkdays, overrunReason }) => {
    const [said, rest] = [CONCLUSION_NAMES[conclusion as JointConclusion], tail(conditions)]
    const isLate = Number(lateWorkdays) > 0
    return {
      zh: `汇总结论：${said.zh}${rest.zh}${isLate ? `；超期 ${lateWorkdays} 个工作日：${overrunReason}` : ''}`,
      en: `summed up: ${said.en}${rest.en}${isLate ? `; ${lateWorkdays} working days late: ${overrunReason}` : ''}`,
    }
  },
}

/** The same in the trail, where several run side by side: each sentence begins with what it is about. */
export const says: Says = Object.fromEntries(
  Object.entries(saysOfOne).map(([type, say]) => [
    type,
    (data) => {
      const [{ zh, en }, kind] = [say(data), data.kindName as Text]
      return { zh: `${kind.zh} ${data.jointNumber}：${zh}`, en: `${kind.en} ${data.jointNumber}: ${en}` }
    },
  ]),
)
