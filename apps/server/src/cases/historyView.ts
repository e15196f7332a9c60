import { isoDate } from '@kaigong/calendar'
import { ATTACHMENTS, type CaseEvent, DOCUMENTS, ROLE_NAMES } from '@kaigong/casework'
import type { CaseAttachment, CaseHistoryItem, CaseId, DistrictCode, Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { history } from '../platform/events/history.ts'
import { fromData, type Told } from './eventData.ts'
import { beijingMoment } from './law.ts'
import { documentOf } from './papers.ts'
import { saysOfOne } from './says.ts'

/** More than any case has; what a page shows at once. */
const MOST = 500

export type Happened = {
  readonly version: number
  readonly type: string
  readonly at: string
  readonly by: string | null
  readonly says: Text
  readonly event: CaseEvent & Told
}

/** What happened to a case, the earliest first, as far as the asker may see it. */
export async function happenedTo(tx: Tx, district: DistrictCode, id: CaseId): Promise<readonly Happened[]> {
  const { items } = await history(tx, saysOfOne, district, { stream: `case/${id}`, limit: MOST })
  return items
    .toReversed()
    .map(({ version, type, at, actor, says, data }) => ({ version, type, at, by: actor, says, event: fromData(data) }))
}

/** The same for its page, with the three times of each happening kept apart. */
export const historyOf = (happened: readonly Happened[]): CaseHistoryItem[] =>
  happened.map(({ version, type, at, by, says, event }) => {
    const on = isoDate(event.on)
    const recorded = isoDate(beijingMoment(Temporal.Instant.from(at)).on)
    const document = documentOf(event)
    return {
      version,
      type,
      says,
      on,
      clock: event.clock ?? null,
      recordedAt: at,
      documentOn: event.documentOn ?? null,
      enteredAfterwards: on < recorded,
      by,
      role: ROLE_NAMES[event.by.role],
      attached: attachedTo(event),
      document: document && DOCUMENTS[document],
      number: event.type === 'delivered' ? event.number : null,
    }
  })

const attachedTo = ({ attached = [] }: CaseEvent) =>
  (attached as unknown as readonly CaseAttachment[]).map(({ kind, reference }) => ({
    kind,
    name: ATTACHMENTS[kind],
    reference,
  }))
