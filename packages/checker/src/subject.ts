/**
 * What the checker reads of a plan, as a shape of its own: any value that has these fields can be judged, whoever made it.
 *
 * Not read, and so not checked: names and sentences of every kind, the verdict with its remedies, the comparison with the standard
 * track, the questions about unknown facts, `latestStart`, `slack` and `critical`, the wording of reasons (only that they point at
 * activities that exist), citations, and whether another plan would be better. Nor what a plan gives up when it must: the margin
 * between pre-review and land day, and the window in which the certificates follow the land.
 */
export type Subject = {
  readonly asOf: string
  readonly district: { readonly code: string }
  readonly land: { readonly basis: string; readonly day: string | null }
  readonly activities: readonly Activity[]
  readonly matters: readonly PlannedMatter[]
  readonly certificates: readonly Certificate[]
  readonly gates: readonly GateDates[]
  readonly criticalChain: readonly { readonly activity: string; readonly start: string; readonly finish: string }[]
  readonly split: readonly Split[]
}

export type Owner = 'government' | 'intermediary' | 'utility' | 'enterprise' | 'land'

export type Scope = { readonly kind: 'project' | 'phase' | 'parcel' | 'unitWorks'; readonly id: string }

export type Length = {
  readonly value: number
  readonly unitApplied: 'hour' | 'workday' | 'day' | 'month' | 'year'
  readonly count: 'minimum' | 'duty' | 'effort'
  readonly countStartDay: boolean
  readonly week: 'office' | 'design' | 'site' | 'everyday'
  readonly from: 'promised' | 'sample' | 'statutory' | 'usual' | 'fact' | 'assumed' | 'catalogue'
}

export type Track = 'standard' | 'tolerance' | 'commitment' | 'preReview' | 'exempt'

export type Activity = {
  readonly id: string
  readonly occurrence: string
  readonly matter: string
  readonly scope: Scope
  readonly kind: string
  readonly step: string
  readonly track: Track
  readonly owner: Owner
  readonly agency: string | null
  readonly reviewers: number
  /** Moments of Beijing: `2022-09-09T09:00+08:00`, on the grid of 12 minutes. */
  readonly start: string
  readonly finish: string
  readonly length: Length
  readonly binding: readonly { readonly activity?: string | undefined }[]
  readonly done: boolean
  readonly provisional: boolean
  readonly assumed: boolean
}

export type PlannedMatter = {
  readonly id: string
  readonly matter: string
  readonly scope: Scope
  readonly verdict: 'applies' | 'assumed'
  readonly variant: { readonly id: string } | null
  readonly track: Track
  readonly exemption: { readonly assessment: string; readonly validTo: string; readonly synthetic: boolean } | null
  readonly materials: readonly { readonly id: string; readonly neededBy: string }[]
  readonly begun: string | null
  readonly submitted: string | null
  readonly decided: string | null
  readonly issued: string | null
  readonly done: boolean
}

type Certificate = {
  readonly matter: string
  readonly scope: Scope
  readonly date: string
  readonly workdaysFromLand: number | null
  readonly activity: string
}

type GateDates = {
  readonly gate: string
  readonly scope: Scope
  readonly date: string | null
  readonly requires: readonly { readonly occurrence: string; readonly matter: string; readonly date: string | null }[]
}

type Split = {
  readonly owner: Owner
  readonly activities: number
  readonly workdays: number
  readonly onCriticalChain: number
}
