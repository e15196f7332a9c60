import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const checkout = join(import.meta.dirname, '../..')

/** The whole product as a person starts it: demo districts, an embedded database of its own, the built web. */
export type Product = {
  readonly url: string
  readonly process: { readonly pid: number }
  /** Ends it as an operator would and removes its state. */
  readonly stop: () => Promise<void>
}

/** Starts the product on a free port with an empty state folder and waits until it answers. */
export async function startProduct(): Promise<Product> {
  const state = await mkdtemp(join(tmpdir(), 'kaigong-e2e-'))
  const port = await freePort()
  const child = spawn(process.execPath, [join('apps', 'cli', 'bin', 'kaigong.mjs'), 'serve', '--demo', 'yes'], {
    cwd: checkout,
    env: { ...process.env, KAIGONG_STATE: state, KAIGONG_PORT: String(port), KAIGONG_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const url = `http://127.0.0.1:${port}`
  const ended = once(child, 'exit').then(() => 'ended' as const)
  for (let tries = 0; !(await ready(url)); tries++) {
    const gone = await Promise.race([ended, new Promise<'later'>((resolve) => setTimeout(() => resolve('later'), 200))])
    if (gone === 'ended' || tries > 600) throw new Error(`the product did not start:\n${said}`)
  }
  return {
    url,
    process: { pid: child.pid ?? 0 },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(state, { recursive: true, force: true })
    },
  }
}

async function ready(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
