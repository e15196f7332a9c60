import type { DistrictCode, PersonId, Role } from '@kaigong/contract'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Database } from '../platform/database/database.ts'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import type { Credentials } from './credentials/credentials.ts'

/** For each district and role the invented people that one may be, in the order of the roles. */
export async function personas(credentials: Credentials, db: Database, catalogues: Catalogues) {
  const rows = await credentials
    .selectFrom('kg.person as p')
    .innerJoin('kg.district as d', 'd.code', 'p.district_code')
    .leftJoin('kg.company as c', (j) =>
      j.onRef('c.district_code', '=', 'p.district_code').onRef('c.company_id', '=', 'p.company_id'),
    )
    .where('p.synthetic', '=', true)
    .where('p.active', '=', true)
    .select([
      'p.person_id',
      'p.name',
      'p.roles',
      'p.agency_id',
      'p.district_code',
      'd.name_zh',
      'd.name_en',
      'c.name as company',
    ])
    .orderBy('p.district_code')
    .execute()
  const districts = [...new Set(rows.map((r) => r.district_code as DistrictCode))]
  const agencies = new Map(
    await Promise.all(
      districts.map(async (code) => {
        const { ground } = await inTransaction(db, systemIn(code), (tx) => catalogues.inForce(tx, code))
        return [code, ground.district.agencies] as const
      }),
    ),
  )
  return rows.flatMap((row) => {
    const role = row.roles[0] as Role | undefined
    if (role === undefined) return []
    const agency = agencies.get(row.district_code as DistrictCode)?.find((a) => a.id === row.agency_id)
    return [
      {
        personId: row.person_id as PersonId,
        name: row.name,
        role,
        district: { zh: row.name_zh, en: row.name_en },
        place: agency?.short ?? (row.company === null ? null : { zh: row.company, en: row.company }),
      },
    ]
  })
}
