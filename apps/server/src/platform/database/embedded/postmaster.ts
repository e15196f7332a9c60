import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, OWNER } from './cluster.ts'
import { isAlive, serversOn } from './processes.ts'
import type { Programs } from './programs.ts'
import type { RunAs } from './runAs.ts'

export type Postmaster = { readonly pid: number; readonly port: number }

const PATIENCE_MS = 120_000 // Recovery after a power cut reads up to a gigabyte of log.

/** What the pid file of a cluster says: a server that runs, or one that ran when it was killed. */
export function noted(data: string): Postmaster | undefined {
  const lines = pidFile(data)
  return lines && { pid: Number(lines[0]), port: Number(lines[3]) }
}

/** Clears the way for a new server: children of a server that was killed, which still hold its memory, and a pid file that lies. */
export async function clearAway(data: string, runAs: RunAs): Promise<void> {
  const began = performance.now()
  for (;;) {
    const left = serversOn(data, runAs)
    if (left.length === 0) break
    const waited = performance.now() - began
    if (waited > 20_000) throw new Error(`the processes ${left.join(', ')} of the last run do not end`)
    // They notice by themselves that their parent is gone; who has not after three seconds is ended.
    if (waited > 3000) for (const pid of left) end(pid)
    await wait(50)
  }
  // A lying pid file with a dead number PostgreSQL clears itself, together with the memory it names; only a number that lives again as
  // somebody else would stop it. Windows cannot tell us whose the number is.
  const left = noted(data)
  if (process.platform !== 'win32' && left && left.pid > 0 && isAlive(left.pid)) rmSync(join(data, 'postmaster.pid'))
}

const options = (port: number, durable: boolean): readonly string[] =>
  Object.entries({
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    shared_buffers: '256MB',
    timezone: 'UTC',
    jit: 'off',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** Starts the server and waits until it lets the owner in. It leads its own group, so that Ctrl+C reaches us first. */
export async function startPostmaster(
  { postgres, runAs }: Programs,
  cluster: Cluster,
  { port, log, durable }: { readonly port: number; readonly log: string; readonly durable: boolean },
): Promise<Postmaster> {
  const out = openSync(log, 'a', 0o600)
  const child = spawn(postgres, ['-D', cluster.data, ...options(port, durable)], {
    ...runAs,
    cwd: cluster.data,
    detached: true,
    stdio: ['ignore', out, out],
  })
  closeSync(out)
  let ended: string | undefined
  child.on('error', (error) => {
    ended = error.message
  })
  child.on('exit', () => {
    ended ??= `postgres ended; see ${log}`
  })
  child.unref()
  const began = performance.now()
  while (performance.now() - began < PATIENCE_MS) {
    await wait(20)
    if (ended !== undefined || child.pid === undefined) throw new Error(ended ?? `postgres did not start; see ${log}`)
    if (await letsIn(cluster, port)) return { pid: child.pid, port }
  }
  child.kill('SIGQUIT')
  throw new Error(`postgres does not answer; see ${log}`)
}

/** Whether the server on that port is this cluster's and knows its owner. */
export async function letsIn({ data, password }: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: OWNER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  })
  // A server that goes away between two answers must not end us too.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return realpathSync(rows[0]?.folder ?? '') === realpathSync(data)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Asks the server to end without waiting for its clients, and waits for it; one that does not is told to drop everything. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  const began = performance.now()
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 30_000],
  ] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    while (isAlive(pid) && performance.now() - began < patienceMs) await wait(25)
  }
  if (isAlive(pid)) throw new Error(`the database (process ${pid}) does not end`)
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Gone in the meantime.
  }
}

function pidFile(data: string): readonly string[] | undefined {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}
