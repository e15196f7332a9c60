import type { Activity, Demand, Goal, Lag, Point, Problem, Span } from '../model.ts'

/**
 * The meaning of a problem written down tick by tick, with nothing from the scheduler itself: what its results are held against.
 * Only for a handful of activities on a short axis.
 */
export type Placed = { readonly start: number; readonly finish: number; readonly mode: number }

/** Whether a tick is open; from the order of open ticks, not from the sums. */
export function isOpen(problem: Problem, calendar: number, tick: number): boolean {
  return problem.calendars[calendar]?.nth.includes(tick) ?? false
}

/** End of a span by counting ticks; infinite past the horizon. */
export function slowEnd(problem: Problem, span: Span, from: number): number {
  const startOfDay = Math.floor(from / problem.day) * problem.day
  let end = { now: from, startOfDay, nextDay: startOfDay + problem.day }[span.countFrom]
  for (let left = span.amount; left > 0; end++) {
    if (end > problem.horizon) return Number.POSITIVE_INFINITY
    if (span.calendar === undefined || isOpen(problem, span.calendar, end)) left--
  }
  end = span.amount === 0 ? from : Math.max(from, end)
  while (span.rollTo !== undefined && !isOpen(problem, span.rollTo, end - 1)) {
    if (end++ > problem.horizon) return Number.POSITIVE_INFINITY
  }
  return end > problem.horizon ? Number.POSITIVE_INFINITY : end
}

/** What a schedule breaks, in words; empty when it keeps everything. */
export function violations(problem: Problem, placed: readonly Placed[]): readonly string[] {
  const broken = placed.flatMap((p, i) => ownViolations(problem, i, p))
  for (const [l, lag] of problem.lags.entries()) {
    const from = placed[lag.from]
    const to = placed[lag.to]
    if (from && to && !keepsLag(problem, lag, from, to)) broken.push(`lag ${l}`)
  }
  for (const r of problem.resources.keys()) {
    for (let t = 0; t < problem.horizon; t++)
      if (isOverloaded(problem, placed, r, t)) broken.push(`resource ${r} at ${t}`)
  }
  return broken
}

function ownViolations(problem: Problem, i: number, { start, finish, mode }: Placed): readonly string[] {
  const activity = problem.activities[i] as Activity
  const { fixed, startIn, release, deadline } = activity
  if (fixed) return start === fixed.start && finish === fixed.finish && mode === fixed.mode ? [] : [`fixed ${i}`]
  const broken: string[] = []
  const duration = activity.modes[mode]?.duration
  if (!duration || slowEnd(problem, duration, start) !== finish) broken.push(`duration ${i}`)
  if (startIn !== undefined && !isOpen(problem, startIn, start)) broken.push(`startIn ${i}`)
  if (start < (release ?? 0)) broken.push(`release ${i}`)
  if (finish > (deadline ?? problem.horizon)) broken.push(`deadline ${i}`)
  return broken
}

const at = (placed: Placed, point: Point) => placed[point]

function keepsLag(problem: Problem, lag: Lag, from: Placed, to: Placed): boolean {
  if (problem.activities[lag.from]?.fixed && problem.activities[lag.to]?.fixed) return true
  const [a, b] = [at(from, lag.fromPoint), at(to, lag.toPoint)]
  return (!lag.min || b >= slowEnd(problem, lag.min, a)) && (!lag.max || b <= slowEnd(problem, lag.max, a))
}

const amountOf = (demands: readonly Demand[], resource: number) =>
  demands.reduce((sum, d) => sum + (d.resource === resource ? d.amount : 0), 0)

/** Fixed activities may exceed a capacity by themselves; nobody else may be there then. */
function isOverloaded(problem: Problem, placed: readonly Placed[], resource: number, tick: number): boolean {
  const capacity = problem.resources[resource]?.capacity.findLast((step) => step.from <= tick)?.units ?? 0
  let used = 0
  let isOthers = false
  placed.forEach(({ start, finish, mode }, i) => {
    const activity = problem.activities[i]
    if (start > tick || tick >= finish) return
    const amount = amountOf(activity?.modes[mode]?.demands ?? [], resource)
    used += amount
    if (amount > 0 && !activity?.fixed) isOthers = true
  })
  return isOthers && used > capacity
}

/** Value of a goal straight from its definition. */
export function slowValue(problem: Problem, goal: Goal, placed: readonly Placed[]): number {
  switch (goal.kind) {
    case 'earliest':
      return placed[goal.activity]?.[goal.point] ?? Number.NaN
    case 'makespan':
      return Math.max(0, ...placed.map((p) => p.finish))
    case 'tardiness':
      return placed.reduce((sum, p, i) => {
        const due = problem.activities[i]?.due
        return sum + (due ? due.weight * Math.max(0, p.finish - due.at) : 0)
      }, 0)
    case 'latest':
      return goal.activities.reduce((sum, i) => sum + (placed[i]?.start ?? Number.NaN), 0)
    case 'compact':
      return placed.reduce((sum, p) => sum + p.start, 0)
  }
}

/** Every schedule that keeps everything. */
export function allSchedules(problem: Problem): readonly (readonly Placed[])[] {
  const found: Placed[][] = []
  const placed: Placed[] = []
  const extend = () => {
    const i = placed.length
    const activity = problem.activities[i]
    if (!activity) {
      found.push([...placed])
      return
    }
    for (const option of optionsOf(problem, activity)) {
      placed.push(option)
      if (violations(problem, placed).length === 0) extend()
      placed.pop()
    }
  }
  extend()
  return found
}

function optionsOf(problem: Problem, activity: Activity): readonly Placed[] {
  if (activity.fixed) return [activity.fixed]
  const starts = Array.from({ length: problem.horizon + 1 }, (_, t) => t)
  return activity.modes.flatMap(({ duration }, mode) =>
    starts.map((start) => ({ start, finish: slowEnd(problem, duration, start), mode })),
  )
}

/** Negative when `a` is better than `b`. */
export function slowCompare(goals: readonly Goal[], a: readonly number[], b: readonly number[]): number {
  const g = goals.findIndex((_, g) => a[g] !== b[g])
  if (g < 0) return 0
  return ((a[g] ?? 0) - (b[g] ?? 0)) * (goals[g]?.kind === 'latest' ? -1 : 1)
}
