import { randomUUID } from 'node:crypto'
import { type CompanyId, type PersonId, type Role, reachOf } from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase, openPool } from '../database/database.ts'
import { inTransaction, systemIn, type Tx } from '../database/transaction.ts'
import { JINTAN, LIYANG, type TestDatabase, type TestPerson, testDatabase, testPerson } from '../district.fixture.ts'
import { append, headOf } from '../events/append.ts'
import type { Actor } from '../http/actor.ts'
import { httpApp } from '../http/app.ts'
import { route } from '../http/route.ts'
import { type Feed, openFeed } from './feed.ts'
import { type Follower, follower, waiting } from './follower.fixture.ts'
import { streamRoutes } from './routes.ts'

const at = Temporal.Instant.from('2022-06-01T01:00:00Z')
let database: TestDatabase
/** Two server processes, as far as the database can tell: each has its own connections and its own ears. */
let one: Server
let other: Server

type Server = {
  readonly app: FastifyInstance
  readonly feed: Feed
  readonly db: Database
  readonly port: number
  readonly close: () => Promise<void>
}

const signedIn = new Map<string, Actor>()

/** A command, so that something happens by way of a server and not behind its back. */
const happen = {
  method: 'POST',
  path: '/happen',
  may: 'signedIn',
  summary: { zh: '发生', en: 'Happen' },
  out: { 204: null },
} as const

