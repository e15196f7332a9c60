import { addWorkdays, countWorkdays, type Day, isoDate, type WorkCalendar } from '@kaigong/calendar'
import type { Citation, Matter, Text } from '@kaigong/catalogue'
import { countThrough, merged, workdayAxis } from '../clock/count.ts'
import type { Allowance } from '../terms.ts'
import type { JointCommand, JointEvent, JointKind } from './jointEvent.ts'
import type { JointState } from './jointState.ts'

/** What a kind of joint handling needs before it can be summed up. */
export const JOINT_KINDS: Readonly<
  Record<
    JointKind,
    { readonly name: Text; readonly drawings: boolean; readonly survey: boolean; readonly visit: boolean }
  >
> = {
  review: { name: { zh: '联审联办', en: 'joint review' }, drawings: false, survey: false, visit: false },
  drawings: { name: { zh: '联合审图', en: 'joint drawing review' }, drawings: true, survey: false, visit: false },
  acceptance: { name: { zh: '联合验收', en: 'joint acceptance' }, drawings: true, survey: true, visit: true },
}

/** What joint handling is decided with. */
export type JointContext = {
  readonly today: Day
  readonly calendar: WorkCalendar
  /** 45 days and the 15 that the head of the government may add (行政许可法 42(2)), from `jointAllowance`. */
  readonly limit: Allowance
  readonly extension: Allowance
  /** Where the district lets silence count as consent, the document in which it says so; null where it does not. */
  readonly silenceRule: Citation | null
  readonly matter: (id: string) => Pick<Matter, 'nature' | 'name'> | undefined
  /** What people call an agency. */
  readonly agencyName: (id: string) => Text
}

export type JointRefusal = { readonly refused: JointCode; readonly says: Text; readonly basis: Citation | null }
type JointCode =
  | 'joint.wrongStage'
  | 'joint.nobodyAsked'
  | 'joint.askedTwice'
  | 'joint.dueTooLate'
  | 'joint.dueTooEarly'
  | 'joint.noDrawings'
  | 'joint.otherDrawings'
  | 'joint.notAsked'
  | 'joint.alreadySaid'
  | 'joint.conditionsMissing'
  | 'joint.notYetDue'
  | 'joint.silenceIsNoConsent'
  | 'joint.expressDecision'
  | 'joint.extension'
  | 'joint.oneVisit'
  | 'joint.notLead'
  | 'joint.opinionsMissing'
  | 'joint.objected'
  | 'joint.incomplete'
  | 'joint.beyondLimit'

const refuse = (refused: JointCode, zh: string, en: string, basis: Citation | null = null): JointRefusal => ({
  refused,
  says: { zh, en },
  basis,
})

type Open = Exclude<JointState, { stage: 'none' }>
type Naming = Pick<JointContext, 'agencyName'>

const namesOf = (agencies: readonly string[], { agencyName }: Naming): Text => ({
  zh: agencies.map((a) => agencyName(a).zh).join('、'),
  en: agencies.map((a) => agencyName(a).en).join(', '),
})

/** Decides a command on a joint review, drawing review or acceptance. */
export function decideJoint(
  state: JointState,
  command: JointCommand,
  context: JointContext,
): JointEvent | JointRefusal {
  if (command.type === 'open') {
    return state.stage === 'none'
      ? open(command, context)
      : refuse('joint.wrongStage', '已经发起过，不能再次发起。', 'It has been opened; it is not opened again.')
  }
  const needed = command.type === 'rectify' ? 'rectifying' : 'open'
  if (state.stage === 'none' || state.stage !== needed)
    return refuse(
      'joint.wrongStage',
      `当前${state.stage === 'rectifying' ? '正在整改' : state.stage === 'closed' ? '已有结论' : '尚未发起或未在整改'}，不能这样办理。请刷新后按现状办理。`,
      `It is ${state.stage === 'none' ? 'not open' : state.stage}; this cannot be done now. Reload and act on where it stands.`,
    )
  if (context.today < state.lastOn)
    return refuse('joint.wrongStage', '日期早于上一步。请核对。', 'The day lies before the step before it. Check it.')
  return decideOpen(state, command, context)
}

