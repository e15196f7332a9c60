import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitToPages } from './fitToPages.ts'

const rows = (count: number, height = 34) => Array.from({ length: count }, () => height)

describe('a chart on paper', () => {
  it('keeps its size where it fits one page', () => {
    expect(fitToPages({ head: 60, rows: rows(24) })).toBe(1)
  })

  it('shrinks a little where that saves the page that would hold the last two rows', () => {
    const scale = fitToPages({ head: 60, rows: rows(28) })
    expect(scale).toBeLessThan(1)
    expect(scale * (60 + 28 * 34 + 110)).toBeLessThanOrEqual(1030)
  })

  it('takes two pages rather than become too small to read', () => {
    expect(fitToPages({ head: 60, rows: rows(45) })).toBe(1)
  })

  it('is never larger than life nor smaller than can be read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 200 }),
        fc.array(fc.integer({ min: 20, max: 300 }), { minLength: 1, maxLength: 200 }),
        (head, heights) => {
          const scale = fitToPages({ head, rows: heights })
          expect(scale).toBeGreaterThanOrEqual(0.82)
          expect(scale).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
