import * as fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { given } from './catalogue.fixture.ts'
import { activity, answering, dayOf, earliest, gateDay, has, matter, planned } from './plan.fixture.ts'

const { jintan, examples } = await given(fs)
const upgrade = examples['technical-upgrade']

/** The energy review of the upgrade with other figures, seen from a day. Its report takes 15 working days to write. */
const energyReview = (asOf: string, energyTce: number, elecKWhYear = 0, coalTYear = 0) => {
  const seen = planned(jintan, answering(upgrade, { energyTce, elecKWhYear, coalTYear }), earliest(asOf))
  return has(seen, 'A05') ? matter(seen, 'A05') : undefined
}

describe('energy review: the day of acceptance chooses the threshold', () => {
  it('asks for it from 5 million kWh on if it is accepted by Sunday 2025-08-31', () => {
    // Friday 2025-08-08 + 15 working days = Thursday 08-28; handed in on Friday 08-29.
    const last = energyReview('2025-08-08', 500, 6_000_000)
    expect(dayOf(last?.submitted ?? null)).toBe('2025-08-29')
    expect(last?.rule.id).toBe('A05-electricity')
  })

  it('no longer does when it would be accepted on Monday 2025-09-01, though the plan is made in August', () => {
    expect(energyReview('2025-08-11', 500, 6_000_000)).toBeUndefined()
    expect(energyReview('2025-09-01', 500, 6_000_000)).toBeUndefined()
  })

  it('asks for it from 1,000 t of coal on since 2025-09-01, under Order 31', () => {
    const since = energyReview('2025-09-01', 500, 0, 2000)
    expect(since?.rule.id).toBe('A05-coal')
    expect(since?.citations.map((c) => c.text.zh).join()).toContain('2025 年第 31 号令')
    expect(energyReview('2025-07-01', 500, 0, 2000)).toBeUndefined()
  })

  it('asks for it from 1,000 tce on, whatever the year', () => {
    expect(energyReview('2025-07-01', 999)).toBeUndefined()
    expect(energyReview('2025-07-01', 1000)?.rule.id).toBe('A05-tce')
    expect(energyReview('2025-10-13', 1000)?.rule.id).toBe('A05-tce')
  })
})

describe('energy review: who reviews', () => {
  it('is the province from 5,000 tce on when accepted before 2023-06-01', () => {
    // Tuesday 2023-04-03 is a working day; Qingming is 04-05.
    expect(energyReview('2023-04-03', 4999)?.variant?.id).toBe('district')
    expect(energyReview('2023-04-03', 5000)?.variant?.id).toBe('province')
    expect(energyReview('2023-04-03', 5000)?.agency).toBe('jiangsu-development-reform')
  })

  it('is the province only from 10,000 tce on since 2023-06-01', () => {
    expect(energyReview('2023-06-01', 9999)?.variant?.id).toBe('district')
    expect(energyReview('2023-06-01', 10000)?.variant?.id).toBe('province')
  })

  it('settles on the later law for a plan made in May whose review is accepted in June, with its promise of one day', () => {
    const crossing = energyReview('2023-05-15', 6000)
    expect(dayOf(crossing?.submitted ?? null)).toBe('2023-06-05')
    expect(crossing).toMatchObject({ variant: { id: 'district' }, limit: { planned: { value: 1, from: 'promised' } } })
    // Accepted Monday 06-05, assessed for ten working days to Monday 06-19, decided Tuesday 06-20: the dates are of the later law too.
    expect(dayOf(crossing?.decided ?? null)).toBe('2023-06-20')
  })
})

describe('EIA: before and after the Ecological and Environmental Code takes effect on 2026-08-15', () => {
  const eia = (asOf: string) => planned(jintan, upgrade, earliest(asOf))

  it('cites the EIA law for a report accepted on Friday 2026-08-14, the last day before', () => {
    // Friday 2026-07-17 + 20 working days = Thursday 08-13.
    const seen = eia('2026-07-17')
    expect(dayOf(matter(seen, 'A06').submitted)).toBe('2026-08-14')
    expect(matter(seen, 'A06').citations[0]?.text.zh).toBe('《环境影响评价法》（2018）第16条')
    expect(matter(seen, 'A06').limit.statutory.basis.text.zh).toContain('《环境影响评价法》')
  })

  it('cites the code for one accepted on Monday 2026-08-17, though the plan was made in July; the limit stays 30 working days', () => {
    const seen = eia('2026-07-20')
    expect(dayOf(matter(seen, 'A06').submitted)).toBe('2026-08-17')
    expect(matter(seen, 'A06').citations[0]?.text.zh).toContain('《生态环境法典》')
    expect(matter(seen, 'A06').limit.statutory.basis.text.zh).toContain('《生态环境法典》')
    expect(matter(seen, 'A06').limit.statutory.text.zh).toContain('30 个工作日')
  })

  it('names the code as the reason why construction waits once it is in force', () => {
    const required = eia('2026-08-17')
      .gates.find((g) => g.gate === 'G1')
      ?.requires.find((r) => r.matter === 'A06')
    expect(required?.basis.text.zh).toContain('《生态环境法典》（2026）第107条')
  })

  it('keeps an EIA that was done under the old law under the old law', () => {
    const done = { ...upgrade, done: [{ matter: 'A06', on: '2026-08-14' }] }
    const seen = planned(jintan, done, earliest('2026-09-01'))
    expect(matter(seen, 'A06').citations[0]?.text.zh).toContain('《环境影响评价法》')
    expect(activity(seen, 'W04:build').start >= '2026-09-01').toBe(true)
    expect(gateDay(seen, 'G1') > '2026-09-01').toBe(true)
  })
})

describe('EIA by commitment', () => {
  const promised = answering(
    { ...examples['battery-plant-4.1'], done: [], assessments: [] },
    { quotaBy: 'governmentCommitment' },
  )

  it('exists for provincial major projects accepted from 2023-03-22 on, not before', () => {
    expect(matter(planned(jintan, promised, earliest('2023-02-20')), 'A06')).toMatchObject({ track: 'tolerance' })
    expect(matter(planned(jintan, promised, earliest('2023-03-22')), 'A06')).toMatchObject({ track: 'commitment' })
  })
})
