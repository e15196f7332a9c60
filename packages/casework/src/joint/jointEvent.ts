import type { Day } from '@kaigong/calendar'

/** 联审联办, 联合审图, 联合验收: one application, several agencies, one result. */
export type JointKind = 'review' | 'drawings' | 'acceptance'

/** What an agency says. `silent` is what its silence was taken for, where district and law let it be taken for consent. */
export type Verdict = 'agrees' | 'agreesWithConditions' | 'objects' | 'silent'

export type Conclusion = 'passed' | 'passedAfterRectification' | 'failed'

export type JointEvent = { readonly on: Day } & (
  | {
      readonly type: 'jointOpened'
      readonly kind: JointKind
      readonly lead: string
      /** Who is asked, each for its matter and by its own day. */
      readonly asked: readonly { readonly agency: string; readonly matter: string; readonly dueOn: Day }[]
      /** The set of drawings on which all speak, by hash; null where none is reviewed. */
      readonly drawingsSha256: string | null
      /** Last day to sum up (行政许可法 42(2)). */
      readonly limitOn: Day
    }
  | {
      readonly type: 'opinionGiven'
      readonly agency: string
      readonly verdict: Exclude<Verdict, 'silent'>
      /** The conditions of an agreement, the reasons of an objection. */
      readonly conditions: readonly string[]
      readonly drawingsSha256: string | null
    }
  | { readonly type: 'silenceEscalated'; readonly agency: string }
  | { readonly type: 'silenceTakenForConsent'; readonly agency: string }
  | { readonly type: 'jointExtended'; readonly limitOn: Day; readonly approvedBy: string }
  | { readonly type: 'jointDrawingsReplaced'; readonly drawingsSha256: string }
  | { readonly type: 'surveyHandedIn'; readonly sha256: string }
  | { readonly type: 'visited'; readonly agencies: readonly string[] }
  | { readonly type: 'rectificationAsked'; readonly items: readonly string[]; readonly dueOn: Day }
  | { readonly type: 'rectified'; readonly items: readonly string[] }
  | {
      readonly type: 'summedUp'
      readonly conclusion: Conclusion
      readonly conditions: readonly string[]
      /** Working days beyond the limit, with the reason that is published; 0 and null in time. */
      readonly lateWorkdays: number
      readonly overrunReason: string | null
    }
)

export type JointCommand =
  | {
      readonly type: 'open'
      readonly kind: JointKind
      readonly lead: string
      readonly asked: readonly { readonly agency: string; readonly matter: string; readonly dueOn: Day }[]
      readonly drawingsSha256: string | null
    }
  | {
      readonly type: 'opine'
      readonly agency: string
      readonly verdict: Exclude<Verdict, 'silent'>
      readonly conditions: readonly string[]
      readonly drawingsSha256: string | null
    }
  | { readonly type: 'escalate'; readonly agency: string }
  | { readonly type: 'takeSilenceForConsent'; readonly agency: string }
  | {
      readonly type: 'extend'
      readonly workdays: number
      readonly approvedBy: string
      readonly by: 'head' | 'government'
    }
  | { readonly type: 'replaceDrawings'; readonly drawingsSha256: string }
  | { readonly type: 'handInSurvey'; readonly sha256: string }
  | { readonly type: 'visit'; readonly agencies: readonly string[] }
  | { readonly type: 'askRectification'; readonly items: readonly string[]; readonly dueOn: Day }
  | { readonly type: 'rectify'; readonly items: readonly string[] }
  | {
      readonly type: 'sumUp'
      readonly agency: string
      readonly conclusion: Conclusion
      readonly overrunReason?: string | undefined
    }
