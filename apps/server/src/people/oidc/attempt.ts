import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { hashOfToken } from '../credentials/sessions.ts'
import type { PeopleDeps } from '../deps.ts'

const ATTEMPT_MINUTES = 10

const cookieName = (secure: boolean): string => (secure ? '__Host-kaigong-attempt' : 'kaigong-attempt')

/**
 * Begins an attempt to sign in elsewhere. The browser keeps its state too: nobody can hand somebody else the end of an attempt of
 * one's own, and have them work under one's name.
 */
export async function keepAttempt(deps: PeopleDeps, reply: FastifyReply, provider: string, returnTo: string) {
  const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
  await deps.credentials
    .insertInto('account.oidc_attempt')
    .values({
      state_hash: hashOfToken(state),
      provider,
      verifier,
      nonce,
      return_to: returnTo,
      expires_at: deps.now().add({ minutes: ATTEMPT_MINUTES }).toString(),
    })
    .execute()
  reply.setCookie(cookieName(deps.secure), state, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: deps.secure,
    maxAge: ATTEMPT_MINUTES * 60,
  })
  return { verifier, state, nonce }
}

/** Finds this browser's attempt and forgets it: no answer can be used twice. undefined where there is none, or it took too long. */
export async function takeAttempt(
  deps: PeopleDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  provider: string,
  state: string,
) {
  if (state === '' || request.cookies[cookieName(deps.secure)] !== state) return undefined
  reply.clearCookie(cookieName(deps.secure), { path: '/', secure: deps.secure })
  return await deps.credentials
    .deleteFrom('account.oidc_attempt')
    .where('state_hash', '=', hashOfToken(state))
    .where('provider', '=', provider)
    .where('expires_at', '>', deps.now().toString())
    .returningAll()
    .executeTakeFirst()
}
