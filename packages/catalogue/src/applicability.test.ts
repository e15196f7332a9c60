import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { judge } from './applicability.ts'
import { realCatalogue } from './catalogue.fixture.ts'
import { type Facts, judgeBy } from './circumstances.fixture.ts'
import type { Condition } from './condition.ts'
import type { Matter } from './matter.ts'

const catalogue = realCatalogue({ readdirSync, readFileSync })

const sourced = { source: { title: '试' }, confidence: 'GK' } as const
const text = { zh: '试', en: 'try' }
/** A matter with nothing but rules. */
const matter = (
  id: string,
  applies: readonly Condition[],
  variants: Readonly<Record<string, Condition>> = {},
): Matter => ({
  id,
  name: text,
  stage: 1,
  nature: 'permit',
  authority: 'x',
  per: 'project',
  citations: [{ ...sourced }],
  applies: applies.map((when, i) => ({ id: `${id}-${i + 1}`, when, says: text, ...sourced })),
  variants: Object.entries(variants).map(([v, when]) => ({ id: v, name: text, when, ...sourced })),
  limits: [{ kind: 'general', ...sourced }],
  materials: [],
  tracks: {},
  result: text,
})
const by = (matters: readonly Matter[], facts: Facts, on = '2024-01-02') =>
  judge(new Map(matters.map((m) => [m.id, m])), {
    fact: (id) => facts[id],
    assessed: (type) => type === 'geoHazard',
    acceptedOn: () => on,
  })
const found = (condition: Condition, facts: Facts, on?: string) => by([], facts, on).condition(condition, 'A01')

const yes = { holds: true, missing: [] }
const no = { holds: false, missing: [] }
const open = (...missing: string[]) => ({ holds: undefined, missing })
const p: Condition = { fact: 'p', is: true }
const q: Condition = { fact: 'q', is: true }

describe('a condition in three values (Kleene)', () => {
  it('is open on the fact that nobody has answered', () => {
    expect(found(p, {})).toEqual(open('p'))
    expect(found({ not: p }, {})).toEqual(open('p'))
  })
  it('of which all must hold is false as soon as one is, whatever the rest', () => {
    expect(found({ all: [p, q] }, { q: false })).toEqual(no)
    expect(found({ all: [p, q] }, { q: true })).toEqual(open('p'))
    expect(found({ all: [p, q, p] }, {})).toEqual(open('p', 'q'))
    expect(found({ all: [p, q] }, { p: true, q: true })).toEqual(yes)
  })
  it('of which any is enough is true as soon as one is, whatever the rest', () => {
    expect(found({ any: [p, q] }, { q: true })).toEqual(yes)
    expect(found({ any: [p, q] }, { q: false })).toEqual(open('p'))
    expect(found({ any: [p, q] }, { p: false, q: false })).toEqual(no)
  })
  it('turns with not, but for what is open', () => {
    expect(found({ not: p }, { p: true })).toEqual(no)
    expect(found({ not: p }, { p: false })).toEqual(yes)
  })
  it.each<[Condition, number, boolean]>([
    [{ fact: 'n', atLeast: 1000 }, 1000, true],
    [{ fact: 'n', atLeast: 1000 }, 999.9, false],
    [{ fact: 'n', above: 30 }, 30, false],
    [{ fact: 'n', above: 30 }, 30.1, true],
    [{ fact: 'n', atMost: 300 }, 300, true],
    [{ fact: 'n', atMost: 300 }, 300.1, false],
    [{ fact: 'n', below: 5 }, 5, false],
    [{ fact: 'n', below: 5 }, 4.9, true],
    [{ fact: 'n', is: 0 }, 0, true],
  ])('%j holds of %d: %s', (condition, n, holds) => {
    expect(found(condition, { n }).holds).toBe(holds)
  })
  it('asks one choice for membership and several for a member', () => {
    expect(found({ fact: 'c', in: ['use', 'storage'] }, { c: 'storage' })).toEqual(yes)
    expect(found({ fact: 'c', in: ['use', 'storage'] }, { c: 'none' })).toEqual(no)
    expect(found({ fact: 'c', includes: 'powerWorks' }, { c: ['powerWorks'] })).toEqual(yes)
    expect(found({ fact: 'c', includes: 'powerWorks' }, { c: [] })).toEqual(no)
  })
  it('takes both ends of an acceptance window in', () => {
    const window = { accepted: { from: '2023-06-01', until: '2025-08-31' } }
    const days = ['2023-05-31', '2023-06-01', '2025-08-31', '2025-09-01']
    expect(days.map((day) => found(window, {}, day).holds)).toEqual([false, true, true, false])
  })
  it('knows regional assessments and what always holds', () => {
    expect(found({ assessed: 'geoHazard' }, {})).toEqual(yes)
    expect(found({ assessed: 'energy' }, {})).toEqual(no)
    expect(found({ always: true }, {})).toEqual(yes)
  })
})

