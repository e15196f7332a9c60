import { contracts, type DistrictCode, type PersonId, type Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { isAboveMe } from './administrators.ts'
import { changedAs } from './change.ts'
import { makeAccount, removeAccount } from './credentials/accounts.ts'
import { resetPassword } from './credentials/resetPassword.ts'
import { endSessions } from './credentials/sessions.ts'
import type { PeopleDeps } from './deps.ts'
import { notByToken } from './notByToken.ts'
import { checkedNumbers } from './numbers.ts'
import { personView, personViewIn } from './personView.ts'
import { placeFault } from './place.ts'
import { type PeopleFilter, peopleOf, personById } from './queries.ts'
import { registerPerson } from './registerPerson.ts'
import { selfRoutes } from './selfRoutes.ts'
import { signInRoutes } from './signInRoutes.ts'
import { tokenRoutes } from './tokenRoutes.ts'
import { unmaskedNumbers } from './unmask.ts'

/** Signing in, one's own account, and the people of a district. */
export const peopleRoutes = (deps: PeopleDeps): readonly Route[] => [
  ...signInRoutes(deps),
  ...selfRoutes(deps),
  ...tokenRoutes(deps),
  route(contracts.people.list, async ({ actor, query, read }) => ({
    status: 200,
    body: await read((tx) => found(deps, tx, actor.district, query)),
  })),
  route(contracts.people.search, async ({ actor, body, read }) => ({
    status: 200,
    body: await read((tx) => found(deps, tx, actor.district, body)),
  })),
  route(contracts.people.create, async ({ actor, body, transact }) => {
    const { account, password, ...form } = body
    const person = checkedNumbers(form)
    if (isRefused(person)) return person
    if (isAboveMe(actor.roles, person.roles)) return refuse('right.missing')
    const id = deps.newId() as PersonId
    const who = { district: actor.district, person: id }
    let isNamed = false
    try {
      return await transact(async (tx) => {
        const fault = await placeFault(tx, deps, actor.district, person)
        if (fault) return fault
        isNamed = account !== null && (await makeAccount(deps.credentials, deps, account, password, who))
        if (account !== null && !isNamed) return refuse('person.nameTaken')
        const about = { district: actor.district, actor: actor.person, at: deps.now() }
        const row = await registerPerson(tx, about, id, person, { account })
        return { status: 201, etag: row.version, body: await personViewIn(tx, deps, row) }
      })
    } catch (error) {
      // The account lies beyond the transaction that was undone.
      if (isNamed) await removeAccount(deps.credentials, who)
      throw error
    }
  }),
  route(contracts.people.change, async ({ actor, params, body, ifMatch, transact }) => {
    const answer = await transact(async (tx) => {
      const row = await personById(tx, actor.district, params.personId)
      if (!row) return refuse('request.notFound')
      if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
      const changed = await changedAs(tx, deps, actor, row, body)
      if (isRefused(changed)) return changed
      return { status: 200, etag: changed.version, body: await personViewIn(tx, deps, changed) }
    })
    if (!isRefused(answer) && !body.active)
      await endSessions(deps.credentials, { district: actor.district, person: params.personId }, { except: null })
    return answer
  }),
  // Not by `transact`, which would keep the answer, and with it the password, for whoever repeats the request.
  route(contracts.people.resetPassword, async ({ actor, params, body, read }) => {
    if (actor.scopes) return notByToken()
    const row = await read((tx) => personById(tx, actor.district, params.personId))
    if (!row) return refuse('request.notFound')
    if (isAboveMe(actor.roles, row.roles)) return refuse('right.missing')
    if (row.person_id === actor.person) return refuse('right.missing', { detail: notOnesOwn })
    if (!row.active) return refuse('signIn.deactivated')
    const given = await resetPassword(deps, { district: actor.district, person: params.personId }, actor.person, body)
    return given ? { status: 201, body: given } : refuse('request.notFound')
  }),
  // Nor this one, for the sake of the numbers.
  route(contracts.people.unmask, async ({ actor, params, body, asking }) => {
    const numbers = await unmaskedNumbers(deps, asking, actor, params.personId, body.reason)
    return numbers ? { status: 200, body: numbers } : refuse('request.notFound')
  }),
]

async function found(deps: PeopleDeps, tx: Tx, district: DistrictCode, filter: PeopleFilter) {
  const edition = await deps.catalogues.inForce(tx, district)
  const rows = await peopleOf(tx, district, filter)
  return { items: rows.map((row) => personView(row, row.company_name, edition)) }
}

/** Whoever finds an administrator's desk unlocked must not be able to take the account over. */
const notOnesOwn: Text = {
  zh: '自己的密码请在“我的账号”修改；忘记的，请另一位管理员重置',
  en: 'Change your own password under “My account”; if you have forgotten it, another administrator resets it',
}
