import { contracts, type PersonId } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIn } from '../platform/database/transaction.ts'
import {
  inDistrict,
  JINTAN,
  LIYANG,
  type TestDatabase,
  type TestPerson,
  type TestServer,
  testDatabase,
  testPerson,
  testServer,
} from '../platform/district.fixture.ts'
import { append, headOf } from '../platform/events/append.ts'
import { newSigningKey, openSigningKey, publicKeysOf } from '../platform/events/signingKey.ts'
import { writeCheckpoint } from '../platform/events/writeCheckpoint.ts'
import { auditRoutes } from './routes.ts'
import { says } from './says.ts'

const { audit, verification } = contracts.operations
let database: TestDatabase
let server: TestServer
let auditor: TestPerson
let clerk: TestPerson

const happen = (stream: string, at: string, actor: PersonId | null, district = JINTAN) =>
  inDistrict(
    database.db,
    async (tx) => {
      const about = { district, stream, actor, at: Temporal.Instant.from(at) }
      await append(tx, about, await headOf(tx, district, stream), [{ type: 'happened', data: { at } }])
    },
    { ...systemIn(district), person: actor },
  )

beforeAll(async () => {
  database = await testDatabase()
  const key = openSigningKey(newSigningKey())
  if ('unreadable' in key) throw new Error(key.unreadable.en)
  const publicKeys = publicKeysOf(key.publicKey)
  server = testServer(database.db, auditRoutes({ db: database.db, says, publicKeys }))
  auditor = await testPerson(database, ['auditor'])
  clerk = await testPerson(database, ['officer'], { name: '经办人甲' })
  await happen('project/a', '2022-05-31T15:59:59Z', clerk.person)
  await happen('project/a', '2022-05-31T16:00:00Z', clerk.person)
  await happen('project/b', '2022-06-01T15:59:59Z', null)
  await happen('project/b', '2022-06-01T16:00:00Z', null)
  await happen('project/b', '2022-06-02T01:00:00Z', null, LIYANG)
  await writeCheckpoint(database.db, JINTAN, key, publicKeys, Temporal.Instant.from('2022-06-03T00:00:00Z'))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

async function listed(body: object) {
  const answer = await server.as(auditor)(audit, { body })
  if (!answer.ok) throw new Error(answer.problem.detail)
  return answer.value
}

describe('the audit trail 留痕', () => {
  it('tells what happened in the own district, the latest first, by whom, in both languages', async () => {
    const { items, total, next } = await listed({})
    expect(items.map(({ stream, version, actor }) => [stream, version, actor])).toEqual([
      ['checkpoint/320413', 1, null],
      ['project/b', 2, null],
      ['project/b', 1, null],
      ['project/a', 2, '经办人甲'],
      ['project/a', 1, '经办人甲'],
    ])
    expect([total, next]).toEqual([5, null])
    expect(items[0]?.says).toEqual({
      zh: expect.stringMatching(/^签署第 1 号检查点/),
      en: expect.stringMatching(/^Checkpoint 1 was signed/),
    })
  })

  it('is read page by page, each event once, and counted once: with the first page', async () => {
    const seen: string[] = []
    const totals: (number | null)[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listed>> = await listed({
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      })
      totals.push(page.total)
      seen.push(...page.items.map(({ hash }) => hash))
      cursor = page.next
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(5)
    expect(seen).toHaveLength(5)
    expect(totals).toEqual([5, null, null])
    // A place that no database can have is no reason to fail.
    await listed({ cursor: `${'9'.repeat(20)}-${'9'.repeat(19)}` })
  })

  it('is searched by stream, kind, person by name or number, and by days of Beijing', async () => {
    const versions = async (query: object) =>
      (await listed(query)).items.map(({ stream, version }) => `${stream} ${version}`)
    expect(await versions({ stream: 'project/a' })).toEqual(['project/a 2', 'project/a 1'])
    expect(await versions({ type: 'checkpointSigned' })).toEqual(['checkpoint/320413 1'])
    expect(await versions({ actor: '经办人甲' })).toEqual(['project/a 2', 'project/a 1'])
    expect(await versions({ actor: clerk.person })).toEqual(['project/a 2', 'project/a 1'])
    expect(await versions({ from: '2022-06-01', until: '2022-06-01' })).toEqual(['project/b 1', 'project/a 2'])
  })

  it('is verified on request, and opens even where somebody has spoiled it', async () => {
    const verified = await server.as(auditor)(verification, {})
    const counts = { events: 5, streams: 3, checkpoints: 1 }
    expect(verified).toMatchObject({ value: { whole: true, ...counts, faults: [] } })
    await database.owner.query(`update kg.event set sealed = 'spoiled' where stream = 'project/b' and version = 1`)
    const spoiled = await server.as(auditor)(verification, {})
    expect(spoiled).toMatchObject({
      value: {
        whole: false,
        ...counts,
        faults: [{ stream: 'project/b', version: 1, says: { zh: expect.stringMatching('被改动') } }],
      },
    })
    expect((await listed({})).total).toBe(5)
  })

  it('is closed to those who have no right to it', async () => {
    for (const contract of [audit, verification])
      expect(await server.as(clerk)(contract as typeof audit, { body: {} })).toMatchObject({
        problem: { type: '/problems/right.missing' },
      })
  })
})
