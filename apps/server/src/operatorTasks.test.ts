import { createPublicKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyTrail } from './operatorTasks.ts'
import { systemIn } from './platform/database/transaction.ts'
import { inDistrict, JINTAN, type TestDatabase, testDatabase } from './platform/district.fixture.ts'
import { append, emptyHead } from './platform/events/append.ts'
import { newSigningKey, openSigningKey, publicKeysOf } from './platform/events/signingKey.ts'
import { writeCheckpoint } from './platform/events/writeCheckpoint.ts'
import { readSettings } from './platform/settings/settings.ts'

const [former, today] = [newSigningKey(), newSigningKey()]
const signedAt = Temporal.Instant.from('2022-06-01T15:40:00Z')
let database: TestDatabase
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kaigong-verify-'))
  database = await testDatabase()
  await inDistrict(
    database.db,
    async (tx) => {
      const about = { district: JINTAN, stream: 'project/a', actor: null, at: signedAt }
      await append(tx, about, emptyHead, [{ type: 'happened', data: {} }])
    },
    systemIn(JINTAN),
  )
  const key = openSigningKey(former)
  if ('unreadable' in key) throw new Error(key.unreadable.en)
  await writeCheckpoint(database.db, JINTAN, key, publicKeysOf(key.publicKey), signedAt)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** What `kaigong verify` finds on the machine whose key is today's. */
async function verified(formerKeys?: string) {
  const file = join(folder, 'former-keys.pem')
  if (formerKeys !== undefined) writeFileSync(file, formerKeys)
  const settings = readSettings({
    KAIGONG_STATE: folder,
    DATABASE_URL: database.urls.owner,
    KAIGONG_SIGNING_KEY: today,
    ...(formerKeys === undefined ? {} : { KAIGONG_FORMER_KEYS_FILE: file }),
  })
  if ('faults' in settings) throw new Error(settings.faults[0]?.en)
  return await verifyTrail(settings, () => undefined)
}

describe('kaigong verify, after the signing key was changed', () => {
  it('counts a checkpoint of the former key as unsigned, and names the setting that makes it believed', async () => {
    expect(await verified()).toMatchObject({
      whole: false,
      faults: [
        {
          kind: 'unsigned',
          stream: `checkpoint/${JINTAN}`,
          version: 1,
          says: { zh: expect.stringContaining('KAIGONG_FORMER_KEYS_FILE') },
        },
      ],
    })
  })

  it('finds the trail whole where the former key’s public half is named', async () => {
    const pem = createPublicKey(former).export({ type: 'spki', format: 'pem' }).toString()
    expect(await verified(`# 2022\n${pem}`)).toMatchObject({ whole: true, checkpoints: 1, faults: [] })
  })

  it('refuses a file in which a private key was left, instead of finding faults in the trail', async () => {
    expect(await verified(former)).toMatchObject({ refused: { zh: expect.stringContaining('只应存放公钥') } })
  })
})
