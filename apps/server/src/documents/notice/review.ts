import type { Text } from '@kaigong/contract'
import { limits } from './limits.ts'
import { type Bodies, eventOf, type Telling } from './telling.ts'
import { asWritten, days, facts, list, number, paragraph, written } from './words.ts'

type Kind = 'supplementNotice' | 'procedureNotice' | 'extensionNotice' | 'decision' | 'rejection'

/** From acceptance to the decision. */
export const review: Bodies<Kind> = {
  supplementNotice: (telling) => {
    const { itemNames } = eventOf(telling, 'supplementAsked')
    return {
      blocks: [
        paragraph(
          '你单位的申请已经受理。审查中发现下列材料需要补正：',
          'Your application has been accepted. The review found that these must be supplemented:',
        ),
        ...list(itemNames),
        paragraph(
          '补正期间审批期限暂停计算，自收到补正材料之次日起恢复。',
          'The time to decide stands meanwhile, and runs again from the day after they are received.',
        ),
      ],
      basis: [telling.terms.supplement],
      isSignedFor: true,
    }
  },
  procedureNotice: (telling) => {
    const { procedure, procedureName, workdays, clockEffect } = eventOf(telling, 'procedureStarted')
    const known = telling.terms.procedures.get(procedure)
    return {
      blocks: [
        paragraph('你单位的申请需要进行下列特别程序：', 'Your application needs a special procedure:'),
        facts(
          [{ zh: '程序', en: 'Procedure' }, procedureName ?? known?.name ?? asWritten(procedure)],
          [{ zh: '所需时间', en: 'Time needed' }, days({ value: workdays, unit: 'workday' })],
          [{ zh: '期限', en: 'Time to decide' }, EFFECTS[clockEffect]],
        ),
      ],
      basis: known ? [known.basis] : [],
      isSignedFor: true,
    }
  },
  extensionNotice: (telling) => {
    const { workdays, reason } = eventOf(telling, 'extended')
    const { clock, terms } = telling
    return {
      blocks: [
        paragraph(
          '因$0，本机关不能在规定期限内作出决定。经负责人批准，审批期限延长$1。',
          'The agency cannot decide in the time set, because: $0. With the approval of the head who is competent, the time is extended by $1.',
          asWritten(withoutStop(reason)),
          days({ value: workdays, unit: terms.extension?.unitApplied ?? 'workday' }),
        ),
        ...limits(clock),
      ],
      basis: terms.extension ? [terms.extension.basis] : [],
      promise: clock.promised?.basis,
      isSignedFor: true,
    }
  },
  decision: (telling) => {
    const { outcome, on, inspectionDueOn } = eventOf(telling, 'decided')
    const { after, clock, delivered, nameOf, terms } = telling
    const owed = 'tolerance' in after && after.tolerance ? after.tolerance : null
    return {
      blocks: [
        paragraph(
          outcome === 'passedWithTolerance'
            ? '经审查，你单位的申请符合法定条件，本机关决定准予许可；尚缺的容缺材料按承诺补齐。'
            : '经审查，你单位的申请符合法定条件、标准，本机关决定准予许可。',
          outcome === 'passedWithTolerance'
            ? 'The application meets the conditions of the law. The permit is granted; what was deferred is supplied as promised.'
            : 'The application meets the conditions and standards of the law. The permit is granted.',
        ),
        facts(
          [{ zh: '决定日期', en: 'Decided on' }, written(on)],
          [{ zh: '证件', en: 'Document' }, terms.matter.result],
          delivered === null ? null : [{ zh: '证件编号', en: 'Its number' }, asWritten(delivered)],
          clock.delivery && delivered === null
            ? [{ zh: '颁发送达', en: 'Delivered by' }, written(clock.delivery.dueOn)]
            : null,
          inspectionDueOn === null ? null : [{ zh: '承诺核查', en: 'Promise inspected by' }, written(inspectionDueOn)],
        ),
        ...(outcome === 'passedWithTolerance' && owed && owed.outstanding.length > 0
          ? [
              paragraph('请在$0前补齐：', 'To be supplied by $0:', written(owed.dueOn)),
              ...list(owed.outstanding.map(nameOf)),
            ]
          : []),
        ...lateness(telling),
      ],
      basis: [...(clock.delivery ? [clock.delivery.basis] : []), ...latenessBasis(telling)],
      isSignedFor: true,
    }
  },
  rejection: (telling) => ({
    blocks: [
      paragraph(
        '经审查，本机关决定对你单位的申请不予许可。理由：$0',
        'The agency has decided to reject your application. Reason: $0',
        asWritten(eventOf(telling, 'decided').reason ?? ''),
      ),
      ...lateness(telling),
    ],
    basis: latenessBasis(telling),
    remedy: true,
    isSignedFor: true,
  }),
}

const EFFECTS: Readonly<Record<'pause' | 'extend' | 'none', Text>> = {
  pause: { zh: '上述时间不计入审批期限', en: 'does not run meanwhile' },
  extend: { zh: '审批期限相应延长', en: 'is extended by it' },
  none: { zh: '审批期限照常计算', en: 'runs on' },
}

/** An overrun of the law's time is explained in public (优化营商环境条例 36). */
function lateness(telling: Telling) {
  const { lateWorkdays, overrunReason } = eventOf(telling, 'decided')
  return lateWorkdays > 0
    ? [
        paragraph(
          '本决定超过法定期限$0个工作日，原因：$1',
          'This decision came $0 working days after the limit of the law, because: $1',
          number(lateWorkdays),
          asWritten(overrunReason ?? ''),
        ),
      ]
    : []
}

const latenessBasis = (telling: Telling) =>
  eventOf(telling, 'decided').lateWorkdays > 0 ? [telling.cited('business-environment', '36', 'A')] : []

/** A reason that is put into the middle of a sentence. */
const withoutStop = (said: string): string => said.replace(/[。.；;]+$/u, '')
