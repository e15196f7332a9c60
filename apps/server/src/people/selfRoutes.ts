import { contracts } from '@kaigong/contract'
import { refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { confirmSecondFactor, endSecondFactor, offerSecondFactor } from './credentials/secondFactor.ts'
import { endSessions } from './credentials/sessions.ts'
import { changePassword } from './credentials/signIn.ts'
import type { PeopleDeps } from './deps.ts'
import { meOf } from './me.ts'
import { notByToken } from './notByToken.ts'

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
  route(contracts.people.changePassword, async ({ actor, body }) => {
    if (actor.scopes) return notByToken()
    const refused = await changePassword(deps, actor, body)
    if (refused) return refused
    await endSessions(deps.credentials, actor, { except: actor.session })
    return { status: 204 }
  }),
  route(contracts.people.startSecondFactor, async ({ actor }) => {
    if (actor.scopes) return notByToken()
    const offered = await offerSecondFactor(deps, actor)
    return offered ? { status: 200, body: offered } : refuse('request.notFound')
  }),
  route(contracts.people.confirmSecondFactor, async ({ actor, body }) => {
    if (actor.scopes) return notByToken()
    return (await confirmSecondFactor(deps, actor, body.code)) ?? { status: 204 }
  }),
  route(contracts.people.endSecondFactor, async ({ actor, body }) => {
    if (actor.scopes) return notByToken()
    return (await endSecondFactor(deps, actor, body)) ?? { status: 204 }
  }),
]
