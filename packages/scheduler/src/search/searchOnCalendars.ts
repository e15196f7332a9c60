import { type Chance, chance, share, upTo } from '../chance.ts'
import { type Scarcity, scarcity } from '../construct.ts'
import { boundsOf, compareValues, valueAt } from '../goals.ts'
import type { Problem, Span, Time } from '../model.ts'
import { choicesOf } from '../modes.ts'
import { type Choice, finishOf, type Network, network, startOf } from '../network.ts'
import { priorities } from '../priority.ts'
import { copyOf, firstFit, giveBack, hold, type Profiles, profilesOf } from '../profile.ts'
import { earliestFor, roundedUp, type Window } from '../propagate.ts'
import { endOf, firstReaching } from '../span.ts'
import { firstWindow } from '../window.ts'
import { type Limits, watch } from './limits.ts'

/** What a search over a problem with calendars came to. */
export type OnCalendars = {
  readonly times: Int32Array
  readonly mode: Choice
  readonly value: readonly number[]
  readonly bound: readonly number[]
  readonly schedules: number
}

/** One schedule, in a profile that it fills, and whatever is needed to take activities out and put them back. */
type Work = {
  readonly scarce: Scarcity
  readonly limits: Limits
  readonly isOver: () => boolean
  readonly movable: readonly number[]
  readonly window: Window
  /** Activities in an order that the lags allow, and the place of each in it. */
  readonly rank: Int32Array
  readonly isOut: Uint8Array
  profiles: Profiles
  readonly times: Int32Array
  value: readonly number[]
  schedules: number
}

/**
 * Whether a list of activities always gives a schedule here, and its bounds hold: one mode for each, only minimum lags that
 * make no circle, no deadlines, and goals that never gain by waiting.
 */
export const isListable = ({ activities, lags, goals }: Problem): boolean =>
  lags.every((lag) => !lag.max) &&
  activities.every((a) => a.fixed !== undefined || (a.deadline === undefined && a.modes.length === 1)) &&
  goals.every((goal) => goal.kind !== 'latest')

/**
 * Best schedule within the limits for problems with calendars and any regular goals: each priority rule once, then again and
 * again some projects (parts that no lag joins) are taken out and put back as early as the others let them, in another order.
 * Each step takes the time of those few activities only. Undefined where the lags leave no schedule before the horizon.
 */
export function searchOnCalendars(problem: Problem, limits: Limits): OnCalendars | undefined {
  const isOver = watch(limits)
  const work = workOn(problem, limits, isOver)
  if (!work || !buildByRules(work)) return undefined
  const { window, times, scarce } = work
  const bounds = () => boundsOf(scarce.net, { low: window.low.slice(), high: window.high.slice() }, times, work.value)
  const bound = bounds()
  const isClosed = () => work.value.every((v, g) => v === bound[g])
  improve(work, () => isOver() || isClosed())
  return {
    times,
    mode: scarce.choice,
    value: work.value,
    bound: bounds(),
    schedules: work.schedules,
  }
}

function workOn(problem: Problem, limits: Limits, isOver: () => boolean): Work | undefined {
  const choice = choicesOf(problem).list[0]!
  const net = network(problem, choice)
  const window = firstWindow(net)
  if (!window) return undefined
  const scarce = scarcity(net, choice, profilesOf(problem, choice))
  const rank = new Int32Array(problem.activities.length)
  net.order.forEach((point, k) => {
    if ((point & 1) === 0) rank[point >> 1] = k
  })
  return {
    scarce,
    window,
    rank,
    limits,
    isOver,
    movable: problem.activities.flatMap(({ fixed }, i) => (fixed ? [] : [i])),
    isOut: new Uint8Array(problem.activities.length),
    profiles: copyOf(scarce.profiles),
    times: window.low.slice(),
    value: [],
    schedules: 0,
  }
}

/** The best by each priority rule, or only the schedule to start from; false when none ends before the horizon. */
function buildByRules(work: Work): boolean {
  const { limits, isOver, scarce, times } = work
  const { goals } = scarce.net.problem
  let best: Int32Array | undefined
  for (const key of rulesFor(work)) {
    if (best && (isOver() || work.schedules >= (limits.schedules ?? Number.POSITIVE_INFINITY))) break
    const value = rebuild(work, key)
    work.schedules++
    if (!value || (best && compareValues(goals, value, work.value) >= 0)) continue
    best = times.slice()
    work.value = value
    tell(work)
  }
  if (best) settleOn(work, best)
  return best !== undefined
}

