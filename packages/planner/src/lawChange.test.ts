import * as fs from 'node:fs'
import type { Catalogue } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { type Change, lawChange, type Running } from './lawChange.ts'
import { earliest, onLandDay, startingBy, withDistrict } from './plan.fixture.ts'

const { catalogue, jintan, examples } = await given(fs)

const running: readonly Running[] = [
  { project: examples['battery-plant-4.1'], request: onLandDay('2022-06-01', '2022-09-09') },
  { project: examples['hazardous-chemical-line'], request: earliest('2026-04-01') },
  { project: examples['leased-workshop'], request: startingBy('2026-03-02', '2026-06-30') },
  { project: examples['river-plant-dormitory'], request: earliest('2026-09-01') },
  { project: examples['synthetic-biology-pilot'], request: earliest('2025-03-03') },
  { project: examples['technical-upgrade'], request: earliest('2025-10-13') },
]
const named = (...names: (keyof typeof examples)[]) => names.map((n) => examples[n].name.en)

const changed = (to: Catalogue) => lawChange(jintan, groundOf(to, '320413'), running)
const of = (changes: readonly Change[], kind: Change['kind']) => changes.filter((c) => c.kind === kind)

describe('a law that stays as it is', () => {
  it('touches nobody', () => {
    expect(changed({ ...catalogue })).toEqual([])
  })
})

describe('a promise shortened from 15 working days to 10 for EIA report forms', () => {
  const shorter = withDistrict(catalogue, '320413', (d) => ({
    ...d,
    promises: d.promises.map((p) => (p.matter === 'A06' && p.variant === 'table' ? { ...p, value: 10 } : p)),
  }))
  const touched = changed(shorter)

  it('touches the projects that file a form, and not those that file a report', () => {
    expect(touched.map((t) => t.project.en)).toEqual(
      named('battery-plant-4.1', 'leased-workshop', 'river-plant-dormitory', 'technical-upgrade'),
    )
  })

  it('shows the limit before and after', () => {
    for (const { changes } of touched) {
      const [limit] = of(changes, 'limit')
      expect(limit).toMatchObject({ id: 'A06' })
      expect(limit?.before?.zh).toMatch(/^15 工作日/)
      expect(limit?.after?.zh).toMatch(/^10 工作日/)
    }
  })

  it('brings construction five working days nearer where the EIA is what it waits for', () => {
    const leased = touched.find((t) => t.project.en === examples['leased-workshop'].name.en)
    const [start] = of(leased?.changes ?? [], 'construction')
    // Saturday 2026-05-09 is a worked one; 4/30 and 5/6, 5/7, 5/8 lie between, Labour Day off.
    expect([start?.before?.zh, start?.after?.zh]).toEqual(['2026-05-09', '2026-04-29'])
    const battery = touched.find((t) => t.project.en === examples['battery-plant-4.1'].name.en)
    expect(of(battery?.changes ?? [], 'construction')).toEqual([])
  })
})

describe('a holiday moved by a later notice: Wednesday 2022-09-14 off as well', () => {
  const later: Catalogue = {
    ...catalogue,
    calendars: catalogue.calendars.map((c) =>
      c.year === 2022 ? { ...c, off: [...c.off, { days: '2022-09-14', name: { zh: '调休', en: 'day off' } }] } : c,
    ),
  }
  const touched = changed(later)

  it('touches the project that runs in that year', () => {
    expect(touched.map((t) => t.project.en)).toEqual(named('battery-plant-4.1'))
  })

  it('moves the permit of 09-14 to 09-15 and shows both', () => {
    const permit = of(touched[0]?.changes ?? [], 'certificate').find((c) => c.id.startsWith('C07:'))
    expect([permit?.before?.zh, permit?.after?.zh]).toEqual(['2022-09-14', '2022-09-15'])
  })

  it('puts the verdict first, since it is what somebody was told', () => {
    expect(touched[0]?.changes[0]).toMatchObject({ kind: 'verdict' })
  })
})

describe('a matter that a new rule brings: seismic evaluation for every project with a full EIA report', () => {
  const stricter: Catalogue = {
    ...catalogue,
    matters: catalogue.matters.map((m) =>
      m.id === 'A18'
        ? {
            ...m,
            applies: [
              ...m.applies,
              {
                id: 'A18-book',
                when: { fact: 'eiaClass', is: 'book' },
                says: { zh: '报告书类项目', en: 'Projects with a full report' },
                source: { title: '演示' },
                confidence: 'synthetic',
              },
            ],
          }
        : m,
    ),
  }
  const touched = changed(stricter)

  it('touches the projects with a full report, of which it says which rule', () => {
    expect(touched.map((t) => t.project.en)).toEqual(named('hazardous-chemical-line', 'synthetic-biology-pilot'))
    for (const { changes } of touched) {
      expect(of(changes, 'matter')).toMatchObject([{ id: 'A18', before: null, after: { zh: '报告书类项目' } }])
    }
  })

  it('read the other way round, says which matter falls away', () => {
    const back = lawChange(groundOf(stricter, '320413'), jintan, running)
    for (const { changes } of back)
      expect(of(changes, 'matter')).toMatchObject([{ id: 'A18', before: { zh: '报告书类项目' }, after: null }])
  })
})

describe('a project that can no longer be asked for its land day', () => {
  it('is touched in its verdict', () => {
    const noGrant: Catalogue = {
      ...catalogue,
      matters: catalogue.matters.map((m) =>
        m.id === 'P10' ? { ...m, applies: m.applies.map((r) => ({ ...r, when: { not: { always: true } } })) } : m,
      ),
    }
    const [battery] = changed(noGrant)
    expect(battery?.project.en).toBe(examples['battery-plant-4.1'].name.en)
    expect(battery?.changes).toMatchObject([{ kind: 'verdict', id: 'plan' }])
    expect(battery?.changes[0]?.after?.zh).toContain('没有拿地日')
  })
})
