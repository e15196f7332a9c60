import type { MirrorRow, Text } from '@kaigong/contract'
import type { ColumnType } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface MirrorRowTable {
  district_code: string
  row_id: string
  system: string
  source_id: string
  key: string
  at: string
  said: Json<MirrorRow>
  state: 'placed' | 'waiting' | 'dismissed'
  reason: ColumnType<Text | null, string | null, string | null>
  delivered_by: string
  delivered_at: string
  version: number
  head: string
}

interface MirrorCaseTable {
  district_code: string
  system: string
  source_id: string
  case_id: string
  placed: Json<readonly string[]>
  case_version: number
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    mirror_row: MirrorRowTable
    mirror_case: MirrorCaseTable
  }
}
