import * as fs from 'node:fs'
import type { District } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { sayLimit } from './lengths.ts'
import { activity, dayOf, earliest, matter, onLandDay, planned, withDistrict } from './plan.fixture.ts'

const { catalogue, jintan, examples } = await given(fs)
const upgrade = examples['technical-upgrade']
const asOf = earliest('2025-10-13')
const seen = planned(jintan, upgrade, asOf)
const flagship = planned(jintan, examples['battery-plant-4.1'], onLandDay('2022-06-01', '2022-09-09'))

const promising = (promises: District['promises']) =>
  groundOf(
    withDistrict(catalogue, '320413', (d) => ({ ...d, promises })),
    '320413',
  )
const promise = {
  unitAsWritten: '工作日',
  unitApplied: 'workday',
  source: { title: '演示' },
  confidence: 'synthetic',
} as const

describe('how long a decision takes in the plan', () => {
  it('is what the district promises', () => {
    expect(matter(seen, 'A06').limit.planned).toMatchObject({ value: 15, from: 'promised' })
    expect(activity(seen, 'A06:review').length).toMatchObject({ value: 15, unitApplied: 'workday', count: 'duty' })
  })

  it('is a sample from elsewhere where nothing is promised, and says from where', () => {
    const sampled = planned(promising([]), upgrade, asOf)
    expect(matter(sampled, 'A06').limit.planned).toMatchObject({ value: 15, from: 'sample' })
    expect(matter(sampled, 'A06').limit.planned?.basis.text.zh).toMatch(/^样本：常州/)
  })

  it('is the limit of the law where there is neither', () => {
    // Fire design review: 15 working days (消防验收规定); no promise, no sample.
    expect(matter(seen, 'C02').limit.planned).toMatchObject({ value: 15, from: 'statutory' })
  })

  it('is the general 20 working days of the licensing law where a law sets none', () => {
    const river = planned(jintan, examples['river-plant-dormitory'], earliest('2026-09-01'))
    expect(matter(river, 'A09').limit.planned).toMatchObject({ value: 20, unitApplied: 'workday', from: 'statutory' })
    expect(matter(river, 'A09').limit.planned?.basis.text.zh).toContain('《行政许可法》')
    expect(matter(river, 'A09').limit.statutory.text.zh).toContain('一般期限')
  })

  it('follows a promise that names its days in force, by the day of acceptance', () => {
    const ground = promising([
      { matter: 'A06', value: 15, until: '2025-11-09', ...promise },
      { matter: 'A06', value: 12, from: '2025-11-10', ...promise },
    ])
    expect(matter(planned(ground, upgrade, asOf), 'A06')).toMatchObject({
      submitted: '2025-11-10T08:00+08:00',
      limit: { planned: { value: 12, from: 'promised' } },
    })
  })

  it('is for one variant only where the promise says so', () => {
    const ground = promising([{ matter: 'A06', variant: 'book', value: 3, ...promise }])
    expect(matter(planned(ground, upgrade, asOf), 'A06').limit.planned).toMatchObject({ value: 15, from: 'sample' })
  })
})

describe('the worst case of the law beside it', () => {
  it('is the last day that the statutory limit would allow from where the legal clock runs', () => {
    // The technical assessment stops the clock until Monday 2025-11-24; 30 working days later is Monday 2026-01-06 (New Year off 1–3, Sunday 1/4 worked).
    expect(dayOf(activity(seen, 'A06:review').start)).toBe('2025-11-24')
    expect(matter(seen, 'A06').limit.statutory).toMatchObject({
      text: { zh: '30 个工作日' },
      lastDay: '2026-01-06',
    })
  })

  it('is never before the planned decision, where no late material is waited for', () => {
    for (const plan of [seen, flagship]) {
      const dated = plan.matters.filter(
        ({ limit, track }) => limit.planned !== null && limit.statutory.lastDay !== null && track !== 'tolerance',
      )
      expect(dated.length).toBeGreaterThan(3)
      for (const m of dated) expect(m.limit.statutory.lastDay! >= dayOf(m.decided), m.id).toBe(true)
    }
  })

  it('is said in both languages for every kind of limit', () => {
    const source = { law: 'x' }
    const rest = { source, confidence: 'A' } as const
    const words = [
      sayLimit(undefined),
      sayLimit({ kind: 'atOnce', ...rest }),
      sayLimit({ kind: 'general', ...rest }),
      sayLimit({ kind: 'contract', ...rest }),
      sayLimit({ kind: 'local', ...rest }),
      sayLimit({ kind: 'none', within: 'B02', ...rest }),
      sayLimit({ kind: 'none', ...rest }),
    ]
    expect(words.map((w) => w.zh)).toEqual([
      '无规定',
      '即时',
      '20 个工作日，可延 10（一般期限）',
      '按合同约定',
      '由地方规定',
      '并入 B02',
      '无规定',
    ])
    expect(new Set(words.map((w) => w.en)).size).toBe(6)
  })
})

