import { isElapsed } from './core/toCore.ts'
import type { Activity, Demand, Fault, Goal, Lag, Problem, Resource, Span } from './model.ts'

/**
 * Faults that make a problem meaningless: an index out of range, a time that is no whole number in 0..horizon, a calendar
 * shorter than the horizon, a demand that no level of capacity satisfies. Empty when the problem can be scheduled.
 */
export function validate(problem: Problem): readonly Fault[] {
  const faults: Fault[] = []
  const say = (code: Fault['code'], index: number, activities: readonly number[] = []) =>
    faults.push({ code, index, activities })
  const { horizon, day, calendars, resources, activities, lags, goals } = problem
  // 2^30 keeps every sum of two times inside an Int32Array
  if (!isCount(horizon) || horizon >= 2 ** 30) say('horizon', 0)
  if (!isCount(day) || day === 0) say('day', 0)
  calendars.forEach((c, i) => {
    if (c.openBefore.length <= horizon) say('calendarTooShort', i)
  })
  resources.forEach((r, i) => {
    if (!hasGoodSteps(r)) say('capacitySteps', i)
  })
  // only the engines that work in whole elapsed time know budgets
  if (faults.length === 0 && resources.some((r) => r.kind === 'budget') && !isElapsed(problem)) say('budget', 0)

  const isTime = (time: number) => isCount(time) && time <= horizon
  const isIndex = (index: number, list: readonly unknown[]) => isCount(index) && index < list.length
  const isSpan = ({ amount, calendar, rollTo }: Span) =>
    isCount(amount) &&
    (calendar === undefined || isIndex(calendar, calendars)) &&
    (rollTo === undefined || isIndex(rollTo, calendars))
  const isDemand = (d: Demand) => isCount(d.amount) && isIndex(d.resource, resources)

  const isWithin = ({ resource, amount }: Demand) => amount <= mostOf(resources[resource])
  const mayBe = <T>(value: T | undefined, isGood: (value: T) => boolean) => value === undefined || isGood(value)
  activities.forEach(({ modes, startIn, release, deadline, due, fixed }: Activity, i) => {
    const demands = modes.flatMap((m) => m.demands)
    const haveKnownDemands = demands.every(isDemand) && modes.every((m) => isOnePerResource(m.demands))
    const checks: readonly (readonly [Fault['code'], boolean])[] = [
      ['noMode', modes.length > 0],
      ['span', modes.every((m) => isSpan(m.duration))],
      ['demand', haveKnownDemands],
      ['demandAboveCapacity', !haveKnownDemands || fixed !== undefined || demands.every(isWithin)],
      ['startIn', mayBe(startIn, (c) => isIndex(c, calendars))],
      ['release', mayBe(release, isTime)],
      ['deadline', mayBe(deadline, isTime)],
      ['due', mayBe(due, ({ at, weight }) => isCount(at) && isCount(weight))],
      [
        'fixed',
        mayBe(
          fixed,
          ({ start, finish, mode }) => isTime(start) && isTime(finish) && start <= finish && isIndex(mode, modes),
        ),
      ],
    ]
    for (const [code, isGood] of checks) if (!isGood) say(code, i, [i])
  })

  lags.forEach(({ from, to, min, max }: Lag, i) => {
    const spans = [min, max].filter((s) => s !== undefined)
    if (!isIndex(from, activities) || !isIndex(to, activities)) say('lag', i)
    else if (!spans.every(isSpan)) say('lag', i, [from, to])
  })

  goals.forEach((goal: Goal, i) => {
    const named = goal.kind === 'earliest' ? [goal.activity] : goal.kind === 'latest' ? goal.activities : []
    if (!named.every((a) => isIndex(a, activities)) || new Set(named).size < named.length) say('goal', i)
  })
  return faults
}

const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0

const isOnePerResource = (demands: readonly Demand[]) =>
  demands.length < 2 || new Set(demands.map((d) => d.resource)).size === demands.length

function hasGoodSteps({ kind, capacity }: Resource): boolean {
  return (
    (kind !== 'budget' || capacity.length === 1) &&
    capacity[0]?.from === 0 &&
    capacity.every(
      ({ from, units }, i) => isCount(from) && isCount(units) && (i === 0 || from > (capacity[i - 1]?.from ?? 0)),
    )
  )
}

const mostOf = (resource: Resource | undefined) => Math.max(0, ...(resource?.capacity ?? []).map((step) => step.units))
