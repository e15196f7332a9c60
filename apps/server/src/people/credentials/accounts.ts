import type { DistrictCode, PersonId } from '@kaigong/contract'
import { sql } from 'kysely'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { World } from '../../platform/world/world.ts'
import type { Credentials } from './credentials.ts'
import { hashPassword, isPassword } from './password.ts'
import { decrypt, encrypt, matchingStep } from './totp.ts'

const TRIES = 5
const LOCK_MINUTES = 15

export type Who = { readonly district: DistrictCode; readonly person: PersonId }

/** An account for a person. Names are global, for one signs in before there is a district. Returns false where the name is taken. */
export async function makeAccount(
  db: Credentials,
  world: World,
  name: string,
  password: string | null,
  who: Who,
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

/**
 * Who an account with that password, and code where it has a second factor, belongs to. An unknown account takes as long as a wrong
 * password and says the same; five failures in a row lock for a quarter of an hour.
 */
export async function passwordSignIn(
  db: Credentials,
  world: World,
  key: Uint8Array,
  given: { account: string; password: string; code?: string | undefined },
): Promise<Who | Refused> {
  const account = await db
    .selectFrom('account.account')
    .where('name', '=', given.account)
    .selectAll()
    .executeTakeFirst()
  const now = world.now()
  if (account?.locked_until && Temporal.Instant.compare(Temporal.Instant.from(account.locked_until), now) > 0)
    return locked(account.locked_until)
  const right = await isPassword(account?.password_hash ?? null, given.password)
  if (!account) return refuse('signIn.wrong')
  if (!right) return failed(db, now, account)
  if (account.totp_confirmed && account.totp_secret !== null) {
    if (given.code === undefined) return refuse('signIn.codeNeeded')
    const step = matchingStep(decrypt(key, account.totp_secret), given.code, now, Number(account.totp_last_step))
    if (step === undefined) return failed(db, now, account)
    const used = await db
      .updateTable('account.account')
      .set({ totp_last_step: String(step) })
      .where('account_id', '=', account.account_id)
      .where('totp_last_step', '<', String(step))
      .returning('account_id')
      .executeTakeFirst()
    if (!used) return refuse('signIn.wrong')
  }
  if (account.failures > 0) {
    await db
      .updateTable('account.account')
      .set({ failures: 0, locked_until: null })
      .where('account_id', '=', account.account_id)
      .execute()
  }
  return { district: account.district_code as DistrictCode, person: account.person_id as PersonId }
}

async function failed(db: Credentials, now: Temporal.Instant, account: { account_id: string }): Promise<Refused> {
  const until = now.add({ minutes: LOCK_MINUTES }).toString()
  const row = await db
    .updateTable('account.account')
    .set((e) => ({
      failures: e('failures', '+', 1),
      locked_until: e
        .case()
        .when('failures', '>=', TRIES - 1)
        .then(sql<string>`${until}::timestamptz`)
        .else(null)
        .end(),
    }))
    .where('account_id', '=', account.account_id)
    .returning(['failures', 'locked_until'])
    .executeTakeFirst()
  if (!row?.locked_until) return refuse('signIn.wrong')
  // The count begins anew, so that the first mistake after the lock does not lock again.
  await db.updateTable('account.account').set({ failures: 0 }).where('account_id', '=', account.account_id).execute()
  return locked(row.locked_until)
}

function locked(until: string): Refused {
  const time = Temporal.Instant.from(until)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })
  return refuse('signIn.locked', {
    detail: { zh: `连续输错 ${TRIES} 次，账号锁定至 ${time}`, en: `${TRIES} failures in a row: locked until ${time}` },
  })
}

/** The account of somebody who is signed in; undefined for those who come through an identity provider. */
export const accountOf = (db: Credentials, who: Who) =>
  db
    .selectFrom('account.account')
    .where('district_code', '=', who.district)
    .where('person_id', '=', who.person)
    .selectAll()
    .executeTakeFirst()

export async function changePassword(
  db: Credentials,
  who: Who,
  current: string,
  next: string,
): Promise<Refused | undefined> {
  const account = await accountOf(db, who)
  if (!(await isPassword(account?.password_hash ?? null, current)) || !account) return refuse('signIn.wrong')
  await db
    .updateTable('account.account')
    .set({ password_hash: await hashPassword(next) })
    .where('account_id', '=', account.account_id)
    .execute()
  return undefined
}

/** Keeps a secret that counts only once its first code was given. */
export const offerSecondFactor = (db: Credentials, key: Uint8Array, accountId: string, secret: string) =>
  db
    .updateTable('account.account')
    .set({ totp_secret: encrypt(key, secret), totp_confirmed: false, totp_last_step: '0' })
    .where('account_id', '=', accountId)
    .where('totp_confirmed', '=', false)
    .execute()

export async function confirmSecondFactor(
  db: Credentials,
  world: World,
  key: Uint8Array,
  who: Who,
  code: string,
): Promise<Refused | undefined> {
  const account = await accountOf(db, who)
  const step = account?.totp_secret
    ? matchingStep(decrypt(key, account.totp_secret), code, world.now(), Number(account.totp_last_step))
    : undefined
  if (!account || step === undefined) return refuse('signIn.wrong')
  await db
    .updateTable('account.account')
    .set({ totp_confirmed: true, totp_last_step: String(step) })
    .where('account_id', '=', account.account_id)
    .execute()
  return undefined
}

export async function endSecondFactor(
  db: Credentials,
  world: World,
  key: Uint8Array,
  who: Who,
  given: { password: string; code: string },
): Promise<Refused | undefined> {
  const account = await accountOf(db, who)
  if (!(await isPassword(account?.password_hash ?? null, given.password)) || !account?.totp_secret)
    return refuse('signIn.wrong')
  if (
    matchingStep(decrypt(key, account.totp_secret), given.code, world.now(), Number(account.totp_last_step)) ===
    undefined
  )
    return refuse('signIn.wrong')
  await db
    .updateTable('account.account')
    .set({ totp_secret: null, totp_confirmed: false, totp_last_step: '0' })
    .where('account_id', '=', account.account_id)
    .execute()
  return undefined
}
