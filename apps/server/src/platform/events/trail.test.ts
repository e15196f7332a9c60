import { randomUUID } from 'node:crypto'
import type { PersonId } from '@kaigong/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemIn } from '../database/transaction.ts'
import { inDistrict, JINTAN, type TestDatabase, testDatabase, testWorld } from '../district.fixture.ts'
import { append, headOf } from './append.ts'
import { canonical, hashOf, type Sealed } from './seal.ts'
import { newSigningKey, openSigningKey, publicKeysOf, type SigningKey } from './signingKey.ts'
import { verifyDistrict } from './verifyDistrict.ts'
import { writeCheckpoint } from './writeCheckpoint.ts'

const CHECKPOINTS = `checkpoint/${JINTAN}`
const world = testWorld()
let database: TestDatabase
const key = opened(newSigningKey())
const keys = publicKeysOf(key.publicKey)

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

function opened(pem: string): SigningKey {
  const read = openSigningKey(pem)
  if ('unreadable' in read) throw new Error(read.unreadable.en)
  return read
}

const happen = (stream: string, times: number, actor: PersonId | null = null) =>
  inDistrict(
    database.db,
    async (tx) => {
      const about = { district: JINTAN, stream, actor, at: world.now() }
      const events = Array.from({ length: times }, (_, i) => ({ type: 'happened', data: { b: i, a: '丁' } }))
      await append(tx, about, await headOf(tx, JINTAN, stream), events)
    },
    { ...systemIn(JINTAN), person: actor },
  )

const sign = (by = key, known = keys) => {
  world.advance({ hours: 24 })
  return writeCheckpoint(database.db, JINTAN, by, known, world.now())
}
const verify = () => verifyDistrict(database.db, JINTAN, keys)
const asOwner = (text: string, ...values: unknown[]) => database.owner.query(text, values)

/** What an owner of the tables does who knows how the trail is sealed: rewrites an event and gives it a fitting hash. */
async function reseal(stream: string, version: number, change: (content: Sealed) => Sealed): Promise<string> {
  const { rows } = await asOwner('select sealed from event where stream = $1 and version = $2', stream, version)
  const sealed = canonical(change(JSON.parse(rows[0].sealed)))
  await asOwner(
    'update event set sealed = $3, hash = $4 where stream = $1 and version = $2',
    stream,
    version,
    sealed,
    hashOf(sealed),
  )
  return hashOf(sealed)
}

/** Only faults, without their sentences; every sentence is there in both languages. */
async function faults() {
  const found = await verify()
  expect(found.whole).toBe(found.faults.length === 0)
  return found.faults.map(({ kind, stream, version, says }) => {
    expect(says.zh).toMatch(/[。]$/)
    expect(says.en).toMatch(/\.$/)
    return [kind, stream, version]
  })
}