async function openServer(): Promise<Server> {
  const pool = openPool({ url: database.urls.app, connections: 4, searchPath: 'kg' })
  const db = openDatabase(pool)
  const feed = openFeed({ db, url: database.urls.app })
  const authenticate = async (request: { headers: Record<string, unknown> }) =>
    signedIn.get(String(request.headers['x-person'])) ?? null
  const app = httpApp({
    db,
    authenticate,
    logger: undefined,
    trustProxy: false,
    routes: [
      ...streamRoutes({ feed, authenticate, pace: { beatMs: 200, whoMs: 50 } }),
      route(happen, ({ actor, transact }) =>
        transact(async (tx) => {
          await appendTo(tx, `project/by-${actor.person}`, actor.person)
          return { status: 204 }
        }),
      ),
    ],
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  return {
    app,
    feed,
    db,
    port,
    close: async () => {
      await feed.close()
      await app.close()
      await pool.end()
    },
  }
}

const appendTo = async (tx: Tx, stream: string, actor: PersonId | null = null, project?: string) => {
  const about = { district: JINTAN, stream, actor, at, ...(project === undefined ? {} : { project }) }
  await append(tx, about, await headOf(tx, JINTAN, stream), [{ type: 'happened', data: {} }])
}

/** Many at once, quicker than a command could. */
const pour = (stream: string, times: number) =>
  database.owner.query(
    `with poured as (
       insert into event (district_code, stream, version, type, at, sealed, hash)
         select $1, $2, coalesce((select max(version) from event where stream = $2), 0) + n, 'happened', $3, '', ''
           from generate_series(1, $4) n returning 1)
     select pg_notify('kaigong_event', $1::text) from poured limit 1`,
    [JINTAN, stream, at.toString(), times],
  )

const inJintan = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(database.db, systemIn(JINTAN), work)

async function somebody(roles: readonly Role[] = ['coordinator'], where = {}): Promise<TestPerson> {
  const person = await testPerson(database, roles, where)
  signedIn.set(person.person, { ...person, csrf: null, session: null, scopes: null })
  return person
}

const followed: Follower[] = []

async function follow(server: Server, { person }: TestPerson, lastEventId?: string): Promise<Follower> {
  const reader = await follower(server.port, person, lastEventId)
  followed.push(reader)
  return reader
}

beforeAll(async () => {
  database = await testDatabase()
  one = await openServer()
  other = await openServer()
})
afterEach(() => {
  for (const { stop } of followed.splice(0)) stop()
})
afterAll(async () => {
  await one.close()
  await other.close()
  await database.close()
})

describe('the stream of changes 变更流', () => {
  it('tells within a second at one server what was done at the other, without personal data', async () => {
    const person = await somebody()
    const reader = await follow(other, person)
    const begun = performance.now()
    const done = await one.app.inject({ method: 'POST', url: '/api/v1/happen', headers: { 'x-person': person.person } })
    expect(done.statusCode).toBe(204)
    await vi.waitFor(() => expect(reader.changes).toHaveLength(1), waiting)
    expect(performance.now() - begun).toBeLessThan(1000)
    expect(reader.changes).toEqual([{ stream: 'project', id: `by-${person.person}`, version: 1, type: 'happened' }])
    expect(reader.response.headers).toMatchObject({ 'content-type': 'text/event-stream; charset=utf-8' })
  })

  it('misses nothing when transactions commit in another order than they began', async () => {
    const person = await somebody()
    const first = await follow(one, person)
    const early = new pg.Client({ connectionString: database.urls.app, options: '-c search_path=kg' })
    await early.connect()
    try {
      await early.query(`begin; set local kg.district = '${JINTAN}'; set local kg.reach = 'district'`)
      // A appends, and stays open; B begins later and commits before it.
      await early.query(
        `insert into event (district_code, stream, version, type, at, sealed, hash) values ($1, 'project/a', 1, 'happened', $2, '', '')`,
        [JINTAN, at.toString()],
      )
      await early.query(`select pg_notify('kaigong_event', $1)`, [JINTAN])
      await inJintan((tx) => appendTo(tx, 'project/b'))
      // What comes after the watermark is not told yet, to nobody: neither to one who follows nor to one who comes now.
      const second = await follow(other, person, first.lastId())
      await vi.waitFor(() => expect(second.text()).toContain('\n\n:\n'), waiting)
      expect([...first.changes, ...second.changes]).toEqual([])
      const resumeAt = second.lastId()
      second.stop()

      await early.query('commit')
      const again = await follow(other, person, resumeAt)
      await vi.waitFor(
        () =>
          expect([first.ids(), again.ids()]).toEqual([
            ['a', 'b'],
            ['a', 'b'],
          ]),
        waiting,
      )
    } finally {
      await early.end()
    }
  })

  it('goes on where a reader left off: each change once, in order, over more than one page', async () => {
    const person = await somebody()
    const reader = await follow(one, person)
    await inJintan((tx) => appendTo(tx, 'project/seen'))
    await vi.waitFor(() => expect(reader.ids()).toEqual(['seen']), waiting)
    reader.stop()
    await pour('project/missed', 2500)
    const again = await follow(other, person, reader.lastId())
    await inJintan((tx) => appendTo(tx, 'project/after'))
    await vi.waitFor(() => expect(again.changes).toHaveLength(2501), waiting)
    expect(again.changes.map(({ id, version }) => `${id} ${version}`)).toEqual([
      ...Array.from({ length: 2500 }, (_, i) => `missed ${i + 1}`),
      'after 1',
    ])
  })

  it.each([
    ['is no place at all', 'yesterday'],
    ['lies ahead of this database', '9999999999-1'],
    ['is too many changes ago', '0-0'],
  ])('tells a reader to load everything anew whose last place %s', async (_, place) => {
    const person = await somebody()
    await pour(`project/${randomUUID()}`, place === '0-0' ? 10_001 : 1)
    const reader = await follow(one, person, place)
    expect(reader.text()).toContain('event: reset\n')
    await inJintan((tx) => appendTo(tx, `project/${place}`))
    await vi.waitFor(() => expect(reader.ids()).toContain(place), waiting)
    // Of what was there before nothing is told again, except what the watermark had not passed.
    expect(reader.changes.length).toBeLessThan(10)
  })

  it('tells nobody what row-level security hides: another district, another company', async () => {
    const company = randomUUID() as CompanyId
    const project = randomUUID()
    await database.owner.query(`insert into kg.company values ($1, $2, '测试企业', '', 'TEST', true)`, [
      JINTAN,
      company,
    ])
    await database.owner.query(
      `insert into kg.project (district_code, project_id, name, name_key, company_id, level, kind, construction, stage, facts, updated_at)
         values ($1, $2, '测试项目', '', $3, 'none', 'reserve', 'new', 'preparation', '{}', now())`,
      [JINTAN, project, company],
    )
    expect(reachOf(['companyUser'], 'project.read')).toBe('company')
    const everybody = await follow(one, await somebody())
    const owner = await follow(one, await somebody(['companyUser'], { company }))
    const stranger = await follow(one, await somebody(['companyUser']))
    const neighbour = await follow(one, await somebody(['coordinator'], { district: LIYANG }))
    await inJintan((tx) => appendTo(tx, `project/${randomUUID()}`))
    await inJintan((tx) => appendTo(tx, `project/${project}`, null, project))
    await vi.waitFor(() => expect(owner.ids()).toEqual([project]), waiting)
    await vi.waitFor(() => expect(everybody.changes).toHaveLength(2), waiting)
    expect([stranger.changes, neighbour.changes]).toEqual([[], []])
  })

  it('goes on telling after its listening connection was broken', async () => {
    const reader = await follow(one, await somebody())
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'`,
    )
    await inJintan((tx) => appendTo(tx, 'project/meanwhile'))
    await vi.waitFor(() => expect(reader.ids()).toEqual(['meanwhile']), waiting)
  })

  it('ends when the sign-in ends or the rights change, and shows until then that it lives', async () => {
    const leaving = await somebody()
    const promoted = await somebody(['officer'])
    const [a, b] = [await follow(one, leaving), await follow(one, promoted)]
    await vi.waitFor(() => expect(a.text()).toContain('\n\n:\n'), waiting)
    expect([a.isOver(), b.isOver()]).toEqual([false, false])
    signedIn.delete(leaving.person)
    signedIn.set(promoted.person, { ...promoted, roles: ['utility'], csrf: null, session: null, scopes: null })
    await vi.waitFor(() => expect([a.isOver(), b.isOver()]).toEqual([true, true]), waiting)
    await vi.waitFor(() => expect(one.feed.connections()).toBe(0), waiting)
  })

  it('ends at the shutdown of its server, which does not have to wait for it', async () => {
    const server = await openServer()
    const reader = await follow(server, await somebody())
    await server.close()
    await vi.waitFor(() => expect(reader.isOver()).toBe(true), waiting)
    expect(server.feed.connections()).toBe(0)
  })
})
