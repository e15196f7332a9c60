import type { Duration, Text, Track } from '@kaigong/catalogue'
import type { Occurrence } from './occurrences.ts'
import type { PlanActivity, PlanLength } from './plan.ts'

/** An activity before it has dates. */
export type Draft = {
  readonly id: string
  readonly occurrence: Occurrence
  readonly track: Track
  readonly kind: PlanActivity['kind']
  readonly step: string
  /** For a reader who sees nothing else: 环境影响评价审批 · 审查决定, with the phase or parcel where there are several. */
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
  /** The legal clock, where one runs: from the end of step `from` the decision comes within `limit`, procedures that stop the clock included. */
  readonly clock?: { readonly from: string; readonly limit: Duration } | undefined
  /** The pre-review, where it runs ahead of the land. */
  readonly preReview?: { readonly request: string; readonly review: string }
}

/** The last step of the usual chain: the decision stands, its document goes out. */
export const DELIVERY = 'delivery'

/** Full name of a step: the matter's, where it happens, and the step's own unless it says the same. */
export function titleOf({ matter, scope }: Occurrence, step: Text): Text {
  const where = scope.id === '' ? { zh: '', en: '' } : { zh: `（${scope.id}）`, en: ` (${scope.id})` }
  const own = step.zh === matter.name.zh ? { zh: '', en: '' } : { zh: ` · ${step.zh}`, en: ` · ${step.en}` }
  return { zh: `${matter.name.zh}${where.zh}${own.zh}`, en: `${matter.name.en}${where.en}${own.en}` }
}
