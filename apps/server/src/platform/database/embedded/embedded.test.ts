import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Embedded, openEmbedded } from './embedded.ts'
import { serversOn } from './processes.ts'
import { databaseUser } from './runAs.ts'

let made: string
let above: string
let state: string
const children: ChildProcess[] = []
const open: Embedded[] = []

/** A folder that the user postgres can reach. */
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kaigong-embedded-'))
  chmodSync(path, 0o711)
  return path
}

// Making a cluster costs seconds on a busy machine: most tests begin with a copy of one.
beforeAll(async () => {
  made = folder()
  const embedded = await openEmbedded({ stateFolder: join(made, 'state') })
  if ('refused' in embedded) throw new Error(embedded.message.en)
  await embedded.stop()
}, 90_000)
afterAll(() => rmSync(made, { recursive: true, force: true }))
beforeEach(() => {
  above = folder()
  state = join(above, 'state')
})

/** A cluster that ran before and was ended properly. */
const ready = () => expect(spawnSync('cp', ['-a', join(made, 'state'), state]).status).toBe(0)

afterEach(async () => {
  for (const child of children.splice(0)) await killed(child)
  for (const embedded of open.splice(0)) await embedded.stop()
  for (const pid of serversOn(join(state, 'data'), databaseUser())) process.kill(pid, 'SIGKILL')
  rmSync(above, { recursive: true, force: true, maxRetries: 10 })
})

async function opened(): Promise<Embedded> {
  const embedded = await openEmbedded({ stateFolder: state })
  if ('refused' in embedded) throw new Error(embedded.message.en)
  open.push(embedded)
  return embedded
}

/** Another Node process that opens a folder, under a strict umask and, as root, with no more rights than a container gives to root. */
function begun(path = state): ChildProcess {
  const asInContainer = process.getuid?.() === 0 && existsSync('/usr/bin/setpriv')
  const withoutTracing = asInContainer ? 'setpriv --inh-caps=-sys_ptrace --bounding-set=-sys_ptrace ' : ''
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      `umask 077; exec ${withoutTracing}"$0" "$@"`,
      process.execPath,
      join(import.meta.dirname, 'open.fixture.ts'),
      path,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  return child
}

type Said = {
  readonly url?: string
  readonly told?: readonly { readonly zh: string }[]
  readonly refused?: string
  readonly message?: { readonly zh: string }
}

async function said(child: ChildProcess): Promise<Said> {
  const [line] = (await once(child.stdout!, 'data')) as [Buffer]
  return JSON.parse(line.toString())
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(query)
  await client.end()
  return rows
}

async function until<T>(what: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const got = await what()
    if (got !== undefined) return got
    await wait(50)
  }
  throw new Error('it did not come about within 30 seconds')
}

const postmaster = () => Number(readFileSync(join(state, 'data', 'postmaster.pid'), 'utf8').split('\n')[0])

