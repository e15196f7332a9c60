import type { Goal, Problem, Time } from './model.ts'
import { finishOf, type Network, startOf } from './network.ts'
import { emptyQueue, enqueue, lower, type Queue, raise, type Window } from './propagate.ts'

/** Value of a goal when the points lie at `times`; see `Schedule.value`. */
export function valueAt(problem: Problem, goal: Goal, times: Int32Array): number {
  switch (goal.kind) {
    case 'earliest':
      return times[pointOf(goal)]!
    case 'makespan':
      return problem.activities.reduce((last, _, i) => Math.max(last, times[finishOf(i)]!), 0)
    case 'tardiness':
      return problem.activities.reduce(
        (sum, { due }, i) => sum + (due ? due.weight * Math.max(0, times[finishOf(i)]! - due.at) : 0),
        0,
      )
    case 'latest':
      return goal.activities.reduce((sum, i) => sum + times[startOf(i)]!, 0)
    case 'compact':
      return problem.activities.reduce((sum, _, i) => sum + times[startOf(i)]!, 0)
  }
}

/** Negative when the first values are better: the first goal on which they differ decides. */
export function compareValues(goals: readonly Goal[], a: readonly number[], b: readonly number[]): number {
  for (let g = 0; g < goals.length; g++) {
    const difference = a[g]! - b[g]!
    if (difference !== 0) return goals[g]!.kind === 'latest' ? -difference : difference
  }
  return 0
}

/**
 * Narrows the window to times that keep the goal at least as good as `times` have it. Exact for `earliest` and `makespan`;
 * for the sums each activity is held to its own share. `times` itself always stays inside.
 */
export function freeze(net: Network, goal: Goal, times: Int32Array, window: Window, queue: Queue): void {
  const { activities } = net.problem
  const atMost = (point: number, time: Time) => {
    if (window.high[point]! <= time) return
    window.high[point] = time
    enqueue(queue, point)
  }
  switch (goal.kind) {
    case 'earliest':
      atMost(pointOf(goal), times[pointOf(goal)]!)
      break
    case 'makespan': {
      const end = valueAt(net.problem, goal, times)
      for (let i = 0; i < activities.length; i++) atMost(finishOf(i), end)
      break
    }
    case 'tardiness':
      activities.forEach(({ due }, i) => {
        if (due && due.weight > 0) atMost(finishOf(i), Math.max(due.at, times[finishOf(i)]!))
      })
      break
    case 'latest':
      for (const i of goal.activities) {
        window.low[startOf(i)] = times[startOf(i)]!
        enqueue(queue, startOf(i))
      }
      raise(net, window, queue)
      return
    case 'compact':
      for (let i = 0; i < activities.length; i++) atMost(startOf(i), times[startOf(i)]!)
      break
  }
  lower(net, window, queue)
}

/** Best value that the window allows, by links alone. */
export function boundOf(problem: Problem, goal: Goal, { low, high }: Window): number {
  return valueAt(problem, goal, goal.kind === 'latest' ? high : low)
}

/**
 * Bounds by links alone that hold for every schedule as good in the goals before, for one that has `values` at `times`.
 * `net` must leave open every mode that a schedule may take. Narrows `window`.
 */
export function boundsOf(
  net: Network,
  window: Window,
  times: Int32Array,
  values: readonly number[],
): readonly number[] {
  const queue = emptyQueue(net)
  return net.problem.goals.map((goal, g) => {
    const bound = boundOf(net.problem, goal, window)
    // a sum at its bound has every part at its bound; short of it, one part may give to another
    const isHeld = goal.kind === 'earliest' || goal.kind === 'makespan' || bound === values[g]
    if (isHeld) freeze(net, goal, times, window, queue)
    return bound
  })
}

const pointOf = (goal: Goal & { kind: 'earliest' }) =>
  goal.point === 'start' ? startOf(goal.activity) : finishOf(goal.activity)
