import type { ColumnType } from 'kysely'

interface StandInTable {
  district_code: string
  stand_in_id: string
  agency_id: string
  absent: string
  deputy: string
  from_on: string
  until_on: string
  ended_on: string | null
  given_by: string
  given_at: string
}

interface PhraseListTable {
  district_code: string
  person_id: string
  phrases: ColumnType<readonly string[], string, string>
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    stand_in: StandInTable
    phrase_list: PhraseListTable
  }
}
