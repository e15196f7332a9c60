import type { LandEventKind, Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

const happenings: Readonly<Record<LandEventKind, Text>> = {
  deal: { zh: '土地成交', en: 'the deal' },
  contract: { zh: '签订出让合同', en: 'the grant contract' },
  payment: { zh: '缴清价款与契税', en: 'payment of price and deed tax' },
  handover: { zh: '交付土地', en: 'the handover' },
  notWon: { zh: '未竞得土地', en: 'that the land was not won' },
}
const named = (value: unknown): Text => value as Text
const short = (hash: unknown): string => String(hash).slice(0, 8)

/** What happens about the land of a project, and to its pre-reviews. */
export const says: Says = {
  landRecorded: ({ kind, happened_on, reference, before, reason }) => {
    const what = happenings[kind as LandEventKind]
    const right = before !== null
    return {
      zh: `${right ? '改正' : '登记'}${what.zh}：${happened_on}，${reference}${right ? `，理由：${reason}` : ''}`,
      en: `${right ? 'put right' : 'recorded'} ${what.en}: ${happened_on}, ${reference}${right ? `; reason: ${reason}` : ''}`,
    }
  },
  landDayRehearsed: ({ ready, missing }) =>
    ready === true
      ? { zh: '演练拿地日：条件齐备', en: 'rehearsed the land day: everything is there' }
      : { zh: `演练拿地日：尚缺 ${missing} 项`, en: `rehearsed the land day: ${missing} missing` },
  landDayIssued: ({ issued, landOn }) => {
    const list = (issued ?? []) as readonly { readonly name: Text; readonly number: string }[]
    return {
      zh: `拿地日集中发证（${landOn} 拿地）：${list.map(({ name, number }) => `${name.zh} ${number}`).join('；')}`,
      en: `certificates issued on the land day (land on ${landOn}): ${list.map(({ name, number }) => `${name.en} ${number}`).join('; ')}`,
    }
  },
  preReviewRequested: ({ name, preReview }) => ({
    zh: `申请模拟审批：${named(name).zh}，编号 ${preReview}`,
    en: `pre-review requested: ${named(name).en}, as ${preReview}`,
  }),
  preReviewDrawingsReplaced: ({ name, drawingsSha256 }) => ({
    zh: `${named(name).zh}预审：更新图纸（${short(drawingsSha256)}…），此前意见不再有效`,
    en: `pre-review of ${named(name).en}: drawings replaced (${short(drawingsSha256)}…); opinions before no longer count`,
  }),
  preReviewOpinionGiven: ({ name, verdict, text, validUntilOn }) =>
    verdict === 'agrees'
      ? {
          zh: `${named(name).zh}预审同意${validUntilOn === null ? '' : `，有效至 ${validUntilOn}`}`,
          en: `pre-review of ${named(name).en}: agreed${validUntilOn === null ? '' : `, until ${validUntilOn}`}`,
        }
      : {
          zh: `${named(name).zh}预审要求修改：${text}`,
          en: `pre-review of ${named(name).en}: changes asked for: ${text}`,
        },
  preReviewDeemedSame: ({ name, reason }) => ({
    zh: `${named(name).zh}预审：认定图纸仅有非实质变更，理由：${reason}`,
    en: `pre-review of ${named(name).en}: the change of the drawings deemed insubstantial; reason: ${reason}`,
  }),
  preReviewConverted: ({ name, number }) => ({
    zh: `${named(name).zh}预审转为正式件：${number}`,
    en: `pre-review of ${named(name).en} became ${number}`,
  }),
  preReviewLapsed: ({ name, why }) =>
    why === 'expired'
      ? { zh: `${named(name).zh}预审到期失效`, en: `pre-review of ${named(name).en} expired` }
      : {
          zh: `${named(name).zh}预审终止：未竞得土地，意见作废`,
          en: `pre-review of ${named(name).en} ended: the land was not won`,
        },
}
