import type { Deps } from '../platform/deps.ts'
import type { Credentials } from './credentials/credentials.ts'
import type { IdentityProvider } from './oidc/provider.ts'

/** What signing in stands on beside the rest. */
export type PeopleDeps = Deps & {
  readonly credentials: Credentials
  /** Encrypts second-factor secrets. */
  readonly secretKey: Uint8Array
  /** Only then may anybody be an invented persona. */
  readonly demo: boolean
  /** Whether browsers reach us by HTTPS: then cookies are only sent that way. */
  readonly secure: boolean
  readonly providers: readonly IdentityProvider[]
  readonly publicUrl: string
}
