import * as fs from 'node:fs'
import type { Project } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { activity, answering, dayOf, earliest, gateDay, onLandDay, planned, startingBy } from './plan.fixture.ts'
import { plan } from './planProject.ts'

const { jintan, examples } = await given(fs)
const battery = examples['battery-plant-4.1']
const upgrade = examples['technical-upgrade']
const leased = examples['leased-workshop']

describe('asked for the earliest', () => {
  it('answers with a start of construction and leaves no date unmet', () => {
    const seen = planned(jintan, upgrade, earliest('2025-10-13'))
    expect(seen.verdict).toMatchObject({
      met: true,
      asked: { kind: 'earliest', date: null },
      nearest: null,
      remedies: [],
    })
    expect(seen.verdict.headline.zh).toBe(`最早 ${gateDay(seen, 'G1')} 可开工。`)
  })

  it('names land day and certificates where land is won', () => {
    const seen = planned(jintan, battery, earliest('2022-06-01'))
    expect(seen.verdict.headline.zh).toContain(`${seen.land.day} 拿地`)
    expect(seen.land.given).toBe(false)
  })

  it('traces construction back to its first cause: the design, which may begin on the as-of day', () => {
    const seen = planned(jintan, upgrade, earliest('2025-10-13'))
    expect(seen.criticalChain[0]).toMatchObject({ activity: 'W02:design', start: '2025-10-13' })
    expect(seen.criticalChain[0]?.because.zh).toContain('基准日')
    expect(seen.criticalChain.at(-1)?.activity).toBe('W04:build')
  })
})

describe('asked for a land day', () => {
  it('refuses where no land is won, and says what to ask instead', () => {
    const refused = plan(jintan, upgrade, onLandDay('2025-10-13', '2026-01-05'))
    expect(refused).toMatchObject({ refused: 'plan.noLand' })
    expect('message' in refused && refused.message.zh).toContain('--start-by')
  })

  it('refuses a land day before the as-of day that no file records', () => {
    expect(plan(jintan, battery, onLandDay('2022-06-01', '2022-05-31'))).toMatchObject({ refused: 'plan.landDayPast' })
  })

  it('has it on a Saturday that is worked (2022-10-08)', () => {
    const seen = planned(jintan, battery, onLandDay('2022-06-01', '2022-10-08'))
    expect(seen.verdict.met).toBe(true)
    expect(dayOf(activity(seen, 'P10:deal').start)).toBe('2022-10-08')
  })

  for (const [name, closed, nearest] of [
    ['Mid-Autumn Saturday', '2022-09-10', '2022-09-09'],
    ['Mid-Autumn Monday', '2022-09-12', '2022-09-13'],
    ['National Day week', '2022-10-04', '2022-10-08'],
    ['an ordinary Sunday', '2022-10-16', '2022-10-17'],
  ] as const) {
    it(`cannot have it on ${name}, says why and names the working day nearest to it`, () => {
      const seen = planned(jintan, battery, onLandDay('2022-06-01', closed))
      expect(seen.verdict).toMatchObject({ met: false, nearest })
      expect(seen.verdict.details[0]?.zh).toContain(closed)
      expect(planned(jintan, battery, onLandDay('2022-06-01', nearest)).verdict.met).toBe(true)
    })
  }

  it('cannot have it in July, and follows the reasons from the as-of day through design and reviews to the permit', () => {
    const seen = planned(jintan, battery, onLandDay('2022-06-01', '2022-07-15'))
    expect(seen.verdict.met).toBe(false)
    expect(seen.verdict.headline.zh).toContain('办不到')
    const chain = seen.verdict.chain.map((link) => link.activity)
    expect(chain[0]).toBe('P13:letter')
    expect(chain).toContain('W03:drawings')
    expect(chain.slice(-2)).toEqual(['C07:conversion', 'P10:deal'])
    expect(seen.verdict.chain.at(-1)?.because.zh).toContain('5 个工作日')
  })

  it('ends the reasons in notice and listing where the land itself comes too late', () => {
    const late: Project = { ...battery, ready: [{ matter: 'P09', on: '2022-08-22' }] }
    const seen = planned(jintan, late, onLandDay('2022-06-01', '2022-09-09'))
    expect(seen.verdict.chain.map((link) => link.activity)).toEqual([
      'P09:plan',
      'P09:notice',
      'P09:listing',
      'P10:deal',
    ])
    expect(seen.verdict.chain[0]?.because.zh).toContain('2022-08-22')
    // Plan Monday 08-22 to Friday 08-26, notice 20 days to 09-15, listing 10 days to Sunday 09-25.
    expect(seen.verdict).toMatchObject({ met: false, nearest: '2022-09-26' })
  })

  it('shows a plan with the nearest day that it names, and that day can be had', () => {
    for (const asked of ['2022-07-15', '2022-08-05']) {
      const seen = planned(jintan, battery, onLandDay('2022-06-01', asked))
      expect(seen.land.day).toBe(seen.verdict.nearest)
      expect(planned(jintan, battery, onLandDay('2022-06-01', seen.verdict.nearest!)).verdict.met).toBe(true)
    }
  })
})

