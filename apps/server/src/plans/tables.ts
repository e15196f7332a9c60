import type { Anchor, PlanCause, PlanStatus, ProjectFacts, PromisedMatter, Text } from '@kaigong/contract'
import type { ColumnType, Generated } from 'kysely'
import type { z } from 'zod'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface PlanTable {
  district_code: string
  project_id: string
  no: number
  version: Generated<number>
  status: z.infer<typeof PlanStatus>
  cause: z.infer<typeof PlanCause>
  as_of: string
  anchor: Json<z.infer<typeof Anchor>>
  met: boolean
  headline: Json<Text>
  construction_start: string | null
  production: string | null
  land_day: string | null
  project_version: number
  edition_id: string
  calendar_through: string
  violations: number
  facts: Json<ProjectFacts>
  document: string
  computed_by: string | null
  computed_at: string
}

interface CountersignatureTable {
  district_code: string
  project_id: string
  no: number
  agency_id: string
  status: 'waiting' | 'signed' | 'objected'
  promises: Json<readonly PromisedMatter[]>
  signed_by: string | null
  asked_at: string
  at: string | null
}

interface RemarkTable {
  district_code: string
  project_id: string
  no: number
  agency_id: string
  remark: string | null
}

interface PromiseTable {
  district_code: string
  project_id: string
  occurrence: string
  matter: string
  name: Json<Text>
  agency_id: string | null
  promised_on: string
  no: number
  adopted_at: string
}

interface ShareLinkTable {
  district_code: string
  link_id: string
  project_id: string
  no: number
  token_hash: string
  created_by: string | null
  created_at: string
  expires_at: string
  revoked_at: string | null
  opened: Generated<number>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    plan: PlanTable
    countersignature: CountersignatureTable
    countersignature_remark: RemarkTable
    promise: PromiseTable
    share_link: ShareLinkTable
  }
}
