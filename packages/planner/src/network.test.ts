import * as fs from 'node:fs'
import type { District } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { activity, earliest, matter, onLandDay, planned, withDistrict } from './plan.fixture.ts'

const { catalogue, jintan, examples } = await given(fs)
const upgrade = examples['technical-upgrade']
const battery = examples['battery-plant-4.1']
const asOf = earliest('2025-10-13')

const jintanWith = (change: (district: District) => District) =>
  groundOf(withDistrict(catalogue, '320413', change), '320413')
const source = { source: { title: '演示' }, confidence: 'synthetic' } as const

/** The upgrade with an EIA that is late, so that it shows what waits for it. */
const lateEia = { ...upgrade, ready: [{ matter: 'A06', material: 'A06-form', on: '2026-03-02' }] }

describe('the gate at which an assessment is asked for', () => {
  it('is the start of construction by default: the permit may come before the EIA', () => {
    const seen = planned(jintan, lateEia, asOf)
    expect(matter(seen, 'C07').issued! < matter(seen, 'A06').issued!).toBe(true)
    expect(activity(seen, 'W04:build').start >= matter(seen, 'A06').issued!).toBe(true)
  })

  it('is the construction permit where the district says so', () => {
    const strict = jintanWith((d) => ({ ...d, gateAt: [{ matter: 'A06', gate: 'C07', ...source }] }))
    const seen = planned(strict, lateEia, asOf)
    expect(matter(seen, 'C07').submitted! >= matter(seen, 'A06').issued!).toBe(true)
    const why = activity(seen, 'C07:check').binding.find((b) => b.edge === 'gateAt-A06')
    expect(why).toMatchObject({ kind: 'edge', edgeKind: 'practice', activity: 'A06:delivery' })
    expect(why?.text.zh).toContain('本区要求')
  })

  it('is the construction permit in Liyang, as its file says', () => {
    const seen = planned(groundOf(catalogue, '320481'), { ...lateEia, district: '320481' }, asOf)
    expect(matter(seen, 'C07').submitted! >= matter(seen, 'A06').issued!).toBe(true)
  })
})

describe('an order of the district’s own', () => {
  const late = { ...upgrade, ready: [{ matter: 'A15', on: '2026-03-02' }] }

  it('binds there', () => {
    const seen = planned(groundOf(catalogue, '320481'), { ...late, district: '320481' }, asOf)
    expect(matter(seen, 'C07').submitted! >= matter(seen, 'A15').issued!).toBe(true)
    expect(activity(seen, 'C07:check').binding.map((b) => b.edge)).toContain('LY-A15-C07')
  })

  it('binds nobody elsewhere', () => {
    const seen = planned(jintan, late, asOf)
    expect(matter(seen, 'C07').submitted! < matter(seen, 'A15').issued!).toBe(true)
  })
})

describe('the order of matters', () => {
  it('cites edge, article and kind of what a step waits for', () => {
    const seen = planned(jintan, upgrade, asOf)
    const why = activity(seen, 'C07:check').binding.find((b) => b.edge === 'C02-C07')
    expect(why).toMatchObject({ kind: 'edge', edgeKind: 'hard', activity: 'C02:delivery' })
    expect(why?.basis).toMatchObject({ confidence: 'A' })
    expect(why?.basis?.text.zh).toContain('《消防法》')
  })

  it('lets each alternative follow the facts: own land shows its title, granted land its land-use permit', () => {
    const edges = (seen: ReturnType<typeof planned>) =>
      new Set(seen.activities.flatMap((a) => a.binding.map((b) => b.edge ?? '')))
    expect(edges(planned(jintan, battery, earliest('2022-06-01')))).toContain('P10-A03')
    expect(edges(planned(jintan, upgrade, asOf))).not.toContain('P10-A03')
  })

  it('runs pre-reviews in the order of opinions and conversions in the order of documents', () => {
    const seen = planned(jintan, battery, onLandDay('2022-06-01', '2022-09-09'))
    for (const [first, then] of [
      ['B01', 'B02'],
      ['B01', 'C01'],
      ['B02', 'C07'],
      ['C01', 'C07'],
      ['C02', 'C07'],
    ]) {
      const between = `${first} before ${then}`
      expect(activity(seen, `${first}:preReview`).finish <= activity(seen, `${then}:request`).start, between).toBe(true)
      expect(activity(seen, `${first}:conversion`).finish <= activity(seen, `${then}:conversion`).start, between).toBe(
        true,
      )
    }
  })

  it('uses a pre-review opinion while it is valid: six months at the most to the conversion', () => {
    const seen = planned(jintan, battery, onLandDay('2022-06-01', '2023-03-01'))
    expect(seen.verdict.met).toBe(true)
    for (const a of seen.activities.filter((x) => x.kind === 'preReview')) {
      const conversion = activity(seen, `${a.occurrence}:conversion`)
      const lapses = Temporal.PlainDate.from(a.finish.slice(0, 10)).add({ months: 6 }).toString()
      expect(conversion.start.slice(0, 10) <= lapses, a.id).toBe(true)
    }
  })

  it('keeps the maximum lags: the completion filing within 15 days of the joint opinion', () => {
    const seen = planned(jintan, upgrade, asOf)
    const opinion = matter(seen, 'D01').issued!.slice(0, 10)
    const until = Temporal.PlainDate.from(opinion).add({ days: 15 }).toString()
    expect(matter(seen, 'D08').submitted!.slice(0, 10) <= until).toBe(true)
  })
})

describe('the reviewers of an agency', () => {
  it('take no more reviews at once than they are, and the plan says who has them', () => {
    const one = jintanWith((d) => ({ ...d, capacities: d.capacities.map((c) => ({ ...c, reviewers: 1 })) }))
    const seen = planned(one, battery, onLandDay('2022-06-01', '2022-09-09'))
    const busy = seen.activities.filter((a) => a.reviewers > 0 && a.start < a.finish)
    expect(busy.length).toBeGreaterThan(20)
    for (const a of busy)
      for (const b of busy)
        if (a.id < b.id && a.agency === b.agency)
          expect(a.finish <= b.start || b.finish <= a.start, `${a.id} and ${b.id}`).toBe(true)
    const waiting = seen.activities.flatMap((a) => a.binding).filter((b) => b.kind === 'capacity')
    expect(waiting.length).toBeGreaterThan(0)
    expect(waiting[0]?.text.zh).toContain('审查力量已满')
  })

  it('grow on the day that the district says', () => {
    const hired = jintanWith((d) => ({
      ...d,
      capacities: [
        { agency: 'ecology', reviewers: 0, ...source },
        { agency: 'ecology', reviewers: 1, from: '2026-02-02', ...source },
      ],
    }))
    const seen = planned(hired, upgrade, asOf)
    expect(activity(seen, 'A06:review').start >= '2026-02-02').toBe(true)
  })
})
