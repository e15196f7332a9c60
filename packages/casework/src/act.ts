import type { Confidence, Source, Text } from '@kaigong/catalogue'
import type { Role } from './actor.ts'
import type { AttachmentKind, DocumentKind } from './documents.ts'
import type { Stage } from './state.ts'
import type { StatusCode } from './statusCode.ts'

/** One line of the table of acts: from which stage, by whom, with what attached, what is reported, which document results. */
export type Act = {
  readonly name: Text
  readonly from: readonly Stage[]
  readonly by: readonly Role[]
  /** Whether a helper may do it for the applicant (委托代办): never a promise of substance (domain 6.3). */
  readonly helper?: boolean
  readonly attach: readonly AttachmentKind[]
  /** National status rows that it writes; what the country does not ask for writes none. */
  readonly codes: readonly StatusCode[]
  readonly yields: DocumentKind | null
  readonly basis: { readonly source: Source | readonly Source[]; readonly confidence: Confidence }
}
