import { expect, it } from 'vitest'
import { type Problem, search, shadowPrices } from './index.ts'

it('a second reviewer halves two reviews in a row, a second designer nobody waits for gains nothing', () => {
  const job = (id: string, resource: number) => ({
    id,
    modes: [{ duration: { amount: 10, countFrom: 'now' } as const, demands: [{ resource, amount: 1 }] }],
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
  const found = search(problem)
  if (found.status !== 'scheduled') throw new Error(found.status)
  expect(shadowPrices(problem, found, { schedules: 200 })).toEqual([
    { resource: 0, value: [10], optimal: true },
    { resource: 1, value: [20], optimal: true },
  ])
})
