import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** Queries outside a transaction see no row of any district: nobody asks yet. Only `inTransaction` and the sign-in code use it. */
export type Database = Kysely<Tables>

// A day stays the text that it is, a happening the instant's text in UTC: a JavaScript Date would move days between zones.
// Numbers that do not fit a float stay text too; whoever needs one says so.
const asText = (value: string): string => value
const textTypes: readonly number[] = [pg.types.builtins.DATE, pg.types.builtins.NUMERIC, pg.types.builtins.INT8]
const instants: readonly number[] = [pg.types.builtins.TIMESTAMP, pg.types.builtins.TIMESTAMPTZ]
for (const type of textTypes) pg.types.setTypeParser(type, asText)
for (const type of instants)
  pg.types.setTypeParser(type, (value) => `${value.replace(' ', 'T').replace(/\+00(:?00)?$/, '')}Z`)

export type DatabaseOptions = {
  readonly url: string
  /** Connections at most. */
  readonly connections: number
  readonly searchPath: string
  /** Told when an idle connection breaks; the pool makes a new one by itself. */
  readonly onBroken?: (error: Error) => void
}

/** A pool of connections that gives up on a lost server within two seconds, so that a request is answered 503 and does not hang. */
export function openPool({ url, connections, searchPath, onBroken }: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 1800,
    idleTimeoutMillis: 30_000,
    // Just longer than the server's own limit: only a server that stands still is waited for that long.
    query_timeout: 31_000,
    keepAlive: true,
    options: `-c search_path=${searchPath} -c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
  })
  pool.on('error', (error) => onBroken?.(error))
  // A connection that breaks between two queries of one transaction tells nobody but itself, and unheard that would end the process.
  pool.on('connect', (client) => client.on('error', (error) => onBroken?.(error)))
  return pool
}

export const openDatabase = (pool: pg.Pool): Database => new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
