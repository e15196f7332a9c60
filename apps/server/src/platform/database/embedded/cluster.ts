import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Programs } from './programs.ts'
import { give } from './runAs.ts'

export const OWNER = 'kaigong_owner'

export type Cluster = { readonly data: string; readonly password: string; readonly isNew: boolean }
export type PasswordLost = { readonly passwordLost: string }

/**
 * The cluster in a state folder, made where there is none. It is made beside its place and then moved there, so that a kill in the
 * middle leaves nothing that looks like a cluster. UTF-8 with C.UTF-8: with plain C, trigrams of Chinese are empty.
 */
export function openCluster(stateFolder: string, { initdb, runAs }: Programs): Cluster | PasswordLost {
  const data = join(stateFolder, 'data')
  const secret = join(stateFolder, 'owner-password')
  clearHalves(stateFolder)
  if (existsSync(data)) {
    if (!existsSync(secret)) return { passwordLost: secret }
    return { data, password: readFileSync(secret, 'utf8'), isNew: false }
  }

  const making = join(stateFolder, `data.making.${process.pid}`)
  mkdirSync(making, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  const handed = join(making, 'password')
  const cluster = join(making, 'cluster')
  writeFileSync(handed, password, { mode: 0o600 })
  for (const path of [making, handed]) give(path, runAs)
  const { status, stderr, error } = spawnSync(
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
  if (status !== 0) throw new Error(error?.message ?? (stderr.trim() || 'initdb was ended'))
  // The password first, and down to the disk: a cluster without it would be a cluster nobody can enter.
  writeFileSync(secret, password, { mode: 0o600, flush: true })
  renameSync(cluster, data)
  clearHalves(stateFolder)
  return { data, password, isNew: true }
}

/** An initdb whose parent was killed still writes for a moment where we clear, hence the repeats. */
function clearHalves(stateFolder: string): void {
  for (const half of readdirSync(stateFolder).filter((name) => name.startsWith('data.making.')))
    rmSync(join(stateFolder, half), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
}
