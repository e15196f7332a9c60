import { describe, expect, it } from 'vitest'
import { bareOf, confidenceOf, sourceOf, stating } from './factValue.ts'

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
    expect([sourceOf(reported), confidenceOf(reported), sourceOf(3), confidenceOf(3)]).toEqual([
      '公开报道',
      'A',
      undefined,
      undefined,
    ])
  })
})
