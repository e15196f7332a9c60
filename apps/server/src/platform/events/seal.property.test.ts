import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './seal.ts'

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, part]) => [key, shuffled(part)]),
  )
}

describe('the canonical text 封存内容', () => {
  // Numbers as JSON knows them: -0 is written 0.
  const anything = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)

  it('does not depend on the order in which keys were written, at any depth', () => {
    fc.assert(fc.property(anything, (value) => canonical(shuffled(value)) === canonical(value)))
  })

  it('reads back as what was sealed, and seals again to the same text', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const text = canonical(value)
        expect(JSON.parse(text)).toEqual(value)
        expect(canonical(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('tells any two different values apart', () => {
    fc.assert(fc.property(anything, anything, (a, b) => (canonical(a) === canonical(b)) === isDeepStrictEqual(a, b)))
  })
})
