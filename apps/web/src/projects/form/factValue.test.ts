import { describe, expect, it } from 'vitest'
import { aboutOf, bareOf, figureOf, nothingSaid, saying, stating, withUnit } from './factValue.ts'

const reported = { value: 22, source: { title: '公开报道' }, confidence: 'A' }

describe('a stated fact', () => {
  it('is a bare value, a value with its source, or unknown', () => {
    expect([bareOf(5), bareOf(reported), bareOf('unknown'), bareOf({ value: 'unknown' }), bareOf(undefined)]).toEqual([
      5,
      22,
      undefined,
      undefined,
      undefined,
    ])
  })
  it('keeps its source while its value stays, and loses it with the value', () => {
    expect(stating(reported, 22)).toBe(reported)
    expect(stating(reported, 23)).toBe(23)
    expect(stating(reported, undefined)).toBe('unknown')
  })
  it('tells where it comes from and how sure it is', () => {
    expect(aboutOf(reported)).toEqual({ ...nothingSaid, title: '公开报道', confidence: 'A' })
    expect(aboutOf({ value: true, source: { law: 'fire-law', article: '10' } }).title).toBe('fire-law 10')
    expect(aboutOf(3)).toEqual(nothingSaid)
  })
  it('gets a source without losing its value, and loses it without a trace', () => {
    const said = saying('150 亿元', {
      ...nothingSaid,
      title: '融媒体中心报道',
      year: '2023',
      confidence: 'A',
      note: '四期总投资',
    })
    expect(said).toEqual({
      value: '150 亿元',
      source: { title: '融媒体中心报道', year: '2023' },
      confidence: 'A',
      note: { zh: '四期总投资', en: '四期总投资' },
    })
    expect(saying(said, nothingSaid)).toBe('150 亿元')
  })
  it('keeps an English note and a cited law while only something else is said of it', () => {
    const cited = { value: 1, source: { law: 'fire-law' }, note: { zh: '注', en: 'note' } }
    expect(saying(cited, { ...aboutOf(cited), confidence: 'GK' })).toEqual({ ...cited, confidence: 'GK' })
  })
})

describe('a number with a unit', () => {
  const units = ['万元', '亿元']
  it('is read with its unit, and written as a project file writes it', () => {
    expect(figureOf('150 亿元', units)).toEqual({ figure: 150, unit: '亿元' })
    expect(figureOf(64000, units)).toEqual({ figure: 64000, unit: null })
    expect([withUnit(150, '亿元'), withUnit(64000, null)]).toEqual(['150 亿元', 64000])
  })
  it('is left as it was written where the catalogue does not know the unit', () => {
    expect([figureOf('150 亿美元', units), figureOf('约 150', units)]).toEqual([undefined, undefined])
  })
})
