import type { Misfit, Scarcity } from './construct.ts'
import { startOf } from './network.ts'
import { firstFit, lastFit, lastShortage } from './profile.ts'
import { emptyQueue, enqueue, lower, raise, type Window } from './propagate.ts'
import { endOf } from './span.ts'

/**
 * Takes from the window what no schedule can use: starts at which fixed activities or the capacity's own steps leave an
 * activity too little even if it were alone. Returns the activity for which nothing remains, which proves that there is no
 * schedule.
 */
export function narrowToCapacity(scarce: Scarcity, window: Window): Misfit | undefined {
  const { net, profiles, claims } = scarce
  const { problem } = net
  const { low, high } = window
  const queue = emptyQueue(net)
  const claimants = [...claims.keys()].filter(
    (i) => !problem.activities[i]!.fixed && claims[i]!.demands.some((d) => d.amount > 0 && profiles[d.resource]),
  )
  for (let isChanging = true; isChanging; ) {
    isChanging = false
    for (const i of claimants) {
      const start = startOf(i)
      const first = firstFit(problem, profiles, claims[i]!, low[start]!)
      const last = lastFit(problem, profiles, claims[i]!, high[start]!)
      const misfit = () => ({
        activity: i,
        allowed: high[start]!,
        possible: first,
        shortage: loneShortage(scarce, window, i),
      })
      if (first > high[start]! || last < low[start]!) return misfit()
      if (first === low[start] && last === high[start]) continue
      isChanging = true
      low[start] = first
      high[start] = last
      enqueue(queue, start)
      if (raise(net, window, queue) >= 0) return misfit()
      enqueue(queue, start)
      if (lower(net, window, queue) >= 0) return misfit()
    }
  }
  return undefined
}

function loneShortage({ net, profiles, claims }: Scarcity, { high }: Window, activity: number): Misfit['shortage'] {
  const { problem } = net
  const { demands, duration } = claims[activity]!
  const start = high[startOf(activity)]!
  const shortage = lastShortage(profiles, demands, start, endOf(problem, duration, start))
  if (!shortage) return undefined
  const holders = problem.activities.flatMap(({ fixed }, i) =>
    fixed &&
    fixed.start < Math.min(shortage.until, fixed.finish) &&
    fixed.finish > shortage.from &&
    claims[i]!.demands.some((d) => d.resource === shortage.resource && d.amount > 0)
      ? [i]
      : [],
  )
  return { resource: shortage.resource, holders }
}
