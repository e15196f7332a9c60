import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { join } from 'node:path'

/** Held while a server process works on a state folder; gone with the process, however it ends. */
export type Occupation = { readonly leave: () => void }

/**
 * Takes a state folder for this process. The mark is a socket that the operating system itself takes back when the process dies,
 * so that no stale file is ever left to be judged.
 * @returns the pid of the process that has it already.
 */
export async function occupy(stateFolder: string): Promise<Occupation | { readonly takenBy: number }> {
  const address = addressOf(stateFolder)
  for (let again = true; ; again = false) {
    const server = createServer((asker) => asker.end(String(process.pid)))
    const failed = await listening(server, address)
    if (failed === undefined) {
      server.unref()
      return { leave: () => void server.close() }
    }
    const pid = await ask(address)
    if (pid !== undefined) return { takenBy: pid }
    if (!again) throw failed
    // Nobody answers: only a socket file (neither Linux nor Windows) can be left behind like that.
    rmSync(address, { force: true })
  }
}

function addressOf(stateFolder: string): string {
  const name = `kaigong-${createHash('sha256').update(stateFolder).digest('hex').slice(0, 24)}`
  if (process.platform === 'linux') return `\0${name}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(stateFolder, 'serve.sock')
}

async function listening(server: Server, address: string): Promise<Error | undefined> {
  try {
    server.listen(address)
    await once(server, 'listening')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Asks whoever holds the address for the pid; undefined where nobody answers. */
async function ask(address: string): Promise<number | undefined> {
  const socket = connect(address)
  let told = ''
  socket.setTimeout(1000, () => socket.destroy())
  socket.on('data', (text) => {
    told += text.toString()
  })
  try {
    await once(socket, 'close')
  } catch {
    return undefined
  }
  return told === '' ? undefined : Number(told)
}
