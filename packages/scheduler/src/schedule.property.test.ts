import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar } from './calendar.ts'
import type { Activity, Binding, Conflict, Goal, Lag, Mode, Point, Problem, Schedule, Span } from './model.ts'
import { schedule } from './schedule.ts'
import { allSchedules, isOpen, type Placed, slowCompare, slowEnd, slowValue, violations } from './testing/slow.ts'
import { validate } from './validate.ts'

type Kind = {
  readonly resources: number
  readonly modes: number
  readonly activities: number
  readonly horizon: number
  readonly least?: number
}

function anyProblem({ resources, modes, activities, horizon, least = 1 }: Kind): fc.Arbitrary<Problem> {
  const anyTime = fc.nat(horizon)
  const anyMask = fc.array(fc.boolean(), { minLength: horizon, maxLength: horizon })
  const rarely = <T>(value: fc.Arbitrary<T>, oneIn = 4) =>
    fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })
  const without = <T extends object>(value: T) =>
    Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
      [K in keyof T]: Exclude<T[K], undefined>
    }
  const anySpan = (longest: number): fc.Arbitrary<Span> =>
    fc
      .record({
        calendar: fc.constantFrom(0, 0, 1, 2),
        amount: fc.nat(longest),
        countFrom: fc.constantFrom<Span['countFrom']>('now', 'now', 'startOfDay', 'nextDay'),
        rollTo: rarely(fc.nat(2), 6),
      })
      .map(without)
  const anyMode: fc.Arbitrary<Mode> = fc.record({
    duration: anySpan(4),
    demands: fc
      .uniqueArray(
        fc.record({ resource: fc.nat(Math.max(0, resources - 1)), amount: fc.constantFrom(0, 1, 1, 1, 2) }),
        {
          selector: (d) => d.resource,
        },
      )
      .map((demands) => (resources === 0 ? [] : demands)),
  })
  const anyFixed = fc
    .tuple(anyTime, fc.nat(3))
    .map(([start, length]) => ({ start, finish: Math.min(horizon, start + length), mode: 0 }))
  const anyActivity = fc
    .record({
      id: fc.constant('A'),
      modes: fc.array(anyMode, { minLength: 1, maxLength: modes }),
      startIn: rarely(fc.constantFrom(1, 2)),
      release: rarely(fc.nat(4)),
      deadline: rarely(anyTime),
      due: rarely(fc.record({ at: anyTime, weight: fc.nat(3) })),
      fixed: rarely(anyFixed, 8),
    })
    .map((a) => without(a) as Activity)
  const anyPoint = fc.constantFrom<Point>('start', 'finish')
  const anyLag = (n: number) =>
    fc
      .record({
        from: fc.nat(n - 1),
        fromPoint: anyPoint,
        to: fc.nat(n - 1),
        toPoint: anyPoint,
        min: fc.option(anySpan(3), { nil: undefined }),
        max: rarely(anySpan(4)),
      })
      .map((lag) => without(lag) as Lag)
      .filter((lag) => lag.from !== lag.to || lag.min === undefined)
  const anyGoals = (n: number): fc.Arbitrary<readonly Goal[]> =>
    fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('earliest' as const), activity: fc.nat(n - 1), point: anyPoint }),
        fc.constant({ kind: 'makespan' } as const),
        fc.constant({ kind: 'tardiness' } as const),
        fc.record({
          kind: fc.constant('latest' as const),
          activities: fc.uniqueArray(fc.nat(n - 1), { minLength: 1 }),
        }),
        fc.constant({ kind: 'compact' } as const),
      ),
      { maxLength: 4 },
    )
  const anyCapacity = fc
    .tuple(
      fc.constantFrom(1, 2, 2),
      fc.option(fc.record({ from: fc.integer({ min: 1, max: horizon }), units: fc.nat(2) })),
    )
    .map(([units, step]) => [{ from: 0, units }, ...(step ? [step] : [])])
  return fc.integer({ min: least, max: activities }).chain((n) =>
    fc.record({
      horizon: fc.constant(horizon),
      day: fc.integer({ min: 1, max: 4 }),
      calendars: fc
        .tuple(anyMask, anyMask)
        .map((masks) => [
          calendar('always', () => true, horizon),
          ...masks.map((mask, i) => calendar(`${i}`, (t) => mask[t] === true, horizon)),
        ]),
      resources: fc
        .array(anyCapacity, { minLength: resources, maxLength: resources })
        .map((list) => list.map((capacity, i) => ({ id: `${i}`, capacity }))),
      activities: fc.array(anyActivity, { minLength: n, maxLength: n }),
      lags: fc.array(anyLag(n), { maxLength: resources === 0 ? n + 1 : n }),
      goals: anyGoals(n),
    }),
  )
}