function decideOpen(
  state: Open,
  command: Exclude<JointCommand, { type: 'open' }>,
  context: JointContext,
): JointEvent | JointRefusal {
  const on = context.today
  switch (command.type) {
    case 'opine':
      return opine(state, command, context)
    case 'escalate':
    case 'takeSilenceForConsent':
      return silence(state, command, context)
    case 'extend':
      return extend(state, command, context)
    case 'replaceDrawings':
      return JOINT_KINDS[state.kind].drawings && command.drawingsSha256 !== state.drawingsSha256
        ? { type: 'jointDrawingsReplaced', on, drawingsSha256: command.drawingsSha256 }
        : refuse(
            'joint.noDrawings',
            '无需更换：图纸相同，或此类联办不审图纸。',
            'Nothing to replace: the same drawings, or none are reviewed here.',
          )
    case 'handInSurvey':
      return state.surveySha256 === null
        ? { type: 'surveyHandedIn', on, sha256: command.sha256 }
        : refuse(
            'joint.alreadySaid',
            '联合测绘成果已提交，各部门共用一份。',
            'The one survey is in; all agencies use it.',
          )
    case 'visit':
      return state.visitedOn === null
        ? { type: 'visited', on, agencies: command.agencies }
        : refuse(
            'joint.oneVisit',
            `已于 ${isoDate(state.visitedOn)} 统一踏勘，不再分别上门。`,
            `All visited on ${isoDate(state.visitedOn)}; nobody goes separately.`,
          )
    case 'askRectification':
      return askRectification(command, on)
    case 'rectify': {
      const left = state.outstanding.filter((item) => !command.items.includes(item))
      return left.length === 0
        ? { type: 'rectified', on, items: command.items }
        : refuse('joint.incomplete', `仍未整改：${left.join('、')}。`, `Still to be put right: ${left.join(', ')}.`)
    }
    case 'sumUp':
      return sumUp(state, command, context)
  }
}

function askRectification(
  { items, dueOn }: Extract<JointCommand, { type: 'askRectification' }>,
  on: Day,
): JointEvent | JointRefusal {
  if (items.length === 0)
    return refuse('joint.incomplete', '请逐项列出须整改的内容。', 'Name each thing that has to be put right.')
  if (dueOn < on)
    return refuse(
      'joint.dueTooEarly',
      `整改期限 ${isoDate(dueOn)} 早于今天。请改期。`,
      `It is to be put right by ${isoDate(dueOn)}, which is over. Give a later day.`,
    )
  return { type: 'rectificationAsked', on, items, dueOn }
}

function open(
  command: Extract<JointCommand, { type: 'open' }>,
  { today, calendar, limit, agencyName }: JointContext,
): JointEvent | JointRefusal {
  const { kind, lead, asked, drawingsSha256 } = command
  if (asked.length === 0)
    return refuse('joint.nobodyAsked', '没有列出参加部门。请选择。', 'No agency is asked. Choose them.')
  if (new Set(asked.map((a) => a.agency)).size < asked.length)
    return refuse('joint.askedTwice', '同一部门列了两次。请合并。', 'An agency is asked twice. Join the two.')
  if (JOINT_KINDS[kind].drawings && drawingsSha256 === null)
    return refuse('joint.noDrawings', '缺少统一的一套图纸。请上传。', 'The one set of drawings is missing. Upload it.')
  const limitOn = addWorkdays(calendar, today, limit.value)
  const late = asked.find((a) => a.dueOn > limitOn || a.dueOn < today)
  if (late !== undefined)
    return refuse(
      'joint.dueTooLate',
      `${agencyName(late.agency).zh}的反馈日 ${isoDate(late.dueOn)} 须在今天至法定上限 ${isoDate(limitOn)} 之间。请调整。`,
      `${agencyName(late.agency).en} is asked by ${isoDate(late.dueOn)}; it must be between today and the limit, ${isoDate(limitOn)}. Change it.`,
      limit.basis,
    )
  return { type: 'jointOpened', on: today, kind, lead, asked, drawingsSha256, limitOn }
}

