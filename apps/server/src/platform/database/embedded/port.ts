import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** The port of last time where it is free, so that an address that somebody noted stays right. */
export async function freePort(stateFolder: string): Promise<number> {
  const file = join(stateFolder, 'port')
  let wanted = 0
  try {
    wanted = Number(readFileSync(file, 'utf8'))
  } catch {
    // The first start has no last time.
  }
  const port = (await tried(wanted)) ?? (await tried(0))
  if (port === undefined) throw new Error('no port of 127.0.0.1 is free')
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
