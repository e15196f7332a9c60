import type { Formal, WantedCertificate } from '@kaigong/casework'
import type { Text } from '@kaigong/contract'
import type { PlanMatter } from '@kaigong/planner'
import type { CaseFileRow, PreReviewRow } from './standing.ts'

/** A certificate of the land day that has not been issued, with all that it rests on. */
export type Wanted = {
  readonly matter: string
  readonly planned: PlanMatter
  readonly preReview: PreReviewRow | null
  /** Its formal case, where one was opened. */
  readonly case: CaseFileRow | null
  /** The conversion opens its case; false for technical reviews that make none, such as the drawing review. */
  readonly opensCase: boolean
  readonly formal: Formal
  /** Essentials that are not in, each with the matter whose document it is; null where the company brings it. */
  readonly lacking: readonly { readonly name: Text; readonly issuedBy: string | null }[]
  readonly certificate: WantedCertificate
}