/** One rule after the other, each worked out only when it is its turn. */
function* rulesFor(work: Work): Generator<ArrayLike<number>> {
  const { limits, scarce, window } = work
  if (limits.from) {
    yield limits.from.start
    return
  }
  yield* rulesForParts(work)
  yield* priorities(scarce, scarce.net.problem.goals, window)
}

/**
 * Where lateness comes first, one project after the other: whose lateness costs most for the time that it takes goes first,
 * whatever is late anyway last. Beside the rules for activities these are the better the more work there is for the capacity.
 */
function rulesForParts({ scarce, window, movable, times }: Work): readonly Float64Array[] {
  const { activities, goals, horizon } = scarce.net.problem
  if (goals[0]?.kind !== 'tardiness') return []
  const parts = partsOf(scarce.net, movable).map((part) => {
    let weight = 0
    let due = horizon
    let begin = horizon
    let end = 0
    for (const i of part) {
      weight += activities[i]!.due?.weight ?? 0
      due = Math.min(due, activities[i]!.due?.at ?? horizon)
      begin = Math.min(begin, window.low[startOf(i)]!)
      end = Math.max(end, window.low[finishOf(i)]!)
    }
    return { part, due, urgency: (weight || 0.1) / Math.max(1, end - begin) }
  })
  const byUrgency = parts.toSorted((a, b) => b.urgency - a.urgency || a.due - b.due)
  const byDue = parts.toSorted((a, b) => a.due - b.due)
  return [byUrgency, byDue].map((order) => {
    const key = new Float64Array(activities.length)
    order.forEach(({ part }, k) => {
      for (const i of part) key[i] = 2 * horizon * k + times[startOf(i)]!
    })
    return key
  })
}

/** Steps after which the profile is laid out afresh: taking out and putting back leaves it in ever more pieces. */
const STEPS_A_PROFILE = 500
/** How far chance may move an activity in the order, as a share of the axis. */
const BLUR = 0.02

/** Takes some projects out and puts them back, over and over; whatever is no worse stays. */
function improve(work: Work, isDone: () => boolean): void {
  const { scarce, times, limits } = work
  const { goals, horizon, activities } = scarce.net.problem
  const by = chance(limits.seed ?? 1)
  const parts = partsOf(scarce.net, work.movable)
  const end = Float64Array.from(parts, (part) => endOfPart(part, times))
  const key = new Float64Array(activities.length)
  while (work.schedules < (limits.schedules ?? Number.POSITIVE_INFINITY) && !isDone()) {
    work.schedules++
    const places = someParts(parts, end, by)
    const chosen = places.map((p) => parts[p]!)
    // in half of the steps one project has its turn after the other, else all go in side by side
    const apart = share(by) < 0.5 ? horizon * 2 : 0
    chosen.forEach((part, k) => {
      for (const i of part) key[i] = k * apart + times[startOf(i)]! + share(by) * horizon * BLUR
    })
    const next = reinsert(work, chosen.flat(), key)
    if (next) {
      const isBetter = compareValues(goals, next, work.value) < 0
      work.value = next
      for (const p of places) end[p] = endOfPart(parts[p]!, times)
      if (isBetter) tell(work)
    }
    if (work.schedules % STEPS_A_PROFILE === 0) settleOn(work, times.slice())
  }
}

const tell = ({ limits, scarce, times, schedules }: Work) =>
  limits.progress?.({
    makespan: valueAt(scarce.net.problem, { kind: 'makespan' }, times),
    lowerBound: 0,
    schedules,
    conflicts: 0,
  })

/** Everything out and in again by the key; the goals' values, or undefined where something passes the horizon. */
function rebuild(work: Work, key: ArrayLike<number>): readonly number[] | undefined {
  work.profiles = copyOf(work.scarce.profiles)
  for (const i of work.movable) work.isOut[i] = 1
  return putBack(work, work.movable, key) ? valuesOf(work) : undefined
}

/** The profile as this schedule fills it. */
function settleOn(work: Work, times: Int32Array): void {
  work.times.set(times)
  work.profiles = copyOf(work.scarce.profiles)
  for (const i of work.movable)
    hold(work.profiles, work.scarce.claims[i]!.demands, times[startOf(i)]!, times[finishOf(i)]!)
}

const valuesOf = ({ scarce, times }: Work) =>
  scarce.net.problem.goals.map((goal) => valueAt(scarce.net.problem, goal, times))

