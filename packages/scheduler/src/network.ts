import type { Activity, Calendar, Mode, Problem, Span } from './model.ts'
import { endOf } from './span.ts'
import type { Proposed } from './verify.ts'

/**
 * An activity has two points in time: `2 * activity` is its start, `2 * activity + 1` its finish.
 * A link of side `min` wants `to` at or after the end of its span from `from`; of side `max` at or before it.
 */
export type Link = {
  readonly from: number
  readonly to: number
  readonly side: 'min' | 'max'
  /** More than one where a mode is not chosen yet: the least demanding counts. */
  readonly spans: readonly Span[]
  /** Index of the lag it stands for, or one of `DURATION` and `SHARING`. */
  readonly lag: number
}

/** The link between start and finish of an activity. */
export const DURATION = -1
/** A scarce resource passed on from the finish of one activity to the start of another. */
export const SHARING = -2

/** The points of a problem with one choice of modes, and for each point the links through which it moves others. */
export type Network = {
  readonly problem: Problem
  readonly points: number
  readonly links: readonly Link[]
  /** Links through which a later time of point p moves another point: `upward.links[upward.at[p] .. upward.at[p + 1] - 1]`. */
  readonly upward: Adjacency
  /** Links through which an earlier time of point p moves another point. */
  readonly downward: Adjacency
  /** Calendar in which the point has to lie, by point. */
  readonly startIn: readonly (Calendar | undefined)[]
  /** All points, so ordered that minimum lags point forwards wherever they make no circle. */
  readonly order: Int32Array
}

/** `targets[k]` is the point that `links[k]` moves. */
type Adjacency = { readonly at: Int32Array; readonly links: Int32Array; readonly targets: Int32Array }

/** Chosen mode of every activity. */
export type Choice = Int32Array

/** Start and finish point of an activity. */
export const startOf = (activity: number) => 2 * activity
export const finishOf = (activity: number) => 2 * activity + 1
export const activityOf = (point: number) => point >> 1

/** Time of every point of a schedule that gives each activity a start and a mode. */
export function timesOf(problem: Problem, { start, mode }: Proposed): Int32Array {
  const times = new Int32Array(2 * problem.activities.length)
  problem.activities.forEach(({ modes, fixed }, i) => {
    times[startOf(i)] = start[i]!
    times[finishOf(i)] = fixed ? fixed.finish : endOf(problem, modes[mode[i]!]!.duration, start[i]!)
  })
  return times
}

/** Network of `problem` with the modes of `choice`; with `undefined` of the relaxation in which every mode is open everywhere. */
export function network(problem: Problem, choice: Choice | undefined): Network {
  const links: Link[] = []
  problem.activities.forEach((activity, i) => {
    if (activity.fixed) return
    const modes: readonly Mode[] = choice ? [activity.modes[choice[i]!]!] : activity.modes
    const spans = modes.map((m) => m.duration)
    links.push({ from: startOf(i), to: finishOf(i), side: 'min', spans, lag: DURATION })
    links.push({ from: startOf(i), to: finishOf(i), side: 'max', spans, lag: DURATION })
  })
  problem.lags.forEach((lag, index) => {
    if (problem.activities[lag.from]!.fixed && problem.activities[lag.to]!.fixed) return
    const from = lag.fromPoint === 'start' ? startOf(lag.from) : finishOf(lag.from)
    const to = lag.toPoint === 'start' ? startOf(lag.to) : finishOf(lag.to)
    if (lag.min) links.push({ from, to, side: 'min', spans: [lag.min], lag: index })
    if (lag.max) links.push({ from, to, side: 'max', spans: [lag.max], lag: index })
  })
  return assemble(problem, links)
}

/** The network with further links, such as those that keep the order in which resources are passed on. */
export function withLinks(net: Network, more: readonly Link[]): Network {
  return more.length === 0 ? net : assemble(net.problem, [...net.links, ...more])
}

/** Point that a link moves when times grow; the other one when they shrink. */
export const upperEnd = (link: Link) => (link.side === 'min' ? link.to : link.from)
export const lowerEnd = (link: Link) => (link.side === 'min' ? link.from : link.to)

function assemble(problem: Problem, links: readonly Link[]): Network {
  const points = 2 * problem.activities.length
  const startIn = problem.activities.flatMap((a: Activity) => [
    a.startIn === undefined || a.fixed ? undefined : problem.calendars[a.startIn]!,
    undefined,
  ])
  return {
    problem,
    points,
    links,
    upward: adjacency(points, links, lowerEnd, upperEnd),
    downward: adjacency(points, links, upperEnd, lowerEnd),
    startIn,
    order: topological(points, links),
  }
}

function adjacency(
  points: number,
  links: readonly Link[],
  mover: (link: Link) => number,
  moved: (link: Link) => number,
): Adjacency {
  const at = new Int32Array(points + 1)
  for (const link of links) at[mover(link) + 1]!++
  for (let p = 0; p < points; p++) at[p + 1]! += at[p]!
  const next = at.slice()
  const sorted = new Int32Array(links.length)
  const targets = new Int32Array(links.length)
  for (let i = 0; i < links.length; i++) {
    const k = next[mover(links[i]!)]!++
    sorted[k] = i
    targets[k] = moved(links[i]!)
  }
  return { at, links: sorted, targets }
}

function topological(points: number, links: readonly Link[]): Int32Array {
  const waitsFor = new Int32Array(points)
  const forward = links.filter((link) => link.side === 'min')
  for (const link of forward) waitsFor[link.to]!++
  const out = adjacency(points, forward, lowerEnd, upperEnd)
  const order = new Int32Array(points)
  let placed = 0
  for (let p = 0; p < points; p++) if (waitsFor[p] === 0) order[placed++] = p
  for (let done = 0; done < placed; done++) {
    const p = order[done]!
    for (let k = out.at[p]!; k < out.at[p + 1]!; k++) {
      const to = out.targets[k]!
      if (--waitsFor[to]! === 0) order[placed++] = to
    }
  }
  for (let p = 0; p < points; p++) if (waitsFor[p]! > 0) order[placed++] = p
  return order
}
