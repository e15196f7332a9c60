import type { ProxyAct, ProxyStage } from '@kaigong/contract'
import type { ColumnType } from 'kysely'

/** The signed agreement as a version of a material, by the hash of its contents. */
type Agreement = { readonly materialId: string; readonly no: number; readonly sha256: string }

interface ProxyAuthorisationTable {
  district_code: string
  authorisation_id: string
  project_id: string
  company_id: string
  helper: string
  stages: ProxyStage[]
  matters: string[]
  acts: ProxyAct[]
  from_on: string
  until_on: string
  revoked_on: string | null
  agreement: ColumnType<Agreement | null, string | null, never>
  given_by: string
  given_at: string
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    proxy_authorisation: ProxyAuthorisationTable
  }
}
