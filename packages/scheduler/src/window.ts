import { finishOf, type Network, startOf } from './network.ts'
import { emptyQueue, enqueue, lower, type Queue, raise, roundedDown, roundedUp, type Window } from './propagate.ts'

/** What the lags leave to every point between the releases and the deadlines, or undefined when that is nothing. */
export function firstWindow(net: Network, queue: Queue = emptyQueue(net)): Window | undefined {
  const window = { low: releases(net), high: latestEnds(net) }
  const { activities } = net.problem
  const fits = (point: number) => window.low[point]! <= window.high[point]!
  if (!activities.every((_, i) => fits(startOf(i)) && fits(finishOf(i)))) return undefined
  return settle(net, window, queue) ? window : undefined
}

/** Propagates a window from all its points in both directions; false when it leaves some point no time. */
export function settle(net: Network, window: Window, queue: Queue): boolean {
  for (const point of net.order) enqueue(queue, point)
  if (raise(net, window, queue) >= 0) return false
  for (let i = net.points - 1; i >= 0; i--) enqueue(queue, net.order[i]!)
  return lower(net, window, queue) < 0
}

/** Earliest time of every point before any link is looked at. */
export function releases(net: Network): Int32Array {
  const low = new Int32Array(net.points)
  net.problem.activities.forEach(({ release = 0, fixed }, i) => {
    low[startOf(i)] = fixed ? fixed.start : roundedUp(net, startOf(i), release)
    low[finishOf(i)] = fixed ? fixed.finish : 0
  })
  return low
}

function latestEnds(net: Network): Int32Array {
  const { horizon, activities } = net.problem
  const high = new Int32Array(net.points)
  activities.forEach(({ deadline = horizon, fixed }, i) => {
    high[startOf(i)] = fixed ? fixed.start : roundedDown(net, startOf(i), horizon)
    high[finishOf(i)] = fixed ? fixed.finish : deadline
  })
  return high
}
