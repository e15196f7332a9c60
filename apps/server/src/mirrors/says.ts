import type { Text } from '@kaigong/contract'
import type { Says } from '../platform/events/says.ts'
import { statusName } from './statusName.ts'

const nameOf = (code: unknown): Text => statusName(Number(code))

/** What became of the status rows of other systems. */
export const says: Says = {
  mirrorRowPlaced: ({ system, sourceId, code, caseNumber }) => ({
    zh: `${system} 的办件 ${sourceId}：“${nameOf(code).zh}”已对应到办件 ${caseNumber}`,
    en: `Case ${sourceId} of ${system}: “${nameOf(code).en}” was entered in case ${caseNumber}`,
  }),
  mirrorRowWaits: ({ system, sourceId, code, reason }) => ({
    zh: `${system} 的办件 ${sourceId}：“${nameOf(code).zh}”待处理。${(reason as Text).zh}`,
    en: `Case ${sourceId} of ${system}: “${nameOf(code).en}” waits. ${(reason as Text).en}`,
  }),
  mirrorRowDismissed: ({ system, sourceId, code, reason }) => ({
    zh: `${system} 的办件 ${sourceId}：“${nameOf(code).zh}”不再处理，理由：${reason}`,
    en: `Case ${sourceId} of ${system}: “${nameOf(code).en}” was dismissed: ${reason}`,
  }),
  mirrorReordered: ({ system, sourceId, caseNumber }) => ({
    zh: `${system} 的办件 ${sourceId} 补报了较早的流水，办件 ${caseNumber} 按来源时间重排`,
    en: `${system} reported earlier rows of its case ${sourceId}: case ${caseNumber} was told anew in the order of the source`,
  }),
}
