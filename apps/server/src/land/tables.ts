import type { PreReview } from '@kaigong/casework'
import type { LandEventKind, Text } from '@kaigong/contract'
import type { ColumnType } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface LandEventTable {
  district_code: string
  project_id: string
  kind: LandEventKind
  happened_on: string
  reference: string
  winner_id: string | null
  parcel_sha256: string | null
  conditions_sha256: string | null
  recorded_by: string
  recorded_at: string
}

type KnownPreReview = Exclude<PreReview, { readonly stage: 'none' }>

interface PreReviewTable {
  district_code: string
  pre_review_id: string
  version: number
  head: string
  number: string
  project_id: string
  occurrence: string
  matter: string
  matter_name: Json<Text>
  agency_id: string
  company_id: string
  drawings_id: string
  handed_in: Json<readonly string[]>
  state: Json<KnownPreReview>
  stage: KnownPreReview['stage']
  valid_until: string | null
  insubstantial_by: string | null
  insubstantial_sha256: string | null
  requested_on: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    land_event: LandEventTable
    pre_review: PreReviewTable
  }
}
