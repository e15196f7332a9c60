import type { Text, Track } from '@kaigong/catalogue'
import type { Occurrence } from './occurrences.ts'
import type { PlanActivity, PlanLength } from './plan.ts'

/** An activity before it has dates. */
export type Draft = {
  readonly id: string
  readonly occurrence: Occurrence
  readonly track: Track
  readonly kind: PlanActivity['kind']
  readonly step: string
  readonly name: Text
  readonly owner: PlanActivity['owner']
  readonly agency: string | null
  readonly reviewers: number
  readonly length: PlanLength
  /** Steps of the same occurrence that it follows. */
  readonly after: readonly string[]
}

/** An occurrence laid out as activities, with the points that the order of matters is about. */
export type Chain = {
  readonly occurrence: Occurrence
  readonly track: Track
  readonly drafts: readonly Draft[]
  /** Step ids: what begins it, what is handed in, the decision, and what is finished when its document is out. */
  readonly begun: string
  readonly submitted: string
  readonly decided: string
  readonly issued: string
  /** The pre-review, where it runs ahead of the land. */
  readonly preReview?: { readonly request: string; readonly review: string }
}
