import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { dirname, sep } from 'node:path'

/** As whom PostgreSQL runs; empty: as ourselves. */
export type RunAs = { readonly uid?: number; readonly gid?: number }

/** PostgreSQL refuses to run as root: root runs it as the user `postgres`, made where it is missing. */
export function databaseUser(): RunAs {
  if (process.getuid?.() !== 0) return {}
  const id = (option: string) => spawnSync('id', [option, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0)
    spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const [user, group] = [id('-u'), id('-g')]
  if (user.status !== 0 || group.status !== 0 || Number(user.stdout) === 0)
    throw new Error('the system user postgres is missing and could not be made (useradd)')
  return { uid: Number(user.stdout), gid: Number(group.stdout) }
}

/** Makes the state folder and what is missing above it so that others may pass through what we made, whatever the umask. */
export function makeStateFolder(stateFolder: string): void {
  const topmost = mkdirSync(stateFolder, { recursive: true })
  if (topmost === undefined) return
  for (let folder = stateFolder; folder.length >= topmost.length; folder = dirname(folder)) chmodSync(folder, 0o711)
}

/** The first folder on the way to the state folder that the database's user may not enter; the state folder itself is opened for passing. */
export function closedFolder(stateFolder: string, { uid, gid }: RunAs): string | undefined {
  if (uid === undefined) return undefined
  chmodSync(stateFolder, statSync(stateFolder).mode | 0o001)
  const parts = stateFolder.split(sep)
  return parts
    .map((_, i) => parts.slice(0, i + 1).join(sep) || sep)
    .find((folder) => {
      const { mode, uid: owner, gid: group } = statSync(folder)
      return (mode & (owner === uid ? 0o100 : group === gid ? 0o010 : 0o001)) === 0
    })
}

/** Gives a file or folder of the cluster to whoever runs it. */
export function give(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid)
}
