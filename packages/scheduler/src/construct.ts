import type { Time } from './model.ts'
import { activityOf, type Choice, finishOf, type Network, startOf } from './network.ts'
import { type Claim, copyOf, demandsOf, firstFit, hold, lastFit, lastShortage, type Profiles } from './profile.ts'
import { emptyQueue, enqueue, lower, type Queue, raise, roundedDown, roundedUp, type Window } from './propagate.ts'
import { endOf } from './span.ts'

/** Everything one attempt needs that no attempt changes. */
export type Scarcity = {
  readonly net: Network
  readonly choice: Choice
  /** Free units before any activity that is not fixed is placed. */
  readonly profiles: Profiles
  /** Activities that wait for each other by minimum lags: `after[i]` wait for i, `before[i]` are waited for by i. */
  readonly after: readonly (readonly number[])[]
  readonly before: readonly (readonly number[])[]
  readonly claims: readonly Claim[]
}

/** An activity for which no place was found: the last start that it was allowed, the first that it could have, and who is in its way. */
export type Misfit = {
  readonly activity: number
  readonly allowed: Time
  readonly possible: Time
  readonly shortage: { readonly resource: number; readonly holders: readonly number[] } | undefined
}

export type Attempt = { readonly times: Int32Array } | Misfit

export function scarcity(net: Network, choice: Choice, profiles: Profiles): Scarcity {
  const { activities } = net.problem
  const after: number[][] = activities.map(() => [])
  const before: number[][] = activities.map(() => [])
  for (const link of net.links) {
    const from = activityOf(link.from)
    const to = activityOf(link.to)
    if (link.side === 'max' || from === to) continue
    after[from]!.push(to)
    before[to]!.push(from)
  }
  const claims = activities.map(({ modes }, i) => ({
    duration: modes[choice[i]!]!.duration,
    demands: demandsOf(net.problem, choice, i),
    roundUp: (time: Time) => roundedUp(net, startOf(i), time),
    roundDown: (time: Time) => roundedDown(net, startOf(i), time),
  }))
  return { net, choice, profiles, after, before, claims }
}

/**
 * Serial schedule generation. Forwards, each activity in turn takes the first place that its window and the free capacity
 * leave it, among those that wait for nobody the one with the least `key` first; backwards, the last place, among those for
 * which nobody waits. After each step both ends of all windows are propagated, so a maximum lag is seen before it is missed.
 * When an activity fits only outside its window, everything begins anew, at most `restarts` times, in turn with that activity
 * placed before all others that wait for nobody, and with its window's bound moved to where it would fit, which carries along
 * whatever maximum lags tie to it. Either alone leaves a quarter of small problems with maximum lags unsolved, both a few.
 */
export function construct(
  scarce: Scarcity,
  direction: 'forward' | 'backward',
  key: ArrayLike<number>,
  within: Window,
  restarts: number,
): Attempt {
  const queue = emptyQueue(scarce.net)
  const order = Float64Array.from(key)
  let foremost = Math.min(...order)
  let base = within
  for (let attempt = 0; ; attempt++) {
    const window: Window = { low: base.low.slice(), high: base.high.slice() }
    const misfit = placeAll(scarce, direction, order, window, queue)
    if (!misfit) return { times: window.low }
    if (attempt === restarts) return misfit
    const roomier = attempt % 2 === 1 ? withRoom(scarce.net, direction, misfit, base, queue) : undefined
    if (roomier) base = roomier
    else order[misfit.activity] = --foremost
  }
}

/** The window with the bound of the misfit's activity moved to where it would fit, or undefined where that leaves no schedule. */
function withRoom(
  net: Network,
  direction: 'forward' | 'backward',
  { activity, possible }: Misfit,
  { low, high }: Window,
  queue: Queue,
): Window | undefined {
  const start = startOf(activity)
  if (possible < low[start]! || possible > high[start]!) return undefined
  const moved: Window = { low: low.slice(), high: high.slice() }
  enqueue(queue, start)
  if (direction === 'forward') {
    moved.low[start] = possible
    return raise(net, moved, queue) < 0 ? moved : undefined
  }
  moved.high[start] = possible
  return lower(net, moved, queue) < 0 ? moved : undefined
}