describe('a matter', () => {
  const rules = [matter('A01', [p, q])]
  it('applies by the first rule that holds, and names it', () => {
    expect(by(rules, { q: true }).matter('A01')).toMatchObject({
      verdict: 'applies',
      rule: { id: 'A01-2' },
      missing: [],
    })
  })
  it('is undetermined by the first rule that may hold, with all facts that are missing', () => {
    expect(by(rules, {}).matter('A01')).toMatchObject({
      verdict: 'undetermined',
      rule: { id: 'A01-1' },
      missing: ['p', 'q'],
    })
  })
  it('does not apply where no rule can hold, nor where there is no such matter', () => {
    expect(by(rules, { p: false, q: false }).matter('A01')).toEqual({ verdict: 'doesNotApply', missing: [] })
    expect(by(rules, {}).matter('A99')).toEqual({ verdict: 'doesNotApply', missing: [] })
  })
  it('takes the first variant that holds, and none while an earlier one may', () => {
    const m = matter('A06', [p], { book: p, table: q, form: { always: true } })
    expect(by([m], { p: false, q: true }).variant(m)).toEqual({ id: 'table', missing: [] })
    expect(by([m], { p: false, q: false }).variant(m)).toEqual({ id: 'form', missing: [] })
    expect(by([m], { q: true }).variant(m)).toEqual({ id: undefined, missing: ['p'] })
    expect(by([], {}).variant(matter('A01', [p]))).toEqual({ id: undefined, missing: [] })
  })
})

describe('a rule that refers to another matter', () => {
  const energy = matter('A05', [p], { province: q, district: { always: true } })
  const asks = (variant?: string) => matter('P08', [{ applies: 'A05', ...(variant && { variant }) }])
  const verdict = (facts: Facts, variant?: string) => {
    const { verdict, missing } = by([energy, asks(variant)], facts).matter('P08')
    return [verdict, ...missing]
  }
  it('follows it', () => {
    expect(verdict({ p: true })).toEqual(['applies'])
    expect(verdict({ p: false })).toEqual(['doesNotApply'])
    expect(verdict({})).toEqual(['undetermined', 'p'])
  })
  it('follows it into its variant', () => {
    expect(verdict({ p: true, q: true }, 'province')).toEqual(['applies'])
    expect(verdict({ p: true, q: false }, 'province')).toEqual(['doesNotApply'])
    expect(verdict({ p: true, q: true }, 'district')).toEqual(['doesNotApply'])
    expect(verdict({ p: true, q: false }, 'district')).toEqual(['applies'])
  })
  it('is open while the matter or its variant is, and closed as soon as either is out of the question', () => {
    expect(verdict({ p: true }, 'district')).toEqual(['undetermined', 'q'])
    expect(verdict({ q: true }, 'province')).toEqual(['undetermined', 'p'])
    expect(verdict({ q: false }, 'province')).toEqual(['doesNotApply'])
    expect(verdict({ p: true }, 'state')).toEqual(['doesNotApply'])
  })
  it('does not hold where the matter takes no variant at all', () => {
    const none = matter('A05', [p], { province: q })
    expect(by([none, asks('province')], { p: true, q: false }).matter('P08').verdict).toBe('doesNotApply')
  })
})

describe('the law chosen by the day of acceptance', () => {
  const energy = (facts: Facts, on: string) => {
    const by = judgeBy(catalogue, { energyTce: 0, elecKWhYear: 0, coalTYear: 0, ...facts }, on)
    const a05 = catalogue.matters.find((m) => m.id === 'A05')
    const found = by.matter('A05')
    return [found.verdict === 'applies' ? found.rule.id : found.verdict, a05 && by.variant(a05).id]
  }
  it('sends 5,000 tce to the province until 2023-05-31 and 10,000 tce from 2023-06-01 (节能审查办法 44 号令、2 号令)', () => {
    expect(energy({ energyTce: 5000 }, '2023-05-31')).toEqual(['A05-tce', 'province'])
    expect(energy({ energyTce: 5000 }, '2023-06-01')).toEqual(['A05-tce', 'district'])
    expect(energy({ energyTce: 9999 }, '2023-06-01')).toEqual(['A05-tce', 'district'])
    expect(energy({ energyTce: 10000 }, '2023-06-01')).toEqual(['A05-tce', 'province'])
  })
  it('reviews 5 million kWh until 2025-08-31 and not from 2025-09-01 (31 号令)', () => {
    expect(energy({ elecKWhYear: 5e6 }, '2025-08-31')).toEqual(['A05-electricity', 'district'])
    expect(energy({ elecKWhYear: 5e6 }, '2025-09-01')).toEqual(['doesNotApply', 'district'])
  })
  it('reviews 1,000 t of coal from 2025-09-01 and not before', () => {
    expect(energy({ coalTYear: 1000 }, '2025-08-31')).toEqual(['doesNotApply', 'district'])
    expect(energy({ coalTYear: 1000 }, '2025-09-01')).toEqual(['A05-coal', 'district'])
  })
  it('asks for what it needs and nothing else: coal only from 2025-09-01, electricity only until then', () => {
    const missing = (on: string) => judgeBy(catalogue, { energyTce: 800 }, on).matter('A05').missing
    expect(missing('2025-08-31')).toEqual(['elecKWhYear'])
    expect(missing('2025-09-01')).toEqual(['coalTYear'])
  })
})
