import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Activity, calendar, type Lag, type Problem, type Resource, search, verify } from '../index.ts'
import { allSchedules, slowValue, violations } from '../testing/slow.ts'

const horizon = 11
const hours = (amount: number) => ({ amount, countFrom: 'now' }) as const
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 4 })

const resource: fc.Arbitrary<Resource> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    maybe(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 3 }))),
  )
  .map(([units, step]) => ({
    id: 'units',
    capacity: [{ from: 0, units }, ...(step ? [{ from: step[0], units: step[1] }] : [])],
  }))

const mode = (most: number) =>
  fc.tuple(fc.nat(3), fc.nat(most), fc.nat(2)).map(([length, units, spent]) => ({
    duration: hours(length),
    demands: [
      { resource: 0, amount: units },
      { resource: 1, amount: spent },
    ],
  }))

const activity = (most: number): fc.Arbitrary<Activity> =>
  fc
    .record({
      modes: fc.array(mode(most), { minLength: 1, maxLength: 2 }),
      release: maybe(fc.nat(4)),
      deadline: maybe(fc.integer({ min: 3, max: horizon })),
    })
    .map(({ modes, release, deadline }) => ({
      id: 'activity',
      modes,
      ...(release === undefined ? {} : { release }),
      ...(deadline === undefined ? {} : { deadline }),
    }))

const point = fc.constantFrom('start', 'finish')

const lag = (activities: number): fc.Arbitrary<Lag> =>
  fc
    .record({
      ends: fc.uniqueArray(fc.nat(activities - 1), { minLength: 2, maxLength: 2 }),
      fromPoint: point,
      toPoint: point,
      min: maybe(fc.nat(3)),
      more: maybe(fc.nat(3)),
    })
    .map(({ ends, fromPoint, toPoint, min = 0, more }) => ({
      from: Math.min(...ends),
      fromPoint,
      to: Math.max(...ends),
      toPoint,
      min: hours(min),
      ...(more === undefined ? {} : { max: hours(min + more) }),
    }))

/** Three or four activities with everything that the engines in elapsed time know. */
const problem: fc.Arbitrary<Problem> = resource.chain((units) => {
  const most = Math.max(...units.capacity.map((step) => step.units))
  return fc.array(activity(most), { minLength: 3, maxLength: 4 }).chain((activities) =>
    fc
      .record({
        lags: fc.array(lag(activities.length), { maxLength: 3 }),
        budget: fc.integer({ min: 2, max: 6 }),
        fixed: maybe(fc.nat(2)),
      })
      .map(({ lags, budget, fixed }) => ({
        horizon,
        day: 1,
        calendars: [],
        resources: [units, { id: 'budget', kind: 'budget' as const, capacity: [{ from: 0, units: budget }] }],
        activities: activities.map((a, i) => (i === 0 && fixed !== undefined ? happened(a, fixed) : a)),
        lags,
        goals: [{ kind: 'makespan' as const }],
      })),
  )
})

const happened = ({ id, modes }: Activity, start: number): Activity => ({
  id,
  modes,
  fixed: { start, finish: start + modes[0]!.duration.amount, mode: 0 },
})

const isWithinBudget = ({ activities, resources }: Problem, modes: readonly number[]) =>
  modes.reduce((sum, m, i) => sum + (activities[i]?.modes[m]?.demands[1]?.amount ?? 0), 0) <=
  (resources[1]?.capacity[0]?.units ?? 0)

/** The budget is no matter of ticks, so that the slow meaning of a problem is asked without it. */
const withoutBudget = (p: Problem): Problem => ({
  ...p,
  resources: p.resources.slice(0, 1),
  activities: p.activities.map((a) => ({
    ...a,
    modes: a.modes.map((m) => ({ ...m, demands: m.demands.slice(0, 1) })),
  })),
})

const shortest = (p: Problem): number | undefined => {
  const spans = allSchedules(withoutBudget(p))
    .filter((s) =>
      isWithinBudget(
        p,
        s.map((a) => a.mode),
      ),
    )
    .map((s) => slowValue(p, { kind: 'makespan' }, s))
  return spans.length === 0 ? undefined : Math.min(...spans)
}

