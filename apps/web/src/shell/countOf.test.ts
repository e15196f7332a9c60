import { describe, expect, it } from 'vitest'
import { countOf } from './countOf.ts'

describe('the page that an address names', () => {
  it('is that page', () => {
    expect(countOf('3')).toBe(3)
  })
  it('is the first where the address names none or something else', () => {
    expect([undefined, '', '0', '-2', '1.5', 'x', '1e9'].map(countOf)).toEqual([1, 1, 1, 1, 1, 1, 1])
  })
  it('is never so far that opening a link would read the whole district', () => {
    expect(countOf('99999')).toBe(50)
  })
})
