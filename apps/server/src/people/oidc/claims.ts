import type { PersonId, Role } from '@kaigong/contract'
import { sql } from 'kysely'
import { inTransaction, systemIn } from '../../platform/database/transaction.ts'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { Who } from '../credentials/accounts.ts'
import type { PeopleDeps } from '../deps.ts'
import { personById } from '../queries.ts'
import { changePerson, registerPerson } from '../registerPerson.ts'
import type { IdentityProvider } from './provider.ts'

export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/**
 * The person that a provider's claims stand for: registered at the first sign-in, brought up to date at each later one.
 * A person who was deactivated stays so; whoever opens the session sees to that.
 */
export async function personOfClaims(
  deps: PeopleDeps,
  provider: IdentityProvider,
  claims: Claims,
): Promise<Who | Refused> {
  const meant = meaningOf(provider, claims)
  if (!meant) return refuse('signIn.unmapped')
  const { district } = provider
  const about = { district, actor: null, at: deps.now() }
  const name = String(claims[provider.claims.name] ?? claims.sub).slice(0, 40)
  return await inTransaction(deps.db, systemIn(district), async (tx) => {
    // The same person in two windows at once is registered once.
    await sql`select pg_advisory_xact_lock(hashtext(${`${provider.id} ${claims.sub}`}))`.execute(tx)
    const known = await identity(deps, provider, claims)
    const person = known ?? (deps.newId() as PersonId)
    const row = known && (await personById(tx, district, known))
    const fields = { name, agencyId: meant.agency, companyId: null, roles: meant.roles }
    if (!row) await registerPerson(tx, about, person, { ...fields, phone: null, idNumber: null, active: true })
    else if (row.name !== name || row.agency_id !== meant.agency || !isSame(row.roles, meant.roles)) {
      const numbers = { phone: row.phone_masked, idNumber: row.id_number_masked }
      await changePerson(tx, about, row, { ...fields, ...numbers, active: row.active })
    }
    if (!known) await keepIdentity(deps, provider, claims, person)
    return { district, person }
  })
}

async function identity(
  { credentials }: PeopleDeps,
  provider: IdentityProvider,
  { sub }: Claims,
): Promise<PersonId | undefined> {
  const row = await credentials
    .selectFrom('account.oidc_identity')
    .where('provider', '=', provider.id)
    .where('subject', '=', sub)
    .select('person_id')
    .executeTakeFirst()
  return row?.person_id as PersonId | undefined
}

/** Kept before the person is: should that fail, the next sign-in registers the person under this id. */
const keepIdentity = (
  { credentials }: PeopleDeps,
  { id, district }: IdentityProvider,
  { sub }: Claims,
  person: PersonId,
) =>
  credentials
    .insertInto('account.oidc_identity')
    .values({ provider: id, subject: sub, district_code: district, person_id: person })
    .execute()

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  new Set(some).symmetricDifference(new Set(others)).size === 0

/** The agency and roles that the claims name, in our words. A value that the mapping does not know lets nobody in: undefined. */
function meaningOf(
  { claims: map }: IdentityProvider,
  claims: Claims,
): { readonly agency: string | null; readonly roles: readonly Role[] } | undefined {
  const named = claims[map.agency]
  const agency = named === undefined ? null : map.agencies[String(named)]
  const roles = [claims[map.roles] ?? []].flat().map((role) => map.roleNames[String(role)])
  if (agency === undefined || roles.length === 0 || !roles.every((role) => role !== undefined)) return undefined
  return { agency, roles: [...new Set(roles)] }
}
