import type { DistrictCode, PersonId } from '@kaigong/contract'
import type { World } from '../../platform/world/world.ts'
import type { Credentials } from './credentials.ts'
import { hashPassword } from './password.ts'

export type Who = { readonly district: DistrictCode; readonly person: PersonId }

/**
 * An account for a person. Names are global, for one signs in before there is a district. Returns false where the name is taken.
 * A one-time password is good for nothing but setting another.
 */
export async function makeAccount(
  db: Credentials,
  world: Pick<World, 'newId'>,
  name: string,
  password: string | null,
  who: Who,
  { oneTime = false }: { readonly oneTime?: boolean } = {},
): Promise<boolean> {
  const made = await db
    .insertInto('account.account')
    .values({
      account_id: world.newId(),
      name,
      password_hash: password === null ? null : await hashPassword(password),
      totp_secret: null,
      totp_confirmed: false,
      totp_last_step: '0',
      failures: 0,
      locked_until: null,
      one_time: oneTime,
      one_time_until: null,
      district_code: who.district,
      person_id: who.person,
    })
    .onConflict((c) => c.column('name').doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return made !== undefined
}

/** Gives a name back whose person was not registered after all. */
export const removeAccount = (db: Credentials, who: Who) =>
  db
    .deleteFrom('account.account')
    .where('district_code', '=', who.district)
    .where('person_id', '=', who.person)
    .execute()

/** The account of somebody who is signed in; undefined for those who come through an identity provider. */
export const accountOf = (db: Credentials, who: Who) =>
  db
    .selectFrom('account.account')
    .where('district_code', '=', who.district)
    .where('person_id', '=', who.person)
    .selectAll()
    .executeTakeFirst()

export const whoHas = (account: { district_code: string; person_id: string }): Who => ({
  district: account.district_code as DistrictCode,
  person: account.person_id as PersonId,
})
