import type { ProjectFacts } from '@kaigong/contract'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface ProjectTable {
  district_code: string
  project_id: string
  version: number
  name: string
  name_en: string | null
  name_key: string
  code: string | null
  company_id: string | null
  industry: string | null
  township: string | null
  level: 'province' | 'city' | 'district' | 'none'
  kind: 'implementation' | 'reserve'
  list_year: number | null
  construction: 'new' | 'continued'
  stage: string
  five_new: string | null
  cluster: string | null
  content: string | null
  capacity: string | null
  investment_wan: string | null
  equipment_wan: string | null
  spent_before_wan: string | null
  year_plan_wan: string | null
  spent_this_year_wan: string | null
  year_goal: string | null
  start_planned: string | null
  start_actual: string | null
  completion_planned: string | null
  remark: string | null
  synthetic: boolean
  facts: Json<ProjectFacts>
  parcels: Json<readonly unknown[]>
  company_name: string | null
  credit_code: string | null
  helper_name: string | null
  land_day: string | null
  construction_start: string | null
  plan_status: 'none' | 'computed' | 'countersigning' | 'adopted'
  latest_plan: number | null
  adopted_plan: number | null
  updated_at: string
  found_by: GeneratedAlways<string>
}

interface TeamMemberTable {
  district_code: string
  project_id: string
  person_id: string
  duty: 'leader' | 'helper' | 'deputy' | 'contact' | 'company'
  agency_id: string | null
}

interface SavedFilterTable {
  district_code: string
  person_id: string
  filter_id: string
  name: string
  filter: Json<unknown>
  columns: Json<readonly string[]>
}

interface UploadTable {
  district_code: string
  upload_id: string
  person_id: string
  bytes: Buffer
  preview: Json<unknown>
  at: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    project: ProjectTable
    team_member: TeamMemberTable
    saved_filter: SavedFilterTable
    upload: UploadTable
  }
}