describe('asked for a promised start of construction', () => {
  it('keeps 2026-06-30 for the leased workshop with weeks to spare', () => {
    const seen = planned(jintan, leased, startingBy('2026-03-02', '2026-06-30'))
    expect(seen.verdict).toMatchObject({ met: true, asked: { kind: 'startBy', date: '2026-06-30' } })
    expect(seen.verdict.headline.zh).toContain('2026-06-30 前开工有保障')
  })

  it('counts how late each step before construction may be from the promise, not from the earliest start', () => {
    const seen = planned(jintan, leased, startingBy('2026-03-02', '2026-06-30'))
    expect(dayOf(activity(seen, 'W05:install').latestStart)).toBe('2026-06-30')
    // Delivered in an hour of the same morning.
    expect(dayOf(activity(seen, 'A06:delivery').latestStart)).toBe('2026-06-30')
    expect(activity(seen, 'A06:prepare1').slack).toBeGreaterThan(30)
    const tight = planned(jintan, leased, startingBy('2026-03-02', '2026-05-09'))
    expect(activity(tight, 'A06:prepare1').slack).toBeLessThan(1)
  })

  it.each(['2026-03-01', '2025-12-15', '2024-01-02'])('cannot be kept on %s, before the plan even begins', (past) => {
    const seen = planned(jintan, leased, startingBy('2026-03-02', past))
    expect(seen.verdict).toMatchObject({ met: false, nearest: '2026-05-09' })
  })

  it('can start on Saturday 2026-05-09, a worked one, and not the day before', () => {
    expect(planned(jintan, leased, startingBy('2026-03-02', '2026-05-09')).verdict.met).toBe(true)
    const seen = planned(jintan, leased, startingBy('2026-03-02', '2026-05-08'))
    expect(seen.verdict).toMatchObject({ met: false, nearest: '2026-05-09' })
    expect(seen.verdict.chain[0]).toMatchObject({ activity: 'A06:prepare1', start: '2026-03-02' })
    expect(seen.verdict.chain.at(-1)?.because.zh).toContain('2026-05-08')
  })

  it('refuses a promise for new works in the same way, and a plan with the nearest date keeps it', () => {
    const seen = planned(jintan, upgrade, startingBy('2025-10-13', '2026-01-30'))
    expect(seen.verdict.met).toBe(false)
    expect(gateDay(seen, 'G1')).toBe(seen.verdict.nearest)
    expect(planned(jintan, upgrade, startingBy('2025-10-13', seen.verdict.nearest!)).verdict.met).toBe(true)
  })
})

describe('dates past the last published calendar', () => {
  it('are marked activity by activity from 2027-01-01 on, and none before', () => {
    const seen = planned(jintan, examples['river-plant-dormitory'], earliest('2026-09-01'))
    expect(seen.provisional?.from).toBe('2027-01-01')
    for (const a of seen.activities) expect(a.provisional, a.id).toBe(dayOf(a.finish) >= '2027-01-01')
    expect(new Set(seen.activities.map((a) => a.provisional)).size).toBe(2)
  })

  it('are not spoken of where a plan ends before them', () => {
    const seen = planned(jintan, battery, onLandDay('2022-06-01', '2022-09-09'))
    expect(seen.provisional).toBeNull()
    expect(seen.activities.some((a) => a.provisional)).toBe(false)
  })
})

describe('without exploring', () => {
  it('comes to the same dates, and only leaves out what takes further plans', () => {
    const request = startingBy('2025-10-13', '2026-01-30')
    const plainly = planned(jintan, upgrade, request)
    const fully = planned(jintan, upgrade, request, { explore: true })
    expect(plainly.activities).toEqual(fully.activities)
    expect(plainly.verdict.chain).toEqual(fully.verdict.chain)
    expect([plainly.verdict.remedies, plainly.comparison]).toEqual([[], null])
    expect(fully.verdict.remedies.length).toBeGreaterThan(0)
    expect(fully.comparison).not.toBeNull()
  })

  it('is untouched by what others plan on the same ground', () => {
    const request = earliest('2025-10-13')
    const before = planned(jintan, upgrade, request)
    planned(jintan, answering(upgrade, { goodCredit: false, landSource: 'grant' }), earliest('2020-01-02'))
    expect(planned(jintan, upgrade, request)).toEqual(before)
  })
})
