import type { Text } from '@kaigong/contract'
import { type Bodies, eventOf } from './telling.ts'
import { asWritten, paragraph } from './words.ts'

type Kind = 'returnNotice' | 'recallDecision' | 'revocationDecision'

/** What ends a case without a document in force, or takes one back. */
export const endings: Bodies<Kind> = {
  returnNotice: (telling) => {
    const { reason } = eventOf(telling, 'returned')
    const { terms } = telling
    return {
      blocks: [
        paragraph(
          '你单位以容缺方式申请，$0。本机关终止办理并退件，由此造成的损失由申请人自行承担；未履行承诺的情况记入信用记录。',
          'You applied with tolerance; $0. The case ends and the application is returned; the applicant bears the loss, and the broken promise is recorded.',
          reason === 'tooLate'
            ? { zh: '承诺后补的材料逾期未补齐', en: 'what was to follow has not come in time' }
            : { zh: '补正的材料不符合要求', en: 'what came will not do' },
        ),
        paragraph('材料齐全后可以重新申请。', 'You may apply again once the papers are complete.'),
      ],
      basis: [terms.tolerance.limit, terms.tolerance.pause.basis, terms.creditRule],
      remedy: true,
      isSignedFor: true,
    }
  },
  recallDecision: (telling) => ({
    blocks: [
      paragraph(
        '本机关决定撤回已准予你单位的上述许可。理由：$0',
        'The agency recalls the permit that was granted to you. Reason: $0',
        asWritten(eventOf(telling, 'recalled').reason),
      ),
    ],
    remedy: true,
    isSignedFor: true,
  }),
  revocationDecision: (telling) => {
    const { ground } = eventOf(telling, 'revoked')
    return {
      blocks: [
        paragraph(
          '经查，$0。本机关决定撤销已准予你单位的上述许可。',
          '$0. The agency revokes the permit that was granted to you.',
          GROUNDS[ground],
        ),
        ...(ground === 'commitmentUntrue'
          ? [
              paragraph(
                '承诺不实的情况记入申请人信用记录；修复前不适用告知承诺和容缺受理。',
                'The untrue commitment is recorded against the applicant’s credit; until that is repaired neither commitment nor tolerance is open.',
              ),
            ]
          : []),
      ],
      basis: ground === 'commitmentUntrue' ? [telling.terms.creditRule] : [],
      remedy: true,
      isSignedFor: true,
    }
  },
}

const GROUNDS: Readonly<Record<'commitmentUntrue' | 'obtainedByDeceit' | 'unlawfullyGranted', Text>> = {
  commitmentUntrue: {
    zh: '你单位在申请时所作的承诺与事实不符',
    en: 'What you promised when you applied proved untrue',
  },
  obtainedByDeceit: { zh: '该许可系以欺骗手段取得', en: 'The permit was obtained by deceit' },
  unlawfullyGranted: { zh: '该许可系违法准予', en: 'The permit was granted unlawfully' },
}
