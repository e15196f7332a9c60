import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import type { Catalogue } from './catalogue.ts'
import { diff } from './diff.ts'
import type { Limit } from './limit.ts'
import type { Matter } from './matter.ts'

const old = realCatalogue({ readdirSync, readFileSync })
const source = { source: { title: '演示' }, confidence: 'synthetic' } as const

/** The catalogue with one matter said otherwise. */
const where = (id: string, change: (matter: Matter) => Matter): Catalogue => ({
  ...old,
  hash: 'new',
  matters: old.matters.map((m) => (m.id === id ? change(m) : m)),
})
const days = (value: number, more: Partial<Extract<Limit, { kind: 'days' }>> = {}): Limit => ({
  kind: 'days',
  value,
  unitAsWritten: '工作日',
  unitApplied: 'workday',
  startEvent: 'accepted',
  ...source,
  ...more,
})
const limitsOfA05 = (...limits: Limit[]) => where('A05', (m) => ({ ...m, limits }))

describe('two versions of the catalogue', () => {
  it('differ in nothing when they are the same', () => {
    const found = diff(old, structuredClone(old))
    expect(found.matters).toEqual({ removed: [], added: [] })
    expect(found.materials).toEqual({ removed: [], added: [] })
    expect(found.days).toEqual({ changed: [], removed: { workday: 0, day: 0 }, added: { workday: 0, day: 0 } })
    expect(Object.values(found.changed).flat()).toEqual([])
  })

  it('count a matter that went with its materials and its days, and the other way round when it comes back', () => {
    const without = { ...old, matters: old.matters.filter((m) => m.id !== 'A05') }
    const gone = diff(old, without)
    expect(gone.matters.removed.map((m) => m.id)).toEqual(['A05'])
    expect(gone.materials.removed.map((m) => m.matter)).toEqual(
      old.matters.find((m) => m.id === 'A05')?.materials.map(() => 'A05'),
    )
    expect(gone.days.removed.workday).toBeGreaterThanOrEqual(20)
    const back = diff(without, old)
    expect(back.matters).toEqual({ removed: [], added: gone.matters.removed })
    expect(back.materials).toEqual({ removed: [], added: gone.materials.removed })
    expect(back.days.added).toEqual(gone.days.removed)
  })

  it('count each material by name, whether the company has to bring it and whether it may follow (减材料)', () => {
    const found = diff(
      old,
      where('A05', (m) => ({ ...m, materials: m.materials.filter(({ id }) => id !== 'A05-request') })),
    )
    expect(found.materials).toEqual({
      removed: [
        {
          matter: 'A05',
          id: 'A05-request',
          name: { zh: '请示文', en: 'Request letter' },
          necessity: 'essential',
          shared: false,
        },
      ],
      added: [],
    })
    expect(found.changed.matters).toMatchObject([{ id: 'A05', parts: ['materials'] }])
  })

  it('count the days by which a limit became shorter (减时限), 20 to 15 being 5', () => {
    const found = diff(limitsOfA05(days(20)), limitsOfA05(days(15)))
    expect(found.days.changed).toMatchObject([
      { matter: 'A05', kind: 'statutory', before: 20, after: 15, unit: 'workday' },
    ])
    expect(found.days.removed).toEqual({ workday: 5, day: 0 })
    expect(found.days.added).toEqual({ workday: 0, day: 0 })
  })

  it('compare what holds last: a limit that a later one has replaced says nothing', () => {
    const replaced = limitsOfA05(
      days(30, { inForce: { until: '2025-12-31' } }),
      days(15, { inForce: { from: '2026-01-01' } }),
    )
    expect(diff(limitsOfA05(days(15)), replaced).days.changed).toEqual([])
    expect(diff(limitsOfA05(days(20)), replaced).days.removed.workday).toBe(5)
  })

  it('take "at once" as no day, "general" as the 20 working days of 行政许可法 42, and do not count what has no figure', () => {
    expect(diff(limitsOfA05(days(3)), limitsOfA05({ kind: 'atOnce', ...source })).days.removed.workday).toBe(3)
    expect(diff(limitsOfA05({ kind: 'general', ...source }), limitsOfA05(days(7))).days.removed.workday).toBe(13)
    const unsaid = diff(limitsOfA05({ kind: 'contract', ...source }), limitsOfA05({ kind: 'local', ...source }))
    expect(unsaid.days.changed).toEqual([])
    expect(unsaid.changed.matters).toMatchObject([{ id: 'A05', parts: ['limits'] }])
  })

  it('list a limit whose unit changes, but do not reckon calendar days against working days', () => {
    const found = diff(limitsOfA05(days(20)), limitsOfA05(days(15, { unitApplied: 'day' })))
    expect(found.days.changed).toMatchObject([{ before: 20, after: 15, unit: 'mixed' }])
    expect(found.days.removed).toEqual({ workday: 0, day: 0 })
    expect(found.days.added).toEqual({ workday: 0, day: 0 })
  })

  it('keep the limits of 报告书 and 报告表 apart', () => {
    const before = limitsOfA05(days(30, { variant: 'book' }), days(15, { variant: 'table' }))
    const after = limitsOfA05(days(15, { variant: 'table' }), days(20, { variant: 'book' }))
    expect(diff(before, after).days.changed).toMatchObject([{ variant: 'book', before: 30, after: 20 }])
  })

  it('count what a district promises, and what it no longer promises', () => {
    const promises = (change: (value: number) => number): Catalogue => ({
      ...old,
      districts: old.districts.map((d) =>
        d.code === '320413'
          ? { ...d, promises: d.promises.map((p) => (p.matter === 'A03' ? { ...p, value: change(p.value) } : p)) }
          : d,
      ),
    })
    const found = diff(
      old,
      promises((value) => value + 2),
    )
    expect(found.days.changed).toMatchObject([{ matter: 'A03', kind: 'promised', district: '320413' }])
    expect(found.days.added).toEqual({ workday: 2, day: 0 })
    expect(found.changed.districts).toMatchObject([{ id: '320413', parts: ['promises'] }])
  })

  it('let no other change pass unseen: order, calendars, gates, laws, facts and the parts that are one whole', () => {
    const found = diff(old, {
      ...old,
      edges: old.edges.slice(1),
      calendars: old.calendars.slice(1),
      gates: old.gates.map((g) => (g.id === 'G1' ? { ...g, requires: g.requires.slice(1) } : g)),
      laws: old.laws.map((l, i) =>
        i === 0 ? { ...l, versions: l.versions.map((v) => ({ ...v, version: '9999' })) } : l,
      ),
      facts: old.facts.map((f, i) => (i === 0 ? { ...f, minimum: 7 } : f)),
      tolerance: { ...old.tolerance, mode: 'issueThenSupplement' },
    })
    expect(found.edges.removed.map((e) => e.id)).toEqual([old.edges[0]?.id])
    expect(found.calendars.removed).toEqual([old.calendars[0]?.year])
    expect(found.changed.gates).toMatchObject([{ id: 'G1', parts: ['requires'] }])
    expect(found.changed.laws).toMatchObject([{ id: old.laws[0]?.id, parts: ['versions'] }])
    expect(found.changed.facts).toMatchObject([{ id: old.facts[0]?.id, parts: ['minimum'] }])
    expect(found.changed.whole).toEqual(['tolerance', 'calendars'])
  })
})
