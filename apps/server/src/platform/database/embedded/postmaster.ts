import { spawn } from 'node:child_process'
import { openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Cluster } from './cluster.ts'
import { OWNER } from './cluster.ts'
import type { Programs } from './programs.ts'

export type Postmaster = { readonly pid: number; readonly port: number }

/** The running server of this cluster, if one was left behind; a pid file that lies is told from one that is right. */
export function runningPostmaster(data: string): Postmaster | 'stale' | undefined {
  const lines = read(join(data, 'postmaster.pid'))?.split('\n')
  if (!lines) return undefined
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  return isOf(data, pid) && Number.isInteger(port) ? { pid, port } : 'stale'
}

/** Whether a process is a server of this very folder: PostgreSQL works inside its data folder, a process that got the number later does not. */
function isOf(data: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data) && read(`/proc/${pid}/comm`)?.trim() === 'postgres'
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Clears the way for a new server: a pid file that lies, and children of a server that was killed, which still hold its memory. */
export async function clearAway(data: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const left = orphans(data)
    if (left.length === 0) break
    // They notice by themselves that their parent is gone; who has not after three seconds is ended.
    if (tries > 60) for (const pid of left) process.kill(pid, 'SIGKILL')
    await wait(50)
  }
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

const orphans = (data: string): readonly number[] =>
  process.platform === 'linux'
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => isOf(data, pid))
    : []

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
  let ended = false
  child.on('error', () => {
    ended = true
  })
  child.on('exit', () => {
    ended = true
  })
  child.unref()
  for (let tries = 0; tries < 1500; tries++) {
    if (ended || child.pid === undefined) throw new Error(`postgres did not start; see ${log}`)
    if (await letsIn(cluster, port)) return { pid: child.pid, port }
    await wait(20)
  }
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

/** Asks the server to end without waiting for its clients, and waits for it. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; isAlive(pid); tries++) {
    if (tries === 600) process.kill(pid, 'SIGQUIT')
    await wait(25)
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
