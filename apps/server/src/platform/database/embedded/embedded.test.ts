import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Embedded, openEmbedded } from './embedded.ts'

let state: string
const children: ChildProcess[] = []
const open: Embedded[] = []
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'kaigong-embedded-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  for (const embedded of open.splice(0)) await embedded.stop()
  rmSync(state, { recursive: true, force: true })
})

async function opened(): Promise<Embedded> {
  const embedded = await openEmbedded({ stateFolder: state })
  if ('refused' in embedded) throw new Error(embedded.message.en)
  open.push(embedded)
  return embedded
}

/** Another Node process that opens the same folder. */
async function elsewhere(): Promise<{
  child: ChildProcess
  said: { url?: string; refused?: string; message?: { zh: string } }
}> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'open.fixture.ts'), state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return { child, said: JSON.parse(line.toString()) }
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

const postmaster = () => Number(readFileSync(join(state, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', () => {
  it('starts from nothing, speaks UTF-8, listens only to this machine, and keeps its data when it is opened again', {
    timeout: 60_000,
  }, async () => {
    const first = await opened()
    expect(
      await ask(
        first.ownerUrl,
        `select current_setting('server_encoding') as e, (select datctype from pg_database where datname = current_database()) as c, current_setting('listen_addresses') as l`,
      ),
    ).toEqual([{ e: 'UTF8', c: 'C.UTF-8', l: '127.0.0.1' }])
    await ask(first.ownerUrl, `create table kept as select '金坛' as name`)
    await first.stop()
    const second = await opened()
    expect(second.told).toEqual([])
    expect(await ask(second.ownerUrl, 'select name from kept')).toEqual([{ name: '金坛' }])
  })

  it('of a killed process lives on and is taken over, and the person is told', { timeout: 60_000 }, async () => {
    const { child, said } = await elsewhere()
    await ask(said.url!, `create table kept as select 1 as n`)
    const pid = postmaster()
    child.kill('SIGKILL')
    await once(child, 'exit')
    const next = await opened()
    expect(next.told[0]?.zh).toContain(`数据库进程（${pid}）还在运行，已接管`)
    expect(next.ownerUrl).toBe(said.url)
    expect(await ask(next.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('that was killed itself is recovered by the next start', { timeout: 60_000 }, async () => {
    const { child, said } = await elsewhere()
    await ask(said.url!, `create table kept as select 1 as n`)
    child.kill('SIGKILL')
    await once(child, 'exit')
    process.kill(postmaster(), 'SIGKILL')
    await wait(100)
    const next = await opened()
    expect(next.told[0]?.zh).toContain('已清理并恢复')
    expect(await ask(next.ownerUrl, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('that is killed while we work comes back by itself on the same port', { timeout: 60_000 }, async () => {
    const { ownerUrl } = await opened()
    for (const _ of ['once', 'and again']) {
      process.kill(postmaster(), 'SIGKILL')
      let rows: unknown
      for (let tries = 0; tries < 100 && rows === undefined; tries++) {
        await wait(100)
        rows = await ask(ownerUrl, 'select 1 as n').catch(() => undefined)
      }
      expect(rows).toEqual([{ n: 1 }])
    }
  })

  it('is refused to a second process while the first one lives, by the first one’s number', {
    timeout: 60_000,
  }, async () => {
    await opened()
    const { said } = await elsewhere()
    expect(said.refused).toBe('database.inUse')
    expect(said.message?.zh).toContain(`（${process.pid}）`)
  })

  it('does not mistake a process that got the old number for its server', { timeout: 60_000 }, async () => {
    const first = await opened()
    await first.stop()
    writeFileSync(
      join(state, 'data', 'postmaster.pid'),
      `${process.pid}\n${join(state, 'data')}\n0\n5432\n\n127.0.0.1\n`,
    )
    const next = await opened()
    expect(await ask(next.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  it('whose making was broken off is made anew, and nothing of the half one stays', { timeout: 60_000 }, async () => {
    mkdirSync(join(state, 'data.making.99', 'cluster'), { recursive: true })
    await opened()
    expect(readdirSync(state).filter((name) => name.startsWith('data.making'))).toEqual([])
  })
})