function opine(
  state: Open,
  command: Extract<JointCommand, { type: 'opine' }>,
  { today: on, agencyName }: JointContext,
): JointEvent | JointRefusal {
  const { agency, verdict, conditions, drawingsSha256 } = command
  const name = agencyName(agency)
  const own = state.opinions.find((o) => o.agency === agency)
  if (own === undefined) return refuse('joint.notAsked', `没有征求${name.zh}的意见。`, `${name.en} was not asked.`)
  if (own.verdict !== null && own.verdict !== 'silent')
    return refuse(
      'joint.alreadySaid',
      `${name.zh}已反馈意见，不能再改。`,
      `${name.en} has spoken; what was said is not changed.`,
    )
  if (drawingsSha256 !== state.drawingsSha256)
    return refuse(
      'joint.otherDrawings',
      '意见所依据的图纸不是当前这一套。请审阅当前图纸。',
      'The opinion is on another set of drawings. Review the present one.',
    )
  if (verdict === 'agreesWithConditions' && conditions.length === 0)
    return refuse('joint.conditionsMissing', '附条件同意须写明条件。', 'Agreement with conditions names them.')
  if (verdict === 'objects' && conditions.length === 0)
    return refuse('joint.conditionsMissing', '不同意须写明理由。', 'An objection states its reasons.')
  return { type: 'opinionGiven', on, agency, verdict, conditions, drawingsSha256 }
}

/**
 * An agency that has not spoken by its day is escalated. Its silence counts as consent only where the district says so, and never where the
 * law demands an express decision: for a permit (行政许可) or a confirmation it does.
 */
function silence(
  state: Open,
  { type, agency }: Extract<JointCommand, { type: 'escalate' | 'takeSilenceForConsent' }>,
  { today, silenceRule, matter, agencyName }: JointContext,
): JointEvent | JointRefusal {
  const name = agencyName(agency)
  const own = state.opinions.find((o) => o.agency === agency)
  if (own === undefined) return refuse('joint.notAsked', `没有征求${name.zh}的意见。`, `${name.en} was not asked.`)
  if (own.verdict !== null) return refuse('joint.alreadySaid', `${name.zh}已反馈意见。`, `${name.en} has spoken.`)
  if (today <= own.dueOn)
    return refuse(
      'joint.notYetDue',
      `${name.zh}的反馈期限 ${isoDate(own.dueOn)} 未过。请等待或催办。`,
      `${name.en} may answer until ${isoDate(own.dueOn)}. Wait or remind.`,
    )
  if (type === 'escalate')
    return own.escalatedOn !== null
      ? refuse('joint.alreadySaid', `${name.zh}逾期未反馈已上报。`, `The silence of ${name.en} was escalated.`)
      : { type: 'silenceEscalated', on: today, agency }
  if (silenceRule === null)
    return refuse(
      'joint.silenceIsNoConsent',
      '本区没有规定逾期视为同意。请督促其反馈。',
      'The district does not take silence for consent. Press for an answer.',
    )
  const asked = matter(own.matter)
  const nature = asked?.nature
  if (nature === undefined || nature === 'permit' || nature === 'confirmation')
    return refuse(
      'joint.expressDecision',
      `${asked?.name.zh ?? own.matter}依法须明示决定，逾期不能视为同意。请督促其作出决定。`,
      `${asked?.name.en ?? own.matter} needs an express decision by law; silence is none. Press for it.`,
      silenceRule,
    )
  return { type: 'silenceTakenForConsent', on: today, agency }
}

