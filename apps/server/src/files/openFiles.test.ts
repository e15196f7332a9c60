import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JINTAN, LIYANG } from '../platform/district.fixture.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { openFiles } from './openFiles.ts'

let state: string
beforeAll(() => {
  state = mkdtempSync(join(tmpdir(), 'kaigong-store-'))
})
afterAll(() => rmSync(state, { recursive: true }))

const settings = (environment: Readonly<Record<string, string>> = {}): Settings => {
  const read = readSettings(environment)
  if ('faults' in read) throw new Error(read.faults[0]?.en)
  return read
}

describe('the store of files', () => {
  it('lies in the state folder unless set otherwise, each district by itself, under the hash and nothing else', async () => {
    const opened = await openFiles(settings(), state)
    if ('refused' in opened) throw new Error(opened.refused.en)
    const hash = 'ab'.repeat(32)
    const path = join(state, 'come')
    writeFileSync(path, '总平面图')
    await opened.files.keep(JINTAN, hash, path, 12)
    expect(readFileSync(join(state, 'files', 'kept', JINTAN, 'ab', hash), 'utf8')).toBe('总平面图')
    expect(await text(await opened.files.read(JINTAN, hash))).toBe('总平面图')
    await expect(opened.files.read(LIYANG, hash)).rejects.toThrow()
    expect(opened.scanner).toBeNull()
  })

  it('in S3 needs a client, and says how to install it', async () => {
    expect(await openFiles(settings({ KAIGONG_S3_BUCKET: 'materials' }), state)).toMatchObject({
      refused: { en: expect.stringContaining('npm install @aws-sdk/client-s3') },
    })
  })

  it('has its scanner by host and port, written so or refused', async () => {
    expect(await openFiles(settings({ KAIGONG_SCANNER: '127.0.0.1:3310' }), state)).toMatchObject({
      scanner: expect.any(Function),
    })
    expect(readSettings({ KAIGONG_SCANNER: 'clamav' })).toHaveProperty('faults')
  })
})
