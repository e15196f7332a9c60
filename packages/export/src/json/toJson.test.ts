import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import { toJson } from './toJson.ts'

type Shuffled = { readonly value: unknown; readonly key: string }

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, rank: (key: string) => number): unknown {
  if (Array.isArray(value)) return value.map((each) => reordered(each, rank))
  if (typeof value !== 'object' || value === null) return value
  const entries: Shuffled[] = Object.entries(value).map(([key, own]) => ({ key, value: own }))
  return Object.fromEntries(
    entries.sort((a, b) => rank(a.key) - rank(b.key)).map(({ key, value: own }) => [key, reordered(own, rank)]),
  )
}

describe('a plan as JSON', () => {
  it('reads back as the plan that was handed in', () => {
    expect(JSON.parse(toJson(richPlan))).toEqual(richPlan)
  })

  it('ends with one newline and indents by two spaces', () => {
    expect(toJson(richPlan)).toMatch(/^\{\n {2}"activities": \[\n {4}\{\n {6}"agency"/)
    expect(toJson(richPlan)).toMatch(/[^\n]\n$/)
  })

  it('is the same text in whatever order the keys of the plan were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9973 }), (factor) => {
        const rank = (key: string) => ([...key].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) * factor) % 9973
        const other = reordered(richPlan, rank) as typeof richPlan
        expect(toJson(other)).toBe(toJson(richPlan))
      }),
      { numRuns: 20 },
    )
  })

  it('keeps activities in the order of the plan', () => {
    const ids = (JSON.parse(toJson(richPlan)) as typeof richPlan).activities.map(({ id }) => id)
    expect(ids).toEqual(richPlan.activities.map(({ id }) => id))
  })
})
