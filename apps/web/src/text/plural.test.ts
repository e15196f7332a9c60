import i18next from 'i18next'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { endingsOf } from './plural.ts'
import { messages } from './registry.ts'

vi.stubGlobal('localStorage', { getItem: () => 'en', setItem: () => undefined })
vi.stubGlobal('document', { documentElement: { lang: '' } })

describe('an English number', () => {
  beforeAll(async () => {
    const { allTexts, openTexts } = await import('./texts.ts')
    openTexts()
    await allTexts()
  })

  it('of one has no plural after it', () => {
    expect([0, 1, 2, '1', '1.5'].map((n) => i18next.t('plans.versions.promiseCount', { n }))).toEqual([
      'Promises of 0 matters',
      'Promises of 1 matter',
      'Promises of 2 matters',
      'Promises of 1 matter',
      'Promises of 1.5 matters',
    ])
    expect([1, 2].map((n) => i18next.t('plans.versions.breachCount', { n }))).toEqual(['1 breach', '2 breaches'])
  })

  it('has only endings that are known', () => {
    const asked = Object.values(messages).flatMap(({ en }) => [...en.matchAll(/\{\{\w+, (\w+)\}\}/g)].map(([, e]) => e))
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((e) => !(e !== undefined && e in endingsOf))).toEqual([])
  })
})
