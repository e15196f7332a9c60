import { describe, expect, it } from 'vitest'
import { calendar, type Found, type Problem, type Span, search, shadowPrices } from './index.ts'

const hours = (amount: number): Span => ({ amount, countFrom: 'now' })
const planned = (problem: Problem): Found => {
  const found = search(problem)
  if (found.status !== 'scheduled') throw new Error(found.status)
  return found
}

describe('the price of a unit', () => {
  const job = (id: string, resource: number) => ({
    id,
    modes: [{ duration: hours(10), demands: [{ resource, amount: 1 }] }],
  })
  const problem: Problem = {
    horizon: 100,
    day: 1,
    calendars: [],
    resources: ['reviewer', 'designer'].map((id) => ({ id, capacity: [{ from: 0, units: 1 }] })),
    activities: [job('energy', 0), job('water', 0), job('drawings', 1)],
    lags: [],
    goals: [{ kind: 'makespan' }],
  }

  it('is a halved time for the second reviewer of two reviews in a row, nothing for a designer nobody waits for', () => {
    expect(shadowPrices(problem, planned(problem), { schedules: 200 })).toEqual([
      { resource: 0, value: [10], optimal: true },
      { resource: 1, value: [20], optimal: true },
    ])
  })

  it('is nothing, and not proved, where the search is stopped before it finds a schedule', () => {
    const together: Problem = {
      ...problem,
      lags: [{ from: 0, fromPoint: 'start', to: 1, toPoint: 'start', max: hours(15) }],
    }
    expect(shadowPrices(together, planned(together), { isStopped: () => true })).toEqual([
      { resource: 0, value: [20], optimal: false },
      { resource: 1, value: [20], optimal: false },
    ])
  })

  it('is not below nothing where the schedule in force is better than what the search finds', () => {
    const quick = { duration: hours(10), demands: [{ resource: 0, amount: 2 }] }
    const shared = { duration: hours(15), demands: [{ resource: 0, amount: 1 }] }
    const either = { duration: hours(1), demands: [] }
    const district: Problem = {
      ...problem,
      calendars: [calendar('office', (t) => t % 10 < 9, 100)],
      resources: [
        { id: 'reviewer', capacity: [{ from: 0, units: 2 }] },
        { id: 'designer', capacity: [{ from: 0, units: 1 }] },
      ],
      activities: [
        { id: 'energy', modes: [quick, shared] },
        { id: 'water', modes: [quick, shared] },
        ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, startIn: 0, modes: [either, either] })),
      ],
    }
    expect(planned(district).makespan).toBe(20)
    const inForce = planned({
      ...district,
      activities: district.activities.map((a) => ({ ...a, modes: a.modes.slice(1) })),
    })
    const from = { ...inForce, mode: inForce.mode.map(() => 1) }
    expect(shadowPrices(district, from, { schedules: 200 })[1]).toEqual({ resource: 1, value: [15], optimal: false })
  })
})
