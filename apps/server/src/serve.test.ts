import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Text } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSettings } from './platform/settings/settings.ts'
import { type Running, serve } from './serve.ts'

let state: string
let running: Running | undefined
const told: Text[] = []

beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'kaigong-serve-'))
})
afterAll(async () => {
  await running?.stop()
  agent.destroy()
  rmSync(state, { recursive: true, force: true })
})

async function served(environment: Readonly<Record<string, string>> = {}) {
  const settings = readSettings({
    KAIGONG_STATE: state,
    KAIGONG_PORT: '0',
    KAIGONG_LOG_LEVEL: 'error',
    KAIGONG_WORKERS: '1',
    ...environment,
  })
  if ('faults' in settings) throw new Error(settings.faults[0]?.en)
  return await serve(settings, (text) => told.push(text))
}

const agent = new Agent({ keepAlive: true })
/** Asks the running server; the answer and how long it took, in milliseconds. */
async function ask(path: string, method = 'GET', body?: string) {
  const began = performance.now()
  const asked = request(`${running?.url}${path}`, { method, agent, headers: { 'content-type': 'application/json' } })
  asked.end(body)
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of response) text += String(part)
  return { status: response.statusCode ?? 0, text, ms: performance.now() - began, headers: response.headers }
}
const signIn = () => ask('/api/v1/sign-in', 'POST', JSON.stringify({ account: 'nobody', password: 'x'.repeat(12) }))

/** Looks again until it is so, for ten seconds at most. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const began = performance.now()
  while (!(await isSo())) {
    if (performance.now() - began > 10_000) throw new Error('it never came to that')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return performance.now() - began
}

describe('the running server', { timeout: 60_000 }, () => {
  it('says how to name its districts when there is none, and lets everything go', async () => {
    expect(await served()).toMatchObject({
      refused: { zh: expect.stringContaining('KAIGONG_DISTRICTS'), en: expect.stringContaining('--demo yes') },
    })
    expect(await served({ KAIGONG_DISTRICTS: '999999' })).toMatchObject({
      refused: { en: expect.stringContaining('no usable district 999999') },
    })
  })

  it('says that its port is taken, and by which setting to choose another', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    expect(await served({ KAIGONG_DISTRICTS: '320413', KAIGONG_PORT: port })).toMatchObject({
      refused: { zh: `端口 ${port} 已被占用；请停止占用它的程序，或用 KAIGONG_PORT 换一个。` },
    })
    other.close()
  })

  it('says that a database it was told of cannot be reached', async () => {
    expect(await served({ DATABASE_URL: 'postgres://owner:geheim@127.0.0.1:1/none' })).toMatchObject({
      refused: { zh: expect.stringMatching(/^连不上数据库：.*DATABASE_URL/) },
    })
  })

  it('opens a real district and tells its first administrator once, on the terminal only', async () => {
    const administrators = () => told.filter(({ zh }) => zh.includes('一次性密码'))
    expect(administrators()).toHaveLength(0)
    const started = await served({ KAIGONG_DISTRICTS: '320413' })
    if ('refused' in started) throw new Error(started.refused.en)
    running = started
    expect(administrators()).toHaveLength(1)
    expect((await ask('/readyz')).status).toBe(200)
    expect(JSON.parse((await ask('/api/v1/sign-in')).text)).toMatchObject({ local: true, personas: [] })
    expect((await ask('/api/openapi.json')).status).toBe(200)
  })

  it('turns red and answers 503 within two seconds of losing its database, and comes back by itself', async () => {
    await signIn()
    const postmaster = Number(readFileSync(join(state, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(postmaster, 'SIGKILL')
    const slowest = { ready: 0, sign: 0 }
    const seen = { ready: 0, sign: 0 }
    const red = await until(async () => {
      const [ready, sign] = await Promise.all([ask('/readyz'), signIn()])
      slowest.ready = Math.max(slowest.ready, ready.ms)
      slowest.sign = Math.max(slowest.sign, sign.ms)
      seen.ready ||= ready.status === 503 ? 503 : 0
      seen.sign ||= sign.status === 503 ? 503 : 0
      expect([200, 503]).toContain(ready.status)
      expect([401, 503]).toContain(sign.status)
      return seen.ready === 503 && seen.sign === 503
    })
    expect(red).toBeLessThan(2000)
    expect(Math.max(slowest.ready, slowest.sign)).toBeLessThan(2000)
    await until(async () => (await ask('/readyz')).status === 200)
    await until(async () => (await signIn()).status === 401)
    expect(told.map(({ en }) => en)).toContainEqual(expect.stringContaining('started again'))
  })

  it('stops when it is asked to, and answers nobody any more', async () => {
    const { stop } = running ?? { stop: async () => undefined }
    await stop()
    await expect(ask('/healthz')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/)
    running = undefined
  })
})
