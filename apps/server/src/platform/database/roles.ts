import { createHmac } from 'node:crypto'
import type { Client } from 'pg'

/** The two roles of the running server. Neither owns a table, neither may bypass row-level security. */
type ServerRole = 'kaigong_app' | 'kaigong_signin'

export type Urls = { readonly owner: string; readonly app: string; readonly signIn: string }

/**
 * Addresses of the two roles, from the owner's: their passwords follow from the owner's, so that one secret is enough to keep.
 * @returns null where the owner's address has no password to derive from: then both addresses must be set by hand.
 */
export function urlsOf(owner: string): Urls | null {
  const url = new URL(owner)
  if (url.password === '') return null
  const as = (role: ServerRole): string => {
    const own = new URL(owner)
    own.username = role
    own.password = passwordOf(role, decodeURIComponent(url.password))
    return own.toString()
  }
  return { owner, app: as('kaigong_app'), signIn: as('kaigong_signin') }
}

const passwordOf = (role: ServerRole, ownerPassword: string): string =>
  createHmac('sha256', ownerPassword).update(role).digest('base64url')

/** Makes the roles that are missing, and gives them their passwords. They belong to the whole cluster, so several databases share them. */
export async function makeRoles(client: Client, ownerPassword: string | null): Promise<void> {
  for (const role of ['kaigong_app', 'kaigong_signin'] as const) {
    const login =
      ownerPassword === null ? 'login' : `login password ${client.escapeLiteral(passwordOf(role, ownerPassword))}`
    const known = await client.query('select 1 from pg_roles where rolname = $1', [role])
    if (known.rowCount === 0)
      await client.query(`create role ${role} nosuperuser nocreatedb nocreaterole nobypassrls noinherit ${login}`)
    else if (ownerPassword !== null) await client.query(`alter role ${role} ${login}`)
  }
}
