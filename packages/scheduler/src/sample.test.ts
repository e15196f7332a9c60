import { describe, expect, it } from 'vitest'
import { type Problem, quantile, sample, search } from './index.ts'

const hours = (amount: number) => ({ amount, countFrom: 'now' }) as const
const job = (id: string, length: number, demand = 0) => ({
  id,
  modes: [{ duration: hours(length), demands: demand > 0 ? [{ resource: 0, amount: demand }] : [] }],
})
const problem: Problem = {
  horizon: 1000,
  day: 1,
  calendars: [],
  resources: [{ id: 'reviewer', capacity: [{ from: 0, units: 1 }] }],
  activities: [job('energy', 10, 1), job('water', 10, 1), job('design', 15)],
  lags: [],
  goals: [{ kind: 'makespan' }],
}
const planned = () => {
  const found = search(problem)
  if (found.status !== 'scheduled') throw new Error(found.status)
  return found
}
const gates = [{ activity: 2, point: 'finish' }] as const

describe('dates under uncertainty', () => {
  it('are those of the plan when every length is certain', () => {
    const { makespan, gates: dates } = sample(problem, planned(), { lengths: new Map(), runs: 10, seed: 1, gates })
    expect([...new Set(makespan)]).toEqual([20])
    expect([...new Set(dates[0])]).toEqual([15])
  })

  it('keep the order in which the reviewer takes the cases, so that a long first review delays the second', () => {
    const lengths = new Map([[0, { kind: 'empirical', values: [10, 30] }] as const])
    const { makespan } = sample(problem, planned(), { lengths, runs: 4000, seed: 1, gates })
    expect([...new Set(makespan)].sort()).toEqual([20, 40])
    expect(quantile(makespan, 0.2)).toBe(20)
    expect(quantile(makespan, 0.8)).toBe(40)
  })

  it('tell how often an activity holds the end: here the design only when it takes more than both reviews', () => {
    const lengths = new Map([[2, { kind: 'empirical', values: [15, 15, 15, 25] }] as const])
    const { criticality } = sample(problem, planned(), { lengths, runs: 4000, seed: 1, gates })
    expect(criticality[2]).toBeGreaterThan(0.2)
    expect(criticality[2]).toBeLessThan(0.3)
    expect(criticality[0]! + criticality[2]!).toBeCloseTo(1)
  })

  it('lie past the horizon for whatever follows an overrun, also for what takes no time or has only its finish to wait', () => {
    const short: Problem = {
      ...problem,
      horizon: 100,
      resources: [],
      activities: [job('dig', 90), job('build', 5), job('open', 0), job('guard', 2)],
      lags: [
        { from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', min: hours(0) },
        { from: 1, fromPoint: 'finish', to: 2, toPoint: 'start', min: hours(0) },
        { from: 2, fromPoint: 'finish', to: 3, toPoint: 'finish', min: hours(3) },
      ],
    }
    const plan = search(short)
    if (plan.status !== 'scheduled') throw new Error(plan.status)
    const lengths = new Map([[0, { kind: 'empirical', values: [200] }] as const])
    const ends = [0, 1, 2, 3].map((activity) => ({ activity, point: 'finish' }) as const)
    const { gates: dates, makespan } = sample(short, plan, { lengths, runs: 2, seed: 1, gates: ends })
    expect([...dates, makespan].map((d) => [...d])).toEqual(Array.from({ length: 5 }, () => [101, 101]))
  })

  it('lie where triangular and log-normal lengths have their middle', () => {
    const middle = (
      length: Parameters<typeof sample>[2]['lengths'] extends ReadonlyMap<number, infer L> ? L : never,
    ) => {
      const lengths = new Map([[2, length]])
      return quantile(sample(problem, planned(), { lengths, runs: 4000, seed: 1, gates }).gates[0]!, 0.5)
    }
    expect(Math.abs(middle({ kind: 'triangular', least: 50, likely: 100, most: 150 }) - 100)).toBeLessThan(3)
    expect(Math.abs(middle({ kind: 'logNormal', median: 100, sigma: 0.3 }) - 100)).toBeLessThan(4)
  })
})
