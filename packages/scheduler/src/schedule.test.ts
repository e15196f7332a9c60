import { describe, expect, it } from 'vitest'
import { type Activity, calendar, type Lag, type Problem, type Schedule, type Span, schedule } from './index.ts'

// Hours; a week has five days of office hours from 9 to 17.
const horizon = 24 * 42
const isOffice = (t: number) => Math.floor(t / 24) % 7 < 5 && t % 24 >= 9 && t % 24 < 17
const calendars = [calendar('always', () => true, horizon), calendar('office', isOffice, horizon)]
const always = (amount: number): Span => ({ calendar: 0, amount, countFrom: 'now' })
const office = (amount: number): Span => ({ calendar: 1, amount, countFrom: 'now' })
const at = (day: number, hour: number) => day * 24 + hour

const task = (id: string, duration: Span, more: Partial<Activity> = {}): Activity => ({
  id,
  modes: [{ duration, demands: [] }],
  ...more,
})
const reviewed = (id: string, duration: Span, more: Partial<Activity> = {}): Activity => ({
  id,
  modes: [{ duration, demands: [{ resource: 0, amount: 1 }] }],
  ...more,
})
const after = (from: number, to: number, min: Span = always(0)): Lag => ({
  from,
  fromPoint: 'finish',
  to,
  toPoint: 'start',
  min,
})
const problem = (activities: readonly Activity[], more: Partial<Problem> = {}): Problem => ({
  horizon,
  day: 24,
  calendars,
  resources: [],
  activities,
  lags: [],
  goals: [{ kind: 'makespan' }],
  ...more,
})
const oneReviewer = { resources: [{ id: 'reviewer', capacity: [{ from: 0, units: 1 }] }] }

function scheduled(p: Problem): Schedule {
  const result = schedule(p)
  if (result.status === 'infeasible') throw new Error(JSON.stringify(result))
  return result
}

