import type { PersonId, Role } from '@kaigong/contract'
import { inTransaction, systemIn } from '../../platform/database/transaction.ts'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { Who } from '../credentials/accounts.ts'
import type { PeopleDeps } from '../deps.ts'
import { personById } from '../queries.ts'
import { changePerson, registerPerson } from '../registerPerson.ts'
import type { IdentityProvider } from './provider.ts'

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** The person that a provider's claims stand for: registered at the first sign-in, brought up to date at each later one. */
export async function personOfClaims(
  deps: PeopleDeps,
  provider: IdentityProvider,
  claims: Claims,
): Promise<Who | Refused> {
  const { district } = provider
  const { agency, roles, refused } = meaningOf(provider, claims)
  if (refused) return refused
  const known = await deps.credentials
    .selectFrom('account.oidc_identity')
    .where('provider', '=', provider.id)
    .where('subject', '=', claims.sub)
    .select('person_id')
    .executeTakeFirst()
  const person = (known?.person_id ?? deps.newId()) as PersonId
  const about = { district, actor: null, at: deps.now() }
  const name = String(claims[provider.claims.name] ?? claims.sub).slice(0, 40)
  const active = await inTransaction(deps.db, systemIn(district), async (tx) => {
    const row = known && (await personById(tx, district, person))
    if (!row) {
      await registerPerson(tx, about, person, {
        name,
        phone: null,
        idNumber: null,
        agencyId: agency,
        companyId: null,
        roles,
        active: true,
      })
      return true
    }
    const same =
      row.agency_id === agency && row.name === name && [...row.roles].sort().join() === [...roles].sort().join()
    if (!same)
      await changePerson(tx, about, row, {
        name,
        phone: row.phone_masked,
        idNumber: row.id_number_masked,
        agencyId: agency,
        companyId: null,
        roles,
        active: row.active,
      })
    return row.active
  })
  if (!active) return refuse('signIn.wrong', { detail: { zh: '此人员已停用', en: 'This person has been deactivated' } })
  if (!known)
    await deps.credentials
      .insertInto('account.oidc_identity')
      .values({ provider: provider.id, subject: claims.sub, district_code: district, person_id: person })
      .execute()
  return { district, person }
}

/** The agency and roles that the claims name, in our words; a value that the mapping does not know lets nobody in. */
function meaningOf(
  { claims: map }: IdentityProvider,
  claims: Claims,
): { readonly agency: string | null; readonly roles: readonly Role[]; readonly refused?: Refused } {
  const agencyClaim = claims[map.agency]
  const agency = typeof agencyClaim === 'string' ? map.agencies[agencyClaim] : undefined
  const roles = [claims[map.roles]]
    .flat()
    .flatMap((role) => (typeof role === 'string' && map.roleNames[role] ? [map.roleNames[role]] : []))
  if (roles.length > 0 && (agencyClaim === undefined || agency !== undefined)) return { agency: agency ?? null, roles }
  return {
    agency: null,
    roles,
    refused: refuse('right.missing', {
      detail: {
        zh: '统一身份认证给出的部门或角色在本系统没有对应',
        en: 'The agency or role that the identity provider names means nothing here',
      },
    }),
  }
}
