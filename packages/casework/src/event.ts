import type { Day } from '@kaigong/calendar'
import type { Actor } from './actor.ts'
import type { DeskEvent } from './desk/deskEvent.ts'
import type { Attachment } from './documents.ts'
import type { Required } from './materials.ts'

/**
 * When and by whom. `on` is the legal day in Asia/Shanghai on which it happened, which for what is entered afterwards (补录) is not the
 * day on which it was recorded; `clock` is the time of day `HH:MM` where it is known. Fields that hold a day are named `on` or `…On`.
 */
type Stamp = {
  readonly on: Day
  readonly clock?: string | undefined
  readonly by: Actor
  readonly attached?: readonly Attachment[] | undefined
}

/** How an accepted application is handled (办理方式). */
export type CaseTrack = 'standard' | 'tolerance' | 'commitment'

/** What a decision says. */
export type Outcome = 'passed' | 'passedWithTolerance' | 'rejected'

/** Why a granted decision is taken back afterwards. */
export type RevocationGround = 'commitmentUntrue' | 'obtainedByDeceit' | 'unlawfullyGranted'

type Happening =
  | {
      readonly type: 'received'
      readonly matter: string
      readonly variant: string | null
      readonly agency: string
      readonly applicant: string
      readonly required: Required
      readonly handedIn: readonly string[]
    }
  | { readonly type: 'withdrawn'; readonly reason: string }
  | { readonly type: 'correctionAsked'; readonly items: readonly string[] }
  | { readonly type: 'corrected'; readonly items: readonly string[] }
  | {
      readonly type: 'accepted'
      /** Day from which it counts as accepted: of receipt where no notice came in time (行政许可法 32(4)). */
      readonly asOfOn: Day
      readonly byLapse: boolean
      readonly track: CaseTrack
      /** Materials promised for later under tolerance, all due on `deferredDueOn`. */
      readonly deferred: readonly string[]
      readonly deferredDueOn: Day | null
    }
  | { readonly type: 'notAccepted'; readonly reason: string }
  | { readonly type: 'acceptanceRefused'; readonly reason: string }
  | { readonly type: 'departmentStarted' }
  | { readonly type: 'supplementAsked'; readonly id: string; readonly items: readonly string[] }
  | { readonly type: 'supplemented'; readonly id: string; readonly items: readonly string[] }
  | {
      readonly type: 'procedureStarted'
      readonly id: string
      /** A special procedure of the matter, or a national kind of them. */
      readonly procedure: string
      readonly clockEffect: 'pause' | 'extend' | 'none'
      /** Working days that the applicant was told it takes. */
      readonly workdays: number
      readonly approvedBy: string
    }
  | { readonly type: 'procedureEnded'; readonly id: string; readonly result: string }
  | { readonly type: 'extended'; readonly workdays: number; readonly reason: string; readonly approvedBy: string }
  | {
      readonly type: 'decided'
      readonly outcome: Outcome
      readonly reason: string | null
      /** Working days after the statutory deadline, 0 when in time; an overrun is explained (优化营商环境条例 36). */
      readonly lateWorkdays: number
      readonly overrunReason: string | null
      /** When what was promised is checked, on the track of commitment. */
      readonly inspectionDueOn: Day | null
    }
  | { readonly type: 'delivered'; readonly number: string | null }
  | { readonly type: 'deferredSupplied'; readonly items: readonly string[]; readonly isComplete: boolean }
  | { readonly type: 'toleranceOverdue' }
  | { readonly type: 'returned'; readonly reason: 'tooLate' | 'unfit' }
  | { readonly type: 'inspected'; readonly true: boolean }
  | { readonly type: 'creditRecorded'; readonly reason: 'commitmentUntrue' | 'toleranceBroken' }
  | { readonly type: 'recalled'; readonly reason: string }
  | { readonly type: 'revoked'; readonly ground: RevocationGround }
  | {
      /** A notice of days off that was published since moved the deadline. */
      readonly type: 'calendarPublished'
      readonly year: number
      readonly notice: string
      readonly deadlineBeforeOn: Day
      readonly deadlineAfterOn: Day
    }
  | DeskEvent

/** What happened to one case. Events are never changed; state and clock follow from them alone. */
export type CaseEvent = Stamp & Happening
export type CaseEventOf<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>
