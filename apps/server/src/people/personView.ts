import type { AgencyId, CompanyId, DistrictCode, PersonId, PersonView, Role } from '@kaigong/contract'
import type { OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { PeopleDeps } from './deps.ts'
import type { PersonRow } from './queries.ts'

/** A person as others see one: numbers masked, agency and company by name. */
export const personView = (row: PersonRow, company: string | null, { ground }: OpenEdition): PersonView => ({
  id: row.person_id as PersonId,
  version: row.version,
  name: row.name,
  phone: row.phone_masked,
  idNumber: row.id_number_masked,
  agencyId: row.agency_id as AgencyId | null,
  companyId: row.company_id as CompanyId | null,
  roles: row.roles as Role[],
  active: row.active,
  agencyName: ground.district.agencies.find((a) => a.id === row.agency_id)?.short ?? null,
  companyName: company,
  account: row.account,
  lastSignIn: row.last_sign_in,
  masked: true,
  synthetic: row.synthetic,
})

/** The same of one person, whose company and agency are looked up. */
export async function personViewIn(tx: Tx, { catalogues }: PeopleDeps, row: PersonRow): Promise<PersonView> {
  const company = row.company_id
    ? await tx
        .selectFrom('company')
        .where('district_code', '=', row.district_code)
        .where('company_id', '=', row.company_id)
        .select('name')
        .executeTakeFirst()
    : undefined
  return personView(row, company?.name ?? null, await catalogues.inForce(tx, row.district_code as DistrictCode))
}
