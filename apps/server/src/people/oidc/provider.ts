import type { DistrictCode, Role, Text } from '@kaigong/contract'

/** An identity provider as the operator describes it, and how its claims become people of a district. */
export type IdentityProvider = {
  readonly id: string
  readonly name: Text
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly district: DistrictCode
  readonly claims: {
    readonly name: string
    /** The claim that holds the agency, and what its values mean here. */
    readonly agency: string
    readonly agencies: Readonly<Record<string, string>>
    readonly roles: string
    readonly roleNames: Readonly<Record<string, Role>>
  }
  /** Only for a provider on this machine, as tests start one. */
  readonly overHttp?: boolean
}
