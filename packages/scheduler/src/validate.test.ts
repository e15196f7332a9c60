import { describe, expect, it } from 'vitest'
import { type Activity, calendar, type Fault, type Problem, validate } from './index.ts'

const span = { calendar: 0, amount: 2, countFrom: 'now' } as const
const mode = { duration: span, demands: [{ resource: 0, amount: 1 }] }
const good: Problem = {
  horizon: 20,
  day: 4,
  calendars: [calendar('always', () => true, 20)],
  resources: [{ id: 'R', capacity: [{ from: 0, units: 2 }] }],
  activities: [
    { id: 'A', modes: [mode] },
    { id: 'B', modes: [mode] },
  ],
  lags: [{ from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', min: span }],
  goals: [{ kind: 'makespan' }],
}
const withActivity = (change: Partial<Activity>): Problem => ({
  ...good,
  activities: [good.activities[0] as Activity, { id: 'B', modes: [mode], ...change }],
})

describe('a problem without fault', () => {
  it('is told nothing', () => {
    expect(validate(good)).toEqual([])
  })
  it('may let what is fixed hold more than there is, since that has happened', () => {
    const modes = [{ duration: span, demands: [{ resource: 0, amount: 9 }] }]
    expect(validate(withActivity({ modes, fixed: { start: 0, finish: 2, mode: 0 } }))).toEqual([])
  })
})

describe('a fault of the problem as a whole', () => {
  const faults: readonly (readonly [string, Problem, Fault])[] = [
    ['a horizon that is no whole number', { ...good, horizon: 1.5 }, { code: 'horizon', index: 0, activities: [] }],
    ['a day without length', { ...good, day: 0 }, { code: 'day', index: 0, activities: [] }],
    [
      'a calendar shorter than the horizon',
      { ...good, calendars: [calendar('short', () => true, 19)] },
      { code: 'calendarTooShort', index: 0, activities: [] },
    ],
    [
      'a capacity that says nothing about time 0',
      { ...good, resources: [{ id: 'R', capacity: [{ from: 1, units: 2 }] }] },
      { code: 'capacitySteps', index: 0, activities: [] },
    ],
    [
      'a lag to nowhere',
      { ...good, lags: [{ from: 0, fromPoint: 'start', to: 2, toPoint: 'start', min: span }] },
      { code: 'lag', index: 0, activities: [] },
    ],
    [
      'a lag that runs backwards in time',
      { ...good, lags: [{ from: 0, fromPoint: 'start', to: 1, toPoint: 'start', max: { ...span, amount: -1 } }] },
      { code: 'lag', index: 0, activities: [0, 1] },
    ],
    [
      'a goal that names an activity twice',
      { ...good, goals: [{ kind: 'latest', activities: [1, 1] }] },
      { code: 'goal', index: 0, activities: [] },
    ],
  ]
  it.each(faults)('is found: %s', (_, problem, fault) => {
    expect(validate(problem)).toEqual([fault])
  })
})

describe('a fault of an activity', () => {
  const demanding = (resource: number, amount: number) => [{ duration: span, demands: [{ resource, amount }] }]
  const faults: readonly (readonly [Fault['code'], Partial<Activity>])[] = [
    ['noMode', { modes: [] }],
    ['span', { modes: [{ duration: { ...span, rollTo: 3 }, demands: [] }] }],
    ['demand', { modes: demanding(4, 1) }],
    ['demand', { modes: [{ duration: span, demands: [...mode.demands, ...mode.demands] }] }],
    ['demandAboveCapacity', { modes: demanding(0, 3) }],
    ['startIn', { startIn: 1 }],
    ['release', { release: -1 }],
    ['deadline', { deadline: 21 }],
    ['due', { due: { at: 3, weight: 0.5 } }],
    ['fixed', { fixed: { start: 5, finish: 4, mode: 0 } }],
    ['fixed', { fixed: { start: 1, finish: 4, mode: 1 } }],
  ]
  it.each(faults)('is found and names the activity: %s', (code, change) => {
    expect(validate(withActivity(change))).toEqual([{ code, index: 1, activities: [1] }])
  })
})