describe('how days are counted', () => {
  it('a duty of n working days ends at the close of the n-th, the first day not counted', () => {
    // Monday 2025-11-24 + 15 working days = Monday 12-15.
    expect(activity(seen, 'A06:review').finish).toBe('2025-12-15T18:00+08:00')
  })

  it('a fraction of a working day is so many working hours from now', () => {
    const { start, finish, length } = activity(seen, 'A06:check')
    expect(length).toMatchObject({ value: 0.5, count: 'effort' })
    expect([start, finish]).toEqual(['2025-11-10T08:00+08:00', '2025-11-10T12:00+08:00'])
  })

  it('half a promised day is four office hours, and not a whole day', () => {
    const ground = promising([{ matter: 'A05', value: 0.5, ...promise }])
    const { start, finish, length } = activity(planned(ground, upgrade, asOf), 'A05:review')
    expect(length).toMatchObject({ value: 0.5, count: 'effort', from: 'promised' })
    expect([start, finish]).toEqual(['2025-11-18T08:00+08:00', '2025-11-18T12:00+08:00'])
  })

  it('publicity counts its first day', () => {
    const publicity = activity(flagship, 'A06:A06-acceptance-publicity-table')
    expect(publicity.length).toMatchObject({ value: 5, count: 'minimum', countStartDay: true })
    // Thursday 2022-06-30, 7/1, 7/4, 7/5, Wednesday 7/6.
    expect([dayOf(publicity.start), dayOf(publicity.finish)]).toEqual(['2022-06-30', '2022-07-06'])
  })

  it('a minimum period of calendar days neither shortens nor rolls: a listing may end on a Saturday', () => {
    const sunday = planned(jintan, examples['hazardous-chemical-line'], onLandDay('2026-04-01', '2026-12-07'))
    // Monday 2026-12-07; the listing ends the evening before, Sunday 12-06, ten days after Friday 11-26.
    expect(sunday.verdict.met).toBe(true)
    expect(dayOf(activity(sunday, 'P09:listing').finish)).toBe('2026-12-06')
    expect(dayOf(activity(sunday, 'P09:listing').start)).toBe('2026-11-26')
  })

  it('a duty of calendar days that ends on a day off rolls to the next working day', () => {
    const later = planned(jintan, examples['synthetic-biology-pilot'], earliest('2025-03-13'))
    // Wednesday 2025-04-02 + 60 days = Sunday 06-01; Monday 06-02 is Dragon Boat, so Tuesday 06-03.
    const { start, finish } = activity(later, 'A07:inspection')
    expect([dayOf(start), dayOf(finish)]).toEqual(['2025-04-02', '2025-06-03'])
  })

  it('designers work Saturdays, sites every day, offices neither', () => {
    // 30 drawing days of the file, Monday to Saturday.
    expect(activity(flagship, 'W03:drawings').length).toMatchObject({ value: 30, week: 'design', from: 'fact' })
    expect(activity(flagship, 'W04:build').length).toMatchObject({ value: 270, week: 'site', from: 'fact' })
    // 270 days at eight hours, holidays included: from 2022-09-15 08:00 that is the evening of 2023-06-11.
    expect(activity(flagship, 'W04:build').start).toBe('2022-09-15T08:00+08:00')
    expect(activity(flagship, 'W04:build').finish).toBe('2023-06-11T18:00+08:00')
  })

  it('works of an unknown length take the assumption of the catalogue, and say so', () => {
    expect(activity(flagship, 'W06:commission').length).toMatchObject({ value: 90, from: 'assumed' })
  })
})
