import { type Activity, calendar, type Lag, type Problem, type Span } from '@kaigong/scheduler'
import { randomFrom } from '../given/randomFrom.ts'

const PROJECTS = 100
const MATTERS = 45
const AGENCIES = 25
/** Ticks of an hour, over two years. */
const DAY = 24
const DAYS = 730

/**
 * A district's work as the scheduler sees it, invented: 100 projects of 45 matters, each matter prepared by the company, reviewed
 * in office hours by one of 25 agencies with few reviewers, and delivered. Weighted lateness first, then the makespan.
 */
export function districtProblem(seed: number): Problem {
  const next = randomFrom(seed)
  const below = (n: number) => Math.floor(next() * n)
  const horizon = DAY * DAYS
  const isOffice = (t: number) => Math.floor(t / DAY) % 7 < 5 && t % DAY >= 9 && t % DAY < 17
  const office = (amount: number): Span => ({ calendar: 0, amount, countFrom: 'now' })
  const activities: Activity[] = []
  const lags: Lag[] = []
  const follows = (from: number, to: number, min: Span = { amount: 0, countFrom: 'now' }) =>
    lags.push({ from, fromPoint: 'finish', to, toPoint: 'start', min })
  for (let p = 0; p < PROJECTS; p++) {
    const release = below(120) * DAY
    const first = activities.length
    for (let m = 0; m < MATTERS; m++) {
      const at = activities.length
      const id = `${p + 1}:${m + 1}`
      const isLast = m === MATTERS - 1
      activities.push(
        { id: `${id} prepare`, modes: [{ duration: office(8 * (1 + below(5))), demands: [] }], startIn: 0, release },
        {
          id: `${id} review`,
          modes: [{ duration: office(4 + below(37)), demands: [{ resource: below(AGENCIES), amount: 1 }] }],
          startIn: 0,
        },
        {
          id: `${id} deliver`,
          modes: [{ duration: office(4), demands: [] }],
          ...(isLast ? { due: { at: release + 200 * DAY, weight: 1 + below(5) } } : {}),
        },
      )
      follows(at, at + 1)
      follows(at + 1, at + 2)
      if (m === 0) continue
      for (let k = 1 + below(2); k > 0; k--) follows(first + 3 * below(m) + 2, at, office(8 * below(3)))
      if (isLast) for (let other = 0; other < m; other++) follows(first + 3 * other + 2, at)
    }
  }
  return {
    horizon,
    day: DAY,
    calendars: [calendar('office', isOffice, horizon)],
    resources: Array.from({ length: AGENCIES }, (_, a) => ({
      id: `agency ${a + 1}`,
      capacity: [{ from: 0, units: 2 + below(3) }],
    })),
    activities,
    lags,
    goals: [{ kind: 'tardiness' }, { kind: 'makespan' }],
  }
}