/** The same activities, all in need of the one unit that there is until the capacity changes, and all but one easy otherwise. */
function contended(problem: Problem): Problem {
  const later = problem.resources[0]?.capacity.slice(1) ?? []
  const demands = [{ resource: 0, amount: 1 }]
  const easy = (mode: Mode): Mode => ({
    duration: { calendar: 0, amount: Math.min(3, Math.max(1, mode.duration.amount)), countFrom: 'now' },
    demands,
  })
  return {
    ...problem,
    resources: [{ id: 'scarce', capacity: [{ from: 0, units: 1 }, ...later] }],
    activities: problem.activities.map(({ deadline, startIn, ...activity }, i) =>
      i === 0
        ? {
            ...activity,
            ...(deadline === undefined ? {} : { deadline }),
            ...(startIn === undefined ? {} : { startIn }),
            modes: activity.modes.map((mode) => ({ ...mode, demands })),
          }
        : { ...activity, modes: activity.modes.map(easy) },
    ),
    lags: problem.lags.slice(0, 2),
  }
}

/** Whether the best schedule with endless capacity breaks the capacity. */
function isScarce(problem: Problem): boolean {
  const free = schedule({
    ...problem,
    resources: problem.resources.map((r) => ({ ...r, capacity: [{ from: 0, units: 99 }] })),
  })
  return free.status === 'scheduled' && violations(problem, placedIn(free)).length > 0
}

const placedIn = (s: Schedule): readonly Placed[] =>
  Array.from(s.start, (start, i) => ({ start, finish: s.finish[i] ?? -1, mode: s.mode[i] ?? -1 }))
const valuesOf = (problem: Problem, placed: readonly Placed[]) =>
  problem.goals.map((g) => slowValue(problem, g, placed))
const bestOf = (problem: Problem, all: readonly (readonly Placed[])[]) =>
  all.map((s) => valuesOf(problem, s)).reduce((best, v) => (slowCompare(problem.goals, v, best) < 0 ? v : best))
const setting = (numRuns: number) => ({ seed: 20220909, numRuns })

describe('a schedule that no capacity binds', () => {
  const problems = anyProblem({ resources: 0, modes: 1, activities: 4, horizon: 10 })

  it('is found exactly when one exists, keeps everything, and no other has better values', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const all = allSchedules(problem)
        const result = schedule(problem)
        expect(result.status).toBe(all.length > 0 ? 'scheduled' : 'infeasible')
        if (result.status === 'infeasible') {
          expect(result.proved).toBe(true)
          return
        }
        expect(violations(problem, placedIn(result))).toEqual([])
        expect(result.value).toEqual(valuesOf(problem, placedIn(result)))
        expect(result.value).toEqual(bestOf(problem, all))
        expect(result).toMatchObject({ bound: result.value, optimal: true })
      }),
      setting(1500),
    )
  })

  it('gives each activity the earliest and latest start of all schedules as good', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const result = schedule(problem)
        if (result.status === 'infeasible') return
        const { goals } = problem
        const counted = goals.filter((g) => g.kind !== 'compact')
        const equal = allSchedules(problem).filter((s) =>
          counted.every((g) => slowValue(problem, g, s) === slowValue(problem, g, placedIn(result))),
        )
        const starts = problem.activities.map((_, i) => equal.map((s) => s[i]?.start ?? -1))
        // a goal after `compact` is met by what `compact` left it, and may be bettered without it
        if (goals.findIndex((g) => g.kind === 'compact') < goals.length - 1 && goals.some((g) => g.kind === 'compact'))
          return
        expect([...result.earliest]).toEqual(starts.map((s) => Math.min(...s)))
        expect([...result.latest]).toEqual(starts.map((s) => Math.max(...s)))
      }),
      setting(1000),
    )
  })

  it('has a reason for every start, and each reason alone forbids every earlier one', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const result = schedule(problem)
        if (result.status === 'infeasible') return
        for (const i of problem.activities.keys()) expectReasons(problem, result, i)
      }),
      setting(1000),
    )
  })

  it('is refused with a chain in which each link pushes its activity to where the next one needs it', () => {
    let refused = 0
    fc.assert(
      fc.property(problems, (problem) => {
        const result = schedule(problem)
        if (result.status === 'scheduled') return
        refused++
        expect(result.chain.at(-1)?.activity).toBe(result.activity)
        expect(result.possible).toBeGreaterThan(result.wanted)
        const ends = endsOfChain(problem, result)
        if (result.breaks === 'cycle') expect(Math.max(...ends)).toBeGreaterThanOrEqual(result.possible)
        else expect(ends).toContain(result.possible)
      }),
      setting(3000),
    )
    expect(refused).toBeGreaterThan(300)
  })
})

