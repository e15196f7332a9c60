import { randomUUID } from 'node:crypto'
import type { Contract } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type JINTAN,
  type TestDatabase,
  type TestPerson,
  type TestServer,
  testDatabase,
  testPerson,
  testServer,
} from '../district.fixture.ts'
import { append, headOf } from '../events/append.ts'
import { refuse } from './answer.ts'
import { route } from './route.ts'

const count = {
  method: 'POST',
  path: '/projects/:projectId/plans',
  may: 'plan.compute',
  summary: { zh: '记一笔', en: 'Note' },
  params: z.strictObject({ projectId: z.string() }),
  body: z.strictObject({
    note: z.string().max(5, { error: '最多 5 个字 · at most 5 characters' }),
    refuse: z.boolean().optional(),
  }),
  out: { 201: z.strictObject({ version: z.int() }) },
} as const satisfies Contract
const read = {
  method: 'GET',
  path: '/notes',
  may: 'project.read',
  summary: { zh: '数一数', en: 'Count' },
  out: { 200: z.strictObject({ notes: z.int(), district: z.string() }) },
} as const satisfies Contract
const change = { ...count, path: '/notes/:projectId', ifMatch: true } as const satisfies Contract

const routes = [
  route(count, ({ params, body, actor, transact }) =>
    transact(async (tx) => {
      const about = {
        district: actor.district,
        stream: `note/${params.projectId}`,
        actor: actor.person,
        at: Temporal.Instant.from('2022-06-01T01:00:00Z'),
      }
      const head = await append(tx, about, await headOf(tx, actor.district, about.stream), [
        { type: 'noted', data: { note: body.note } },
      ])
      return body.refuse ? refuse('plan.impossible') : { status: 201, body: { version: head.version } }
    }),
  ),
  route(change, async ({ ifMatch }) => ({ status: 201, body: { version: ifMatch } })),
  route(read, async ({ read }) => ({
    status: 200,
    body: await read(async (tx) => {
      const { n } = await tx
        .selectFrom('event')
        .select((e) => e.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow()
      const { rows } = await sql<{ d: string }>`select kg.asking('district') as d`.execute(tx)
      return { notes: Number(n), district: rows[0]?.d ?? '' }
    }),
  })),
]

let database: TestDatabase
let server: TestServer
let coordinator: TestPerson
beforeAll(async () => {
  database = await testDatabase()
  server = testServer(database.db, routes)
  coordinator = await testPerson(database, ['coordinator'])
})
afterAll(async () => {
  await server.close()
  await database.close()
})
const note = (text: string, extra = {}, more = {}) =>
  server.as(coordinator)(count, { params: { projectId: 'p' }, body: { note: text, ...more } }, extra)
const notes = async () => {
  const answer = await server.as(coordinator)(read, {})
  return answer.ok ? answer.value.notes : -1
}

describe('a request', () => {
  it('of nobody is asked to sign in, of a role without the right is refused', async () => {
    expect(await server.as(null)(read, {})).toMatchObject({
      ok: false,
      problem: { status: 401, type: '/problems/signIn.needed' },
    })
    const officer = await testPerson(database, ['officer'])
    expect(await server.as(officer)(count, { params: { projectId: 'p' }, body: { note: 'x' } })).toMatchObject({
      problem: { type: '/problems/right.missing', status: 403 },
    })
  })

  it('with a token is confined to the token’s scopes', async () => {
    expect(await server.as(coordinator, ['project.read'])(read, {})).toMatchObject({ ok: true })
    expect(
      await server.as(coordinator, ['project.read'])(count, { params: { projectId: 'p' }, body: { note: 'x' } }),
    ).toMatchObject({ problem: { type: '/problems/right.missing' } })
  })

  it('points at each bad field, in the reader’s language', async () => {
    await server.as(coordinator)(read, {})
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/v1/projects/p/plans',
      payload: { note: '一二三四五六', other: 1 },
      headers: { 'x-test-person': `${coordinator.person} `, 'accept-language': 'zh-CN' },
    })
    expect(response.statusCode).toBe(422)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json().errors).toEqual([
      { pointer: '/note', detail: '最多 5 个字' },
      { pointer: '/other', detail: expect.stringContaining('other') },
    ])
  })

  it('without the version that it changes is sent back to read first', async () => {
    const asked = { params: { projectId: 'p' }, body: { note: 'x' } }
    expect(await server.as(coordinator)(change, asked)).toMatchObject({ problem: { status: 428 } })
    expect(await server.as(coordinator)(change, asked, { ifMatch: 7 })).toMatchObject({
      ok: true,
      value: { version: 7 },
    })
  })

  it('sees only its own district, whatever the query forgets', async () => {
    await note('here')
    const other = await testPerson(database, ['coordinator'], { district: '320481' as typeof JINTAN })
    expect(await server.as(other)(read, {})).toMatchObject({ value: { notes: 0, district: '320481' } })
  })
})

describe('a command', () => {
  it('that is refused leaves nothing behind', async () => {
    const before = await notes()
    expect(await note('no', {}, { refuse: true })).toMatchObject({ problem: { type: '/problems/plan.impossible' } })
    expect(await notes()).toBe(before)
  })

  it('repeated with its key gets the first answer and is not carried out again', async () => {
    const idempotencyKey = randomUUID()
    const first = await note('once', { idempotencyKey })
    const before = await notes()
    expect(await note('once', { idempotencyKey })).toEqual(first)
    expect(await notes()).toBe(before)
    expect(await note('other', { idempotencyKey })).toMatchObject({
      problem: { status: 422, type: '/problems/request.keyReused' },
    })
  })

  it('sent five times at once with one key is carried out once', async () => {
    const idempotencyKey = randomUUID()
    const before = await notes()
    const answers = await Promise.all(Array.from({ length: 5 }, () => note('same', { idempotencyKey })))
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true })
    expect(await notes()).toBe(before + 1)
  })

  it('that comes second in a race on one stream is told that it is stale', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => note(`r${i}`)))
    const won = answers.flatMap((a) => (a.ok ? [a.value.version] : []))
    const lost = answers.filter((a) => !a.ok)
    expect(won.length).toBeGreaterThan(0)
    expect(new Set(won).size).toBe(won.length)
    for (const answer of lost) expect(answer).toMatchObject({ problem: { status: 412 } })
  })
})

describe('the running server’s role', () => {
  it.each([
    'update kg.event set sealed = $$x$$',
    'delete from kg.event',
    'alter table kg.event disable row level security',
    'set role kaigong_owner',
  ])('may not %s', async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('sees no row before it has said who asks', async () => {
    const { rows } = await sql<{ n: string }>`select count(*) as n from kg.event`.execute(database.db)
    expect(rows[0]?.n).toBe('0')
  })
})
