import { contracts, reachOf } from '@kaigong/contract'
import { refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { hashOfToken } from './credentials/sessions.ts'
import type { PeopleDeps } from './deps.ts'
import { note } from './note.ts'

/** Tokens with which machines act for a person: never more than that person may, often less. */
export const tokenRoutes = (deps: PeopleDeps): readonly Route[] => [
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
  route(contracts.people.createToken, async ({ actor, body }) => {
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
    await note(deps, actor, actor.person, {
      type: 'tokenMade',
      data: { token: row.token_id, name: body.name, scopes: body.scopes },
    })
    return { status: 201, body: { ...tokenView(row), token } }
  }),
  route(contracts.people.revokeToken, async ({ actor, params }) => {
    const row = await deps.credentials
      .updateTable('account.api_token')
      .set({ revoked_at: deps.now().toString() })
      .where('district_code', '=', actor.district)
      .where('person_id', '=', actor.person)
      .where('token_id', '=', params.tokenId)
      .where('revoked_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!row) return refuse('request.notFound')
    await note(deps, actor, actor.person, { type: 'tokenRevoked', data: { token: params.tokenId, name: row.name } })
    return { status: 204 }
  }),
]

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
