import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './processes.ts'

/** Held while a process works on a state folder; gone with the process, however it ends. */
export type Occupation = { readonly leave: () => void }

/** Locks end with the object that holds them: without this list the garbage collector would give a folder away. */
const held = new Set<DatabaseSync>()

/**
 * Takes a state folder for this process. The mark is SQLite's lock on a file: the operating system itself takes it back when the process
 * dies, so that nothing stale is ever left to be judged; it holds by whatever path, and between containers that share a volume, where a
 * pid, an abstract socket or the start time of a process says nothing.
 * @returns the pid of the process that has it already, where that one has written it down.
 */
export async function occupy(stateFolder: string): Promise<Occupation | { readonly takenBy: number | undefined }> {
  const file = join(stateFolder, 'serve.lock')
  const note = join(stateFolder, 'serve.pid')
  const lock = new DatabaseSync(file)
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return { takenBy: await pidIn(note) }
    throw error
  }
  // Whoever may read the file may also lock it.
  chmodSync(file, 0o600)
  writeFileSync(note, String(process.pid))
  held.add(lock)
  return {
    leave: () => {
      if (held.delete(lock)) lock.close()
    },
  }
}

const SQLITE_BUSY = 5
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

/** The lock comes first and the note after it: for a moment the note still tells of the owner before. */
async function pidIn(note: string): Promise<number | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    try {
      const pid = Number(readFileSync(note, 'utf8'))
      if (pid > 0 && isAlive(pid)) return pid
    } catch {
      // Not written yet.
    }
    await wait(25)
  }
  return undefined
}
