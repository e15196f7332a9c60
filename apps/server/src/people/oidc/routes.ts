import { contracts } from '@kaigong/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import { API } from '../../platform/http/app.ts'
import { type Route, route } from '../../platform/http/route.ts'
import type { Who } from '../credentials/accounts.ts'
import type { PeopleDeps } from '../deps.ts'
import { keepAttempt, takeAttempt } from './attempt.ts'
import { personOfClaims } from './claims.ts'
import { claimsFrom } from './exchange.ts'
import type { IdentityProvider } from './provider.ts'

type SignIn = (who: Who, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Sign-in by an identity provider: authorisation code with PKCE, state and nonce; each attempt is one browser's and used once. */
export function oidcRoutes(deps: PeopleDeps, signIn: SignIn): readonly Route[] {
  const configured = openProviders()
  const addressOfBack = (id: string) => `${deps.publicUrl}${API}/sign-in/oidc/${id}/back`
  return [
    route(contracts.people.oidcStart, async ({ params, query, request, reply }) => {
      const provider = deps.providers.find((p) => p.id === params.provider)
      if (!provider) return refuse('request.notFound')
      const config = await configured(provider, request)
      if (isRefused(config)) return config
      const { verifier, state, nonce } = await keepAttempt(deps, reply, provider.id, ownPath(query.returnTo))
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: addressOfBack(provider.id),
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
      const attempt = provider && (await takeAttempt(deps, request, reply, provider.id, state))
      if (!provider || !attempt) return refuse('signIn.wrong')
      const config = await configured(provider, request)
      if (isRefused(config)) return config
      const claims = await claimsFrom(config, new URL(request.url, deps.publicUrl), { ...attempt, state }, request.log)
      if (isRefused(claims)) return claims
      const who = await personOfClaims(deps, provider, claims)
      if (isRefused(who)) return who
      const signedIn = await signIn(who, request, reply)
      if (isRefused(signedIn)) return signedIn
      reply.header('location', attempt.return_to)
      return { status: 302 }
    }),
  ]
}

/** Only a path of our own: a link to the sign-in must not send anybody elsewhere afterwards. */
const ownPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) ? path : '/'

/** What providers say of themselves is read when first needed, and again after they could not be reached. */
function openProviders() {
  const known = new Map<string, Promise<oidc.Configuration>>()
  return async (provider: IdentityProvider, request: FastifyRequest): Promise<oidc.Configuration | Refused> => {
    const found = known.get(provider.id) ?? discover(provider)
    known.set(provider.id, found)
    try {
      return await found
    } catch (error) {
      known.delete(provider.id)
      request.log.warn({ provider: provider.id, reason: String(error) }, 'identity provider not reached')
      return refuse('signIn.providerAway')
    }
  }
}

const discover = ({ issuer, clientId, clientSecret, overHttp }: IdentityProvider): Promise<oidc.Configuration> =>
  oidc.discovery(
    new URL(issuer),
    clientId,
    clientSecret,
    undefined,
    overHttp ? { execute: [oidc.allowInsecureRequests] } : {},
  )
