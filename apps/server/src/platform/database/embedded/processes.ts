import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { RunAs } from './runAs.ts'

/** Whether a process runs: one that ended but was not yet collected by its parent (pid 1 of many containers never does) runs no more. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false
  }
  const stat = read(`/proc/${pid}/stat`)
  return stat?.charAt(stat.lastIndexOf(')') + 2) !== 'Z'
}

const WORKING_IN = 'for p in /proc/[0-9]*; do [ "$p/cwd" -ef "$0" ] && echo "$p"; done; true'

/**
 * The processes of PostgreSQL on this data folder, children without a parent too: PostgreSQL works inside its data folder, a process that
 * got an old number later does not. Asked as the user that runs it: root in a container may not see where another user's process works.
 */
export function serversOn(data: string, { uid, gid }: RunAs): readonly number[] {
  if (process.platform === 'win32') return []
  if (process.platform !== 'linux') return startedOn(data)
  const asUser = uid === undefined || gid === undefined ? {} : { uid, gid }
  const { status, stdout, error } = spawnSync('/bin/sh', ['-c', WORKING_IN, data], {
    ...asUser,
    cwd: '/',
    encoding: 'utf8',
  })
  // No answer is not the answer "nobody": on that a living server would lose its pid file.
  if (status !== 0) throw new Error(`the processes on ${data} cannot be listed${error ? `: ${error.message}` : ''}`)
  return numbers(stdout.replaceAll('/proc/', '')).filter((pid) => read(`/proc/${pid}/comm`)?.trim() === 'postgres')
}

/** Without /proc only the server itself shows, by its command line; its children end by themselves. */
function startedOn(data: string): readonly number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' })
  return numbers(
    (stdout ?? '')
      .split('\n')
      .filter((line) => line.includes(` -D ${data} `))
      .join('\n'),
  )
}

const numbers = (lines: string): readonly number[] =>
  lines
    .split('\n')
    .map((line) => Number.parseInt(line, 10))
    .filter(Number.isInteger)

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
