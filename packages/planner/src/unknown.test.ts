import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { answering, earliest, gateDay, has, matter, planned } from './plan.fixture.ts'

const { jintan, examples } = await given(fs)
const upgrade = examples['technical-upgrade']
const river = examples['river-plant-dormitory']
const asOf = earliest('2025-10-13')
const seen = planned(jintan, upgrade, asOf, { explore: true })

describe('questions that nobody has answered', () => {
  it('come in the order of what an answer would change: days of construction first, then matters', () => {
    const weights = seen.unknown.map(({ answers }) =>
      Math.max(0, ...answers.map((a) => Math.abs(a.startMovesBy ?? 0) * 100 + a.added.length + a.removed.length)),
    )
    expect(weights[0]).toBeGreaterThan(100)
    expect(weights).toEqual(weights.toSorted((a, b) => b - a))
  })

  it('put in front, for a river plant, whether it makes hazardous chemicals: more than half a year hangs on it', () => {
    const first = planned(jintan, river, earliest('2026-09-01'), { explore: true }).unknown[0]
    expect(first?.fact).toBe('hazardChem')
    const produced = first?.answers.find((a) => a.answer.zh === '生产')
    expect(produced?.startMovesBy).toBeGreaterThan(120)
    expect(produced?.added).toContain('A13')
  })

  it('say for each answer what the plan would be, and it is so', () => {
    const tried = seen.unknown.find((u) => u.fact === 'specialWorks')
    expect(tried?.answers.map((a) => a.answer.zh)).toEqual(['是', '否'])
    const no = planned(jintan, answering(upgrade, { specialWorks: false }), asOf)
    const removed = tried?.answers[1]?.removed ?? []
    expect(removed).toContain('C02')
    for (const id of removed) expect(has(no, id), id).toBe(false)
    // An upgrade without the fire design review starts sooner; the days said are working days.
    expect(tried!.answers[1]!.startMovesBy!).toBeLessThan(0)
    expect(gateDay(no, 'G1') < gateDay(seen, 'G1')).toBe(true)
  })

  it('are gone once they are answered, either way', () => {
    for (const specialWorks of [true, false]) {
      const answered = planned(jintan, answering(upgrade, { specialWorks }), asOf)
      expect(answered.unknown.map((u) => u.fact)).not.toContain('specialWorks')
      if (specialWorks) expect(matter(answered, 'C02')).toMatchObject({ verdict: 'applies', missing: [] })
    }
  })

  it('name what was taken instead, where the catalogue assumes something, and nothing where a threshold hangs on it', () => {
    expect(seen.unknown.find((u) => u.fact === 'earlyPiling')?.assumed?.value.zh).toBe('否')
    expect(seen.unknown.find((u) => u.fact === 'specialWorks')?.assumed).toBeNull()
  })

  it('are asked for durations that were assumed, without trying answers', () => {
    const days = seen.unknown.find((u) => u.fact === 'installationDays')
    expect(days).toMatchObject({ matters: ['W05'], answers: [] })
  })

  it('are listed without trying any answer where the plan is not to explore', () => {
    const plainly = planned(jintan, upgrade, asOf)
    expect(plainly.unknown.map((u) => u.fact).sort()).toEqual(seen.unknown.map((u) => u.fact).sort())
    expect(plainly.unknown.every((u) => u.answers.length === 0)).toBe(true)
  })

  it('are answered in the phase that leaves them open and not in one that has its own answer', () => {
    const open = {
      ...river,
      phases: river.phases.map((p) =>
        p.id === '2' ? { ...p, facts: { ...p.facts, specialWorks: { value: undefined } } } : p,
      ),
    }
    const found = planned(jintan, open, earliest('2026-09-01'), { explore: true })
    const special = found.unknown.find((u) => u.fact === 'specialWorks')
    expect(special?.matters).toContain('C02')
    expect(special?.answers.flatMap((a) => a.removed)).toEqual(['C02@2'])
  })

  it('keep a matter in the plan that they may bring, marked as assumed with the facts that are missing', () => {
    expect(matter(seen, 'C02').verdict).toBe('assumed')
    expect(matter(seen, 'C02').missing).toContain('specialWorks')
  })
})
