import type { CompanyId, Text } from '@kaigong/contract'
import type { ProjectListRead } from '@kaigong/export'
import type { ProjectRow } from '../identityColumns.ts'
import type { Known } from './known.ts'

type Line = ProjectListRead['rows'][number]

/** Which company a line names: one that is registered, one to register along with it, none, or a mistake. */
export type CompanyMeant = {
  readonly id: CompanyId | null
  readonly fresh?: { readonly name: string; readonly creditCode: string }
  readonly fault?: Text
  readonly warning?: Text
}

/** By its code; by its exact name where no code is given; as it is where the line says nothing of it. */
export function companyOf({ row, project }: Line, existing: ProjectRow | undefined, known: Known): CompanyMeant {
  const { company, creditCode } = project
  const now = (existing?.company_id ?? null) as CompanyId | null
  if (company === undefined && creditCode === undefined) return { id: now }
  if (creditCode) {
    const found = known.companyByCode.get(creditCode)
    if (!found) return { id: null, fresh: { name: company ?? creditCode, creditCode } }
    const id = found.company_id as CompanyId
    return company && company !== found.name ? { id, warning: otherName(row, found.name, company) } : { id }
  }
  if (!company) return { id: null }
  if (existing?.company_name === company) return { id: now }
  const [found, another] = known.companiesByName.get(company) ?? []
  if (found && !another) return { id: found.company_id as CompanyId }
  return { id: null, fault: found ? several : unknown }
}

const unknown: Text = {
  zh: '没有登记过这家企业，请填写其统一社会信用代码',
  en: 'this company is not registered; give its credit code',
}
const several: Text = {
  zh: '有几家同名企业，请填写统一社会信用代码',
  en: 'several companies have this name; give the credit code',
}
const otherName = (row: number, registered: string, written: string): Text => ({
  zh: `第 ${row} 行：该信用代码已登记为“${registered}”，表中的名称“${written}”不采用`,
  en: `Row ${row}: this credit code is registered as "${registered}"; the name "${written}" in the sheet is not taken over`,
})
