import { construct, type Misfit, type Scarcity } from './construct.ts'
import type { Late, Timing } from './free.ts'
import { boundOf, compareValues, freeze, valueAt } from './goals.ts'
import type { Goal } from './model.ts'
import { finishOf, startOf } from './network.ts'
import { priorities } from './priority.ts'
import { emptyQueue, enqueue, lower, type Queue, raise, type Window } from './propagate.ts'
import { shiftEarlier, shiftLater } from './shift.ts'

/**
 * Good times within the capacities, goal by goal: several priority rules, each followed by forward-backward improvement; what
 * one goal has reached binds the search for the next. Without proof: compare the values with their bounds.
 * `window` is what the lags allow before any goal. A misfit says only that no rule found a schedule.
 */
export function timesWithinCapacity(scarce: Scarcity, window: Window): Timing | Misfit {
  const { goals, activities } = scarce.net.problem
  const queue = emptyQueue(scarce.net)
  const bounds = copy(window)
  const late = new Map<number, Late>()
  const first = search(scarce, goals, bounds, undefined, queue)
  if (!(first instanceof Int32Array)) return first
  let times = first
  goals.forEach((goal, g) => {
    if (goal.kind === 'latest') {
      const before = times
      times = postpone(scarce, goal, bounds, before)
      for (const i of goal.activities) {
        if (times[startOf(i)]! > before[startOf(i)]!) late.set(i, { goal: g, earliest: before[startOf(i)]! })
      }
    } else if (g > 0 && valueAt(scarce.net.problem, goal, times) > boundOf(scarce.net.problem, goal, bounds)) {
      const found = search(scarce, goals.slice(g), bounds, times, queue)
      if (found instanceof Int32Array) times = found
    }
    if (goal.kind === 'compact') times = pulledForward(scarce, times, bounds)
    freeze(scarce.net, goal, times, bounds, queue)
  })
  const isLate = new Set(goals.flatMap((goal) => (goal.kind === 'latest' ? goal.activities : [])))
  const others = byStart(times).filter((i) => !isLate.has(i) && !activities[i]!.fixed)
  return { times: shiftEarlier(scarce, times, bounds, others), late }
}

/** Best times found for the goals that want things early; `known` if nothing better turns up. */
function search(
  scarce: Scarcity,
  goals: readonly Goal[],
  window: Window,
  known: Int32Array | undefined,
  queue: Queue,
): Int32Array | Misfit {
  const { net } = scarce
  const { activities } = net.problem
  const wanted = goals.filter((goal) => goal.kind !== 'latest')
  const judged = wanted.length > 0 ? wanted : [{ kind: 'compact' } as const]
  const values = (times: Int32Array) => judged.map((goal) => valueAt(net.problem, goal, times))
  const ideal = judged.map((goal) => boundOf(net.problem, goal, window))
  let best = known
  let misfit: Misfit | undefined
  for (const key of priorities(scarce, judged, window)) {
    const attempt = construct(scarce, 'forward', key, window, best ? FEW_RESTARTS : activities.length)
    if (!('times' in attempt)) {
      misfit ??= attempt
      continue
    }
    const times = justified(scarce, judged, window, attempt.times, queue)
    if (!best || compareValues(judged, values(times), values(best)) < 0) best = times
    if (compareValues(judged, values(best), ideal) === 0) break
  }
  return best ?? misfit!
}

/** Pushes everything late within the values reached, then early again in the order found, as long as that helps. */
function justified(
  scarce: Scarcity,
  goals: readonly Goal[],
  window: Window,
  times: Int32Array,
  queue: Queue,
): Int32Array {
  const { net } = scarce
  const values = (t: Int32Array) => goals.map((goal) => valueAt(net.problem, goal, t))
  let best = times
  for (;;) {
    const within = copy(window)
    for (const goal of [...goals, { kind: 'makespan' } as const]) {
      if (goal.kind !== 'compact') freeze(net, goal, best, within, queue)
    }
    const late = construct(scarce, 'backward', finishes(best).map(negated), within, 0)
    if (!('times' in late)) return best
    const early = construct(scarce, 'forward', starts(late.times), window, 0)
    if (!('times' in early) || compareValues(goals, values(early.times), values(best)) >= 0) return best
    best = early.times
  }
}

/** Moves the activities of the goal as late as can be found, everything else only as far as these force it. */
function postpone(scarce: Scarcity, goal: Goal & { kind: 'latest' }, window: Window, times: Int32Array): Int32Array {
  const { net } = scarce
  const { problem } = net
  const named = new Set(goal.activities)
  const mayMove = goal.activities.filter((i) => !problem.activities[i]!.fixed)
  const value = (t: Int32Array) => valueAt(problem, goal, t)
  const candidates = [times]
  const key = finishes(times).map((finish, i) => (named.has(i) ? -finish : problem.horizon - finish))
  const late = construct(scarce, 'backward', key, window, FEW_RESTARTS)
  if ('times' in late) {
    const held = copy(window)
    const queue = emptyQueue(net)
    for (const i of mayMove) {
      held.low[startOf(i)] = late.times[startOf(i)]!
      held.high[startOf(i)] = late.times[startOf(i)]!
      enqueue(queue, startOf(i))
    }
    raise(net, held, queue)
    for (const i of mayMove) enqueue(queue, startOf(i))
    lower(net, held, queue)
    const early = construct(scarce, 'forward', starts(late.times), held, FEW_RESTARTS)
    if ('times' in early) candidates.push(early.times)
    candidates.push(late.times)
  }
  const best = candidates.reduce((best, t) => (value(t) > value(best) ? t : best))
  const lastFirst = byStart(best)
    .filter((i) => named.has(i) && mayMove.includes(i))
    .reverse()
  return shiftLater(scarce, best, window, lastFirst)
}

function pulledForward(scarce: Scarcity, times: Int32Array, window: Window): Int32Array {
  const free = byStart(times).filter((i) => !scarce.net.problem.activities[i]!.fixed)
  return shiftEarlier(scarce, times, window, free)
}

// To find any schedule each activity may have to be moved once; to better a known one it is not worth as much.
const FEW_RESTARTS = 20

const copy = ({ low, high }: Window): Window => ({ low: low.slice(), high: high.slice() })
const negated = (time: number) => -time
const starts = (times: Int32Array) => times.filter((_, point) => point === startOf(point >> 1))
const finishes = (times: Int32Array) => times.filter((_, point) => point === finishOf(point >> 1))
const byStart = (times: Int32Array) => {
  const key = starts(times)
  return [...key.keys()].sort((a, b) => key[a]! - key[b]!)
}