function placeAll(
  scarce: Scarcity,
  direction: 'forward' | 'backward',
  key: ArrayLike<number>,
  window: Window,
  queue: Queue,
): Misfit | undefined {
  const { activities } = scarce.net.problem
  const profiles = copyOf(scarce.profiles)
  const waiting = direction === 'forward' ? scarce.before : scarce.after
  const released = direction === 'forward' ? scarce.after : scarce.before
  const place = direction === 'forward' ? placeFirst : placeLast
  const waitsFor = Int32Array.from(waiting, (list) => list.length)
  const open = new Set(activities.keys())
  while (open.size > 0) {
    const activity = choose(open, waitsFor, key)
    open.delete(activity)
    for (const other of released[activity]!) waitsFor[other]!--
    if (activities[activity]!.fixed) continue
    const misfit = place(scarce, activity, window, profiles, queue)
    if (misfit) return { ...misfit, shortage: shortageAt(scarce, activity, window, profiles, open) }
    hold(profiles, scarce.claims[activity]!.demands, window.low[startOf(activity)]!, window.low[finishOf(activity)]!)
  }
  return undefined
}

/** The resource that is missing at the last start allowed, and those placed already that hold it. */
function shortageAt(
  { net, claims }: Scarcity,
  activity: number,
  { low, high }: Window,
  profiles: Profiles,
  open: ReadonlySet<number>,
): Misfit['shortage'] {
  const { duration, demands } = claims[activity]!
  const start = high[startOf(activity)]!
  const shortage = lastShortage(profiles, demands, start, endOf(net.problem, duration, start))
  if (!shortage) return undefined
  const isHolder = (i: number) =>
    !open.has(i) &&
    i !== activity &&
    low[startOf(i)]! < shortage.until &&
    low[finishOf(i)]! > shortage.from &&
    claims[i]!.demands.some((d) => d.resource === shortage.resource && d.amount > 0)
  return { resource: shortage.resource, holders: [...claims.keys()].filter(isHolder) }
}

/** Least key among those that wait for nobody; among all, where minimum lags make a circle. */
function choose(open: ReadonlySet<number>, waitsFor: Int32Array, key: ArrayLike<number>): number {
  let best = -1
  for (const i of open) {
    if (best >= 0 && waitsFor[best] === 0 && waitsFor[i]! > 0) continue
    const isFreer = best < 0 || (waitsFor[best]! > 0 && waitsFor[i] === 0)
    if (isFreer || key[i]! < key[best]!) best = i
  }
  return best
}

function placeFirst(
  scarce: Scarcity,
  activity: number,
  window: Window,
  profiles: Profiles,
  queue: Queue,
): Omit<Misfit, 'shortage'> | undefined {
  const { net, claims } = scarce
  const { low, high } = window
  const start = startOf(activity)
  for (;;) {
    const time = firstFit(net.problem, profiles, claims[activity]!, low[start]!)
    const misfit = { activity, allowed: high[start]!, possible: time }
    if (time > high[start]!) return misfit
    if (time === low[start]) break
    // a later start can push others, and they this one further, so look again where it comes to rest
    low[start] = time
    enqueue(queue, start)
    if (raise(net, window, queue) >= 0) return misfit
  }
  if (high[start] === low[start]) return undefined
  high[start] = low[start]!
  enqueue(queue, start)
  lower(net, window, queue)
  return undefined
}

function placeLast(
  scarce: Scarcity,
  activity: number,
  window: Window,
  profiles: Profiles,
  queue: Queue,
): Omit<Misfit, 'shortage'> | undefined {
  const { net, claims } = scarce
  const { low, high } = window
  const start = startOf(activity)
  for (;;) {
    const time = lastFit(net.problem, profiles, claims[activity]!, high[start]!)
    const misfit = { activity, allowed: low[start]!, possible: time }
    if (time < low[start]!) return misfit
    if (time === high[start]) break
    high[start] = time
    enqueue(queue, start)
    if (lower(net, window, queue) >= 0) return misfit
  }
  if (low[start] === high[start]) return undefined
  low[start] = high[start]!
  enqueue(queue, start)
  raise(net, window, queue)
  return undefined
}
