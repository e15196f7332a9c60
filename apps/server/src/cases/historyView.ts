import { isoDate } from '@kaigong/calendar'
import { ATTACHMENTS, type CaseEvent, DOCUMENTS, type DocumentKind, FLOW, ROLE_NAMES } from '@kaigong/casework'
import type { CaseHistoryItem, CaseId, DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { history } from '../platform/events/history.ts'
import { fromData, type Told } from './eventData.ts'
import { beijingMoment } from './law.ts'
import { keyOf, type Paper, versionsOf } from './papers.ts'
import { namesOf } from './rows.ts'
import { saysOfOne } from './says.ts'

/** More than any case has; what a page shows at once. */
const MOST = 500

/** What happened to a case, the earliest first, as far as the asker may see it, with the three times of each happening kept apart. */
export async function historyOf(tx: Tx, district: DistrictCode, id: CaseId): Promise<CaseHistoryItem[]> {
  const { items } = await history(tx, saysOfOne, district, { stream: `case/${id}`, limit: MOST })
  const happenings = items.toReversed().map((item) => ({ ...item, event: fromData(item.data) }))
  const files = happenings.flatMap(({ event }) => attachedTo(event).flatMap(({ file }) => file ?? []))
  const stored = await versionsOf(tx, district, files)
  const names = await namesOf(
    tx,
    district,
    happenings.flatMap(({ event }) => event.by.inPlaceOf ?? []),
  )
  return happenings.map(({ version, type, at, actor, says: sentence, event }) => {
    const on = isoDate(event.on)
    const recorded = isoDate(beijingMoment(Temporal.Instant.from(at)).on)
    const document = documentOf(event)
    return {
      version,
      type,
      says: sentence,
      on,
      clock: event.clock ?? null,
      recordedAt: at,
      documentOn: event.documentOn ?? null,
      enteredAfterwards: on < recorded,
      by: actor,
      role: ROLE_NAMES[event.by.role],
      byProxy: event.by.through !== undefined,
      inPlaceOf: names.get(event.by.inPlaceOf ?? '') ?? null,
      attached: attachedTo(event).map((paper) => paperView(paper, stored)),
      document: document && DOCUMENTS[document],
      number: event.type === 'delivered' ? event.number : null,
    }
  })
}

/** The document that results: of the act, and of a decision that an acceptance on commitment carries with it (告知承诺，当场决定). */
function documentOf(event: CaseEvent & Told): DocumentKind | null {
  if (event.act !== null) return Object.hasOwn(FLOW, event.act) ? FLOW[event.act as keyof typeof FLOW].yields : null
  return event.type === 'decided' ? FLOW.pass.yields : null
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
