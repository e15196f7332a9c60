import { contracts } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import { API } from '../../platform/http/app.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Who } from '../credentials/accounts.ts'
import { hashOfToken } from '../credentials/sessions.ts'
import type { PeopleDeps } from '../deps.ts'
import { personOfClaims } from './claims.ts'
import type { IdentityProvider } from './provider.ts'

const ATTEMPT_MINUTES = 10

type SignedIn = (who: Who, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Sign-in by an identity provider: authorisation code with PKCE, state and nonce; each attempt is used once. */
export function oidcRoutes(deps: PeopleDeps, signedIn: SignedIn): readonly Route[] {
  const known = new Map<string, Promise<oidc.Configuration>>()
  const configured = (provider: IdentityProvider): Promise<oidc.Configuration> => {
    const found =
      known.get(provider.id) ??
      oidc.discovery(
        new URL(provider.issuer),
        provider.clientId,
        provider.clientSecret,
        undefined,
        provider.overHttp ? { execute: [oidc.allowInsecureRequests] } : {},
      )
    known.set(provider.id, found)
    // A provider that could not be reached may be there next time.
    found.catch(() => known.delete(provider.id))
    return found
  }
  const back = (id: string) => `${deps.publicUrl}${API}/sign-in/oidc/${id}/back`
  return [
    route(contracts.people.oidcStart, async ({ params, query, reply }) => {
      const provider = deps.providers.find((p) => p.id === params.provider)
      if (!provider) return refuse('request.notFound')
      const config = await configured(provider)
      const [verifier, state, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomState(), oidc.randomNonce()]
      await deps.credentials
        .insertInto('account.oidc_attempt')
        .values({
          state_hash: hashOfToken(state),
          provider: provider.id,
          verifier,
          nonce,
          return_to: ownPath(query.returnTo),
          expires_at: deps.now().add({ minutes: ATTEMPT_MINUTES }).toString(),
        })
        .execute()
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: back(provider.id),
        scope: 'openid profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      })
      reply.header('location', url.href)
      return { status: 302 }
    }),
    route(contracts.people.oidcBack, async ({ params, query, request, reply }) => {
      const provider = deps.providers.find((p) => p.id === params.provider)
      const state = typeof query.state === 'string' ? query.state : ''
      const attempt = provider && (await takeAttempt(deps, provider.id, state))
      if (!provider || !attempt) return refuse('signIn.wrong')
      const claims = await claimsOf(
        await configured(provider),
        new URL(`${deps.publicUrl}${request.url}`),
        attempt,
        state,
      )
      if (isRefused(claims)) return claims
      const who = await personOfClaims(deps, provider, claims)
      if (isRefused(who)) return who
      await signedIn(who, request, reply)
      reply.header('location', attempt.return_to)
      return { status: 302 }
    }),
  ]
}

/** Only a path of our own: a provider's answer must not send anybody elsewhere. */
const ownPath = (path: string | undefined): string => (path !== undefined && /^\/(?![/\\])/.test(path) ? path : '/')

/** Finds the attempt and forgets it: no answer can be used twice. */
const takeAttempt = (deps: PeopleDeps, provider: string, state: string) =>
  deps.credentials
    .deleteFrom('account.oidc_attempt')
    .where('state_hash', '=', hashOfToken(state))
    .where('provider', '=', provider)
    .where('expires_at', '>', deps.now().toString())
    .returningAll()
    .executeTakeFirst()

async function claimsOf(
  config: oidc.Configuration,
  url: URL,
  attempt: { verifier: string; nonce: string },
  state: string,
): Promise<(Readonly<Record<string, unknown>> & { sub: string }) | Refused> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: state,
      expectedNonce: attempt.nonce,
    })
    const claims = tokens.claims()
    return claims ?? refuse('signIn.wrong')
  } catch (error) {
    if (
      error instanceof oidc.AuthorizationResponseError ||
      error instanceof oidc.ResponseBodyError ||
      error instanceof oidc.ClientError
    )
      return refuse('signIn.wrong')
    throw error
  }
}
