import type { PlanDocument, ProjectFacts } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { matterOf, planOf } from '../../plans/plan.fixture.ts'
import { awaited, withReadyDay } from './readiness.ts'

const both = (zh: string) => ({ zh, en: zh })
const material = (id: string, from: string) => ({ id, name: both(id), from, necessity: 'essential' as const })
const matters = [
  {
    id: 'C02',
    name: both('消防设计审查'),
    per: 'phase' as const,
    tracks: ['standard'],
    materials: [
      material('C02-form', 'enterprise'),
      material('C02-design', 'designer'),
      material('C02-planning', 'government'),
    ],
  },
  {
    id: 'A05',
    name: both('节能审查'),
    per: 'project' as const,
    tracks: ['standard'],
    materials: [material('A05-report', 'intermediary')],
  },
]
type Wanted = PlanDocument['matters'][number]['materials'][number]
const wanted = (id: string, from: string, more: Partial<Wanted> = {}): Wanted => ({
  ...material(id, from),
  shared: false,
  issuedBy: null,
  neededBy: '2026-10-12',
  basis: { text: both('消防法'), confidence: 'A' },
  ...more,
})
const forms = [wanted('C02-form', 'enterprise'), wanted('C02-planning', 'government', { shared: true })]
const inPhase = (id: string) => matterOf('C02', 2, { scope: { kind: 'phase', id }, materials: forms })
const plan = planOf({
  matters: [inPhase('1'), inPhase('2'), matterOf('A05', 1, { materials: [wanted('A05-report', 'intermediary')] })],
})
const phases = [
  { id: '1', name: both('一期') },
  { id: '2', name: both('二期') },
]
const facts = (ready?: ProjectFacts['ready']): ProjectFacts => ({ facts: {}, phases, ...(ready ? { ready } : {}) })
const inLines = (stated: ProjectFacts) =>
  awaited(plan, stated, matters).flatMap(({ from, materials }) =>
    materials.map((m) => [from, m.material, m.scope, m.on ?? '-'].join(' ')),
  )

describe('materials that have to be brought', () => {
  it('stand under who brings them, once in each phase; what an office has already is not asked for', () => {
    expect(inLines(facts())).toEqual([
      'enterprise C02-form 1 -',
      'enterprise C02-form 2 -',
      'intermediary A05-report  -',
    ])
  })

  it('are not asked for once their matter is done', () => {
    const after = planOf({ matters: [{ ...inPhase('1'), done: true }] })
    expect(awaited(after, facts(), matters)).toEqual([])
  })

  it('that another matter of the plan issues are not asked for: the plan knows when they are there', () => {
    const design = matterOf('C02', 2, { materials: [wanted('C02-design', 'designer', { issuedBy: 'W03' })] })
    expect(awaited(planOf({ matters: [design, matterOf('W03', 2)] }), facts(), matters)).toEqual([])
    expect(awaited(planOf({ matters: [design] }), facts(), matters)[0]?.from).toBe('designer')
  })

  it('show the day that holds them: the latest of those named for the phase and for all phases', () => {
    const ready = [
      { matter: 'C02', material: 'C02-form', on: '2026-11-02' },
      { matter: 'C02', scope: '2', material: 'C02-form', on: '2027-01-04' },
    ]
    expect(inLines(facts(ready)).slice(0, 2)).toEqual([
      'enterprise C02-form 1 2026-11-02',
      'enterprise C02-form 2 2027-01-04',
    ])
  })

  it('stay on the list with their day when the plan does not ask for them any more, so that it can be taken back', () => {
    const ready = [{ matter: 'C02', scope: '2', material: 'C02-design', on: '2026-11-02' }]
    const found = awaited(plan, facts(ready), matters).find((g) => g.from === 'designer')?.materials
    expect(found?.map((m) => [m.material, m.on, m.neededBy])).toEqual([['C02-design', '2026-11-02', null]])
  })
})

describe('the day of a material', () => {
  const form = (scope: string) => ({ matter: 'C02', scope, material: 'C02-form' })

  it('is stated for its phase, changed in its place, and taken back', () => {
    const once = withReadyDay(facts(), matters, form('1'), '2026-11-02')
    expect(once).toEqual([{ matter: 'C02', scope: '1', material: 'C02-form', on: '2026-11-02' }])
    const later = withReadyDay(facts([...once]), matters, form('1'), '2026-11-09')
    expect(later.map((r) => r.on)).toEqual(['2026-11-09'])
    expect(withReadyDay(facts([...later]), matters, form('1'), undefined)).toEqual([])
  })

  it('that holds in all phases goes on holding in the others when one of them gets its own', () => {
    const everywhere = facts([{ matter: 'C02', material: 'C02-form', on: '2026-11-02' }])
    const apart = facts([...withReadyDay(everywhere, matters, form('2'), '2027-01-04')])
    expect(inLines(apart).slice(0, 2)).toEqual(['enterprise C02-form 1 2026-11-02', 'enterprise C02-form 2 2027-01-04'])
    const first = facts([...withReadyDay(everywhere, matters, form('1'), undefined)])
    expect(inLines(first).slice(0, 2)).toEqual(['enterprise C02-form 1 -', 'enterprise C02-form 2 2026-11-02'])
  })

  it('of a matter that occurs once names no phase', () => {
    const report = { matter: 'A05', scope: '', material: 'A05-report' }
    expect(withReadyDay(facts(), matters, report, '2026-11-02')).toEqual([
      { matter: 'A05', material: 'A05-report', on: '2026-11-02' },
    ])
  })
})
