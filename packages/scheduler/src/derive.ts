import type { Time } from './model.ts'
import { activityOf, DURATION, type Link, type Network } from './network.ts'
import { dequeue, earliestFor, emptyQueue, enqueue, type Queue, roundedUp } from './propagate.ts'

/** One reason why a point lies no earlier than `time`: the link from the point of the step before, or a beginning. */
export type Step = {
  readonly point: number
  /** What the link alone asks; `time` is later where the calendar of starts opens only then. */
  readonly raw: Time
  readonly time: Time
  readonly link: Link | undefined
  readonly before: Step | undefined
}

/** The least fixpoint with its reasons. */
export type Derivation = {
  readonly low: Int32Array
  /** Step that gave each point its time. */
  readonly last: readonly Step[]
  /** Steps that push a fixed point, which stays where it is. */
  readonly blocked: readonly Step[]
  /** The first step past the horizon. */
  readonly overrun: Step | undefined
  /** Steps of one round of a circle that pushes itself on without end; when it is set the rest was not finished. */
  readonly lap: readonly Step[] | undefined
}

/** Same fixpoint as `raise` without upper ends, but every time keeps the step that it came from: for explaining, not for speed. */
export function derive(net: Network, from: Int32Array): Derivation {
  const { horizon, activities } = net.problem
  const low = from.slice()
  const last = Array.from(low, (time, point): Step => {
    const raw = net.startIn[point] ? (activities[activityOf(point)]!.release ?? 0) : time
    return { point, raw: Math.min(raw, time), time, link: undefined, before: undefined }
  })
  const blocked: Step[] = []
  let overrun = last.find((step) => step.time > horizon)
  const queue = emptyQueue(net)
  for (const point of net.order) enqueue(queue, point)
  let untilCheck = 64 * net.points
  for (const step of raises(net, low, last, queue)) {
    if (activities[activityOf(step.point)]!.fixed) {
      blocked.push(step)
      continue
    }
    low[step.point] = step.time
    last[step.point] = step
    enqueue(queue, step.point)
    const isPast = step.time > horizon
    if (isPast || --untilCheck === 0) {
      untilCheck = 64 * net.points
      const lap = endlessLap(net, step)
      if (lap) return { low, last, blocked, overrun, lap }
    }
    if (isPast) overrun ??= step
  }
  return { low, last, blocked, overrun, lap: undefined }
}

function* raises(net: Network, low: Int32Array, last: readonly Step[], queue: Queue): Generator<Step> {
  while (queue.size > 0) {
    const point = dequeue(queue)
    for (let k = net.upward.at[point]!; k < net.upward.at[point + 1]!; k++) {
      const link = net.links[net.upward.links[k]!]!
      const target = net.upward.targets[k]!
      const raw = earliestFor(net, link, low)
      if (raw <= low[target]!) continue
      yield { point: target, raw, time: roundedUp(net, target, raw), link, before: last[point] }
    }
  }
}

/** The last round that the steps before `end` made, when going that way again and again never comes to rest. */
function endlessLap(net: Network, end: Step): readonly Step[] | undefined {
  const seen = new Map<number, number>()
  const backwards: Step[] = []
  for (let step: Step | undefined = end; step; step = step.before) {
    backwards.push(step)
    const first = seen.get(step.point)
    if (first === undefined) {
      seen.set(step.point, backwards.length - 1)
      continue
    }
    const lap = backwards.slice(first).reverse()
    // from a finish to its own start and back is a matter of the calendar, not of the lags
    if (lap.slice(1).every(({ link }) => link?.lag === DURATION)) continue
    return comesToRest(net, lap) ? undefined : lap
  }
  return undefined
}

// With calendars a circle can push itself a little and then rest, so its gain in one round proves nothing: run it out.
function comesToRest(net: Network, lap: readonly Step[]): boolean {
  const times = new Int32Array(net.points)
  const entry = lap[0]!
  times[entry.point] = entry.time
  for (;;) {
    const begun = times[entry.point]!
    for (const { point, link } of lap.slice(1)) {
      const time = roundedUp(net, point, earliestFor(net, link!, times))
      if (time > net.problem.horizon) return false
      times[point] = time
    }
    if (times[entry.point]! <= begun) return true
  }
}
