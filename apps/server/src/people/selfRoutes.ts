import { contracts, reachOf } from '@kaigong/contract'
import { inTransaction } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import type { Actor } from '../platform/http/actor.ts'
import { refuse } from '../platform/http/answer.ts'
import { type Asked, type Route, route } from '../platform/http/route.ts'
import {
  accountOf,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  offerSecondFactor,
} from './credentials/accounts.ts'
import { endSessions, hashOfToken } from './credentials/sessions.ts'
import { newTotpSecret, totpUri } from './credentials/totp.ts'
import type { PeopleDeps } from './deps.ts'
import { meOf } from './me.ts'

/** What people do with their own account. */
export const selfRoutes = (deps: PeopleDeps): readonly Route[] => [
  route(contracts.people.me, async ({ actor, read }) => ({
    status: 200,
    body: await read((tx) => meOf(deps, tx, actor)),
  })),
  route(contracts.people.sessions, async ({ actor }) => {
    const rows = await deps.credentials
      .selectFrom('account.session')
      .where('district_code', '=', actor.district)
      .where('person_id', '=', actor.person)
      .select(['token_hash', 'started_at', 'last_seen_at', 'agent'])
      .orderBy('last_seen_at', 'desc')
      .execute()
    return {
      status: 200,
      body: {
        items: rows.map((row) => ({
          id: row.token_hash.slice(0, 12),
          current: row.token_hash === actor.session,
          startedAt: row.started_at,
          lastSeenAt: row.last_seen_at,
          agent: row.agent,
        })),
      },
    }
  }),
  route(contracts.people.changePassword, async (asked) => {
    const refused = await changePassword(deps.credentials, asked.actor, asked.body.current, asked.body.next)
    if (refused) return refused
    await endSessions(deps.credentials, asked.actor, { except: asked.actor.session })
    await note(deps, asked, { type: 'passwordChanged', data: {} })
    return { status: 204 }
  }),
  route(contracts.people.startSecondFactor, async ({ actor }) => {
    const account = await accountOf(deps.credentials, actor)
    if (!account || account.totp_confirmed) return refuse('request.notFound')
    const secret = newTotpSecret()
    await offerSecondFactor(deps.credentials, deps.secretKey, account.account_id, secret)
    return { status: 200, body: { secret, uri: totpUri(account.name, secret) } }
  }),
  route(contracts.people.confirmSecondFactor, async (asked) => {
    const refused = await confirmSecondFactor(deps.credentials, deps, deps.secretKey, asked.actor, asked.body.code)
    if (refused) return refused
    await note(deps, asked, { type: 'secondFactorChanged', data: { on: true } })
    return { status: 204 }
  }),
  route(contracts.people.endSecondFactor, async (asked) => {
    const refused = await endSecondFactor(deps.credentials, deps, deps.secretKey, asked.actor, asked.body)
    if (refused) return refused
    await note(deps, asked, { type: 'secondFactorChanged', data: { on: false } })
    return { status: 204 }
  }),
  route(contracts.people.tokens, async ({ actor }) => {
    const rows = await deps.credentials
      .selectFrom('account.api_token')
      .where('district_code', '=', actor.district)
      .where('person_id', '=', actor.person)
      .selectAll()
      .orderBy('created_at', 'desc')
      .execute()
    return { status: 200, body: { items: rows.map(tokenView) } }
  }),
  route(contracts.people.createToken, async (asked) => {
    const { actor, body } = asked
    const beyond = body.scopes.filter((scope) => reachOf(actor.roles, scope) === undefined)
    if (beyond.length > 0 || actor.scopes) return refuse('right.missing')
    const now = deps.now()
    const token = deps.newSecret()
    const row = {
      token_id: deps.newId(),
      token_hash: hashOfToken(token),
      name: body.name,
      scopes: [...body.scopes],
      district_code: actor.district,
      person_id: actor.person,
      created_at: now.toString(),
      expires_at: now.add({ hours: 24 * body.days }).toString(),
      last_used_at: null,
      revoked_at: null,
    }
    await deps.credentials.insertInto('account.api_token').values(row).execute()
    await note(deps, asked, { type: 'tokenMade', data: { token: row.token_id, name: body.name, scopes: body.scopes } })
    return { status: 201, body: { ...tokenView(row), token } }
  }),
  route(contracts.people.revokeToken, async (asked) => {
    const row = await deps.credentials
      .updateTable('account.api_token')
      .set({ revoked_at: deps.now().toString() })
      .where('district_code', '=', asked.actor.district)
      .where('person_id', '=', asked.actor.person)
      .where('token_id', '=', asked.params.tokenId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!row) return refuse('request.notFound')
    await note(deps, asked, { type: 'tokenRevoked', data: { token: asked.params.tokenId, name: row.name } })
    return { status: 204 }
  }),
]

/** Credentials lie outside the district's tables; that they changed is an event of the person. */
async function note(
  deps: PeopleDeps,
  { actor, asking }: { actor: Actor; asking: Asked<typeof contracts.people.me>['asking'] },
  event: NewEvent,
): Promise<void> {
  await inTransaction(deps.db, asking, async (tx) => {
    const stream = `person/${actor.person}`
    await append(
      tx,
      { district: actor.district, stream, actor: actor.person, at: deps.now() },
      await headOf(tx, actor.district, stream),
      [event],
    )
  })
}

type TokenRow = {
  token_id: string
  name: string
  scopes: string[]
  created_at: string
  expires_at: string
  last_used_at: string | null
  revoked_at: string | null
}
const tokenView = (row: TokenRow) => ({
  id: row.token_id,
  name: row.name,
  scopes: row.scopes as (typeof contracts.people.createToken.body)['_output']['scopes'],
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revoked: row.revoked_at !== null,
})
