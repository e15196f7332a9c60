import * as fs from 'node:fs'
import type { Project } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { activity, dayOf, earliest, gateDay, matter, planned } from './plan.fixture.ts'

const { jintan, examples } = await given(fs)
const upgrade = examples['technical-upgrade']
const asOf = earliest('2025-10-13')
const plain = planned(jintan, upgrade, asOf)

describe('what is done', () => {
  const done: Project = {
    ...upgrade,
    done: [
      { matter: 'W01', on: '2025-09-26' },
      { matter: 'W02', on: '2025-09-30' },
      { matter: 'B01', on: '2025-10-10' },
    ],
  }
  const seen = planned(jintan, done, asOf)

  it('is one dated activity with no room, whatever the usual steps are', () => {
    expect(seen.activities.filter((a) => a.matter === 'B01')).toHaveLength(1)
    expect(activity(seen, 'B01:done')).toMatchObject({
      start: '2025-10-10T18:00+08:00',
      finish: '2025-10-10T18:00+08:00',
      done: true,
      slack: 0,
      critical: false,
      binding: [{ kind: 'done' }],
    })
    expect(matter(seen, 'B01')).toMatchObject({ done: true, limit: { statutory: { lastDay: null } } })
  })

  it('lets what waited for it begin at once', () => {
    expect(dayOf(activity(seen, 'W03:drawings').start)).toBe('2025-10-13')
    expect(gateDay(seen, 'G1') < gateDay(plain, 'G1')).toBe(true)
  })

  it('may be dated before what the law wants first: a fact is not moved', () => {
    const odd: Project = { ...upgrade, done: [{ matter: 'B02', on: '2025-09-01' }] }
    const found = planned(jintan, odd, asOf)
    expect(dayOf(matter(found, 'B02').issued)).toBe('2025-09-01')
    expect(matter(found, 'B01').issued! > matter(found, 'B02').issued!).toBe(true)
  })

  it('of a land deal gives the land its day', () => {
    const won: Project = {
      ...examples['battery-plant-4.1'],
      done: ['P01', 'P02', 'P04', 'P06', 'P09', 'P10'].map((id) => ({ matter: id, on: '2022-09-09' })),
    }
    const after = planned(jintan, won, earliest('2022-09-13'))
    expect(after.land).toMatchObject({ day: '2022-09-09', given: true })
  })

  it('in one phase only leaves the other phase to do', () => {
    const first: Project = {
      ...examples['river-plant-dormitory'],
      done: [{ matter: 'B01', scope: '1', on: '2026-08-31' }],
    }
    const found = planned(jintan, first, earliest('2026-09-01'))
    expect(matter(found, 'B01@1').done).toBe(true)
    expect(matter(found, 'B01@2').done).toBe(false)
  })
})

describe('materials that are not there yet', () => {
  it('hold the application until their day, and the plan names them as the reason', () => {
    const waiting: Project = { ...upgrade, ready: [{ matter: 'C02', material: 'C02-drawings', on: '2026-03-02' }] }
    const seen = planned(jintan, waiting, asOf)
    expect(dayOf(matter(seen, 'C02').submitted)).toBe('2026-03-02')
    expect(activity(seen, 'C02:check').binding.map((b) => b.kind)).toContain('material')
    expect(gateDay(seen, 'G1') > gateDay(plain, 'G1')).toBe(true)
  })

  it('hold nothing when they are there before they are needed', () => {
    const early: Project = { ...upgrade, ready: [{ matter: 'C02', on: '2025-10-20' }] }
    expect(planned(jintan, early, asOf).activities).toEqual(plain.activities)
  })

  it('of a pre-reviewed matter hold the request', () => {
    const late: Project = { ...examples['synthetic-biology-pilot'], ready: [{ matter: 'B01', on: '2025-08-04' }] }
    const seen = planned(jintan, late, earliest('2025-03-03'))
    expect(matter(seen, 'B01').track).toBe('preReview')
    expect(dayOf(activity(seen, 'B01:request').start) >= '2025-08-04').toBe(true)
  })
})

describe('a phase with a day of its own', () => {
  it('moves with that day, while the first phase stays', () => {
    const river = examples['river-plant-dormitory']
    const later: Project = {
      ...river,
      phases: river.phases.map((p) => (p.id === '2' ? { ...p, notBefore: '2028-09-01' } : p)),
    }
    const before = planned(jintan, river, earliest('2026-09-01'))
    const after = planned(jintan, later, earliest('2026-09-01'))
    expect(gateDay(after, 'G1', '1')).toBe(gateDay(before, 'G1', '1'))
    expect(gateDay(after, 'G1', '2') > '2028-09-01').toBe(true)
  })
})
