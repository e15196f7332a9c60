import type { Day } from '@kaigong/calendar'
import type { Text } from '@kaigong/catalogue'
import type { ClockFacts } from './clock/clockFacts.ts'
import type { Desk } from './desk/desk.ts'
import type { CaseTrack, Outcome } from './event.ts'
import type { Required } from './materials.ts'
import type { FlowRow } from './statusCode.ts'

/** What a case has from its receipt on. */
type Opened = {
  readonly matter: string
  readonly variant: string | null
  readonly agency: string
  readonly applicant: string
  readonly required: Required
  readonly handedIn: readonly string[]
  /** The day of the latest event: nothing happens before it. */
  readonly lastOn: Day
  readonly rows: readonly FlowRow[]
  readonly clock: ClockFacts
  readonly desk: Desk
}

/** A supplement or special procedure that has begun and not ended; several may be open at once. */
export type OpenSpan = {
  readonly id: string
  readonly kind: 'supplement' | 'procedure'
  readonly items: readonly string[]
}

/** What may follow under tolerance, until when, and since when it is overdue. */
type Tolerance = {
  readonly outstanding: readonly string[]
  readonly dueOn: Day
  readonly overdueSinceOn: Day | null
}

type Accepted = Opened & {
  readonly track: CaseTrack
  readonly open: readonly OpenSpan[]
  readonly isExtended: boolean
  readonly tolerance: Tolerance | null
}

/** How a case came to its end without a document in force. */
export type Ending =
  | 'withdrawn'
  | 'notAccepted'
  | 'acceptanceRefused'
  | 'returned'
  | 'rejected'
  | 'recalled'
  | 'revoked'

export type CaseState =
  | { readonly stage: 'none' }
  /** `corrected` is true once the one notice has been answered: there is no second. */
  | (Opened & { readonly stage: 'received'; readonly corrected: boolean })
  | (Opened & { readonly stage: 'correcting'; readonly asked: readonly string[] })
  | (Accepted & { readonly stage: 'accepted' })
  | (Accepted & { readonly stage: 'handling' })
  | (Opened & {
      readonly stage: 'granted'
      readonly track: CaseTrack
      readonly outcome: Exclude<Outcome, 'rejected'>
      readonly tolerance: Tolerance | null
      readonly inspectionDueOn: Day | null
      /** null while nobody has inspected what was promised. */
      readonly provedTrue: boolean | null
      readonly deliveredOn: Day | null
    })
  | (Opened & { readonly stage: 'ended'; readonly ending: Ending })

export type Stage = CaseState['stage']
/** A case that has been received. */
export type KnownCase = Exclude<CaseState, { readonly stage: 'none' }>
/** A case of which one knows at which stage it is. */
export type At<S extends Stage> = Extract<CaseState, { stage: S }>

export const NO_CASE: CaseState = { stage: 'none' }

export const STAGE_NAMES: Readonly<Record<Stage, Text>> = {
  none: { zh: '未收件', en: 'not received' },
  received: { zh: '已收件', en: 'received' },
  correcting: { zh: '待补正', en: 'waiting for corrections' },
  accepted: { zh: '已受理', en: 'accepted' },
  handling: { zh: '办理中', en: 'in hand' },
  granted: { zh: '已准予', en: 'granted' },
  ended: { zh: '已了结', en: 'ended' },
}
