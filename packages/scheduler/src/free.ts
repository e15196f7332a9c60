import { freeze } from './goals.ts'
import type { Time } from './model.ts'
import { type Network, startOf } from './network.ts'
import { enqueue, type Queue, raise, type Window } from './propagate.ts'

/** An activity that a goal put late: where it could have started. */
export type Late = { readonly goal: number; readonly earliest: Time }

export type Timing = {
  /** Time of every point. */
  readonly times: Int32Array
  readonly late: ReadonlyMap<number, Late>
}

/**
 * Best times by the goals in their order, as if capacity were endless. What satisfies the lags is closed under taking the
 * earlier, and the later, of two schedules, so the least times are best for every goal but `latest`, and the greatest for that.
 * Narrows `window`.
 */
export function timesWithoutCapacity(net: Network, window: Window, queue: Queue): Timing {
  const { goals, activities } = net.problem
  const late = new Map<number, Late>()
  goals.forEach((goal, g) => {
    if (goal.kind !== 'latest') {
      freeze(net, goal, window.low, window, queue)
      return
    }
    for (const i of goal.activities) {
      const start = startOf(i)
      if (activities[i]!.fixed || window.low[start] === window.high[start]) continue
      late.set(i, { goal: g, earliest: window.low[start]! })
      window.low[start] = window.high[start]!
      enqueue(queue, start)
    }
    raise(net, window, queue)
  })
  return { times: window.low, late }
}