describe('the trail of a district 留痕', () => {
  beforeEach(async () => {
    await asOwner('delete from checkpoint')
    await asOwner('delete from event')
    await happen('project/a', 4)
    await happen('project/b', 3)
    await sign()
    await happen('project/b', 2)
    await happen('person/c', 1, randomUUID() as PersonId)
    await sign()
    await happen('project/a', 2)
  })

  it('is whole when nobody touched it, and says how much was looked at', async () => {
    expect(await verify()).toEqual({ whole: true, events: 14, streams: 4, checkpoints: 2, faults: [] })
  })

  it('lists in a checkpoint only the streams that have grown since the one before', async () => {
    const { rows } = await asOwner('select sealed from checkpoint order by no')
    const listed = rows.map(({ sealed }) => JSON.parse(sealed).heads.map(([s, v]: [string, number]) => [s, v]))
    expect(listed).toEqual([
      [
        ['project/a', 4],
        ['project/b', 3],
      ],
      [
        [CHECKPOINTS, 1],
        ['person/c', 1],
        ['project/b', 5],
      ],
    ])
    expect(rows.map(({ sealed }) => JSON.parse(sealed).count)).toEqual([2, 4])
  })

  it('names an event whose sealed text was changed', async () => {
    await asOwner(`update event set sealed = replace(sealed, '丁', '丙') where stream = 'project/a' and version = 2`)
    expect(await faults()).toEqual([['altered', 'project/a', 2]])
  })

  it('names the event that was rewritten with a fitting hash, by what no longer continues it', async () => {
    await reseal('project/a', 2, (content) => ({ ...content, data: {} }))
    expect(await faults()).toEqual([['altered', 'project/a', 2]])
  })

  it.each([
    ['type', `'removed'`],
    ['actor', `'00000000-0000-4000-8000-000000000000'`],
    ['at', `at - interval '1 second'`],
    ['project_id', `'00000000-0000-4000-8000-000000000000'`],
  ])('names an event whose column %s was changed', async (column, value) => {
    await asOwner(`update event set ${column} = ${value} where stream = 'project/b' and version = 3`)
    expect(await faults()).toEqual([['altered', 'project/b', 3]])
  })

  it('names an event that was deleted from the middle', async () => {
    await asOwner(`delete from event where stream = 'project/a' and version = 3`)
    expect(await faults()).toEqual([['missing', 'project/a', 3]])
  })

  it('names an event that was put in by hand: copied from another place, or sealed as well as one can from outside', async () => {
    const insert = `insert into event (district_code, stream, version, type, at, sealed, hash)`
    await asOwner(
      `${insert} select district_code, stream, 6, type, at, sealed, hash from event where stream = 'project/b' and version = 5`,
    )
    expect(await faults()).toEqual([['reordered', 'project/b', 6]])
    await reseal('project/b', 6, (content) => ({ ...content, version: 6 }))
    expect(await faults()).toEqual([['altered', 'project/b', 6]])
    await asOwner(`${insert} values ($1, 'project/d', 1, 'happened', now(), '{}', $2)`, JINTAN, hashOf('{}'))
    expect(await faults()).toEqual([
      ['altered', 'project/b', 6],
      ['altered', 'project/d', 1],
    ])
  })

  it('names the first of two events that were swapped', async () => {
    await asOwner(`update event set version = version + 100 where stream = 'project/a' and version in (2, 3)`)
    await asOwner(`update event set version = 105 - version where stream = 'project/a' and version > 100`)
    expect(await faults()).toEqual([['reordered', 'project/a', 2]])
  })

  it('names where a tail was cut off, and a stream that is gone, as far as a checkpoint has signed them', async () => {
    await asOwner(`delete from event where stream = 'project/b' and version > 3`)
    await asOwner(`delete from event where stream = 'person/c'`)
    expect(await faults()).toEqual([
      ['cutOff', 'project/b', 4],
      ['cutOff', 'person/c', 1],
    ])
  })

  it('names a stream that was rewritten to its end with all its hashes, even after it went on and was signed again', async () => {
    const fourth = await reseal('project/b', 4, (content) => ({ ...content, data: {} }))
    await reseal('project/b', 5, (content) => ({ ...content, previous: fourth }))
    expect(await faults()).toEqual([['altered', 'project/b', 5]])
    await happen('project/b', 1)
    await sign()
    expect(await faults()).toEqual([['altered', 'project/b', 5]])
  })

  it('names a checkpoint that was deleted: the first, one between, the newest', async () => {
    await sign()
    for (const no of [1, 2, 3]) {
      const { rows } = await asOwner('delete from checkpoint where no = $1 returning *', no)
      expect((await faults())[0]).toEqual(['missing', CHECKPOINTS, no])
      const columns = ['district_code', 'no', 'at', 'sealed', 'hash', 'signature', 'key_id']
      await asOwner('insert into checkpoint values ($1, $2, $3, $4, $5, $6, $7)', ...columns.map((c) => rows[0][c]))
    }
    expect(await faults()).toEqual([])
  })

  it('does not believe a checkpoint that another key has signed, whichever key it names', async () => {
    const other = opened(newSigningKey())
    const { rows } = await asOwner('select sealed from checkpoint where no = 2')
    const signature = other.sign(rows[0].sealed)
    await asOwner('update checkpoint set signature = $1 where no = 2', signature)
    expect(await faults()).toEqual([['unsigned', CHECKPOINTS, 2]])
    await asOwner('update checkpoint set key_id = $1 where no = 2', other.id)
    expect(await faults()).toEqual([['unsigned', CHECKPOINTS, 2]])
    const both = publicKeysOf(key.publicKey, other.publicKey)
    expect(await verifyDistrict(database.db, JINTAN, both)).toMatchObject({ whole: true })
  })

  it('stays whole when the key is changed, for whoever knows the former one too, and forgets nothing that it had signed', async () => {
    const next = opened(newSigningKey())
    const both = publicKeysOf(key.publicKey, next.publicKey)
    await asOwner(`delete from event where stream = 'person/c'`)
    await sign(next, both)
    expect((await verifyDistrict(database.db, JINTAN, both)).faults).toMatchObject([
      { kind: 'cutOff', stream: 'person/c', version: 1 },
    ])
    expect(await faults()).toEqual([
      ['unsigned', CHECKPOINTS, 3],
      ['cutOff', 'person/c', 1],
    ])
  })

  it('names a checkpoint whose text was changed, and an announcement that was removed', async () => {
    await asOwner(`delete from event where stream = $1 and version = 2`, CHECKPOINTS)
    expect(await faults()).toEqual([['cutOff', CHECKPOINTS, 2]])
    await asOwner(`update checkpoint set sealed = replace(sealed, '"count":2', '"count":1') where no = 1`)
    expect((await faults())[0]).toEqual(['altered', CHECKPOINTS, 1])
  })

  it('misses nothing where one batch of reading ends and the next begins, in a long stream or in many short ones', async () => {
    await happen('project/long', 2300)
    for (let i = 0; i < 30; i++) await happen(`project/short-${i}`, 1)
    expect(await verify()).toMatchObject({ whole: true, events: 14 + 2300 + 30, streams: 35 })
    await asOwner(`update event set type = 'other' where stream = 'project/long' and version in (1001, 2001)`)
    expect(await faults()).toEqual([['altered', 'project/long', 1001]])
  })
})
