import { limits } from './limits.ts'
import { type Bodies, type Body, eventOf, type Telling } from './telling.ts'
import { asWritten, days, list, paragraph, text, written } from './words.ts'

type Kind =
  | 'correctionNotice'
  | 'acceptanceNotice'
  | 'toleranceNotice'
  | 'toleranceLetter'
  | 'notRequiredNotice'
  | 'refusalNotice'

/** Whether an application is taken up (行政许可法 32), with tolerance (domain 2.4) or on commitment (2.5). */
export const acceptance: Bodies<Kind> = {
  correctionNotice: (telling) => {
    const { itemNames } = eventOf(telling, 'correctionAsked')
    return {
      blocks: [
        paragraph(
          '经审查，你单位的申请材料不齐全或者不符合法定形式，现将需要补正的全部内容一次告知如下：',
          'Your application lacks papers or they are not in the form that the law asks for. This is everything that must be corrected; you will not be asked a second time:',
        ),
        ...list(itemNames),
        paragraph(
          '请补正后交本机关。本机关收到补正材料后依法作出是否受理的决定。',
          'Hand the corrections in to the agency. Once they are there it decides whether to accept.',
        ),
      ],
      basis: [telling.terms.notice.basis],
      isSignedFor: true,
    }
  },
  acceptanceNotice: (telling) => {
    const accepted = eventOf(telling, 'accepted')
    const { clock, terms } = telling
    const asOf = written(accepted.asOfOn)
    return {
      blocks: [
        accepted.byLapse
          ? paragraph(
              '本机关未在法定期限内告知补正，你单位的申请自收到材料之日即$0起视为受理。',
              'No notice of corrections came in time: your application counts as accepted as of its receipt on $0.',
              asOf,
            )
          : paragraph(
              accepted.track === 'commitment'
                ? '你单位已提交《告知承诺书》，本机关自$0起以告知承诺方式受理。'
                : '经审查，你单位的申请材料齐全、符合法定形式，本机关决定自$0起予以受理。',
              accepted.track === 'commitment'
                ? 'On your letter of commitment the agency accepts the application as of $0.'
                : 'The papers are complete and in the form that the law asks for. The agency accepts the application as of $0.',
              asOf,
            ),
        ...limits(clock),
        accepted.track === 'commitment' ? promised(telling) : COUNTED,
      ],
      basis: [
        ...(clock.statutory ? [clock.statutory.basis] : []),
        ...(accepted.byLapse ? [terms.lapse] : []),
        accepted.track === 'commitment' ? terms.creditRule : telling.cited('administrative-permit', '45', 'A'),
      ],
      promise: clock.promised?.basis,
    }
  },
  toleranceNotice: (telling) => {
    const accepted = eventOf(telling, 'accepted')
    const { clock, terms, itemNames } = { ...telling, itemNames: accepted.itemNames }
    const { deferredDueOn } = accepted
    return {
      blocks: [
        paragraph(
          '你单位申请的主件齐全、符合法定条件，并已提交《容缺受理承诺书》，本机关自$0起予以容缺受理。下列材料可以后补：',
          'The essential papers are there and the conditions of the law are met; on your letter of promise the agency accepts the application with tolerance as of $0. These may follow:',
          written(accepted.asOfOn),
        ),
        ...list(itemNames),
        ...(deferredDueOn === null
          ? []
          : [
              paragraph(
                '请在$0前补齐原件或与原件一致的电子件，补齐日以送达本机关之日为准。',
                'Supply originals, or electronic copies that agree with them, by $0; the day on which they reach the agency counts.',
                written(deferredDueOn),
              ),
            ]),
        ...consequences(telling),
        ...limits(clock),
      ],
      basis: [terms.tolerance.limit, terms.tolerance.pause.basis],
      promise: clock.promised?.basis,
      isSignedFor: true,
      notes: [
        text('本通知书一式两份，申请人与本机关各存一份。', 'Two copies: one for the applicant, one for the agency.'),
      ],
    }
  },
  toleranceLetter: (telling) => letterOfPromise(telling),
  notRequiredNotice: (telling) => ({
    blocks: [
      paragraph(
        '你单位申请的事项依法不需要取得行政许可，本机关不予受理。理由：$0',
        'What you apply for needs no permit by law, so the application is not taken up. Reason: $0',
        asWritten(eventOf(telling, 'notAccepted').reason),
      ),
    ],
  }),
  refusalNotice: (telling) => ({
    blocks: [
      paragraph(
        '经审查，本机关决定对你单位的申请不予受理。理由：$0',
        'The agency has decided not to accept your application. Reason: $0',
        asWritten(eventOf(telling, 'acceptanceRefused').reason),
      ),
      paragraph(
        '申请事项依法不属于本机关职权范围的，请向有关行政机关申请。',
        'Where the matter is not within the powers of this agency, please apply to the one that has them.',
      ),
    ],
    remedy: true,
    isSignedFor: true,
  }),
}

