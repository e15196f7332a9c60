import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Text } from '@kaigong/contract'
import pg from 'pg'
import { type Cluster, OWNER, openCluster } from './cluster.ts'
import { type Occupation, occupy } from './occupation.ts'
import {
  clearAway,
  isAlive,
  letsIn,
  type Postmaster,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts'
import { type Programs, programs } from './programs.ts'

export type Embedded = {
  /** Address of the owner of the schema. */
  readonly ownerUrl: string
  /** What happened on the way that a person should know. */
  readonly told: readonly Text[]
  /** Ends the server and waits for it; a second call does nothing. */
  readonly stop: () => Promise<void>
}
export type NoEmbedded = { readonly refused: 'database.inUse' | 'database.cannotStart'; readonly message: Text }

export type EmbeddedOptions = {
  /** Absolute; holds data, programs (as root), log, password. */
  readonly stateFolder: string
  /** false only for tests, which do not mind what a power cut would take. */
  readonly durable?: boolean
  /** Told when the server had ended by itself and was started again. */
  readonly onRestart?: (said: Text) => void
}

const DATABASE = 'kaigong'

/**
 * A real PostgreSQL of our own in a state folder. One Kaigong process at a time; a server that a killed process left behind is taken over,
 * one that was killed itself is cleaned up after and started again, on the same port.
 */
export async function openEmbedded({
  stateFolder,
  durable = true,
  onRestart,
}: EmbeddedOptions): Promise<Embedded | NoEmbedded> {
  mkdirSync(stateFolder, { recursive: true })
  const found = programs(stateFolder)
  if ('unreachable' in found) return unreachable(found.unreachable)
  const occupation = await occupy(stateFolder)
  if ('takenBy' in occupation) return inUse(occupation.takenBy, stateFolder)
  try {
    return await opened(stateFolder, found, occupation, durable, onRestart)
  } catch (error) {
    occupation.leave()
    return cannotStart(error)
  }
}

async function opened(
  stateFolder: string,
  found: Programs,
  occupation: Occupation,
  durable: boolean,
  onRestart: EmbeddedOptions['onRestart'],
): Promise<Embedded> {
  const told: Text[] = []
  const cluster = openCluster(stateFolder, found)
  if (cluster.isNew) told.push({ zh: `已在 ${stateFolder} 建立数据库`, en: `Made a database in ${stateFolder}` })
  const log = join(stateFolder, 'postgresql.log')
  let server =
    (await takenOver(cluster, told)) ??
    (await startPostmaster(found, cluster, { port: await freePort(stateFolder), log, durable }))
  await makeDatabase(cluster, server.port)
  let stopping = false
  let restarting: Promise<void> | undefined
  const restart = async (port: number): Promise<void> => {
    await clearAway(cluster.data)
    server = await startPostmaster(found, cluster, { port, log, durable })
    onRestart?.({
      zh: '数据库进程意外结束，已重新启动',
      en: 'The database had ended unexpectedly and was started again',
    })
  }
  const { port } = server
  const watch = setInterval(() => {
    if (stopping || restarting || isAlive(server.pid)) return
    // One that fails is tried again at the next look.
    restarting = restart(port)
      .catch(() => undefined)
      .finally(() => {
        restarting = undefined
      })
  }, 300)
  watch.unref()
  return {
    ownerUrl: `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`,
    told,
    stop: async () => {
      if (stopping) return
      stopping = true
      clearInterval(watch)
      await restarting
      await stopPostmaster(server)
      occupation.leave()
    },
  }
}

/** A server that lives on from a process that was killed; what else lies in the way is cleared. */
async function takenOver(cluster: Cluster, told: Text[]): Promise<Postmaster | undefined> {
  const left = runningPostmaster(cluster.data)
  if (left === undefined) return undefined
  if (left !== 'stale' && (await letsIn(cluster, left.port))) {
    told.push({
      zh: `上次的数据库进程（${left.pid}）还在运行，已接管`,
      en: `The database of the last run (process ${left.pid}) was still running and was taken over`,
    })
    return left
  }
  if (left !== 'stale') await stopPostmaster(left)
  await clearAway(cluster.data)
  told.push({
    zh: '上次没有正常关闭，已清理并恢复数据库',
    en: 'The last run did not end properly; the database was cleaned up and recovered',
  })
  return undefined
}

async function makeDatabase({ password }: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: OWNER, password, database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  await client.end()
}

/** The port of last time where it is free, so that an address that somebody noted stays right. */
async function freePort(stateFolder: string): Promise<number> {
  const file = join(stateFolder, 'port')
  let wanted = 0
  try {
    wanted = Number(readFileSync(file, 'utf8'))
  } catch {
    // The first start has no last time.
  }
  const port = (await tried(wanted)) ?? (await tried(0)) ?? 0
  writeFileSync(file, String(port))
  return port
}

async function tried(port: number): Promise<number | undefined> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  } catch {
    return undefined
  }
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : undefined
}

const inUse = (pid: number, folder: string): NoEmbedded => ({
  refused: 'database.inUse',
  message: {
    zh: `数据（${folder}）正由另一个 Kaigong 进程（${pid}）使用。请先停止它，或用 KAIGONG_STATE 指定另一个文件夹。`,
    en: `The data in ${folder} are in use by another Kaigong process (${pid}). Stop it first, or name another folder with KAIGONG_STATE.`,
  },
})

const unreachable = (folder: string): NoEmbedded => ({
  refused: 'database.cannotStart',
  message: {
    zh: `以 root 运行时，数据库由用户 postgres 运行，它进不了文件夹 ${folder}。请用 KAIGONG_STATE 指定一个可进入的文件夹，如 /var/lib/kaigong。`,
    en: `As root, the database runs as the user postgres, who cannot enter ${folder}. Name a folder that can be entered with KAIGONG_STATE, such as /var/lib/kaigong.`,
  },
})

const cannotStart = (error: unknown): NoEmbedded => {
  const why = String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''
  return {
    refused: 'database.cannotStart',
    message: { zh: `数据库启动失败：${why}`, en: `The database could not be started: ${why}` },
  }
}
