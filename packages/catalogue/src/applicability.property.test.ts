import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import { type Facts, judgeBy } from './circumstances.fixture.ts'
import type { Condition, FactValue } from './condition.ts'

const catalogue = realCatalogue({ readdirSync, readFileSync })
const RUNS = 150

/** A value around the thresholds of the law, so that rules are met as often as missed. */
const answerTo = (fact: (typeof catalogue.facts)[number]): fc.Arbitrary<FactValue> => {
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'number':
      return fc.constantFrom(0, 0.4, 0.5, 5, 30, 31, 300, 301, 999, 1000, 5000, 10000, 50000, 5e6)
    case 'integer':
      return fc.nat(600)
    case 'choice':
      return fc.constantFrom(...Object.keys(fact.choices ?? {}))
    case 'choices':
      return fc.subarray(Object.keys(fact.choices ?? {}))
    case 'text':
      return fc.constantFrom('C3841', 'C2669')
  }
}
const answers: fc.Arbitrary<Facts> = fc.record(Object.fromEntries(catalogue.facts.map((f) => [f.id, answerTo(f)])))
const ids = catalogue.facts.map((f) => f.id)
const days = fc.constantFrom('2022-06-01', '2023-05-31', '2023-06-01', '2025-02-28', '2025-09-01', '2026-08-15')
const only = (facts: Facts, known: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([id]) => known.includes(id)))

describe('verdicts on the real catalogue', () => {
  it('are decided for every matter and variant once every fact is answered', () => {
    fc.assert(
      fc.property(answers, days, (facts, on) => {
        const by = judgeBy(catalogue, facts, on)
        for (const m of catalogue.matters) {
          expect(by.matter(m.id)).toMatchObject({ verdict: expect.not.stringMatching('undetermined'), missing: [] })
          expect(by.variant(m).missing).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('never turn once decided, whatever else is answered; what is open names only unanswered facts, and some', () => {
    fc.assert(
      fc.property(answers, fc.subarray(ids), days, (facts, known, on) => {
        const some = judgeBy(catalogue, only(facts, known), on)
        const all = judgeBy(catalogue, facts, on)
        for (const m of catalogue.matters) {
          const early = some.matter(m.id)
          if (early.verdict !== 'undetermined') expect([m.id, all.matter(m.id).verdict]).toEqual([m.id, early.verdict])
          else {
            expect(early.missing.length).toBeGreaterThan(0)
            expect(early.missing.filter((id) => known.includes(id))).toEqual([])
          }
          const variant = some.variant(m)
          if (variant.id !== undefined) expect([m.id, all.variant(m).id]).toEqual([m.id, variant.id])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('are settled by answering what they say is missing', () => {
    fc.assert(
      fc.property(answers, fc.subarray(ids), days, (facts, start, on) => {
        for (const m of catalogue.matters) {
          let known = [...start]
          let found = judgeBy(catalogue, only(facts, known), on).matter(m.id)
          for (let round = 0; found.verdict === 'undetermined' && round < ids.length; round++) {
            known = [...known, ...found.missing]
            found = judgeBy(catalogue, only(facts, known), on).matter(m.id)
          }
          expect([m.id, found.verdict]).not.toEqual([m.id, 'undetermined'])
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('a condition', () => {
  const fact = fc.constantFrom('p', 'q', 'r')
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fact.map((id): Condition => ({ fact: id, is: true })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
      tie('condition').map((not): Condition => ({ not })),
    ),
  }))
  /** The obvious way: a decided finding must be what every completion of the answers gives. */
  const plainly = (c: Condition, facts: Facts): boolean => {
    if ('all' in c) return c.all.every((x) => plainly(x, facts))
    if ('any' in c) return c.any.some((x) => plainly(x, facts))
    if ('not' in c) return !plainly(c.not, facts)
    return 'fact' in c && facts[c.fact] === true
  }
  const completions = (facts: Facts): readonly Facts[] =>
    ['p', 'q', 'r'].reduce<readonly Facts[]>(
      (list, id) =>
        id in facts
          ? list
          : list.flatMap((f) => [
              { ...f, [id]: true },
              { ...f, [id]: false },
            ]),
      [facts],
    )
  it('that is decided agrees with plain logic under every answer still to come', () => {
    const partial = fc.record({ p: fc.boolean(), q: fc.boolean(), r: fc.boolean() }, { requiredKeys: [] })
    fc.assert(
      fc.property(condition, partial, (c, facts) => {
        const { holds, missing } = judgeBy(catalogue, facts, '2024-01-02').condition(c, 'A01')
        if (holds === undefined) expect(missing.every((id) => !(id in facts)) && missing.length > 0).toBe(true)
        else for (const whole of completions(facts)) expect(plainly(c, whole)).toBe(holds)
      }),
      { numRuns: 500 },
    )
  })
})
