import type { Action, CompanyId, DistrictCode, PersonId, Role } from '@kaigong/contract'

/** Somebody who is signed in, or a machine with a token. */
export type Actor = {
  readonly district: DistrictCode
  readonly person: PersonId
  readonly roles: readonly Role[]
  readonly agency: string | null
  readonly company: CompanyId | null
  /** A browser's session: what it must send back with every change. null for a token, which no page can be tricked into sending. */
  readonly csrf: string | null
  /** Names the session among the person's own; null for a token. */
  readonly session: string | null
  /** What a token is confined to; null where the roles alone decide. */
  readonly scopes: readonly Action[] | null
}
