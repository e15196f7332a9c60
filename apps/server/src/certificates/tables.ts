import type { CertificateLine, CertificateStatus, Text } from '@kaigong/contract'
import type { ColumnType, GeneratedAlways } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface CertificateSeriesTable {
  district_code: string
  key: string
  last: number
}

interface LandConversionTable {
  district_code: string
  conversion_id: string
  project_id: string
  pressed_by: string
  land_on: string
  issued_on: string
  at: string
  tx: GeneratedAlways<string>
}

interface CertificateTable {
  district_code: string
  certificate_id: string
  version: number
  head: string
  project_id: string
  occurrence: string
  matter: string
  kind: Json<Text>
  number: string
  agency_id: string
  agency_name: Json<Text>
  company_id: string | null
  holder: string
  holder_code: string | null
  project_name: string
  project_code: string | null
  lines: Json<readonly CertificateLine[]>
  issued_on: string
  valid_until: string | null
  status: CertificateStatus
  ended_on: string | null
  reason: string | null
  replaces: string | null
  replaced_by: string | null
  case_id: string | null
  pre_review_id: string | null
  conversion_id: string | null
  synthetic: boolean
  issued_at: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    certificate_series: CertificateSeriesTable
    land_conversion: LandConversionTable
    certificate: CertificateTable
  }
}
