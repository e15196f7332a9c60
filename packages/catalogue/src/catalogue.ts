import type { YearNotice } from '@kaigong/calendar'
import type { z } from 'zod'
import type { District } from './district.ts'
import type { Edge, Gate } from './edge.ts'
import type { Matter } from './matter.ts'
import type {
  AssessmentType,
  Authority,
  Conversion,
  Edition,
  FactDefinition,
  LandDay,
  Law,
  RuleBook,
  Simultaneity,
  SpecialProcedureKind,
  Tolerance,
} from './national.ts'

/** The whole law as data, checked: what `readCatalogue` returns and planner and checker rest on. Plain data, so that it can be cached. */
export type Catalogue = {
  /** Hash of the files it was read from. */
  readonly hash: string
  readonly edition: z.infer<typeof Edition>
  readonly laws: readonly Law[]
  readonly authorities: readonly Authority[]
  readonly facts: readonly FactDefinition[]
  readonly specialProcedures: readonly z.infer<typeof SpecialProcedureKind>[]
  readonly assessments: readonly AssessmentType[]
  readonly simultaneities: readonly z.infer<typeof Simultaneity>[]
  readonly tolerance: Tolerance
  readonly conversion: Conversion
  readonly landDay: LandDay
  readonly rules: readonly RuleBook[]
  readonly matters: readonly Matter[]
  readonly edges: readonly Edge[]
  readonly gates: readonly Gate[]
  readonly districts: readonly District[]
  readonly calendars: readonly YearNotice[]
}
