import type { CaseEvent, CaseState, CaseTerms, KnownCase, LegalClock } from '@kaigong/casework'
import type { Citation } from '@kaigong/catalogue'
import type { CasePaperKind, Text } from '@kaigong/contract'
import type { CaseLaw } from '../../cases/law.ts'
import type { Block } from './notice.ts'

/** What a case's papers say of the case, whatever happened to it. */
export type About = {
  readonly number: string
  readonly matter: Text
  readonly project: string
  readonly company: string | null
  readonly agency: Text
  readonly law: CaseLaw
  /** The system of record that the case only mirrors; null where it is handled here. */
  readonly mirrors: string | null
  readonly synthetic: boolean
}

/** An event with the words that were kept beside it. */
export type TellingEvent = CaseEvent & {
  readonly documentOn: string | null
  readonly itemNames: readonly Text[]
  readonly procedureName: Text | null
}
export type EventOf<T extends CaseEvent['type']> = TellingEvent & Extract<CaseEvent, { type: T }>

/** Everything that a paper is written from. */
export type Telling = {
  readonly event: TellingEvent
  readonly before: CaseState
  readonly after: KnownCase
  /** As it showed at the close of the day of the event. */
  readonly clock: LegalClock
  /** Of the day of acceptance, before it of the day of the event. */
  readonly terms: CaseTerms
  readonly about: About
  /** The number on what was delivered later; null while nothing was. */
  readonly delivered: string | null
  readonly nameOf: (id: string) => Text
  readonly cited: (law: string, article: string, confidence: Citation['confidence']) => Citation
}

/** What only this kind of paper says. */
export type Body = {
  readonly blocks: readonly Block[]
  /** What it rests on beside the article of its act. */
  readonly basis?: readonly Citation[]
  /** Where the promised limit that it tells of comes from: no law, so it stands in the small print. */
  readonly promise?: Citation | undefined
  /** A decision that the applicant may have reviewed. */
  readonly remedy?: true
  /** Whoever takes it signs for it. */
  readonly isSignedFor?: true
  readonly notes?: readonly Text[]
}

export type Bodies<K extends CasePaperKind> = Readonly<Record<K, (telling: Telling) => Body>>

/** The event as that of a kind; a paper is only ever written from an event that results in it. */
export function eventOf<T extends CaseEvent['type']>({ event }: Telling, type: T): EventOf<T> {
  if (event.type !== type) throw new Error(`this paper tells of ${type}, not of ${event.type}`)
  return event as EventOf<T>
}
