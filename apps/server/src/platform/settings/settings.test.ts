import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretKeyOf, signingKeyOf } from './secrets.ts'
import { readSettings, type Settings } from './settings.ts'
import { settingsPage } from './settingsPage.ts'

describe('settings', () => {
  it('have usual values, so that a fresh machine needs none', () => {
    expect(readSettings({})).toMatchObject({
      port: 8620,
      host: '127.0.0.1',
      demo: false,
      connections: 10,
      databaseUrl: '',
    })
  })
  it('that are wrong are all told at once, in both languages, and a secret is not repeated', () => {
    const read = readSettings({
      KAIGONG_PORT: '99999',
      KAIGONG_DEMO: 'maybe',
      KAIGONG_PUBLIC_URL: 'kaigong.example.cn:443',
      DATABASE_URL: 'mysql://root:geheim@host/db',
    })
    const faults = 'faults' in read ? read.faults : []
    expect(faults).toEqual([
      {
        zh: '环境变量 KAIGONG_PORT“99999” 应为：0–65535 的端口号',
        en: 'The variable KAIGONG_PORT "99999" must be a port from 0 to 65535',
      },
      expect.objectContaining({ zh: expect.stringMatching(/^环境变量 KAIGONG_PUBLIC_URL“.*” 应为：完整的网址/) }),
      expect.objectContaining({ en: expect.stringMatching(/^The variable DATABASE_URL must be an address such as/) }),
      expect.objectContaining({ zh: '环境变量 KAIGONG_DEMO“maybe” 应为：true 或 false' }),
    ])
    expect(JSON.stringify(faults)).not.toContain('geheim')
  })

  it('stand on their reference page as they are', async () => {
    await expect(settingsPage()).toMatchFileSnapshot(join(import.meta.dirname, '../../../../../docs/settings.md'))
  })
})

describe('a secret', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kaigong-secrets-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const given = (environment: Readonly<Record<string, string>>): Settings => {
    const settings = readSettings(environment)
    if ('faults' in settings) throw new Error(settings.faults[0]?.en)
    return settings
  }
  const bytesOf = (settings: Settings) => {
    const key = secretKeyOf(settings, folder)
    return 'refused' in key ? key.refused.en : Buffer.from(key).toString('base64')
  }

  it('that nobody sets is made once and kept where only the server’s user reads it', () => {
    const first = bytesOf(given({}))
    expect(bytesOf(given({}))).toBe(first)
    expect(readdirSync(folder)).toEqual(['secret-key'])
    expect(statSync(join(folder, 'secret-key')).mode & 0o777).toBe(0o600)
  })

  it('is read from the file that is named, and a file that is not there is told by its setting', () => {
    const file = join(folder, 'credential')
    writeFileSync(file, `${Buffer.alloc(32, 7).toString('base64')}\n`)
    expect(bytesOf(given({ KAIGONG_SECRET_KEY_FILE: file }))).toBe(Buffer.alloc(32, 7).toString('base64'))
    expect(bytesOf(given({ KAIGONG_SECRET_KEY_FILE: `${file}.gone` }))).toContain('check KAIGONG_SECRET_KEY_FILE')
  })

  it('of the wrong length is refused, as is a signing key that is none', () => {
    expect(bytesOf(given({ KAIGONG_SECRET_KEY: 'c2hvcnQ=' }))).toContain('32 bytes')
    expect(signingKeyOf(given({ KAIGONG_SIGNING_KEY: 'c2hvcnQ=' }), folder)).toMatchObject({
      refused: { en: expect.stringContaining('Ed25519') },
    })
  })
})
