import type { ProjectRow as SheetRow } from '@kaigong/export'
import { type ListedRow, toIdentity } from '../identityColumns.ts'

/** A project as a line of the sheet. */
export function lineOf(row: ListedRow, leader: string | null): SheetRow {
  const { nameEn: _nameEn, companyId: _companyId, ...identity } = toIdentity(row)
  return {
    ...identity,
    company: row.company_name,
    creditCode: row.credit_code,
    leader,
    helper: row.helper_name,
    key: row.project_id,
    version: row.version,
  }
}
