import type { Citation, Text } from '@kaigong/catalogue'

/** Every way in which a plan can be wrong. Stable: a code is never given another meaning. */
export const codes = [
  'plan.unreadable',
  'plan.district',
  'completeness.unknown',
  'completeness.twice',
  'completeness.missing',
  'completeness.notApplicable',
  'completeness.variant',
  'steps.missing',
  'steps.extra',
  'steps.twice',
  'steps.order',
  'steps.kind',
  'steps.reviewers',
  'length.claim',
  'length.counted',
  'length.figure',
  'length.limit',
  'length.minimum',
  'length.short',
  'length.long',
  'edge.broken',
  'edge.opinion',
  'edge.tooLate',
  'gate.closed',
  'invariant.broken',
  'land.conversion',
  'land.formal',
  'preReview.tooEarly',
  'preReview.lapsed',
  'track.tolerance',
  'track.commitment',
  'track.preReview',
  'track.exempt',
  'tolerance.notDeferrable',
  'tolerance.never',
  'capacity.exceeded',
  'time.beforeAsOf',
  'time.notReady',
  'time.phase',
  'time.hours',
  'time.done',
  'statutory.longer',
  'statutory.late',
  'statutory.joint',
  'marks.provisional',
  'marks.assumed',
  'marks.done',
  'marks.synthetic',
  'marks.moment',
  'marks.binding',
  'certificate.missing',
  'certificate.date',
  'certificate.workdays',
  'gate.date',
  'land.day',
  'chain.dates',
  'split.total',
] as const

export type Code = (typeof codes)[number]

/** One broken constraint: what, where, when, and the article that says so where there is one. */
export type Violation = {
  readonly code: Code
  readonly message: Text
  /** Ids of the activities that break it; the id of an occurrence where it has none. */
  readonly activities: readonly string[]
  readonly basis?: Citation
}
