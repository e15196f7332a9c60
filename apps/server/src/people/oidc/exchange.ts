import type { FastifyBaseLogger } from 'fastify'
import * as oidc from 'openid-client'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { Claims } from './claims.ts'

/**
 * Exchanges the code in the address for what the provider says of the person: its signed token and, where it has such an address, its
 * user information, for many tell agency and roles only there.
 */
export async function claimsFrom(
  config: oidc.Configuration,
  address: URL,
  attempt: { readonly verifier: string; readonly nonce: string; readonly state: string },
  log: FastifyBaseLogger,
): Promise<Claims | Refused> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, address, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const signed = tokens.claims()
    if (!signed) return refuse('signIn.wrong')
    if (config.serverMetadata().userinfo_endpoint === undefined) return signed
    return { ...(await oidc.fetchUserInfo(config, tokens.access_token, signed.sub)), ...signed }
  } catch (error) {
    const refused = refusalOf(error)
    if (!refused) throw error
    // Only the kind of error: the messages of some quote what the provider said of the person.
    log.warn({ reason: error instanceof Error && 'code' in error ? error.code : String(error) }, 'not signed in')
    return refused
  }
}

function refusalOf(error: unknown): Refused | undefined {
  if (
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    error instanceof oidc.WWWAuthenticateChallengeError ||
    error instanceof oidc.ClientError
  )
    return refuse('signIn.wrong')
  // What `fetch` throws where nobody answers.
  return error instanceof TypeError ? refuse('signIn.providerAway') : undefined
}
