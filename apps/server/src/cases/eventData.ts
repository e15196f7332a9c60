import { type Day, day, isoDate } from '@kaigong/calendar'
import type { CaseEvent } from '@kaigong/casework'
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

const isDay = (name: string): boolean => name === 'on' || /[a-z]On$/.test(name)

/** The name under which the trail keeps an event of a case. */
const typeOf = (event: Pick<CaseEvent, 'type'>): string =>
  `case${event.type.slice(0, 1).toUpperCase()}${event.type.slice(1)}`

/** An event of a case as it is kept: days as dates, which last longer than a way of counting them. */
export function toData(event: CaseEvent, told: Told): NewEvent {
  const dated = Object.entries(event).map(([name, value]) => [
    name,
    isDay(name) && typeof value === 'number' ? isoDate(value as Day) : value,
  ])
  return { type: typeOf(event), data: { ...Object.fromEntries(dated), ...told } }
}

/** The event again, with what stood beside it. */
export function fromData(data: Readonly<Record<string, unknown>>): CaseEvent & Told {
  const counted = Object.entries(data).map(([name, value]) => [
    name,
    isDay(name) && name !== 'documentOn' && typeof value === 'string' ? day(value) : value,
  ])
  return Object.fromEntries(counted)
}
