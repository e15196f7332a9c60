import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { activity, dayOf, gateDay, matter, onLandDay, planned } from './plan.fixture.ts'

const { jintan, examples } = await given(fs)
const seen = planned(jintan, examples['battery-plant-4.1'], onLandDay('2022-06-01', '2022-09-09'), { explore: true })
const issued = (id: string) => matter(seen, id).issued ?? ''

describe('battery plant 4.1, land on Friday 2022-09-09, seen from 2022-06-01', () => {
  it('has its land on the day that was asked for', () => {
    expect(seen.verdict).toMatchObject({ met: true, asked: { kind: 'landDay', date: '2022-09-09' }, nearest: null })
    expect(seen.land).toMatchObject({ basis: 'transaction', day: '2022-09-09', given: true })
    expect(dayOf(activity(seen, 'P10:deal').start)).toBe('2022-09-09')
  })

  it('gets its first construction permit by 2022-09-19, the fifth working day, Mid-Autumn 9/10–12 not counted', () => {
    const permit = seen.certificates.find((c) => c.matter === 'C07')
    expect(permit?.date).toBe('2022-09-14')
    expect(permit?.workdaysFromLand).toBe(2)
    expect(seen.certificates.filter((c) => c.core).every((c) => c.date <= '2022-09-19')).toBe(true)
  })

  it('gets the four certificates in lawful order: contract, land-use permit, engineering permit, construction permit', () => {
    expect(seen.certificates.filter((c) => c.core).map((c) => c.matter)).toEqual(['A03', 'A04', 'B02', 'C07'])
    const contract = activity(seen, 'P10:contract').finish
    expect(issued('A03') >= contract).toBe(true)
    expect(issued('A04') >= issued('P11')).toBe(true)
    expect(issued('B02') >= contract && issued('B02') >= issued('B01')).toBe(true)
    expect(matter(seen, 'C07').submitted! >= issued('A03')).toBe(true)
    for (const before of ['B02', 'C01', 'C02', 'C03', 'C04', 'C05'])
      expect(matter(seen, 'C07').submitted! >= issued(before), before).toBe(true)
  })

  it('says what held the last certificate, each reason with its article where there is one', () => {
    const chain = seen.verdict.chain
    expect(chain.at(-1)?.activity).toBe('C07:conversion')
    expect(chain.map((link) => link.activity)).toContain('P10:deal')
    const last = chain.at(-1)
    expect(last?.because.zh).toContain('消防设计未审或不合格不得施工')
    expect(last?.basis?.text.zh).toContain('消防法')
  })

  it('starts construction only with the permit and with the EIA, energy and soil-and-water approvals', () => {
    const start = activity(seen, 'W04:build').start
    expect(dayOf(start)).toBe(gateDay(seen, 'G1'))
    for (const required of ['C07', 'A05', 'A06', 'A07']) expect(start >= issued(required), required).toBe(true)
    expect(seen.gates.find((g) => g.gate === 'G1')?.requires.map((r) => r.matter)).toEqual(['C07', 'A06', 'A05', 'A07'])
  })

  it('publishes the auction notice for 20 days and lists for 10, ending the evening before the deal', () => {
    // 2022-08-09 + 20 days = 08-29; 08-29 + 10 days = 09-08
    expect(dayOf(activity(seen, 'P09:notice').start)).toBe('2022-08-09')
    expect(dayOf(activity(seen, 'P09:notice').finish)).toBe('2022-08-29')
    expect(dayOf(activity(seen, 'P09:listing').start)).toBe('2022-08-29')
    expect(dayOf(activity(seen, 'P09:listing').finish)).toBe('2022-09-08')
  })

  it('converts pre-reviewed matters only after the deal, in hours', () => {
    const conversions = seen.activities.filter((a) => a.kind === 'conversion')
    expect(conversions.map((a) => a.matter).sort()).toEqual([
      'A03',
      'A04',
      'B01',
      'B02',
      'B03',
      'C01',
      'C02',
      'C04',
      'C05',
      'C07',
    ])
    const deal = activity(seen, 'P10:deal').finish
    for (const a of conversions) {
      expect(a.start >= deal, a.id).toBe(true)
      expect(a.length, a.id).toMatchObject({ unitApplied: 'workday', count: 'effort' })
      expect(a.length.value, a.id).toBeLessThanOrEqual(1)
    }
  })

  it('has every pre-review through five working days before the deal (9/2 and 9/5–9/8, so by the close of 9/1)', () => {
    const reviews = seen.activities.filter((a) => a.kind === 'preReview')
    expect(reviews).toHaveLength(10)
    for (const a of reviews) expect(dayOf(a.finish) <= '2022-09-01', `${a.id} ${a.finish}`).toBe(true)
  })

  it('keeps the EIA, the energy review and the soil and water plan out of pre-review: they are formal and come before the land', () => {
    for (const id of ['A05', 'A06', 'A07']) {
      expect(matter(seen, id).lawfulTracks, id).not.toContain('preReview')
      expect(issued(id) < activity(seen, 'P10:deal').start, id).toBe(true)
    }
  })

  it('keeps as facts what was done before the as-of day', () => {
    expect(['P01', 'A01', 'P02', 'W01', 'W02'].map((id) => dayOf(issued(id)))).toEqual([
      '2022-03-18',
      '2022-04-12',
      '2022-05-10',
      '2022-05-26',
      '2022-05-31',
    ])
    expect(activity(seen, 'P02:done')).toMatchObject({ done: true, critical: false, slack: 0 })
  })

  it('saves the standard track 63 working days between land and permit', () => {
    expect(seen.comparison?.standard.workdaysFromLandToPermit).toBe(65)
    expect(seen.comparison?.accelerated.workdaysFromLandToPermit).toBe(2)
    expect(seen.comparison!.accelerated.materials).toBeLessThan(seen.comparison!.standard.materials)
  })

  it('says whose time it is: of the land plan 5 working days, notice 14, listing 8, deal, contract and handover one', () => {
    expect(seen.split.map((s) => s.owner)).toEqual(['government', 'intermediary', 'utility', 'enterprise', 'land'])
    expect(seen.split.find((s) => s.owner === 'land')).toMatchObject({ activities: 6, workdays: 28 })
  })

  it('counts what runs side by side once, so that approval days never exceed the days to the permit', () => {
    const government = seen.split.find((s) => s.owner === 'government')?.workdays ?? 0
    // 2022-06-01 to 09-14 are 73.5 working days, however many approvals run at the same time.
    expect(seen.countedDays.workdays).toBeLessThanOrEqual(73.5)
    expect(government).toBeGreaterThan(seen.countedDays.workdays)
  })
})
