import type { Scarcity } from './construct.ts'
import { freeze } from './goals.ts'
import type { Goal } from './model.ts'
import { finishOf, type Network, startOf } from './network.ts'
import { emptyQueue, type Window } from './propagate.ts'

/**
 * Keys by which a schedule is generated, least first, one list a rule. What has the latest start or finish soonest, as if
 * capacity were endless and all goals were met, cannot wait; ties go to whatever could begin first. The other rules, such as
 * the shortest first, are seldom the best and sometimes the only good one.
 */
export function priorities(scarce: Scarcity, goals: readonly Goal[], window: Window): readonly Float64Array[] {
  const { net } = scarce
  const { activities, horizon } = net.problem
  const all = idealWindow(net, goals, window)
  const foremost = idealWindow(net, goals.slice(0, 1), window)
  const followers = followersOf(scarce)
  const rule = (first: (activity: number) => number, then: (activity: number) => number) =>
    Float64Array.from(activities, (_, i) => first(i) * (horizon + 2) + then(i))
  const couldStart = (i: number) => window.low[startOf(i)]!
  const mustStart = (i: number) => all.high[startOf(i)]!
  const mustFinish = (i: number) => all.high[finishOf(i)]!
  return [
    rule(mustStart, couldStart),
    rule(mustFinish, couldStart),
    rule((i) => foremost.high[startOf(i)]!, mustStart),
    rule((i) => -followers[i]!, mustStart),
    rule((i) => mustStart(i) + couldStart(i), mustStart),
    rule(couldStart, mustStart),
    rule((i) => window.low[finishOf(i)]! - couldStart(i), mustStart),
  ]
}

/** The window with every goal held to the best that links alone allow. */
function idealWindow(net: Network, goals: readonly Goal[], { low, high }: Window): Window {
  const ideal = { low: low.slice(), high: high.slice() }
  const queue = emptyQueue(net)
  for (const goal of goals) if (goal.kind !== 'compact') freeze(net, goal, low, ideal, queue)
  return ideal
}

/** How many activities wait for each, directly or through others. */
function followersOf({ after }: Scarcity): readonly number[] {
  return after.map((direct) => {
    const reached = new Set(direct)
    for (const i of reached) for (const next of after[i]!) reached.add(next)
    return reached.size
  })
}
