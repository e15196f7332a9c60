import {
  type CompanyId,
  type DistrictCode,
  isIdNumber,
  isPhone,
  maskIdNumber,
  maskPhone,
  type PersonId,
  type Role,
} from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { append, emptyHead, headOf } from '../platform/events/append.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { searchKey } from '../platform/search/searchKey.ts'
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

/** What is wrong with the numbers of a person; undefined where nothing is. A masked number is one that was not changed. */
export function numbersFault({ phone, idNumber }: Pick<NewPerson, 'phone' | 'idNumber'>): Refused | undefined {
  const errors = [
    ...(phone === null || phone.includes('＊') || isPhone(phone)
      ? []
      : [
          {
            pointer: '/phone',
            detail: {
              zh: '电话应为 11 位手机号或带区号的固定电话',
              en: 'a mobile number of 11 digits, or a landline with its area code',
            },
          },
        ]),
    ...(idNumber === null || idNumber.includes('＊') || isIdNumber(idNumber)
      ? []
      : [
          {
            pointer: '/idNumber',
            detail: {
              zh: '身份证号不对：应为 18 位，末位为校验码',
              en: 'not an identity number: 18 characters, the last of which checks the others',
            },
          },
        ]),
  ]
  return errors.length > 0 ? refuse('request.invalid', { errors }) : undefined
}

/** Puts a person into a district. Numbers lie apart, masked ones beside the name; the event names neither. */
export async function registerPerson(
  tx: Tx,
  about: About,
  id: PersonId,
  person: NewPerson,
  more: { readonly account?: string | null; readonly synthetic?: boolean } = {},
): Promise<void> {
  const { district, actor, at } = about
  await tx
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
    .execute()
  if (person.phone !== null || person.idNumber !== null) {
    await tx
      .insertInto('person_private')
      .values({ district_code: district, person_id: id, phone: person.phone, id_number: person.idNumber })
      .execute()
  }
  const data = { agency: person.agencyId, company: person.companyId, roles: person.roles }
  await append(tx, { district, stream: `person/${id}`, actor, at }, emptyHead, [{ type: 'personRegistered', data }])
}

const columnsOf = (person: NewPerson) => ({
  name: person.name,
  name_key: searchKey(person.name),
  phone_masked: person.phone && maskPhone(person.phone),
  id_number_masked: person.idNumber && maskIdNumber(person.idNumber),
  agency_id: person.agencyId,
  company_id: person.companyId,
  roles: [...person.roles],
  active: person.active,
})

/** Changes a person at the version that was read; a number that comes back masked is left as it is. @returns the new version. */
export async function changePerson(tx: Tx, about: About, before: PersonRow, person: NewPerson): Promise<number> {
  const { district, actor, at } = about
  const id = before.person_id
  const { phone_masked, id_number_masked, ...rest } = columnsOf(person)
  const keepPhone = person.phone?.includes('＊') ?? false
  const keepNumber = person.idNumber?.includes('＊') ?? false
  const version = before.version + 1
  await tx
    .updateTable('person')
    .set({ ...rest, ...(keepPhone ? {} : { phone_masked }), ...(keepNumber ? {} : { id_number_masked }), version })
    .where('district_code', '=', district)
    .where('person_id', '=', id)
    .where('version', '=', before.version)
    .execute()
  if (!keepPhone || !keepNumber) {
    await tx
      .insertInto('person_private')
      .values({
        district_code: district,
        person_id: id,
        phone: keepPhone ? null : person.phone,
        id_number: keepNumber ? null : person.idNumber,
      })
      .onConflict((c) =>
        c.columns(['district_code', 'person_id']).doUpdateSet({
          ...(keepPhone ? {} : { phone: person.phone }),
          ...(keepNumber ? {} : { id_number: person.idNumber }),
        }),
      )
      .execute()
  }
  const data = { agency: person.agencyId, company: person.companyId, roles: person.roles, active: person.active }
  await append(tx, { district, stream: `person/${id}`, actor, at }, await headOf(tx, district, `person/${id}`), [
    { type: 'personChanged', data },
  ])
  return version
}