describe('a schedule within capacities', () => {
  const varied = anyProblem({ resources: 2, modes: 2, activities: 4, horizon: 9 })
  const problems = fc.oneof(
    varied,
    anyProblem({ resources: 1, modes: 2, activities: 4, horizon: 9, least: 3 }).map(contended),
  )

  it('keeps everything, is no better than its bound, and is called optimal only when it is', () => {
    const count = { scarce: 0, exists: 0, found: 0, best: 0, optimal: 0 }
    fc.assert(
      fc.property(problems, (problem) => {
        fc.pre(validate(problem).length === 0)
        const all = allSchedules(problem)
        const result = schedule(problem)
        if (all.length > 0) count.exists++
        if (all.length > 0 && isScarce(problem)) count.scarce++
        if (result.status === 'infeasible') {
          if (result.proved) expect(all).toEqual([])
          return
        }
        expect(violations(problem, placedIn(result))).toEqual([])
        expect(result.value).toEqual(valuesOf(problem, placedIn(result)))
        const best = bestOf(problem, all)
        count.found++
        if (slowCompare(problem.goals, best, result.value) === 0) count.best++
        if (result.optimal) {
          count.optimal++
          expect(result.value).toEqual(best)
        }
        expectNoScheduleBeats(problem, result, all)
      }),
      setting(1500),
    )
    expect(count.scarce).toBeGreaterThan(100)
    expect(count.found / count.exists).toBeGreaterThan(0.98)
    expect(count.best / count.found).toBeGreaterThan(0.9)
    expect(count.optimal / count.found).toBeGreaterThan(0.6)
  })

  it('leaves slack that the activity can use without any goal getting worse', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        fc.pre(validate(problem).length === 0)
        const result = schedule(problem)
        if (result.status === 'infeasible') return
        const counted = problem.goals.filter((g) => g.kind !== 'compact')
        const asGood = allSchedules(problem).filter((s) =>
          counted.every(
            (g) => slowCompare([g], [slowValue(problem, g, s)], [slowValue(problem, g, placedIn(result))]) <= 0,
          ),
        )
        problem.activities.forEach((_, i) => {
          const starts = asGood.map((s) => s[i]?.start ?? -1)
          expect(starts).toContain(result.earliest[i])
          expect(starts).toContain(result.latest[i])
          expect(result.start[i]).toBeGreaterThanOrEqual(result.earliest[i] ?? 0)
          expect(result.start[i]).toBeLessThanOrEqual(result.latest[i] ?? 0)
        })
      }),
      setting(700),
    )
  })

  it('of twenty activities keeps everything too', () => {
    let found = 0
    fc.assert(
      fc.property(anyProblem({ resources: 3, modes: 2, activities: 20, horizon: 80 }), (problem) => {
        fc.pre(validate(problem).length === 0)
        const result = schedule(problem)
        if (result.status === 'infeasible') return
        found++
        expect(violations(problem, placedIn(result))).toEqual([])
        expect(result.value).toEqual(valuesOf(problem, placedIn(result)))
        problem.goals.forEach((goal, g) => {
          expect(slowCompare([goal], [result.value[g] ?? 0], [result.bound[g] ?? 0])).toBeGreaterThanOrEqual(0)
        })
      }),
      setting(400),
    )
    expect(found).toBeGreaterThan(50)
  })

  it('is the same every time', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        fc.pre(validate(problem).length === 0)
        expect(schedule(problem)).toEqual(schedule(structuredClone(problem)))
      }),
      setting(200),
    )
  })
})

function earlierStarts(problem: Problem, activity: Activity, start: number): readonly number[] {
  const times = Array.from({ length: start }, (_, t) => t)
  return times.filter((t) => activity.startIn === undefined || isOpen(problem, activity.startIn, t))
}