describe('the embedded database', { timeout: 90_000 }, () => {
  it('speaks UTF-8, listens only to this machine, and keeps its data when it is opened again', async () => {
    ready()
    const first = await opened()
    expect(
      await ask(
        first.ownerUrl,
        `select current_setting('server_encoding') as e, (select datctype from pg_database where datname = current_database()) as c,
          current_setting('listen_addresses') as l, current_setting('unix_socket_directories') as u`,
      ),
    ).toEqual([{ e: 'UTF8', c: 'C.UTF-8', l: '127.0.0.1', u: '' }])
    await ask(first.ownerUrl, `create table kept as select '金坛' as name`)
    await first.stop()
    const second = await opened()
    expect(second.told).toEqual([])
    expect(second.ownerUrl).toBe(first.ownerUrl)
    expect(await ask(second.ownerUrl, 'select name from kept')).toEqual([{ name: '金坛' }])
    await second.stop()

    rmSync(join(state, 'owner-password'))
    const entered = await openEmbedded({ stateFolder: state })
    expect(entered).toMatchObject({ refused: 'database.cannotStart' })
    expect('refused' in entered && entered.message.zh).toContain('owner-password 不见了')
  })

  it('of a killed process lives on and is taken over, and the person is told', async () => {
    ready()
    const first = begun()
    const { url } = await said(first)
    await ask(url!, `create table kept as select 1 as n`)
    const pid = postmaster()
    await killed(first)
    const next = await said(begun())
    expect(next.told?.[0]?.zh).toBe(`上次的数据库进程（${pid}）还在运行，已接管`)
    expect(next.url).toBe(url)
    expect(postmaster()).toBe(pid)
    expect(await ask(url!, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('that was killed itself, its children still about, is recovered by the next start', async () => {
    ready()
    const first = begun()
    const { url } = await said(first)
    await ask(url!, `create table kept as select 1 as n`)
    const [checkpointer] = await ask(url!, `select pid from pg_stat_activity where backend_type = 'checkpointer'`)
    await killed(first)
    process.kill(Number(checkpointer?.pid), 'SIGSTOP') // It cannot notice that its parent is gone, and goes on holding the memory.
    process.kill(postmaster(), 'SIGKILL')
    const next = await said(begun())
    expect(next.told?.[0]?.zh).toContain('已清理并恢复')
    expect(await ask(next.url!, 'select n from kept')).toEqual([{ n: 1 }])
  })

  it('that is killed while we work comes back by itself on the same port', async () => {
    ready()
    const { ownerUrl } = await opened()
    for (const _ of ['once', 'and again']) {
      process.kill(postmaster(), 'SIGKILL')
      expect(await until(() => ask(ownerUrl, 'select 1 as n').catch(() => undefined))).toEqual([{ n: 1 }])
    }
  })

  it('is refused to a second process while the first one lives, by the first one’s number and whatever the folder is called', async () => {
    ready()
    await opened()
    const link = join(above, 'link')
    symlinkSync(state, link)
    for (const path of [state, link]) {
      const { refused, message } = await said(begun(path))
      expect(refused).toBe('database.inUse')
      expect(message?.zh).toContain(`（${process.pid}）`)
    }
  })

  it('goes to one of two that start from nothing at the same moment, and the other is refused', async () => {
    state = join(above, 'made', 'by us')
    const both = [begun(), begun()]
    const answers = await Promise.all(both.map(said))
    expect(answers.map((answer) => answer.refused ?? 'open').sort()).toEqual(['database.inUse', 'open'])
    const winner = both[answers.findIndex((answer) => answer.refused === undefined)]
    expect(answers.find((answer) => answer.refused)?.message?.zh).toContain(`（${winner?.pid}）`)
  })

  it('does not mistake a process that got the old number for its server', async () => {
    ready()
    const first = await opened()
    await first.stop()
    const other = spawn('sleep', ['60'], databaseUser())
    children.push(other)
    writeFileSync(join(state, 'data', 'postmaster.pid'), `${other.pid}\n${join(state, 'data')}\n0\n5432\n\n127.0.0.1\n`)
    const next = await opened()
    expect(await ask(next.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
    expect(other.exitCode ?? other.signalCode).toBeNull()
  })

  it('whose making was broken off by a kill is made anew, and nothing of the half one stays', async () => {
    const first = begun()
    await until(() => halves().find((half) => existsSync(join(state, half, 'cluster', 'base'))))
    await killed(first)
    const next = await opened()
    expect(next.told).toHaveLength(1)
    expect(halves()).toEqual([])
    expect(await ask(next.ownerUrl, 'select 1 as n')).toEqual([{ n: 1 }])
  })

  it.runIf(process.getuid?.() === 0)('as root names the folder that the user postgres may not enter', async () => {
    chmodSync(above, 0o700)
    const entered = await openEmbedded({ stateFolder: state })
    expect(entered).toMatchObject({ refused: 'database.cannotStart' })
    expect('refused' in entered && entered.message.zh).toContain(`进不了文件夹 ${above}。请用 KAIGONG_STATE`)
  })
})

const halves = () => (existsSync(state) ? readdirSync(state) : []).filter((name) => name.startsWith('data.making'))
