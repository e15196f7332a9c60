import { lastOpen, nextOpen } from './calendar.ts'
import type { Time } from './model.ts'
import { type Link, lowerEnd, type Network, upperEnd } from './network.ts'
import { endOf, firstReaching, lastEndingBy } from './span.ts'

/** Least and greatest time of every point; past the horizon, or -1, where there is none. */
export type Window = { readonly low: Int32Array; readonly high: Int32Array }

/** Points waiting for their links to be looked at: a ring, each point in it at most once. */
export type Queue = { readonly ring: Int32Array; readonly isWaiting: Uint8Array; head: number; size: number }

export function emptyQueue(net: Network): Queue {
  return { ring: new Int32Array(net.points), isWaiting: new Uint8Array(net.points), head: 0, size: 0 }
}

export function enqueue(queue: Queue, point: number): void {
  if (queue.isWaiting[point]) return
  queue.isWaiting[point] = 1
  const tail = queue.head + queue.size++
  queue.ring[tail < queue.ring.length ? tail : tail - queue.ring.length] = point
}

export function dequeue(queue: Queue): number {
  const point = queue.ring[queue.head]!
  queue.head = queue.head + 1 < queue.ring.length ? queue.head + 1 : 0
  queue.size--
  queue.isWaiting[point] = 0
  return point
}

/**
 * Raises `low` to the least times at or above it that satisfy every link from the queued points on.
 * Returns the first point that would pass its `high`, or -1. Every link says `x >= g(y)` with g monotone,
 * so the result is the least fixpoint whatever the order of work.
 */
export function raise(net: Network, { low, high }: Window, queue: Queue): number {
  const { at, links, targets } = net.upward
  while (queue.size > 0) {
    const point = dequeue(queue)
    for (let k = at[point]!; k < at[point + 1]!; k++) {
      const link = net.links[links[k]!]!
      const target = targets[k]!
      const needed = earliestFor(net, link, low)
      if (needed <= low[target]!) continue
      const time = roundedUp(net, target, needed)
      if (time > high[target]!) {
        clear(queue)
        return target
      }
      low[target] = time
      enqueue(queue, target)
    }
  }
  return -1
}

/** Lowers `high` to the greatest times at or below it that satisfy every link; the mirror of `raise`. */
export function lower(net: Network, { low, high }: Window, queue: Queue): number {
  const { at, links, targets } = net.downward
  while (queue.size > 0) {
    const point = dequeue(queue)
    for (let k = at[point]!; k < at[point + 1]!; k++) {
      const link = net.links[links[k]!]!
      const target = targets[k]!
      const allowed = latestFor(net, link, high)
      if (allowed >= high[target]!) continue
      const time = roundedDown(net, target, allowed)
      if (time < low[target]!) {
        clear(queue)
        return target
      }
      high[target] = time
      enqueue(queue, target)
    }
  }
  return -1
}

/** Least time that the link allows its upper end when its lower end lies at its time in `times`. */
export function earliestFor({ problem }: Network, link: Link, times: Int32Array): Time {
  const { spans } = link
  const at = times[lowerEnd(link)]!
  let best = link.side === 'min' ? endOf(problem, spans[0]!, at) : firstReaching(problem, spans[0]!, at)
  for (let s = 1; s < spans.length; s++) {
    const other = link.side === 'min' ? endOf(problem, spans[s]!, at) : firstReaching(problem, spans[s]!, at)
    if (other < best) best = other
  }
  return best
}

/** Greatest time that the link allows its lower end when its upper end lies at its time in `times`. */
export function latestFor({ problem }: Network, link: Link, times: Int32Array): Time {
  const { spans } = link
  const at = times[upperEnd(link)]!
  let best = link.side === 'min' ? lastEndingBy(problem, spans[0]!, at) : endOf(problem, spans[0]!, at)
  for (let s = 1; s < spans.length; s++) {
    const other = link.side === 'min' ? lastEndingBy(problem, spans[s]!, at) : endOf(problem, spans[s]!, at)
    if (other > best) best = other
  }
  return best
}

/** `time`, or the next at which the point may lie. */
export function roundedUp(net: Network, point: number, time: Time): Time {
  const calendar = net.startIn[point]
  return calendar ? nextOpen(calendar, time, net.problem.horizon + 1) : time
}

/** `time`, or the last before it at which the point may lie, or -1. */
export function roundedDown(net: Network, point: number, time: Time): Time {
  const calendar = net.startIn[point]
  return calendar ? lastOpen(calendar, time) : time
}

function clear(queue: Queue): void {
  while (queue.size > 0) dequeue(queue)
}
