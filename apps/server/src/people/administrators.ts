import type { DistrictCode, PersonId, Role } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

/** The roles that may register people, and so let somebody in again. */
const ADMINISTERING: readonly Role[] = ['districtAdministrator', 'systemAdministrator']

export const administers = ({ roles, active }: { roles: readonly string[]; active: boolean }): boolean =>
  active && ADMINISTERING.some((role) => roles.includes(role))

/** Active people who may administer the district. Held until the transaction ends: two who dismiss each other at once must not both succeed. */
export async function administratorsOf(tx: Tx, district: DistrictCode): Promise<readonly PersonId[]> {
  const rows = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('active', '=', true)
    .where((e) => e.or(ADMINISTERING.map((role) => e(e.val<string>(role), '=', e.fn.any('roles')))))
    .select('person_id')
    .orderBy('person_id')
    .forUpdate()
    .execute()
  return rows.map((row) => row.person_id as PersonId)
}

/** A system administrator is made, changed and dismissed by another one only. */
export const isAboveMe = (mine: readonly Role[], ...theirs: readonly (readonly string[])[]): boolean =>
  !mine.includes('systemAdministrator') && theirs.some((roles) => roles.includes('systemAdministrator'))
