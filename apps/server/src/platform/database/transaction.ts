import type { CompanyId, DistrictCode, PersonId, Reach } from '@kaigong/contract'
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

declare const inside: unique symbol
/** A transaction in which the database knows who asks. */
export type Tx = Kysely<Tables> & { readonly [inside]: true }

/** Who asks, as row-level security sees it (platform/database/schema/0001-ground.sql). */
export type Asking = {
  readonly district: DistrictCode
  /** null for the system itself: jobs, links without an account. */
  readonly person: PersonId | null
  readonly agency: string | null
  readonly company: CompanyId | null
  readonly reach: Reach
  /** Whole telephone and identity numbers may be read: the caller has recorded why, in this transaction. */
  readonly unmask?: true
}

/** The system at work for one district. */
export const systemIn = (district: DistrictCode): Asking => ({
  district,
  person: null,
  agency: null,
  company: null,
  reach: 'district',
})

const afterwards = new WeakMap<Tx, Map<string, (db: Database) => void>>()

/** Remembers what to do once this transaction has committed, once for each name; forgotten where it rolls back. It must not throw. */
export function afterCommit(tx: Tx, name: string, work: (db: Database) => void): void {
  const all = afterwards.get(tx) ?? new Map<string, (db: Database) => void>()
  afterwards.set(tx, all.set(name, work))
}

/**
 * Runs `work` in one transaction on one connection; what it throws rolls everything back and is thrown on.
 * This is the one place where a transaction learns who asks. `begin` and the settings travel together in one round trip;
 * they are `set local`, which Citus hands on to its workers, unlike a plain `set_config()`.
 */
export async function inTransaction<T>(db: Database, asking: Asking, work: (tx: Tx) => Promise<T>): Promise<T> {
  return await db.connection().execute(async (connection) => {
    const tx = connection as Tx
    await sql.raw(begin(asking)).execute(tx)
    try {
      const result = await work(tx)
      await sql.raw('commit').execute(tx)
      for (const then of afterwards.get(tx)?.values() ?? []) then(db)
      return result
    } catch (error) {
      // A connection that broke has rolled back already, and what broke it is the error worth telling.
      await sql
        .raw('rollback')
        .execute(tx)
        .catch(() => undefined)
      throw error
    }
  })
}

function begin({ district, person, agency, company, reach, unmask }: Asking): string {
  const settings = { district, person, agency, company, reach, unmask: unmask ? 'recorded' : null }
  const set = Object.entries(settings).map(([name, value]) => `set local kg.${name} = '${checked(value ?? '')}'`)
  return `begin; ${set.join('; ')}`
}

/** `set` takes no parameters. Everything that comes here is a code or an id; anything else is a bug, and must not reach SQL. */
function checked(value: string): string {
  if (!/^[A-Za-z0-9-]*$/.test(value)) throw new Error('a setting of the transaction is not a code')
  return value
}