/** Takes these out and puts them back in another order; keeps that when it is no worse, else everything stays as it was. */
function reinsert(work: Work, out: readonly number[], key: ArrayLike<number>): readonly number[] | undefined {
  const { times, profiles, scarce } = work
  const before = out.map((i) => [times[startOf(i)]!, times[finishOf(i)]!] as const)
  out.forEach((i, k) => {
    giveBack(profiles, scarce.claims[i]!.demands, before[k]![0], before[k]![1])
    work.isOut[i] = 1
  })
  const isDone = putBack(work, out, key)
  const next = isDone ? valuesOf(work) : undefined
  if (next && compareValues(scarce.net.problem.goals, next, work.value) <= 0) return next
  for (const i of out) {
    if (work.isOut[i] === 0) giveBack(profiles, scarce.claims[i]!.demands, times[startOf(i)]!, times[finishOf(i)]!)
    work.isOut[i] = 0
  }
  out.forEach((i, k) => {
    times[startOf(i)] = before[k]![0]
    times[finishOf(i)] = before[k]![1]
    hold(profiles, scarce.claims[i]!.demands, before[k]![0], before[k]![1])
  })
  return undefined
}

/** Puts these in, each after those that it waits for, the least key first of those that wait for nobody. */
function putBack(work: Work, out: readonly number[], key: ArrayLike<number>): boolean {
  const { scarce, rank } = work
  const sorted = [...out].sort((a, b) => key[a]! - key[b]! || rank[a]! - rank[b]!)
  const stack: number[] = []
  for (const first of sorted) {
    stack.push(first)
    while (stack.length > 0) {
      const i = stack.at(-1)!
      const waitsFor = work.isOut[i] === 1 ? scarce.before[i]!.find((j) => work.isOut[j] === 1) : undefined
      if (waitsFor !== undefined) stack.push(waitsFor)
      else {
        stack.pop()
        if (work.isOut[i] === 1 && !place(work, i)) return false
      }
    }
  }
  return true
}

function place({ scarce, window, profiles, times, isOut }: Work, i: number): boolean {
  const { net, claims } = scarce
  const { problem } = net
  const claim = claims[i]!
  const start = firstFit(
    problem,
    profiles,
    claim,
    Math.max(window.low[startOf(i)]!, earliest(net, claim.duration, times, i)),
  )
  const finish = endOf(problem, claim.duration, start)
  if (finish > problem.horizon) return false
  times[startOf(i)] = start
  times[finishOf(i)] = finish
  hold(profiles, claim.demands, start, finish)
  isOut[i] = 0
  return true
}

/** Earliest start after those that the activity waits for. */
function earliest(net: Network, duration: Span, times: Int32Array, i: number): Time {
  const { at, links } = net.downward
  let start = 0
  for (const point of [startOf(i), finishOf(i)]) {
    for (let k = at[point]!; k < at[point + 1]!; k++) {
      const link = net.links[links[k]!]!
      if (link.from >> 1 === link.to >> 1) continue
      const time = earliestFor(net, link, times)
      start = Math.max(start, point === startOf(i) ? time : firstReaching(net.problem, duration, time))
    }
  }
  return roundedUp(net, startOf(i), start)
}

/** Activities that lags join, directly or through others. */
function partsOf(net: Network, movable: readonly number[]): readonly (readonly number[])[] {
  const root = new Int32Array(net.points >> 1).map((_, i) => i)
  const find = (i: number): number => {
    let r = i
    while (root[r] !== r) {
      root[r] = root[root[r]!]!
      r = root[r]!
    }
    return r
  }
  for (const link of net.links) root[find(link.from >> 1)] = find(link.to >> 1)
  const parts = new Map<number, number[]>()
  for (const i of movable) {
    const r = find(i)
    const part = parts.get(r)
    if (part) part.push(i)
    else parts.set(r, [i])
  }
  return [...parts.values()]
}

const MOST_PARTS = 3
/** Of so many drawn by chance the project that ends nearest the first is taken: those far apart have nothing to give each other. */
const DRAWN = 6

function someParts(parts: readonly (readonly number[])[], end: Float64Array, by: Chance): readonly number[] {
  const first = upTo(by, parts.length)
  const chosen = new Set([first])
  for (let more = upTo(by, MOST_PARTS); more > 0; more--) {
    let nearest = first
    for (let k = 0; k < DRAWN; k++) {
      const p = upTo(by, parts.length)
      if (chosen.has(p)) continue
      if (nearest === first || Math.abs(end[p]! - end[first]!) < Math.abs(end[nearest]! - end[first]!)) nearest = p
    }
    chosen.add(nearest)
  }
  const list = [...chosen]
  for (let k = list.length - 1; k > 0; k--) {
    const other = upTo(by, k + 1)
    const kept = list[k]!
    list[k] = list[other]!
    list[other] = kept
  }
  return list
}

const endOfPart = (part: readonly number[], times: Int32Array) =>
  part.reduce((end, i) => Math.max(end, times[finishOf(i)]!), 0)
