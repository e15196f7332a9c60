import { type CaseEvent, fromStored, toStored } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'
import type { NewEvent } from '../platform/events/seal.ts'

/** What stands beside the event of the case: how a reader calls the case, and what was said with the act. */
export type Told = {
  readonly caseNumber: string
  readonly caseName: Text
  readonly documentOn: string | null
  /** The act that it came of, at the first event that it came to. */
  readonly act: string | null
  readonly itemNames: readonly Text[]
  readonly procedureName: Text | null
}

/** The name under which the trail keeps an event of a case. */
const typeOf = (event: Pick<CaseEvent, 'type'>): string =>
  `case${event.type.slice(0, 1).toUpperCase()}${event.type.slice(1)}`

/** An event of a case as it is kept: days as dates, which last longer than a way of counting them. */
export const toData = (event: CaseEvent, told: Told): NewEvent => ({
  type: typeOf(event),
  data: { ...(toStored(event) as object), ...told },
})

/** The event again, with what stood beside it: the date of a document is no day of the case's, and stays as it was said. */
export const fromData = (data: Readonly<Record<string, unknown>>): CaseEvent & Told => ({
  ...(fromStored(data) as CaseEvent & Told),
  documentOn: (data.documentOn ?? null) as Told['documentOn'],
})
