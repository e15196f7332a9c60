import { createHash } from 'node:crypto'
import pg from 'pg'
import { migrateJobs } from '../jobs/boss.ts'
import { makeRoles } from './roles.ts'
import { schemaFiles } from './schemaFiles.ts'

/** What a migration did: the steps it applied, or why it did not begin. */
export type Migrated =
  | { readonly applied: readonly string[] }
  | { readonly refused: { readonly zh: string; readonly en: string } }

/** Any number, the same in every process: who holds it may change the schema. The cluster's roles are made under it as well. */
const LOCK = 320413

/**
 * Brings the schema up to date, forward only, under an advisory lock: a second process waits and finds nothing left to do.
 * Each step is applied once, in a transaction of its own, and its hash is kept; a step that was changed afterwards is refused.
 * @param url of the owner of the schema.
 */
export async function migrate(url: string): Promise<Migrated> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const old = await tooOld(client)
    if (old) return { refused: old }
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await makeRoles(client, passwordIn(url))
    await client.query(
      'create table if not exists public.kaigong_schema (name text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    // The running server looks whether it stands on the schema that it knows.
    await client.query('grant select on public.kaigong_schema to kaigong_app')
    const before = await client.query<{ name: string; hash: string }>('select name, hash from public.kaigong_schema')
    const applied = new Map(before.rows.map((row) => [row.name, row.hash]))
    const changed = schemaFiles().find((file) => applied.has(file.name) && applied.get(file.name) !== hashOf(file.text))
    if (changed) return { refused: changedAfterwards(changed.name) }
    const open = schemaFiles().filter((file) => !applied.has(file.name))
    for (const file of open) {
      await client.query('begin')
      await client.query(file.text)
      await client.query('insert into public.kaigong_schema (name, hash) values ($1, $2)', [
        file.name,
        hashOf(file.text),
      ])
      await client.query('commit')
    }
    await migrateJobs(url)
    return { applied: open.map((file) => file.name) }
  } finally {
    await client.end()
  }
}

type Queryable = Pick<pg.Client, 'query'>

/** The steps that a database still lacks; all of them where it was never migrated. */
export async function pendingOn(database: Queryable): Promise<readonly string[]> {
  const known = await database.query<{ there: boolean }>(
    `select to_regclass('public.kaigong_schema') is not null as there`,
  )
  const applied = known.rows[0]?.there
    ? (await database.query<{ name: string }>('select name from public.kaigong_schema')).rows.map((row) => row.name)
    : []
  return stepNames().filter((name) => !applied.includes(name))
}

/** The same, on a connection of its own. */
export async function pending(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await pendingOn(client)
  } finally {
    await client.end()
  }
}

let names: readonly string[] | undefined
/** Read once: a running server stands on the steps that it was started with. */
const stepNames = (): readonly string[] => {
  names ??= schemaFiles().map((file) => file.name)
  return names
}

async function tooOld(client: pg.Client) {
  const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`)
  const version = Math.floor(Number(rows[0]?.number ?? 0) / 10_000)
  if (version >= 15) return undefined
  return {
    zh: `数据库是 PostgreSQL ${version}，需要 15 或更新的版本；请升级后再运行。`,
    en: `The database is PostgreSQL ${version}; 15 or newer is needed. Upgrade it and run this again.`,
  }
}

const changedAfterwards = (name: string) => ({
  zh: `数据库结构步骤 ${name} 在执行之后被改动过，不能继续；请恢复原文，另加一个新步骤。`,
  en: `Step ${name} of the schema was changed after it had been applied; restore it and add a new step instead.`,
})

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const passwordIn = (url: string): string | null => {
  const { password } = new URL(url)
  return password === '' ? null : decodeURIComponent(password)
}