function expectNoScheduleBeats(problem: Problem, result: Schedule, all: readonly (readonly Placed[])[]) {
  problem.goals.forEach((goal, g) => {
    const earlier = problem.goals.slice(0, g)
    const asGood = all.filter((s) =>
      earlier.every((goal, k) => slowCompare([goal], [slowValue(problem, goal, s)], [result.value[k] ?? 0]) <= 0),
    )
    for (const s of asGood) {
      expect(slowCompare([goal], [slowValue(problem, goal, s)], [result.bound[g] ?? 0])).toBeGreaterThanOrEqual(0)
    }
  })
}

function expectReasons(problem: Problem, result: Schedule, i: number) {
  const activity = problem.activities[i] as Activity
  const reasons = result.binding[i] ?? []
  expect(reasons.length).toBeGreaterThan(0)
  if (activity.fixed || reasons[0]?.kind === 'late') return
  const earlier = earlierStarts(problem, activity, result.start[i] ?? 0)
  for (const start of earlier) {
    const broken = violationsAfterMoving(problem, result, i, start)
    for (const reason of reasons) {
      if (start === earlier.at(-1) || !isOwnLag(problem, reason)) expect(forbids(reason, i, start, broken)).toBe(true)
    }
  }
}

// Between its own start and finish an activity can keep a lag at one time, break it later and keep it again.
const isOwnLag = (problem: Problem, reason: Binding) =>
  reason.kind === 'lag' && problem.lags[reason.lag]?.from === problem.lags[reason.lag]?.to

function violationsAfterMoving(problem: Problem, result: Schedule, i: number, start: number): readonly string[] {
  const duration = problem.activities[i]?.modes[0]?.duration as Span
  return violations(problem, placedIn(result).with(i, { start, finish: slowEnd(problem, duration, start), mode: 0 }))
}

function forbids(reason: Binding, activity: number, start: number, broken: readonly string[]): boolean {
  if (reason.kind === 'lag') return broken.includes(`lag ${reason.lag}`)
  if (reason.kind === 'calendar') return start < reason.from
  return reason.kind === 'release' && broken.includes(`release ${activity}`)
}

/** Follows a chain link by link with the slow definition: what its last link asks for, and where that leaves the point broken. */
function endsOfChain(
  problem: Problem,
  { activity, chain, breaks, wanted, point: broken }: Conflict,
): readonly number[] {
  const times = Array.from({ length: problem.horizon + 1 }, (_, t) => t)
  const beyond = problem.horizon + 1
  const first = (holds: (t: number) => boolean) => times.find(holds) ?? beyond
  const endFrom = (i: number, start: number) =>
    Math.min(beyond, slowEnd(problem, problem.activities[i]?.modes[0]?.duration as Span, start))

  type Here = { readonly start: number; readonly finish: number; readonly pushed: number }
  const arrive = (i: number, point: Point, pushed: number): Here => {
    const start = point === 'start' ? pushed : first((t) => endFrom(i, t) >= pushed)
    const finish = point === 'finish' ? Math.max(pushed, endFrom(i, start)) : endFrom(i, start)
    return { ...(problem.activities[i]?.fixed ?? { start, finish }), pushed }
  }
  const alongLag = (here: Here, i: number, { lag: l, side }: Binding & { kind: 'lag' }): Here => {
    const lag = problem.lags[l] as Lag
    const [to, point] = side === 'min' ? [lag.to, lag.toPoint] : [lag.from, lag.fromPoint]
    expect(i).toBe(to)
    const needed = here[side === 'min' ? lag.fromPoint : lag.toPoint]
    return arrive(
      i,
      point,
      side === 'min'
        ? Math.min(beyond, slowEnd(problem, lag.min as Span, needed))
        : first((t) => slowEnd(problem, lag.max as Span, t) >= needed),
    )
  }
  const follow = (here: Here, { activity: i, because }: Conflict['chain'][number]): Here => {
    if (because.kind === 'lag') return alongLag(here, i, because)
    if (because.kind === 'fixed') return { ...(problem.activities[i]?.fixed as Placed), pushed: 0 }
    if (because.kind === 'release') return arrive(i, 'start', problem.activities[i]?.release ?? 0)
    const { calendar, from } = because as Binding & { kind: 'calendar' }
    expect(from).toBeLessThanOrEqual(here.start)
    return arrive(
      i,
      'start',
      first((t) => t >= from && isOpen(problem, calendar, t)),
    )
  }
  const begin = breaks === 'cycle' ? arrive(activity, broken, wanted) : { start: 0, finish: 0, pushed: 0 }
  const end = chain.reduce<Here>(follow, begin)
  return [end.pushed, end[broken]]
}
