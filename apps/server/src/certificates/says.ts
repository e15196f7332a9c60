import type { Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'

const kindOf = (value: unknown): Text => value as Text

const ended =
  (zh: string, en: string): Says[string] =>
  ({ kind, number, reason }) => ({
    zh: `${zh}《${kindOf(kind).zh}》${number}，理由：${reason}`,
    en: `${kindOf(kind).en} ${number} ${en}; reason: ${reason}`,
  })

/** What happens to certificates. */
export const says: Says = {
  certificateIssued: ({ kind, number, replaces, conversion }) => {
    const how = replaces !== null ? '（替换前证）' : conversion !== null ? '（拿地日集中发证）' : ''
    const howEn = replaces !== null ? ' in place of an earlier one' : conversion !== null ? ' on the land day' : ''
    return {
      zh: `颁发《${kindOf(kind).zh}》${number}${how}`,
      en: `${kindOf(kind).en} ${number} issued${howEn}`,
    }
  },
  certificateCorrected: ended('更正', 'corrected'),
  certificateReissued: ended('补换发', 'reissued'),
  certificateRevoked: ended('撤销', 'revoked'),
}
