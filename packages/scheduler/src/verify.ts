import type { Calendar, Lag, Problem, Span, Time } from './model.ts'

/** A schedule as anybody may hand it in: a start and a mode (its place in the activity's list) each. */
export type Proposed = { readonly start: ArrayLike<Time>; readonly mode: ArrayLike<number> }

/** Something that a proposed schedule does not keep. */
export type Violation =
  | { readonly kind: 'length'; readonly expected: number; readonly found: number }
  | { readonly kind: 'mode'; readonly activity: number }
  | { readonly kind: 'start'; readonly activity: number; readonly because: 'release' | 'calendar' | 'fixed' | 'number' }
  | { readonly kind: 'finish'; readonly activity: number; readonly at: Time; readonly latest: Time }
  | { readonly kind: 'lag'; readonly lag: number; readonly side: 'min' | 'max'; readonly missing: number }
  | {
      readonly kind: 'capacity'
      readonly resource: number
      /** The first tick at which it is exceeded; undefined for a budget. */
      readonly at: Time | undefined
      readonly used: number
      readonly units: number
    }

/**
 * Everything that a proposed schedule breaks; empty when it keeps all. Written from the meaning of the model alone and sharing
 * no code with what makes schedules, so that neither hides the other's mistakes.
 */
export function verify(problem: Problem, { start, mode }: Proposed): readonly Violation[] {
  const { activities } = problem
  if (start.length !== activities.length || mode.length !== activities.length) {
    return [{ kind: 'length', expected: activities.length, found: Math.min(start.length, mode.length) }]
  }
  const wrongModes = activities.flatMap(({ modes }, i): Violation[] =>
    modes[mode[i]!] ? [] : [{ kind: 'mode', activity: i }],
  )
  if (wrongModes.length > 0) return wrongModes
  const finish = activities.map(({ modes, fixed }, i) =>
    fixed ? fixed.finish : endOfSpan(problem, modes[mode[i]!]!.duration, start[i]!),
  )
  return [
    ...activities.flatMap((_, i) => ownViolations(problem, i, start[i]!, finish[i]!, mode[i]!)),
    ...problem.lags.flatMap((lag, l) => lagViolations(problem, lag, l, start, finish)),
    ...problem.resources.flatMap((_, r) => capacityViolations(problem, r, start, finish, mode)),
  ]
}

function ownViolations(problem: Problem, i: number, start: Time, finish: Time, mode: number): readonly Violation[] {
  const { fixed, startIn, release = 0, deadline = problem.horizon } = problem.activities[i]!
  const wrong = (because: 'release' | 'calendar' | 'fixed' | 'number') =>
    ({ kind: 'start', activity: i, because }) as const
  if (fixed) return start === fixed.start && mode === fixed.mode ? [] : [wrong('fixed')]
  if (!Number.isSafeInteger(start) || start < 0) return [wrong('number')]
  const latest = Math.min(deadline, problem.horizon)
  return [
    ...(start < release ? [wrong('release')] : []),
    ...(startIn !== undefined && !isOpenAt(problem.calendars[startIn]!, start) ? [wrong('calendar')] : []),
    ...(finish > latest ? [{ kind: 'finish', activity: i, at: finish, latest } as const] : []),
  ]
}

function lagViolations(
  problem: Problem,
  { from, fromPoint, to, toPoint, min, max }: Lag,
  lag: number,
  start: ArrayLike<Time>,
  finish: readonly Time[],
): readonly Violation[] {
  if (problem.activities[from]!.fixed && problem.activities[to]!.fixed) return []
  const one = fromPoint === 'start' ? start[from]! : finish[from]!
  const other = toPoint === 'start' ? start[to]! : finish[to]!
  const least = min ? endOfSpan(problem, min, one) : one
  const most = max ? endOfSpan(problem, max, one) : other
  return [
    ...(min && other < least ? [{ kind: 'lag', lag, side: 'min', missing: least - other } as const] : []),
    ...(max && other > most ? [{ kind: 'lag', lag, side: 'max', missing: other - most } as const] : []),
  ]
}

/** Sweeps over the moments at which the use of a resource or its capacity changes. */
function capacityViolations(
  { activities, resources }: Problem,
  resource: number,
  start: ArrayLike<Time>,
  finish: readonly Time[],
  mode: ArrayLike<number>,
): readonly Violation[] {
  const { kind, capacity } = resources[resource]!
  const amountOf = (i: number) =>
    activities[i]!.modes[mode[i]!]!.demands.reduce((sum, d) => sum + (d.resource === resource ? d.amount : 0), 0)
  if (kind === 'budget') {
    const used = activities.reduce((sum, _, i) => sum + amountOf(i), 0)
    const units = capacity[0]!.units
    return used > units ? [{ kind: 'capacity', resource, at: undefined, used, units }] : []
  }
  // what is fixed may exceed a capacity by itself, as long as nobody else is there then
  const changes = activities.flatMap((a, i) => {
    const amount = amountOf(i)
    if (amount === 0 || start[i]! >= finish[i]!) return []
    const free = a.fixed ? 0 : 1
    return [
      { at: start[i]!, amount, free },
      { at: finish[i]!, amount: -amount, free: -free },
    ]
  })
  for (const { from } of capacity) changes.push({ at: from, amount: 0, free: 0 })
  changes.sort((a, b) => a.at - b.at)
  let used = 0
  let free = 0
  for (let k = 0; k < changes.length; k++) {
    used += changes[k]!.amount
    free += changes[k]!.free
    const { at } = changes[k]!
    if (changes[k + 1]?.at === at) continue
    const units = capacity.findLast((step) => step.from <= at)?.units ?? 0
    if (free > 0 && used > units) return [{ kind: 'capacity', resource, at, used, units }]
  }
  return []
}

const isOpenAt = ({ openBefore }: Calendar, time: Time) => (openBefore[time + 1] ?? 0) > (openBefore[time] ?? 0)

/** End of a span by its definition: the least end at or after its beginning with so many open ticks before it. */
function endOfSpan({ calendars, day }: Problem, { calendar, amount, countFrom, rollTo }: Span, time: Time): Time {
  const dayStart = Math.floor(time / day) * day
  const from = countFrom === 'now' ? time : countFrom === 'startOfDay' ? dayStart : dayStart + day
  let end = time
  if (amount > 0) {
    end = calendar === undefined ? from + amount : leastWithOpen(calendars[calendar]!, from, amount)
    end = Math.max(end, time)
  }
  if (rollTo !== undefined)
    while (Number.isFinite(end) && !isOpenAt(calendars[rollTo]!, end - 1)) end = step(calendars[rollTo]!, end)
  return end
}

const step = ({ openBefore }: Calendar, end: Time) => (end + 1 < openBefore.length ? end + 1 : Number.POSITIVE_INFINITY)

/** By halving: the open ticks before a time never become fewer. */
function leastWithOpen({ openBefore }: Calendar, from: Time, amount: number): Time {
  if (from >= openBefore.length) return Number.POSITIVE_INFINITY
  const wanted = openBefore[from]! + amount
  if (openBefore.at(-1)! < wanted) return Number.POSITIVE_INFINITY
  let low = from
  let high = openBefore.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (openBefore[middle]! >= wanted) high = middle
    else low = middle + 1
  }
  return low
}
