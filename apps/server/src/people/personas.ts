import { type DistrictCode, type PersonId, Role } from '@kaigong/contract'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Database } from '../platform/database/database.ts'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import type { Credentials } from './credentials/credentials.ts'

/**
 * The invented people that one may be: in each district one a role and place, for a plan waits for each agency's signature, and each
 * company and zone has projects of its own. In the order of the roles, the oldest first.
 */
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
    .orderBy('p.person_id')
    .execute()
  const firsts = [...Map.groupBy(rows, standsFor).values()]
    .flatMap(([first]) => first ?? [])
    .sort((a, b) => orderOf(a) - orderOf(b))
  const districts = [...new Set(firsts.map((row) => row.district_code as DistrictCode))]
  const agencies = new Map(
    await Promise.all(
      districts.map(async (code) => {
        const { ground } = await inTransaction(db, systemIn(code), (tx) => catalogues.inForce(tx, code))
        return [code, ground.district.agencies] as const
      }),
    ),
  )
  return districts.flatMap((code) =>
    firsts
      .filter((row) => row.district_code === code)
      .map((row) => ({
        personId: row.person_id as PersonId,
        name: row.name,
        role: row.roles[0] as Role,
        district: { zh: row.name_zh, en: row.name_en },
        place:
          agencies.get(code)?.find((a) => a.id === row.agency_id)?.short ??
          (row.company === null ? null : { zh: row.company, en: row.company }),
      })),
  )
}

type Invented = {
  readonly district_code: string
  readonly roles: readonly string[]
  readonly agency_id: string | null
  readonly company: string | null
}

const standsFor = ({ district_code, roles: [role = ''], agency_id, company }: Invented): string =>
  [district_code, role, agency_id, company].join('\n')

const orderOf = ({ roles: [role] }: Invented): number => Role.options.indexOf(role as Role)
