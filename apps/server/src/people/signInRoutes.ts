import { contracts, type DistrictCode, type PersonId } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { giveCookie, takeCookie, tokenOf } from './authenticate.ts'
import type { Who } from './credentials/accounts.ts'
import { actorOfSession, arrive, endSessions, hashOfToken, startSession } from './credentials/sessions.ts'
import { passwordSignIn } from './credentials/signIn.ts'
import type { PeopleDeps } from './deps.ts'
import { meOf } from './me.ts'
import { notByToken } from './notByToken.ts'
import { oidcRoutes } from './oidc/routes.ts'
import { personas } from './personas.ts'

/** A page of another site that sends a form here is not a person signing in. */
const isForeign = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

/** Gives a browser a fresh session, whatever it had before, and tells who it now is. */
async function signedIn(deps: PeopleDeps, who: Who, request: FastifyRequest, reply: FastifyReply) {
  const before = tokenOf(request, deps.secure)
  if (before !== undefined) {
    const old = await actorOfSession(deps.credentials, deps, before, { isAttended: true })
    if (old) await endSessions(deps.credentials, old, { only: hashOfToken(before) })
  }
  if (!(await arrive(deps.credentials, deps, who))) return refuse('signIn.deactivated')
  const { token } = await startSession(deps.credentials, deps, who, String(request.headers['user-agent'] ?? ''))
  request.log.info({ district: who.district, person: who.person }, 'signed in')
  giveCookie(reply, token, deps.secure)
  const actor = await actorOfSession(deps.credentials, deps, token, { isAttended: true })
  if (!actor) return refuse('signIn.wrong')
  return {
    status: 200 as const,
    body: await inTransaction(deps.db, systemIn(who.district), (tx) => meOf(deps, tx, actor)),
  }
}

export const signInRoutes = (deps: PeopleDeps): readonly Route[] => [
  route(contracts.people.ways, async () => ({
    status: 200,
    body: {
      local: true,
      oidc: deps.providers.map(({ id, name }) => ({ id, name })),
      personas: deps.demo ? await personas(deps.credentials, deps.db, deps.catalogues) : [],
    },
  })),
  route(contracts.people.signIn, async ({ body, request, reply }) => {
    if (isForeign(request)) return refuse('signIn.forged')
    const who = await passwordSignIn(deps, body)
    if (!isRefused(who)) return await signedIn(deps, who, request, reply)
    request.log.info({ refused: who.refused }, 'not signed in')
    return who
  }),
  route(contracts.people.persona, async ({ body, request, reply }) => {
    if (isForeign(request)) return refuse('signIn.forged')
    const who = deps.demo ? await inventedPerson(deps, body.personId) : undefined
    return who ? await signedIn(deps, who, request, reply) : refuse('request.notFound')
  }),
  route(contracts.people.signOut, async ({ actor, body, reply }) => {
    if (actor.scopes) return notByToken()
    const which = body.everywhere || actor.session === null ? { except: null } : { only: actor.session }
    await endSessions(deps.credentials, actor, which)
    takeCookie(reply, deps.secure)
    return { status: 204 }
  }),
  ...oidcRoutes(deps, (who, request, reply) => signedIn(deps, who, request, reply)),
]

/** Only somebody invented can be somebody without a password. */
async function inventedPerson(deps: PeopleDeps, id: PersonId): Promise<Who | undefined> {
  const row = await deps.credentials
    .selectFrom('kg.person')
    .where('person_id', '=', id)
    .where('synthetic', '=', true)
    .where('active', '=', true)
    .select('district_code')
    .executeTakeFirst()
  return row && { district: row.district_code as DistrictCode, person: id }
}