function extend(
  state: Open,
  command: Extract<JointCommand, { type: 'extend' }>,
  context: JointContext,
): JointEvent | JointRefusal {
  const { workdays, approvedBy, by } = command
  const { extension, calendar, today } = context
  const no = (zh: string, en: string) => refuse('joint.extension', zh, en, extension.basis)
  if (by !== 'government')
    return no('联合办理的延长须经本级政府负责人批准。', 'Joint handling is extended by the head of the government.')
  if (state.isExtended) return no('已延长过一次。', 'It has been extended once.')
  if (!Number.isInteger(workdays) || workdays < 1 || workdays > extension.value)
    return no(`最多延长 ${extension.value} 个工作日。`, `At most ${extension.value} working days are added.`)
  const dueOn = jointDeadline(state, context)
  if (dueOn !== null && today > dueOn)
    return no(`上限 ${isoDate(dueOn)} 已过，不能再延长。`, `The limit ended on ${isoDate(dueOn)}.`)
  return { type: 'jointExtended', on: today, limitOn: addWorkdays(calendar, state.limitOn, workdays), approvedBy }
}

/** Last day to sum up, without the days of rectification; null while something is being put right. */
export function jointDeadline(state: Open, { calendar }: Pick<JointContext, 'calendar'>): Day | null {
  const axis = workdayAxis(calendar)
  const halts = merged(state.pauses.map((p) => ({ from: p.fromOn, to: p.untilOn ?? Number.POSITIVE_INFINITY })))
  const days = axis.count(state.openedOn, state.limitOn)
  return countThrough(axis, state.openedOn, state.openedOn, halts, days).end as Day | null
}

/** The lead agency sums up once all have spoken, in time; an objection stands in the way of passing. */
function sumUp(
  state: Open,
  command: Extract<JointCommand, { type: 'sumUp' }>,
  context: JointContext,
): JointEvent | JointRefusal {
  const { conclusion, agency } = command
  if (agency !== state.lead)
    return refuse(
      'joint.notLead',
      `由牵头部门${context.agencyName(state.lead).zh}汇总。`,
      `The lead agency, ${context.agencyName(state.lead).en}, sums up.`,
    )
  const silent = state.opinions.filter((o) => o.verdict === null).map((o) => o.agency)
  const unheard = namesOf(silent, context)
  if (silent.length > 0)
    return refuse(
      'joint.opinionsMissing',
      `尚未反馈：${unheard.zh}。请催办。`,
      `Not yet heard: ${unheard.en}. Remind them.`,
    )
  const missing = missingFor(state)
  if (missing !== undefined) return missing
  const objectors = state.opinions.filter((o) => o.verdict === 'objects').map((o) => o.agency)
  const against = namesOf(objectors, context)
  if (objectors.length > 0 && conclusion !== 'failed')
    return refuse(
      'joint.objected',
      `${against.zh}不同意。请整改后再报，或作不通过结论。`,
      `${against.en} objects. Have it put right, or conclude that it fails.`,
    )
  if ((conclusion === 'passedAfterRectification') !== state.rectified && conclusion !== 'failed')
    return refuse(
      'joint.incomplete',
      '结论与整改情况不符：整改过的为“整改后通过”。',
      'What was put right passes after rectification, what was not just passes.',
    )
  const dueOn = jointDeadline(state, context)
  const late = dueOn === null ? 0 : Math.max(0, countWorkdays(context.calendar, dueOn, context.today))
  const overrunReason = command.overrunReason?.trim() || null
  if (dueOn !== null && late > 0 && overrunReason === null)
    return refuse(
      'joint.beyondLimit',
      `联合办理上限 ${isoDate(dueOn)} 已过。请写明超期理由，该理由将公开。`,
      `The limit of joint handling ended on ${isoDate(dueOn)}. State the reason of the overrun; it will be public.`,
      context.limit.basis,
    )
  const conditions = state.opinions.flatMap((o) => o.conditions)
  const overrun = { lateWorkdays: late, overrunReason: late > 0 ? overrunReason : null }
  return { type: 'summedUp', on: context.today, conclusion, conditions, ...overrun }
}

function missingFor({ kind, surveySha256, visitedOn }: Open): JointRefusal | undefined {
  const needs = JOINT_KINDS[kind]
  if (needs.survey && surveySha256 === null)
    return refuse('joint.incomplete', '缺少联合测绘成果。请提交。', 'The one survey is missing. Hand it in.')
  if (needs.visit && visitedOn === null)
    return refuse('joint.incomplete', '尚未统一踏勘。请安排。', 'The one visit has not been made. Arrange it.')
  return undefined
}
