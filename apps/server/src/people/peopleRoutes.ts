import { type AgencyId, type CompanyId, contracts, type PersonId, type PersonView, type Role } from '@kaigong/contract'
import type { OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { makeAccount, removeAccount } from './credentials/accounts.ts'
import { endSessions } from './credentials/sessions.ts'
import type { PeopleDeps } from './deps.ts'
import { otherAdministrators, type PersonRow, peopleOf, personById } from './queries.ts'
import { changePerson, type NewPerson, numbersFault, registerPerson } from './registerPerson.ts'
import { selfRoutes } from './selfRoutes.ts'
import { signInRoutes } from './signInRoutes.ts'

/** Signing in, one's own account, and the people of a district. */
export const peopleRoutes = (deps: PeopleDeps): readonly Route[] => [
  ...signInRoutes(deps),
  ...selfRoutes(deps),
  route(contracts.people.list, async ({ actor, query, read }) => ({
    status: 200,
    body: await read(async (tx) => {
      const edition = await deps.catalogues.inForce(tx, actor.district)
      const rows = await peopleOf(tx, actor.district, query)
      return { items: rows.map((row) => viewOf(row, row.company_name, edition)) }
    }),
  })),
  route(contracts.people.create, async ({ actor, body, transact }) => {
    const { account, password, ...person } = body
    const fault = numbersFault(person) ?? administratorsOnly(actor.roles, person.roles)
    if (fault) return fault
    const id = deps.newId() as PersonId
    const who = { district: actor.district, person: id }
    if (account !== null && !(await makeAccount(deps.credentials, deps, account, password, who)))
      return refuse('person.nameTaken')
    const registered = await transact(async (tx) => {
      await registerPerson(tx, { district: actor.district, actor: actor.person, at: deps.now() }, id, person, {
        account,
      })
      const row = await personById(tx, actor.district, id)
      if (!row) return refuse('request.notFound')
      return { status: 201, etag: 1, body: await viewIn(tx, deps, row) }
    })
    // A repeat got the first answer, whose person has an account already.
    const made = !isRefused(registered) && registered.body.id === id
    if (account !== null && !made) await removeAccount(deps.credentials, who)
    return registered
  }),
  route(contracts.people.change, async ({ actor, params, body, ifMatch, transact }) => {
    const fault = numbersFault(body) ?? administratorsOnly(actor.roles, body.roles)
    if (fault) return fault
    const answer = await transact(async (tx) => {
      const row = await personById(tx, actor.district, params.personId)
      if (!row) return refuse('request.notFound')
      if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
      if (losesAdministration(row, body) && (await otherAdministrators(tx, actor.district, params.personId)) === 0)
        return refuse('person.lastAdministrator')
      const version = await changePerson(
        tx,
        { district: actor.district, actor: actor.person, at: deps.now() },
        row,
        body,
      )
      const after = await personById(tx, actor.district, params.personId)
      return { status: 200, etag: version, body: await viewIn(tx, deps, after ?? row) }
    })
    if (!isRefused(answer) && !body.active)
      await endSessions(deps.credentials, { district: actor.district, person: params.personId }, { except: null })
    return answer
  }),
  route(contracts.people.unmask, async ({ actor, params, body, asking }) => {
    // The event and the look at the numbers are one transaction: nobody sees them without having left a trace.
    const numbers = await inTransaction(deps.db, { ...asking, unmask: true }, async (tx) => {
      const row = await personById(tx, actor.district, params.personId)
      if (!row) return undefined
      const stream = `person/${params.personId}`
      await append(
        tx,
        { district: actor.district, stream, actor: actor.person, at: deps.now() },
        await headOf(tx, actor.district, stream),
        [{ type: 'numbersUnmasked', data: { reason: body.reason } }],
      )
      return (
        (await tx
          .selectFrom('person_private')
          .where('district_code', '=', actor.district)
          .where('person_id', '=', params.personId)
          .select(['phone', 'id_number'])
          .executeTakeFirst()) ?? { phone: null, id_number: null }
      )
    })
    if (!numbers) return refuse('request.notFound')
    return { status: 200, body: { phone: numbers.phone, idNumber: numbers.id_number } }
  }),
]

/** Only who administers may make somebody an administrator. */
function administratorsOnly(mine: readonly Role[], given: readonly Role[]): Refused | undefined {
  const raised = given.includes('systemAdministrator') && !mine.includes('systemAdministrator')
  return raised ? refuse('right.missing') : undefined
}

const administers = (roles: readonly string[]): boolean =>
  roles.includes('districtAdministrator') || roles.includes('systemAdministrator')

const losesAdministration = (before: PersonRow, after: NewPerson): boolean =>
  administers(before.roles) && (!administers(after.roles) || !after.active)

async function viewIn(tx: Tx, deps: PeopleDeps, row: PersonRow): Promise<PersonView> {
  const district = row.district_code as Parameters<typeof deps.catalogues.inForce>[1]
  const company = row.company_id
    ? await tx
        .selectFrom('company')
        .where('district_code', '=', row.district_code)
        .where('company_id', '=', row.company_id)
        .select('name')
        .executeTakeFirst()
    : undefined
  return viewOf(row, company?.name ?? null, await deps.catalogues.inForce(tx, district))
}

const viewOf = (row: PersonRow, company: string | null, { ground }: OpenEdition): PersonView => ({
  id: row.person_id as PersonId,
  version: row.version,
  name: row.name,
  phone: row.phone_masked,
  idNumber: row.id_number_masked,
  agencyId: row.agency_id as AgencyId | null,
  companyId: row.company_id as CompanyId | null,
  roles: row.roles as Role[],
  active: row.active,
  agencyName: ground.district.agencies.find((a) => a.id === row.agency_id)?.short.zh ?? null,
  companyName: company,
  account: row.account,
  lastSignIn: row.last_sign_in,
  masked: true,
  synthetic: row.synthetic,
})
