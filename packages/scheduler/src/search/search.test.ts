import { describe, expect, it } from 'vitest'
import { type Activity, calendar, type Found, type Problem, readInstance, search } from '../index.ts'
import { violations } from '../testing/slow.ts'

const hours = (amount: number) => ({ amount, countFrom: 'now' }) as const
const job = (id: string, length: number, demand: number, more: Partial<Activity> = {}): Activity => ({
  id,
  modes: [{ duration: hours(length), demands: demand > 0 ? [{ resource: 0, amount: demand }] : [] }],
  ...more,
})
const crane = { id: 'crane', capacity: [{ from: 0, units: 2 }] }
const site = (activities: readonly Activity[], more: Partial<Problem> = {}): Problem => ({
  horizon: 100,
  day: 1,
  calendars: [],
  resources: [crane],
  activities,
  lags: [],
  goals: [{ kind: 'makespan' }],
  ...more,
})
const placed = (found: Found) =>
  Array.from(found.start, (start, i) => ({ start, finish: found.finish[i]!, mode: found.mode[i]! }))

describe('a search over a problem in elapsed time', () => {
  it('proves the shortest makespan, as the work and the units allow it', () => {
    const problem = site([job('a', 5, 1), job('b', 4, 1), job('c', 3, 2), job('d', 3, 1)])
    const found = search(problem)
    if (found.status !== 'scheduled') throw new Error(found.status)
    expect(found).toMatchObject({ makespan: 10, optimal: true, bound: [10] })
    expect(violations(problem, placed(found))).toEqual([])
  })

  it('uses the longer mode where the budget does not reach for the shorter ones of all', () => {
    const either = (id: string): Activity => ({
      id,
      modes: [
        { duration: hours(2), demands: [{ resource: 1, amount: 3 }] },
        { duration: hours(6), demands: [] },
      ],
    })
    const problem = site([either('a'), either('b')], {
      resources: [crane, { id: 'overtime', kind: 'budget', capacity: [{ from: 0, units: 4 }] }],
      lags: [{ from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', min: hours(0) }],
    })
    const found = search(problem, { schedules: 2000 })
    if (found.status !== 'scheduled') throw new Error(found.status)
    expect(found.makespan).toBe(8)
    expect([...found.mode].sort()).toEqual([0, 1])
  })

  it('does not take the mode that would be shorter at once for the best, when the calendar closes before its turn', () => {
    const morning = calendar('morning', (t) => t < 10 || t >= 100, 200)
    const problem = site(
      [
        job('a', 5, 0),
        {
          id: 'b',
          modes: [
            { duration: { amount: 10, calendar: 0, countFrom: 'now' }, demands: [] },
            { duration: hours(12), demands: [] },
          ],
        },
      ],
      {
        horizon: 200,
        calendars: [morning],
        lags: [{ from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', min: hours(0) }],
      },
    )
    expect(search(problem)).toMatchObject({ makespan: 17, bound: [17], optimal: true })
  })

  it('says that there is no schedule when a maximum lag and the units contradict each other', () => {
    const problem = site([job('a', 5, 2), job('b', 5, 2)], {
      lags: [{ from: 0, fromPoint: 'start', to: 1, toPoint: 'start', min: hours(0), max: hours(3) }],
    })
    expect(search(problem)).toMatchObject({ status: 'infeasible', conflict: undefined })
  })

  it('names the chain of lags when these alone leave no schedule', () => {
    const problem = site([job('a', 5, 1, { deadline: 4 })])
    expect(search(problem)).toMatchObject({ status: 'infeasible', conflict: { breaks: 'deadline', activity: 0 } })
  })

  it('works around what is fixed and what is not there for a while', () => {
    const problem = site(
      [job('a', 4, 1, { fixed: { start: 0, finish: 4, mode: 0 } }), job('b', 3, 2), job('c', 2, 1)],
      {
        resources: [
          {
            id: 'crane',
            capacity: [
              { from: 0, units: 2 },
              { from: 5, units: 0 },
              { from: 8, units: 2 },
            ],
          },
        ],
      },
    )
    const found = search(problem)
    if (found.status !== 'scheduled') throw new Error(found.status)
    expect(found).toMatchObject({ makespan: 11, optimal: true })
    expect(violations(problem, placed(found))).toEqual([])
  })

  it('gives the same answer for the same seed and number of steps', () => {
    const text = `6 1\n3\n0 0 2 2 3\n4 2 1 4\n3 2 1 5\n2 1 1 6\n5 2 1 6\n0 0 0\n`
    const problem = readInstance(text, 'rcp')
    if (!('activities' in problem)) throw new Error(problem.text.en)
    expect(search(problem, { schedules: 500, seed: 7 })).toEqual(search(problem, { schedules: 500, seed: 7 }))
  })
})
