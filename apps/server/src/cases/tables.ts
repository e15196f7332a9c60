import type { KnownCase } from '@kaigong/casework'
import type { CaseListItem, CaseTime, Text } from '@kaigong/contract'
import type { PlanScope } from '@kaigong/planner'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface CaseSeriesTable {
  district_code: string
  year: number
  last: number
}

interface CaseFileTable {
  district_code: string
  case_id: string
  version: number
  head: string
  number: string
  project_id: string
  occurrence: string
  matter: string
  matter_name: Json<Text>
  variant: string | null
  scope: Json<PlanScope>
  agency_id: string
  company_id: string
  edition_id: string
  conversion_id: string | null
  origin: CaseListItem['origin']
  source_system: string | null
  source_time: string | null
  verified_at: string | null
  verified_by: string | null
  state: Json<KnownCase>
  stage: CaseListItem['stage']
  is_open: boolean
  hand: CaseTime['hand']
  due: CaseTime['due']
  due_on: string | null
  due_unit: CaseTime['unit']
  statutory_on: string | null
  standing_for: Json<readonly Text[]>
  holder: string | null
  received_on: string
  entered_afterwards: Generated<number>
  opened_at: string
  updated_at: string
  found_by: GeneratedAlways<string>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    case_series: CaseSeriesTable
    case_file: CaseFileTable
  }
}
