import { type CompanyId, type DistrictCode, maskIdNumber, maskPhone, type PersonId, type Role } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { append, emptyHead, headOf } from '../platform/events/append.ts'
import { personKey } from '../platform/search/personKey.ts'
import { keepNumbers } from './keepNumbers.ts'
import type { PersonRow } from './queries.ts'
import './tables.ts'

export type NewPerson = {
  readonly name: string
  readonly phone: string | null
  readonly idNumber: string | null
  readonly agencyId: string | null
  readonly companyId: CompanyId | null
  readonly roles: readonly Role[]
  readonly active: boolean
}
type About = { readonly district: DistrictCode; readonly actor: PersonId | null; readonly at: Temporal.Instant }

/** Puts a person into a district. Numbers lie apart, masked ones beside the name; the event names neither. */
export async function registerPerson(
  tx: Tx,
  about: About,
  id: PersonId,
  person: NewPerson,
  more: { readonly account?: string | null; readonly synthetic?: boolean } = {},
): Promise<PersonRow> {
  const { district, actor, at } = about
  const row = await tx
    .insertInto('person')
    .values({
      ...columnsOf(person),
      district_code: district,
      person_id: id,
      version: 1,
      account: more.account ?? null,
      last_sign_in: null,
      synthetic: more.synthetic ?? false,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (person.phone !== null || person.idNumber !== null) {
    await tx
      .insertInto('person_private')
      .values({ district_code: district, person_id: id, phone: person.phone, id_number: person.idNumber })
      .execute()
  }
  const data = { agency: person.agencyId, company: person.companyId, roles: person.roles }
  await append(tx, { district, stream: `person/${id}`, actor, at }, emptyHead, [{ type: 'personRegistered', data }])
  return row
}

const columnsOf = (person: NewPerson) => ({
  name: person.name,
  name_key: personKey(person.name),
  phone_masked: person.phone && maskPhone(person.phone),
  id_number_masked: person.idNumber && maskIdNumber(person.idNumber),
  agency_id: person.agencyId,
  company_id: person.companyId,
  roles: [...person.roles],
  active: person.active,
})

/**
 * Changes a person at the version that was read; a number that comes back masked is left as it is.
 * @returns the person now; undefined where somebody else was quicker.
 */
export async function changePerson(
  tx: Tx,
  about: About,
  before: PersonRow,
  person: NewPerson,
): Promise<PersonRow | undefined> {
  const { district, actor, at } = about
  const id = before.person_id
  const { phone_masked, id_number_masked, ...rest } = columnsOf(person)
  const numbers = {
    ...(person.phone === before.phone_masked ? {} : { phone: person.phone }),
    ...(person.idNumber === before.id_number_masked ? {} : { id_number: person.idNumber }),
  }
  const version = before.version + 1
  const row = await tx
    .updateTable('person')
    .set({
      ...rest,
      ...('phone' in numbers ? { phone_masked } : {}),
      ...('id_number' in numbers ? { id_number_masked } : {}),
      version,
    })
    .where('district_code', '=', district)
    .where('person_id', '=', id)
    .where('version', '=', before.version)
    .returningAll()
    .executeTakeFirst()
  if (!row) return undefined
  await keepNumbers(tx, district, id, numbers)
  const data = { agency: person.agencyId, company: person.companyId, roles: person.roles, active: person.active }
  await append(tx, { district, stream: `person/${id}`, actor, at }, await headOf(tx, district, `person/${id}`), [
    { type: 'personChanged', data },
  ])
  return row
}