/** Open for two ticks of three. */
const office = calendar('office', (t) => t % 3 < 2, horizon)
const inOffice = (amount: number) => ({ amount, calendar: 0, countFrom: 'now' }) as const

/** Three activities with due dates in office hours, or in some ticks around the clock where there is another way, as a district's projects have them. */
const district: fc.Arbitrary<Problem> = fc
  .record({
    jobs: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.nat(2),
        fc.nat(8),
        fc.nat(3),
        fc.nat(3),
        maybe(fc.integer({ min: 1, max: 4 })),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    isJoined: fc.boolean(),
    units: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ jobs, isJoined, units }) => ({
    horizon,
    day: 3,
    calendars: [office],
    resources: [{ id: 'reviewer', capacity: [{ from: 0, units }] }],
    activities: jobs.map(([length, amount, due, weight, release, around]) => ({
      id: 'review',
      modes: [inOffice(length), ...(around === undefined ? [] : [hours(around)])].map((duration) => ({
        duration,
        demands: [{ resource: 0, amount: Math.min(amount, units) }],
      })),
      startIn: 0,
      release,
      due: { at: due, weight },
    })),
    lags: isJoined ? [{ from: 0, fromPoint: 'finish', to: 2, toPoint: 'start', min: inOffice(1) }] : [],
    goals: [{ kind: 'tardiness' }, { kind: 'makespan' }],
  }))

describe('a search on calendars', () => {
  it('keeps everything, is no better than the best of all schedules, and no worse than its bound', () => {
    fc.assert(
      fc.property(district, (p) => {
        const found = search(p, { schedules: 60 })
        const lateness = allSchedules(p).map((s) => slowValue(p, { kind: 'tardiness' }, s))
        if (found.status !== 'scheduled') {
          if (found.status === 'infeasible') expect(lateness).toEqual([])
          return
        }
        expect(verify(p, found)).toEqual([])
        const best = Math.min(...lateness)
        expect(found.bound[0]).toBeLessThanOrEqual(best)
        expect(found.value[0]).toBeGreaterThanOrEqual(best)
        if (found.optimal) expect(found.value[0]).toBe(best)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a search', () => {
  it('proves the makespan that trying all schedules finds, or that there is none', () => {
    fc.assert(
      fc.property(problem, (p) => {
        const best = shortest(p)
        const found = search(p, { schedules: 3000 })
        if (found.status === 'scheduled') {
          expect(verify(p, found)).toEqual([])
          expect(found.bound[0]).toBeLessThanOrEqual(best ?? -1)
          if (found.optimal) expect(found.makespan).toBe(best)
          expect(found.makespan).toBeGreaterThanOrEqual(best ?? Number.POSITIVE_INFINITY)
          if (p.activities.every((a) => a.modes.length === 1)) expect(found.optimal).toBe(true)
        } else if (found.status === 'infeasible') expect(best).toBeUndefined()
        else expect(p.activities.some((a) => a.modes.length > 1)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })
})

describe('the independent checker', () => {
  it('accepts exactly what the meaning of a problem, tick by tick, allows', () => {
    const proposal = problem.chain((p) =>
      fc.tuple(
        fc.constant(p),
        fc.array(fc.nat(horizon), { minLength: p.activities.length, maxLength: p.activities.length }),
      ),
    )
    fc.assert(
      fc.property(proposal, ([p, starts]) => {
        const start = p.activities.map(({ fixed }, i) => fixed?.start ?? starts[i]!)
        const mode = p.activities.map(() => 0)
        const placed = p.activities.map(({ modes, fixed }, i) => ({
          start: start[i]!,
          finish: fixed?.finish ?? start[i]! + modes[0]!.duration.amount,
          mode: 0,
        }))
        const isKept = violations(withoutBudget(p), placed).length === 0 && isWithinBudget(p, mode)
        expect(verify(p, { start, mode }).length === 0).toBe(isKept)
      }),
      { numRuns: 2000 },
    )
  })
})
