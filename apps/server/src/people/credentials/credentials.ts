import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'

/** What only the role `kaigong_signin` reaches: credentials, and of people what is needed to know who somebody is. */
export type CredentialTables = {
  'account.account': {
    account_id: string
    name: string
    password_hash: string | null
    totp_secret: string | null
    totp_confirmed: boolean
    totp_last_step: string
    failures: number
    locked_until: string | null
    one_time: boolean
    one_time_until: string | null
    district_code: string
    person_id: string
  }
  'account.session': {
    token_hash: string
    csrf: string
    district_code: string
    person_id: string
    started_at: string
    last_seen_at: string
    expires_at: string
    agent: string
  }
  'account.api_token': {
    token_id: string
    token_hash: string
    name: string
    scopes: string[]
    district_code: string
    person_id: string
    created_at: string
    expires_at: string
    last_used_at: string | null
    revoked_at: string | null
  }
  'account.oidc_identity': { provider: string; subject: string; district_code: string; person_id: string }
  'account.oidc_attempt': {
    state_hash: string
    provider: string
    verifier: string
    nonce: string
    return_to: string
    expires_at: string
  }
  'kg.person': {
    district_code: string
    person_id: string
    name: string
    agency_id: string | null
    company_id: string | null
    roles: string[]
    active: boolean
    last_sign_in: string | null
    synthetic: boolean
  }
  'kg.company': { district_code: string; company_id: string; name: string }
  'kg.district': { code: string; name_zh: string; name_en: string }
}

export type Credentials = Kysely<CredentialTables>

export const openCredentials = (pool: pg.Pool): Credentials => new Kysely({ dialect: new PostgresDialect({ pool }) })
