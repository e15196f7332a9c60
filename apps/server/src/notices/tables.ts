import type { NoticeKind, Text } from '@kaigong/contract'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface NoticeTable {
  district_code: string
  notice_id: Generated<string>
  person_id: string
  seq: GeneratedAlways<string>
  cause: string
  kind: NoticeKind
  at: string
  says: Json<Text>
  project_id: string
  case_id: string
  case_number: string
  matter_name: Json<Text>
  read_at: string | null
  mailed_at: string | null
}

interface MailAddressTable {
  district_code: string
  person_id: string
  address: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    notice: NoticeTable
    mail_address: MailAddressTable
  }
}