describe('dates without scarce capacity', () => {
  it('follow the lags and the office hours, and say so', () => {
    const s = scheduled(
      problem([task('file', office(12)), task('review', office(4))], { lags: [after(0, 1, always(20))] }),
    )
    expect([...s.finish]).toEqual([at(1, 13), at(2, 13)])
    expect(s.binding).toEqual([[{ kind: 'release' }], [{ kind: 'lag', lag: 0, side: 'min' }]])
    expect(s).toMatchObject({ value: [at(2, 13)], bound: [at(2, 13)], optimal: true })
  })

  it('wait for the calendar in which an activity may start, which is a reason beside the lag', () => {
    const activities = [task('notice', always(10)), task('decide', office(1), { startIn: 1 })]
    const s = scheduled(problem(activities, { lags: [after(0, 1, always(10))] }))
    expect(s.start[1]).toBe(at(1, 9))
    expect(s.binding[1]).toEqual([
      { kind: 'lag', lag: 0, side: 'min' },
      { kind: 'calendar', calendar: 1, from: 20 },
    ])
  })

  it('move an activity later when its successor comes late and must follow soon', () => {
    const soon: Lag = { from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', max: always(5) }
    const s = scheduled(problem([task('survey', always(2)), task('use', always(1), { release: 40 })], { lags: [soon] }))
    expect([...s.start]).toEqual([33, 40])
    expect(s.binding[0]).toEqual([{ kind: 'lag', lag: 0, side: 'max' }])
  })

  it('give slack to what the goal does not need at once, and none to what it does', () => {
    const activities = [task('long', always(30)), task('short', always(10)), task('end', always(0))]
    const s = scheduled(problem(activities, { lags: [after(0, 2), after(1, 2)] }))
    expect([...s.earliest]).toEqual([0, 0, 30])
    expect([...s.latest]).toEqual([0, 20, 30])
  })

  it('keep the slack when everything is also wanted compact', () => {
    const activities = [task('long', always(30)), task('short', always(10))]
    const s = scheduled(problem(activities, { goals: [{ kind: 'makespan' }, { kind: 'compact' }] }))
    expect([s.start[1], s.latest[1]]).toEqual([0, 20])
  })

  it('respect what has happened, and do not judge it', () => {
    const fixed = { start: 50, finish: 60, mode: 0 }
    const activities = [task('done', always(1), { fixed, deadline: 10 }), task('next', always(1))]
    const s = scheduled(problem(activities, { lags: [after(0, 1)] }))
    expect(s).toMatchObject({ start: Int32Array.of(50, 60), finish: Int32Array.of(60, 61) })
    expect(s.binding[0]).toEqual([{ kind: 'fixed' }])
  })
})

describe('goals in order', () => {
  const activities = [
    task('permit', always(20)),
    task('build', always(30)),
    task('design at own risk', always(10)),
    task('print', always(4)),
  ]
  const lags = [after(0, 1), after(2, 1), after(3, 2)]

  it('put late what costs before it is certain, as far as the goals before it allow, and carry along only what must', () => {
    const soon: Lag = { from: 3, fromPoint: 'finish', to: 2, toPoint: 'start', max: always(2) }
    const goals = [{ kind: 'makespan' }, { kind: 'latest', activities: [2] }, { kind: 'compact' }] as const
    const s = scheduled(problem(activities, { lags: [...lags, soon], goals }))
    expect([...s.start]).toEqual([0, 20, 10, 4])
    expect(s.binding[2]).toEqual([
      { kind: 'late', goal: 1, earliest: 4 },
      { kind: 'lag', lag: 1, side: 'min' },
    ])
    expect(s).toMatchObject({ value: [50, 10, 34], optimal: true })
  })

  it('name the deadline when nothing else keeps the late one from being later', () => {
    const goals = [{ kind: 'latest', activities: [0] }] as const
    const s = scheduled(problem([task('pay', always(5), { deadline: 100 })], { goals }))
    expect(s.start[0]).toBe(95)
    expect(s.binding[0]).toEqual([{ kind: 'late', goal: 0, earliest: 0 }, { kind: 'deadline' }])
  })

  it('choose the mode that serves the first goal, though it is not the shortest at the start', () => {
    const modes = [office(8), always(30)].map((duration) => ({ duration, demands: [] }))
    const weekend = { id: 'review', modes, release: at(4, 16) }
    expect(scheduled(problem([weekend])).mode[0]).toBe(1)
    expect(scheduled(problem([{ ...weekend, release: at(0, 9) }])).mode[0]).toBe(0)
  })

  it('find good modes one at a time where there are too many to try all, and claim no proof beyond the bound', () => {
    const modes = [always(9), always(5), always(7)].map((duration) => ({ duration, demands: [] }))
    const chain = Array.from({ length: 8 }, (_, i) => ({ id: `${i}`, modes }))
    const s = scheduled(problem(chain, { lags: chain.slice(1).map((_, i) => after(i, i + 1)) }))
    expect(s).toMatchObject({ value: [40], bound: [40], optimal: true })
  })
})

describe('scarce capacity', () => {
  it('makes two reviews queue for one reviewer, and the second names the first', () => {
    const s = scheduled(problem([reviewed('A', always(10)), reviewed('B', always(5))], oneReviewer))
    expect(s.value).toEqual([15])
    const second = s.start[0] === 0 ? 1 : 0
    expect(s.binding[second]).toEqual([{ kind: 'resource', resource: 0, holders: [1 - second] }])
  })

  it('serves the review first on which the first goal waits', () => {
    const goals = [{ kind: 'earliest', activity: 1, point: 'finish' }, { kind: 'makespan' }] as const
    const s = scheduled(problem([reviewed('A', always(10)), reviewed('B', always(5))], { ...oneReviewer, goals }))
    expect(s).toMatchObject({ start: Int32Array.of(5, 0), value: [5, 15] })
  })

  it('waits for the capacity to come, which needs no holder, and proves that nothing is quicker', () => {
    const resources = [
      {
        id: 'reviewer',
        capacity: [
          { from: 0, units: 0 },
          { from: 72, units: 1 },
        ],
      },
    ]
    const s = scheduled(problem([reviewed('A', always(10))], { resources }))
    expect(s.binding[0]).toEqual([{ kind: 'resource', resource: 0, holders: [] }])
    expect(s).toMatchObject({ value: [82], bound: [82], optimal: true })
  })

  it('is held from start to finish, closed hours included', () => {
    const s = scheduled(problem([reviewed('A', office(10)), reviewed('B', always(3))], oneReviewer))
    expect(s.value).toEqual([at(1, 11)])
    expect([...s.start]).toEqual([3, 0])
  })

  it('is passed on in order, and the slack keeps that order', () => {
    const activities = [reviewed('A', always(4)), reviewed('B', always(4)), task('long', always(20))]
    const s = scheduled(problem(activities, oneReviewer))
    const [first, second] = s.start[0] === 0 ? [0, 1] : [1, 0]
    expect([s.latest[first ?? 0], s.latest[second ?? 0]]).toEqual([12, 16])
    expect([s.earliest[first ?? 0], s.earliest[second ?? 0]]).toEqual([0, 4])
  })
})

describe('a conflict', () => {
  it('tells the chain from what happened to the deadline that it breaks', () => {
    const fixed = { start: 10, finish: 20, mode: 0 }
    const activities = [
      task('listing', always(10), { fixed }),
      task('contract', always(5)),
      task('permit', always(8), { deadline: 30 }),
      task('something else', always(50)),
    ]
    expect(schedule(problem(activities, { lags: [after(0, 1), after(1, 2)] }))).toEqual({
      status: 'infeasible',
      activity: 2,
      point: 'finish',
      breaks: 'deadline',
      wanted: 30,
      possible: 33,
      proved: true,
      chain: [
        { activity: 0, because: { kind: 'fixed' } },
        { activity: 1, because: { kind: 'lag', lag: 0, side: 'min' } },
        { activity: 2, because: { kind: 'lag', lag: 1, side: 'min' } },
      ],
    })
  })

  it('tells the round in which two activities push each other', () => {
    const within: Lag = { from: 0, fromPoint: 'start', to: 1, toPoint: 'finish', max: always(10) }
    const result = schedule(problem([task('A', always(6)), task('B', always(6))], { lags: [after(0, 1), within] }))
    expect(result).toMatchObject({ breaks: 'cycle', proved: true })
    if (result.status === 'scheduled') return
    expect(result.possible - result.wanted).toBe(2)
    expect(new Set(result.chain.map((link) => link.activity))).toEqual(new Set([0, 1]))
  })

  it('names the fixed activity that a maximum lag cannot move', () => {
    const fixed = { start: 0, finish: 2, mode: 0 }
    const valid: Lag = { from: 0, fromPoint: 'finish', to: 1, toPoint: 'start', max: always(20) }
    const activities = [task('survey', always(2), { fixed }), task('use', always(1), { release: 40 })]
    expect(schedule(problem(activities, { lags: [valid] }))).toMatchObject({
      activity: 0,
      point: 'finish',
      breaks: 'fixed',
      wanted: 2,
      possible: 20,
      chain: [
        { activity: 1, because: { kind: 'release' } },
        { activity: 0, because: { kind: 'lag', lag: 0, side: 'max' } },
      ],
    })
  })

  it('names the end of the axis when a duration does not fit on it', () => {
    expect(schedule(problem([task('too long', always(horizon + 5))]))).toMatchObject({
      breaks: 'horizon',
      wanted: horizon,
      possible: horizon + 1,
    })
  })

  it('is proved where one activity alone does not find the capacity before its deadline', () => {
    const fixed = { start: 0, finish: 30, mode: 0 }
    const activities = [reviewed('running', always(30), { fixed }), reviewed('new', always(5), { deadline: 20 })]
    expect(schedule(problem(activities, oneReviewer))).toMatchObject({
      activity: 1,
      breaks: 'capacity',
      wanted: 15,
      possible: 30,
      proved: true,
      chain: [
        { activity: 1, because: { kind: 'release' } },
        { activity: 1, because: { kind: 'resource', resource: 0, holders: [0] } },
      ],
    })
  })

  it('is not called proved where the search alone found no order of the reviews', () => {
    const activities = [1, 2, 3].map((i) => reviewed(`${i}`, always(10), { deadline: 29 }))
    expect(schedule(problem(activities, oneReviewer))).toMatchObject({ breaks: 'capacity', proved: false })
  })
})

describe('a problem with a fault', () => {
  it('is thrown back with the fault', () => {
    expect(() => schedule(problem([task('A', { calendar: 7, amount: 1, countFrom: 'now' })]))).toThrow(/span/)
  })
})
