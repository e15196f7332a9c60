import type { Day } from '@kaigong/calendar'
import type { DeskCommand } from './desk/deskCommand.ts'
import type { Attachment } from './documents.ts'
import type { RevocationGround } from './event.ts'
import type { Required } from './materials.ts'

/** What every command may say: the day where it is entered afterwards (today when absent), the time of day, and its files. */
type Spoken = {
  readonly on?: Day | undefined
  readonly clock?: string | undefined
  readonly attached?: readonly Attachment[] | undefined
}

type Order =
  | {
      readonly type: 'receive'
      readonly agency: string
      readonly applicant: string
      readonly required: Required
      readonly handedIn: readonly string[]
    }
  | { readonly type: 'withdraw'; readonly reason: string }
  | { readonly type: 'askCorrection'; readonly items: readonly string[] }
  | { readonly type: 'correct'; readonly items: readonly string[] }
  | { readonly type: 'accept' }
  | { readonly type: 'acceptWithTolerance'; readonly dueOn: Day }
  | { readonly type: 'acceptOnCommitment' }
  | { readonly type: 'sayNotRequired'; readonly reason: string }
  | { readonly type: 'refuseAcceptance'; readonly reason: string }
  | { readonly type: 'startDepartment' }
  | { readonly type: 'askSupplement'; readonly id: string; readonly items: readonly string[] }
  | { readonly type: 'supplement'; readonly id: string; readonly items: readonly string[] }
  | {
      readonly type: 'startProcedure'
      readonly id: string
      readonly procedure: string
      readonly workdays: number
      readonly approvedBy: string
    }
  | { readonly type: 'endProcedure'; readonly id: string; readonly result: string }
  | { readonly type: 'extend'; readonly workdays: number; readonly reason: string; readonly approvedBy: string }
  | { readonly type: 'pass'; readonly overrunReason?: string | undefined }
  | { readonly type: 'passWithTolerance'; readonly overrunReason?: string | undefined }
  | { readonly type: 'reject'; readonly reason: string; readonly overrunReason?: string | undefined }
  | { readonly type: 'deliver'; readonly number: string | null }
  | { readonly type: 'supplyDeferred'; readonly items: readonly string[] }
  | { readonly type: 'noteToleranceOverdue' }
  | { readonly type: 'returnApplication'; readonly reason: 'tooLate' | 'unfit' }
  | { readonly type: 'inspect'; readonly true: boolean }
  | { readonly type: 'recall'; readonly reason: string }
  | { readonly type: 'revoke'; readonly ground: RevocationGround }
  | DeskCommand

/** What somebody wants to do with one case. */
export type CaseCommand = Spoken & Order
export type CommandType = CaseCommand['type']
export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>
