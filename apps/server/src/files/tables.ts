import type { FileKind } from '@kaigong/contract'
import type { ColumnType, Generated } from 'kysely'

/** jsonb: written as text, read as what it says. */
type Json<T> = ColumnType<T, string, string>
/** bigint: read as text, for it may be larger than a number holds exactly; a file never is. */
type Bytes = ColumnType<string, number, number>

interface MaterialTable {
  district_code: string
  material_id: string
  project_id: string
  version: Generated<number>
  latest: Generated<number>
  uses: Json<readonly string[]>
}

interface MaterialVersionTable {
  district_code: string
  material_id: string
  no: number
  project_id: string
  name: string
  kind: FileKind
  size: Bytes
  sha256: string
  scanned: boolean
  uploaded_by: string | null
  uploaded_at: string
}

interface FileUploadTable {
  district_code: string
  upload_id: string
  project_id: string
  person_id: string
  name: string
  kind: FileKind
  size: Bytes
  sha256: string
  uses: Json<readonly string[]>
  material_id: string | null
  received: ColumnType<string, number | undefined, number>
  became: string | null
  begun_at: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    material: MaterialTable
    material_version: MaterialVersionTable
    file_upload: FileUploadTable
  }
}
