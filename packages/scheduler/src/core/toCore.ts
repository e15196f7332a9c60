import type { Activity, Lag, Problem, Span, Time } from '../model.ts'
import { type Arc, type Core, NEVER, type Taken } from './core.ts'

/**
 * The problem in whole numbers, and which of its activities are left in it; undefined where it needs calendars, has another
 * goal than the makespan, or hangs the finish of an activity with several modes on a fixed one.
 */
export type Reduced = { readonly core: Core; readonly activity: Int32Array }

export function toCore(problem: Problem): Reduced | undefined {
  const { activities, resources, horizon } = problem
  if (!isElapsed(problem)) return undefined
  const left = activities.flatMap(({ fixed }, i) => (fixed ? [] : [i]))
  const renewable = resources.flatMap((r, i) => (r.kind === 'budget' ? [] : [i]))
  const budgets = resources.flatMap((r, i) => (r.kind === 'budget' ? [i] : []))
  const capacity = Int32Array.from(renewable, (r) => Math.max(0, ...resources[r]!.capacity.map((step) => step.units)))
  const taken = takenOf(problem, renewable, capacity)
  const bounds = arcsAndBounds(problem, left)
  if (!bounds) return undefined
  const modes = left.flatMap((i) => activities[i]!.modes)
  const modeAt = new Int32Array(left.length + 1)
  left.forEach((i, k) => {
    modeAt[k + 1] = modeAt[k]! + activities[i]!.modes.length
  })
  const core: Core = {
    activities: left.length,
    modeAt,
    duration: Int32Array.from(modes, (m) => m.duration.amount),
    capacity,
    demand: amounts(modes, renewable),
    budget: Int32Array.from(budgets, (r) => resources[r]!.capacity[0]!.units - spent(problem, r)),
    use: amounts(modes, budgets),
    ...bounds,
    taken,
    horizon,
  }
  return { core, activity: Int32Array.from(left) }
}

type Bounds = Pick<Core, 'arcs' | 'release' | 'deadline'>

/** Arcs among the activities that are left; those to and from fixed ones become releases and deadlines. */
function arcsAndBounds({ activities, lags }: Problem, left: readonly number[]): Bounds | undefined {
  const place = new Int32Array(activities.length).fill(-1)
  left.forEach((i, k) => {
    place[i] = k
  })
  const release = Int32Array.from(left, (i) => activities[i]!.release ?? 0)
  const deadline = Int32Array.from(left, (i) => activities[i]!.deadline ?? NEVER)
  const arcs: Arc[] = []
  for (const arc of lags.flatMap(arcsOf)) {
    const [from, to] = [place[arc.from]!, place[arc.to]!]
    if (from >= 0 && to >= 0) arcs.push({ ...arc, from, to })
    else if (to >= 0) {
      const earliest = afterFixed(arc, activities[arc.from]!, activities[arc.to]!)
      if (earliest === undefined) return undefined
      release[to] = Math.max(release[to]!, earliest)
    } else if (from >= 0) {
      const latest = beforeFixed(arc, activities[arc.from]!, activities[arc.to]!)
      if (latest === undefined) return undefined
      deadline[from] = Math.min(deadline[from]!, latest)
    }
  }
  return { arcs, release, deadline }
}

/** Earliest start after a fixed activity; undefined where that depends on the mode. */
function afterFixed({ fromFinish, toFinish, lag }: Arc, { fixed }: Activity, { modes }: Activity): number | undefined {
  if (toFinish && modes.length > 1) return undefined
  return (fromFinish ? fixed!.finish : fixed!.start) + lag - (toFinish ? modes[0]!.duration.amount : 0)
}

/** Latest finish before a fixed activity; undefined where that depends on the mode. */
function beforeFixed({ fromFinish, toFinish, lag }: Arc, { modes }: Activity, { fixed }: Activity): number | undefined {
  if (!fromFinish && modes.length > 1) return undefined
  return (toFinish ? fixed!.finish : fixed!.start) - lag + (fromFinish ? 0 : modes[0]!.duration.amount)
}

/** What fixed activities use of a budget. */
const spent = ({ activities }: Problem, resource: number): number =>
  activities.reduce(
    (sum, { fixed, modes }) =>
      sum + (fixed ? (modes[fixed.mode]!.demands.find((d) => d.resource === resource)?.amount ?? 0) : 0),
    0,
  )

function amounts(modes: Problem['activities'][number]['modes'], resources: readonly number[]): Int32Array {
  const table = new Int32Array(modes.length * resources.length)
  const column = new Map(resources.map((r, c) => [r, c]))
  modes.forEach((mode, m) => {
    for (const { resource, amount } of mode.demands) {
      const c = column.get(resource)
      if (c !== undefined) table[m * resources.length + c] = amount
    }
  })
  return table
}

/** Whether all lengths are elapsed time and the makespan is the only goal. */
export function isElapsed({ activities, lags, calendars, horizon, goals }: Problem): boolean {
  if (goals.length !== 1 || goals[0]?.kind !== 'makespan') return false
  const isAlways = calendars.map(({ openBefore }) => openBefore[horizon] === horizon)
  const isPlain = (span: Span | undefined) =>
    span === undefined ||
    (span.rollTo === undefined &&
      span.countFrom === 'now' &&
      (span.amount === 0 || span.calendar === undefined || isAlways[span.calendar] === true))
  return (
    lags.every(({ min, max }) => isPlain(min) && isPlain(max)) &&
    activities.every(
      ({ modes, startIn, fixed }) =>
        fixed || ((startIn === undefined || isAlways[startIn]) && modes.every((m) => isPlain(m.duration))),
    )
  )
}

function arcsOf({ from, fromPoint, to, toPoint, min, max }: Lag): readonly Arc[] {
  const fromFinish = fromPoint === 'finish'
  const toFinish = toPoint === 'finish'
  return [
    ...(min ? [{ from, fromFinish, to, toFinish, lag: min.amount }] : []),
    ...(max ? [{ from: to, fromFinish: toFinish, to: from, toFinish: fromFinish, lag: -max.amount }] : []),
  ]
}

/** What steps of the capacity below its highest and fixed activities take away, at most all there is. */
function takenOf(problem: Problem, renewable: readonly number[], capacity: Int32Array): readonly Taken[] {
  const { activities, resources, horizon } = problem
  return renewable.flatMap((r, column) => {
    const taken: Taken[] = []
    const take = (from: Time, until: Time, amount: number) => {
      if (amount > 0 && from < until) taken.push({ resource: column, from, until, amount })
    }
    const steps = resources[r]!.capacity
    steps.forEach(({ from, units }, k) => {
      take(from, Math.min(steps[k + 1]?.from ?? horizon, horizon), capacity[column]! - units)
    })
    for (const { fixed, modes } of activities) {
      if (fixed) take(fixed.start, fixed.finish, modes[fixed.mode]!.demands.find((d) => d.resource === r)?.amount ?? 0)
    }
    return atMost(taken, column, capacity[column]!)
  })
}

/** The same, stretch by stretch, with no more than `most` taken anywhere: what is fixed may overfill a capacity. */
function atMost(taken: readonly Taken[], resource: number, most: number): readonly Taken[] {
  const moments = [...new Set(taken.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b)
  return moments.flatMap((from, k) => {
    let amount = 0
    for (const t of taken) if (t.from <= from && from < t.until) amount += t.amount
    const until = moments[k + 1]
    return amount > 0 && until !== undefined ? [{ resource, from, until, amount: Math.min(amount, most) }] : []
  })
}
