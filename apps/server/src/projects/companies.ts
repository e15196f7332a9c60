import { type CompanyId, creditCodeFault, type DistrictCode, normalCreditCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { likePattern, searchKey } from '../platform/search/searchKey.ts'

type Company = {
  readonly id: CompanyId
  readonly name: string
  readonly creditCode: string
  readonly synthetic: boolean
}

/** Companies by name, pinyin or code; the first fifty. */
export async function companiesFound(tx: Tx, district: DistrictCode, q: string): Promise<Company[]> {
  const pattern = likePattern(q)
  const rows = await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .$if(q !== '', (s) =>
      s.where((e) =>
        e.or([
          e('name', 'ilike', pattern),
          e('name_key', 'like', likePattern(q.toLowerCase())),
          e('credit_code', 'ilike', pattern),
        ]),
      ),
    )
    .selectAll()
    .orderBy('name_key')
    .limit(50)
    .execute()
  return rows.map(viewOf)
}

/** Registers a company, or gives back the one that has the code already. A code that cannot be right is refused with the reason. */
export async function registerCompany(
  tx: Tx,
  district: DistrictCode,
  id: CompanyId,
  { name, creditCode, synthetic = false }: { name: string; creditCode: string; synthetic?: boolean },
): Promise<Company | Refused> {
  const code = normalCreditCode(creditCode)
  const fault = creditCodeFault(code)
  if (fault) return refuse('request.invalid', { errors: [{ pointer: '/creditCode', detail: fault }] })
  await tx
    .insertInto('company')
    .values({ district_code: district, company_id: id, name, name_key: searchKey(name), credit_code: code, synthetic })
    .onConflict((c) => c.columns(['district_code', 'credit_code']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .where('credit_code', '=', code)
    .selectAll()
    .executeTakeFirstOrThrow()
  return viewOf(row)
}

const viewOf = (row: { company_id: string; name: string; credit_code: string; synthetic: boolean }): Company => ({
  id: row.company_id as CompanyId,
  name: row.name,
  creditCode: row.credit_code,
  synthetic: row.synthetic,
})
