import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clear, give, type Programs } from './programs.ts'

export const OWNER = 'kaigong_owner'

export type Cluster = { readonly data: string; readonly password: string; readonly isNew: boolean }

/**
 * The cluster in a state folder, made where there is none. It is made beside its place and then moved there, so that a kill in the
 * middle leaves nothing that looks like a cluster. UTF-8 with C.UTF-8: with plain C, trigrams of Chinese are empty.
 */
export function openCluster(stateFolder: string, { initdb, runAs }: Programs): Cluster {
  const data = join(stateFolder, 'data')
  const secret = join(stateFolder, 'owner-password')
  for (const half of readdirSync(stateFolder).filter((name) => name.startsWith('data.making.')))
    clear(join(stateFolder, half))
  if (existsSync(data) && existsSync(secret)) return { data, password: readFileSync(secret, 'utf8'), isNew: false }

  const making = join(stateFolder, `data.making.${process.pid}`)
  mkdirSync(making, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const handed = join(making, 'password')
  const cluster = join(making, 'cluster')
  writeFileSync(handed, password, { mode: 0o600 })
  for (const path of [making, handed]) give(path, runAs)
  const { status, stderr } = spawnSync(
    initdb,
    [
      '--pgdata',
      cluster,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--username',
      OWNER,
      '--auth=scram-sha-256',
      '--pwfile',
      handed,
      '--no-instructions',
    ],
    { ...runAs, encoding: 'utf8', cwd: making },
  )
  if (status !== 0) throw new Error(`initdb: ${stderr}`)
  // The password first: a cluster without it would be a cluster nobody can enter.
  writeFileSync(secret, password, { mode: 0o600 })
  renameSync(cluster, data)
  clear(making)
  return { data, password, isNew: true }
}