const COUNTED = paragraph(
  '听证、检验、检测、鉴定、专家评审等依法不计入上述期限，所需时间另行书面告知。',
  'Hearings, inspections, tests, appraisals and expert reviews are not counted in these limits; how long they take is told in writing.',
)

const promised = ({ terms }: Telling) =>
  paragraph(
    '本机关将在作出决定后$0内核查承诺内容；承诺不实的，撤销决定并记入信用记录。',
    'The agency inspects what was promised within $0 of the decision; if it proves untrue the decision is revoked and recorded against your credit.',
    terms.commitment === null
      ? { zh: '规定期限', en: 'the time that the rules set' }
      : days({ value: terms.commitment.inspection.value, unit: terms.commitment.inspection.unitApplied }),
  )

const consequences = ({ terms }: Telling) => {
  const pause = days({ value: terms.tolerance.pause.value, unit: terms.tolerance.pause.unitApplied })
  return [
    paragraph(
      '逾期未补齐的，暂停办理；暂停后$0内补齐的恢复办理。仍未补齐或者补正不合格的，终止办理并退件，损失由申请人自行承担。',
      'If they are late the case is paused, and goes on if they come within $0 after that. If they still do not come, or will not do, the case ends and is returned; the applicant bears the loss.',
      pause,
    ),
  ]
}

/** What the applicant promises: as it was accepted, or, while it is only applied for, as a form with the day left open. */
function letterOfPromise(telling: Telling): Body {
  const { event, after, nameOf, terms } = telling
  const agreed = event.type === 'accepted' ? event : null
  const missing = agreed?.deferred ?? after.required.deferrable.filter((id) => !after.handedIn.includes(id))
  const dueOn = agreed?.deferredDueOn ?? null
  return {
    blocks: [
      paragraph(
        '我单位申请办理上述事项，主件已经齐全，下列材料暂缺：',
        'We apply for the above. The essential papers are there; these are missing for now:',
      ),
      ...list(missing.map(nameOf)),
      paragraph(
        dueOn === null
          ? '我单位承诺于　　　　年　　月　　日前补齐上述材料，并对其真实性负责。'
          : '我单位承诺于$0前补齐上述材料，并对其真实性负责。',
        dueOn === null
          ? 'We promise to supply them by ____________ and answer for their truth.'
          : 'We promise to supply them by $0 and answer for their truth.',
        ...(dueOn === null ? [] : [written(dueOn)]),
      ),
      paragraph(
        '我单位知晓：逾期未补齐的暂停办理，暂停后$0内仍未补齐或者补正不合格的，终止办理并退件，由此造成的损失由我单位自行承担。不愿承诺的，可以按一般程序办理。',
        'We know that the case is paused if they are late; that it ends and is returned if they have not come within $0 after that or will not do, the loss being ours; and that whoever does not wish to promise may take the standard track.',
        days({ value: terms.tolerance.pause.value, unit: terms.tolerance.pause.unitApplied }),
      ),
    ],
    basis: [terms.tolerance.limit, terms.tolerance.pause.basis, terms.creditRule],
    notes: [
      text(
        '委托他人办理的，附授权委托书；实质承诺不得由帮办人员代签。',
        'Add the power of attorney if somebody applies for you; helpers may not sign a promise of substance.',
      ),
    ],
  }
}
