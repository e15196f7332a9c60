import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import type { PeopleDeps } from './deps.ts'
import type { NewPerson } from './registerPerson.ts'

type Placed = Pick<NewPerson, 'agencyId' | 'companyId' | 'roles'>

/** What is wrong with where a person is put: an agency or company that the district does not have, or none where the role needs one. */
export async function placeFault(
  tx: Tx,
  { catalogues }: Pick<PeopleDeps, 'catalogues'>,
  district: DistrictCode,
  { agencyId, companyId, roles }: Placed,
): Promise<Refused | undefined> {
  const { ground } = await catalogues.inForce(tx, district)
  const errors = []
  if (agencyId === null && (roles.includes('officer') || roles.includes('agencyHead')))
    errors.push(needed('agencyId', '工作人员和部门负责人须写明部门', 'an officer or agency head belongs to an agency'))
  if (agencyId !== null && !ground.district.agencies.some((a) => a.id === agencyId))
    errors.push(
      needed('agencyId', '本区没有这个部门，请从列表中选取', 'the district has no such agency; choose one of the list'),
    )
  if (companyId === null && roles.includes('companyUser'))
    errors.push(needed('companyId', '企业用户须写明企业', 'a company user belongs to a company'))
  if (companyId !== null && !(await isCompany(tx, district, companyId)))
    errors.push(needed('companyId', '本区没有登记这家企业', 'the district knows no such company'))
  return errors.length > 0 ? refuse('request.invalid', { errors }) : undefined
}

const needed = (field: string, zh: string, en: string) => ({ pointer: `/${field}`, detail: { zh, en } })

const isCompany = async (tx: Tx, district: DistrictCode, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .where('company_id', '=', id)
    .select('company_id')
    .executeTakeFirst()) !== undefined
