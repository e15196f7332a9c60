import { nextOpen } from './calendar.ts'
import { type Chance, chance, share, upTo } from './chance.ts'
import type { Point, Problem, Span, Time } from './model.ts'
import { DURATION, finishOf, type Link, network, startOf, timesOf } from './network.ts'
import { profilesOf } from './profile.ts'
import { sharing } from './sharing.ts'
import { endOf, firstReaching } from './span.ts'
import type { Proposed } from './verify.ts'

/** How long an activity may take, in the calendar of its duration; whole ticks after rounding. */
export type Length =
  | { readonly kind: 'triangular'; readonly least: number; readonly likely: number; readonly most: number }
  /** `median` and the spread of the logarithm. */
  | { readonly kind: 'logNormal'; readonly median: number; readonly sigma: number }
  /** Each value as likely as the others: what the district's own history says. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] }

export type Sampling = {
  /** By activity; who is missing takes what the plan says. */
  readonly lengths: ReadonlyMap<number, Length>
  readonly runs: number
  readonly seed: number
  /** Points whose dates are wanted. */
  readonly gates: readonly { readonly activity: number; readonly point: Point }[]
}

export type Sampled = {
  /** Times of each gate and of the end of everything in all runs, sorted; the horizon plus one where a run passes it. */
  readonly gates: readonly Int32Array[]
  readonly makespan: Int32Array
  /** Share of the runs in which an activity stood on the chain that held the end of everything. */
  readonly criticality: Float64Array
}

/** Every activity in an order in which it comes after all that it waits for. */
type Step = {
  readonly activity: number
  readonly duration: Span
  readonly length: Length | undefined
  readonly release: Time
  readonly waits: readonly Link[]
}

/**
 * What becomes of a feasible schedule when lengths turn out otherwise: each run draws all lengths, keeps who goes before whom
 * (by lags, and on scarce resources as in the schedule) and lets everybody start as early as that allows. Maximum lags and
 * deadlines are not enforced: they are what one looks at the gates for. The same seed gives the same runs.
 */
export function sample(problem: Problem, proposed: Proposed, { lengths, runs, seed, gates }: Sampling): Sampled {
  const steps = stepsOf(problem, proposed, lengths)
  const by = chance(seed)
  const times = new Int32Array(2 * problem.activities.length)
  const heldBy = new Int32Array(problem.activities.length)
  const critical = new Int32Array(problem.activities.length)
  const found = gates.map(() => new Int32Array(runs))
  const makespan = new Int32Array(runs)
  for (let run = 0; run < runs; run++) {
    const last = runOnce(problem, steps, by, times, heldBy)
    makespan[run] = last < 0 ? 0 : times[finishOf(last)]!
    for (let i = last; i >= 0; i = heldBy[i]!) critical[i]!++
    gates.forEach(({ activity, point }, g) => {
      found[g]![run] = times[point === 'start' ? startOf(activity) : finishOf(activity)]!
    })
  }
  for (const values of found) values.sort()
  makespan.sort()
  return { gates: found, makespan, criticality: Float64Array.from(critical, (count) => count / Math.max(1, runs)) }
}

/** The value that this share of sorted values does not exceed: 0.8 gives the P80 date. */
export const quantile = (sorted: Int32Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0

function stepsOf(problem: Problem, proposed: Proposed, lengths: ReadonlyMap<number, Length>): readonly Step[] {
  const choice = Int32Array.from(proposed.mode)
  const net = network(problem, choice)
  const times = timesOf(problem, proposed)
  const passed = sharing(problem, choice, profilesOf(problem, choice), times)
  const waits: Link[][] = problem.activities.map(() => [])
  for (const link of [...net.links, ...passed.links]) {
    if (link.side === 'min' && link.lag !== DURATION && link.from >> 1 !== link.to >> 1) waits[link.to >> 1]!.push(link)
  }
  const release = problem.activities.map((a) => a.release ?? 0)
  for (const { point, time } of passed.notBefore) release[point >> 1] = Math.max(release[point >> 1]!, time)
  const place = new Int32Array(net.points)
  net.order.forEach((point, k) => {
    place[point] = k
  })
  return [...problem.activities.keys()]
    .sort(
      (a, b) =>
        times[startOf(a)]! - times[startOf(b)]! ||
        times[finishOf(a)]! - times[finishOf(b)]! ||
        place[startOf(a)]! - place[startOf(b)]!,
    )
    .map((i) => ({
      activity: i,
      duration: problem.activities[i]!.modes[choice[i]!]!.duration,
      length: problem.activities[i]!.fixed ? undefined : lengths.get(i),
      release: release[i]!,
      waits: waits[i]!,
    }))
}

/** One run; the activity that ends last, -1 where there is none. `heldBy` says for each who let it start no earlier, or -1. */
function runOnce(problem: Problem, steps: readonly Step[], by: Chance, times: Int32Array, heldBy: Int32Array): number {
  let last = -1
  for (const step of steps) {
    const i = step.activity
    const { fixed } = problem.activities[i]!
    const duration = step.length ? { ...step.duration, amount: drawn(step.length, by) } : step.duration
    heldBy[i] = -1
    times[startOf(i)] = fixed ? fixed.start : startAfter(problem, step, duration, times, heldBy)
    times[finishOf(i)] = fixed ? fixed.finish : endAfter(problem, duration, times[startOf(i)]!)
    if (last < 0 || times[finishOf(i)]! > times[finishOf(last)]!) last = i
  }
  return last
}

function startAfter(
  problem: Problem,
  { activity, release, waits }: Step,
  duration: Span,
  times: Int32Array,
  heldBy: Int32Array,
): Time {
  let start = release
  for (const { from, to, spans } of waits) {
    const end = endAfter(problem, spans[0]!, times[from]!)
    const needed = to === startOf(activity) ? end : firstReaching(problem, duration, end)
    if (needed > start || (needed === start && heldBy[activity]! < 0)) {
      start = needed
      heldBy[activity] = from >> 1
    }
  }
  const { startIn } = problem.activities[activity]!
  return startIn === undefined ? start : nextOpen(problem.calendars[startIn]!, start, problem.horizon + 1)
}

/** Where a span ends; what begins past the horizon also ends there. */
const endAfter = (problem: Problem, span: Span, time: Time): Time =>
  time > problem.horizon ? problem.horizon + 1 : endOf(problem, span, time)

function drawn(length: Length, by: Chance): number {
  switch (length.kind) {
    case 'triangular':
      return Math.max(0, Math.round(triangular(length.least, length.likely, length.most, share(by))))
    case 'logNormal':
      return Math.max(0, Math.round(length.median * Math.exp(length.sigma * normal(by))))
    case 'empirical':
      return length.values[upTo(by, length.values.length)] ?? 0
  }
}

function triangular(least: number, likely: number, most: number, u: number): number {
  const width = most - least
  if (width <= 0) return least
  const left = (likely - least) / width
  return u < left
    ? least + Math.sqrt(u * width * (likely - least))
    : most - Math.sqrt((1 - u) * width * (most - likely))
}

/** Box and Muller; the second number is left. */
const normal = (by: Chance): number => Math.sqrt(-2 * Math.log(1 - share(by))) * Math.cos(2 * Math.PI * share(by))
