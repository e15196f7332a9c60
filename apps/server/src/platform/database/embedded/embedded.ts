import { join } from 'node:path'
import type { Text } from '@kaigong/contract'
import pg from 'pg'
import { type Cluster, OWNER, openCluster } from './cluster.ts'
import { keepRunning } from './keepRunning.ts'
import { type Occupation, occupy } from './occupation.ts'
import { freePort } from './port.ts'
import { clearAway, letsIn, noted, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.ts'
import { isAlive, serversOn } from './processes.ts'
import { programs } from './programs.ts'
import { closedFolder, databaseUser, makeStateFolder, type RunAs } from './runAs.ts'
import { cannotStart, cleanedUp, inUse, madeNew, passwordLost, restarted, tookOver, unreachable } from './sentences.ts'

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
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded | NoEmbedded> {
  const { stateFolder } = options
  let occupation: Occupation | undefined
  try {
    makeStateFolder(stateFolder)
    const runAs = databaseUser()
    const closed = closedFolder(stateFolder, runAs)
    if (closed !== undefined) return { refused: 'database.cannotStart', message: unreachable(closed) }
    const taken = await occupy(stateFolder)
    if ('takenBy' in taken) return { refused: 'database.inUse', message: inUse(stateFolder, taken.takenBy) }
    occupation = taken
    const embedded = await opened(options, runAs, occupation)
    if ('refused' in embedded) occupation.leave()
    return embedded
  } catch (error) {
    occupation?.leave()
    return { refused: 'database.cannotStart', message: cannotStart(error, stateFolder) }
  }
}

async function opened(
  { stateFolder, durable = true, onRestart }: EmbeddedOptions,
  runAs: RunAs,
  occupation: Occupation,
): Promise<Embedded | NoEmbedded> {
  const told: Text[] = []
  const found = programs(stateFolder, runAs)
  const cluster = openCluster(stateFolder, found)
  if ('passwordLost' in cluster) return { refused: 'database.cannotStart', message: passwordLost(cluster.passwordLost) }
  if (cluster.isNew) told.push(madeNew(stateFolder))
  const log = join(stateFolder, 'postgresql.log')
  let server =
    (await takenOver(cluster, runAs, told)) ??
    (await startPostmaster(found, cluster, { port: await freePort(stateFolder), log, durable }))
  await makeDatabase(cluster, server.port)
  const { port } = server
  const restEasy = keepRunning(
    () => isAlive(server.pid),
    async () => {
      await clearAway(cluster.data, runAs)
      server = await startPostmaster(found, cluster, { port, log, durable })
      onRestart?.(restarted)
    },
  )
  let stopping: Promise<void> | undefined
  const stop = async () => {
    await restEasy()
    await stopPostmaster(server)
    occupation.leave()
  }
  return {
    ownerUrl: `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${DATABASE}`,
    told,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

/** A server that lives on from a process that was killed; what else lies in the way is cleared. */
async function takenOver(cluster: Cluster, runAs: RunAs, told: Text[]): Promise<Postmaster | undefined> {
  const left = noted(cluster.data)
  if (left && isAlive(left.pid) && (await letsIn(cluster, left.port))) {
    told.push(tookOver(left.pid))
    return left
  }
  const servers = serversOn(cluster.data, runAs)
  if (!left && servers.length === 0) return undefined
  if (left && servers.includes(left.pid)) await stopPostmaster(left)
  await clearAway(cluster.data, runAs)
  told.push(cleanedUp)
  return undefined
}

async function makeDatabase({ password }: Cluster, port: number): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: OWNER, password, database: 'postgres' })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await client.query(`create database ${DATABASE}`)
  await client.end()
}
