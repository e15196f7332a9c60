import { conflictOf, shortageConflict } from './conflict.ts'
import { derive } from './derive.ts'
import { boundsOf, freeze } from './goals.ts'
import type { Problem, Result, Schedule } from './model.ts'
import { finishOf, network, startOf, withLinks } from './network.ts'
import { copyOf, hold } from './profile.ts'
import { emptyQueue, type Window } from './propagate.ts'
import { bindingOf } from './reasons.ts'
import { sharing } from './sharing.ts'
import { type Failed, type Solved, solve } from './solve.ts'
import { validate } from './validate.ts'
import { firstWindow, releases, settle } from './window.ts'

/**
 * Start, finish and mode of every activity, best by the goals in their order, with the reasons; or the constraints that
 * cannot hold together. Exact where no capacity binds; otherwise good, with a bound to judge it by. The same problem gives
 * the same result. Throws on a problem that `validate` finds fault with: that is a bug of the caller.
 */
export function schedule(problem: Problem): Result {
  const faults = validate(problem)
  if (faults.length > 0)
    throw new Error(
      `This problem has faults; ask validate() before schedule() and repair them: ${JSON.stringify(faults)}`,
    )
  if (problem.resources.some((r) => r.kind === 'budget'))
    throw new Error('Only search() knows budgets, schedule() does not')
  const { outcome, isExact, isSingle } = solve(problem)
  if (!('timing' in outcome)) return explainFailure(problem, outcome, isExact)
  const { scarce, values, timing } = outcome
  const bound = isExact ? values : provedBounds(problem, outcome, isSingle)
  return {
    status: 'scheduled',
    start: pick(problem, timing.times, startOf),
    finish: pick(problem, timing.times, finishOf),
    mode: scarce.choice,
    ...slackAndReasons(problem, outcome),
    value: values,
    bound,
    optimal: values.every((value, g) => value === bound[g]),
  }
}

/** The relaxation with all modes open gives the clearest chain; where it has a schedule the modes tried must answer. */
function explainFailure(problem: Problem, { net, misfit, isProved }: Failed, isExact: boolean): Result {
  const relaxed = network(problem, undefined)
  if (!firstWindow(relaxed)) return conflictOf(relaxed, true)
  return misfit ? shortageConflict(net, misfit, isProved && isExact) : conflictOf(net, isExact)
}

/** Bounds of what was solved; where several modes were open to it, of the relaxation with all of them. */
function provedBounds(problem: Problem, { window, values, timing, scarce }: Solved, isSingle: boolean) {
  const net = isSingle ? scarce.net : network(problem, undefined)
  return boundsOf(net, isSingle ? copy(window) : firstWindow(net)!, timing.times, values)
}

/** Earliest and latest starts, and what holds each start, of a schedule that is feasible. */
export function slackAndReasons(
  problem: Problem,
  { scarce, timing, window: first }: Pick<Solved, 'scarce' | 'timing' | 'window'>,
): Pick<Schedule, 'earliest' | 'latest' | 'binding'> {
  const { net, choice } = scarce
  const { times, late } = timing
  const queue = emptyQueue(net)
  const window = copy(first)
  for (const goal of problem.goals) if (goal.kind !== 'compact') freeze(net, goal, times, window, queue)
  const high = window.high.slice()

  const { links, notBefore, notAfter } = sharing(problem, choice, scarce.profiles, times)
  const ordered = withLinks(net, links)
  const roots = releases(net)
  for (const { point, time } of notBefore) roots[point] = Math.max(roots[point]!, time)
  for (const goal of problem.goals) {
    if (goal.kind === 'latest') for (const i of goal.activities) roots[startOf(i)] = times[startOf(i)]!
  }
  roots.forEach((time, point) => {
    window.low[point] = Math.max(window.low[point]!, time)
  })
  for (const { point, time } of notAfter) window.high[point] = Math.min(window.high[point]!, time)
  settle(ordered, window, queue)

  const profiles = copyOf(scarce.profiles)
  problem.activities.forEach(({ fixed }, i) => {
    if (!fixed) hold(profiles, scarce.claims[i]!.demands, times[startOf(i)]!, times[finishOf(i)]!)
  })
  const explained = { net, choice, times, profiles, late, high, derivation: derive(ordered, roots) }
  return {
    earliest: pick(problem, window.low, startOf),
    latest: pick(problem, window.high, startOf),
    binding: problem.activities.map((_, i) => bindingOf(explained, i)),
  }
}

/** Times of one point of every activity. */
export function pick(problem: Problem, times: Int32Array, point: (activity: number) => number): Int32Array {
  const picked = new Int32Array(problem.activities.length)
  for (let i = 0; i < picked.length; i++) picked[i] = times[point(i)]!
  return picked
}

const copy = ({ low, high }: Window): Window => ({ low: low.slice(), high: high.slice() })
