import { isoDate } from '@kaigong/calendar'
import { ATTACHMENTS, type CaseEvent, DOCUMENTS, ROLE_NAMES } from '@kaigong/casework'
import type { CaseHistoryItem, CaseId, DistrictCode, Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { history } from '../platform/events/history.ts'
import { documentOf } from './documents.ts'
import { fromData, type Told } from './eventData.ts'
import { beijingMoment } from './law.ts'
import { keyOf, type Paper, versionsOf } from './papers.ts'
import { namesOf } from './rows.ts'
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
export async function historyOf(
  tx: Tx,
  district: DistrictCode,
  happened: readonly Happened[],
): Promise<CaseHistoryItem[]> {
  const files = happened.flatMap(({ event }) => attachedTo(event).flatMap(({ file }) => file ?? []))
  const stored = await versionsOf(tx, district, files)
  const names = await namesOf(
    tx,
    district,
    happened.flatMap(({ event }) => event.by.inPlaceOf ?? []),
  )
  return happened.map(({ version, type, at, by, says, event }) => {
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
      byProxy: event.by.through !== undefined,
      inPlaceOf: names.get(event.by.inPlaceOf ?? '') ?? null,
      attached: attachedTo(event).map((paper) => paperView(paper, stored)),
      document: document && DOCUMENTS[document],
      number: event.type === 'delivered' ? event.number : null,
    }
  })
}

const attachedTo = ({ attached = [] }: CaseEvent) => attached as readonly Paper[]

const paperView = (
  { kind, reference, file, sha256 }: Paper,
  stored: Awaited<ReturnType<typeof versionsOf>>,
): CaseHistoryItem['attached'][number] => ({
  kind,
  name: ATTACHMENTS[kind],
  reference: reference ?? null,
  file: file === undefined ? null : { ...file, sha256, name: stored.get(keyOf(file))?.name ?? null },
})
