import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, settingsPage } from './settings.ts'

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
    const read = readSettings({ KAIGONG_PORT: '99999', KAIGONG_DEMO: 'maybe', DATABASE_URL: 'secret nonsense' })
    const faults = 'faults' in read ? read.faults : []
    expect(faults.map((f) => f.zh)).toEqual([
      '环境变量 KAIGONG_PORT“99999” 应为0–65535 的端口号',
      '环境变量 DATABASE_URL 应为完整的网址',
      '环境变量 KAIGONG_DEMO“maybe” 应为true 或 false',
    ])
    expect(JSON.stringify(faults)).not.toContain('nonsense')
  })
  it('stand on their reference page as they are', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../../docs/settings.md'), 'utf8')).toBe(settingsPage())
  })
})
