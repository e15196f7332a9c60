import { grown } from './grown.ts'
import type { Demand, Problem, Resource, Span, Time } from './model.ts'
import { type Choice, finishOf, startOf } from './network.ts'
import { endOf, lastEndingBy } from './span.ts'

/** Free units of one resource: `free[k]` from `at[k]` until `at[k + 1]`, the last of `size` steps for ever. */
export type Profile = { at: Int32Array; free: Int32Array; size: number }

/** Free units of the scarce resources, by resource; undefined where there is always enough for everybody. */
export type Profiles = readonly (Profile | undefined)[]

/** Capacities less what fixed activities hold. */
export function profilesOf(problem: Problem, choice: Choice): Profiles {
  const wanted = new Float64Array(problem.resources.length)
  for (let i = 0; i < choice.length; i++) {
    for (const { resource, amount } of demandsOf(problem, choice, i)) wanted[resource]! += amount
  }
  const profiles = problem.resources.map((resource, r) =>
    resource.kind !== 'budget' && resource.capacity.some((step) => step.units < wanted[r]!)
      ? fromSteps(resource)
      : undefined,
  )
  problem.activities.forEach(({ fixed }, i) => {
    if (fixed) hold(profiles, demandsOf(problem, choice, i), fixed.start, fixed.finish)
  })
  return profiles
}

export function copyOf(profiles: Profiles): Profiles {
  return profiles.map((p) => p && { at: p.at.slice(), free: p.free.slice(), size: p.size })
}

export const demandsOf = (problem: Problem, choice: Choice, activity: number): readonly Demand[] =>
  problem.activities[activity]!.modes[choice[activity]!]!.demands

/** Takes the demands from `start` until `finish`. */
export function hold(profiles: Profiles, demands: readonly Demand[], start: Time, finish: Time): void {
  change(profiles, demands, start, finish, -1)
}

/** Gives back what `hold` took. */
export function giveBack(profiles: Profiles, demands: readonly Demand[], start: Time, finish: Time): void {
  change(profiles, demands, start, finish, 1)
}

/** Where a demand cannot be met inside [start, finish): the resource, and the stretch of time in which too little is free. */
type Shortage = { readonly resource: number; readonly from: Time; readonly until: Time }

/** The last shortage inside the stretch, or undefined when all demands are met. */
export function lastShortage(profiles: Profiles, demands: readonly Demand[], start: Time, finish: Time) {
  let found: Shortage | undefined
  for (const { resource, amount } of demands) {
    const profile = profiles[resource]
    if (!profile || amount === 0 || start >= finish) continue
    const { at, free, size } = profile
    for (let k = stepAt(profile, finish - 1); k >= 0 && (k + 1 >= size || at[k + 1]! > start); k--) {
      if (free[k]! >= amount) continue
      const until = k + 1 < size ? at[k + 1]! : Number.POSITIVE_INFINITY
      if (!found || until > found.until) found = { resource, from: at[k]!, until }
      break
    }
  }
  return found
}

/** The first shortage inside the stretch, or undefined. */
function firstShortage(profiles: Profiles, demands: readonly Demand[], start: Time, finish: Time) {
  let found: Shortage | undefined
  for (const { resource, amount } of demands) {
    const profile = profiles[resource]
    if (!profile || amount === 0 || start >= finish) continue
    const { at, free, size } = profile
    for (let k = stepAt(profile, start); k < size && at[k]! < finish; k++) {
      if (free[k]! >= amount) continue
      if (!found || at[k]! < found.from) {
        found = { resource, from: at[k]!, until: k + 1 < size ? at[k + 1]! : Number.POSITIVE_INFINITY }
      }
      break
    }
  }
  return found
}

/** An activity's claim while its place is sought. */
export type Claim = {
  readonly duration: Span
  readonly demands: readonly Demand[]
  /** Next, or last, time at or after, or before, the one given at which it may start. */
  readonly roundUp: (time: Time) => Time
  readonly roundDown: (time: Time) => Time
}

/** First start at or after `from` at which all demands are met; past the horizon when there is none. */
export function firstFit(problem: Problem, profiles: Profiles, claim: Claim, from: Time): Time {
  let start = claim.roundUp(from)
  while (start <= problem.horizon) {
    const shortage = lastShortage(profiles, claim.demands, start, endOf(problem, claim.duration, start))
    if (!shortage) return start
    // every start before the shortage ends would still run into it, unless it takes no time from there
    const next = mayTakeNoTime(claim.duration) ? start + 1 : shortage.until
    start = claim.roundUp(Math.min(next, problem.horizon + 1))
  }
  return problem.horizon + 1
}

/** Last start at or before `from` at which all demands are met; -1 when there is none. */
export function lastFit(problem: Problem, profiles: Profiles, claim: Claim, from: Time): Time {
  let start = claim.roundDown(from)
  while (start >= 0) {
    const shortage = firstShortage(profiles, claim.demands, start, endOf(problem, claim.duration, start))
    if (!shortage) return start
    const endingBefore = mayTakeNoTime(claim.duration) ? start : lastEndingBy(problem, claim.duration, shortage.from)
    start = claim.roundDown(Math.min(start - 1, endingBefore))
  }
  return -1
}

/** Whether a span takes time from one start and none from a later one: at the close it rolls to, or late in a day it counts from. */
export const mayTakeNoTime = ({ amount, countFrom, rollTo }: Span) =>
  countFrom === 'startOfDay' || (amount === 0 && rollTo !== undefined)

/** Whether the free units suffice when all activities lie at `times`. */
export function suffice(problem: Problem, profiles: Profiles, choice: Choice, times: Int32Array): boolean {
  if (profiles.every((p) => !p)) return true
  const left = copyOf(profiles)
  return problem.activities.every(({ fixed }, i) => {
    if (fixed) return true
    const demands = demandsOf(problem, choice, i)
    const start = times[startOf(i)]!
    const finish = times[finishOf(i)]!
    if (firstShortage(left, demands, start, finish)) return false
    hold(left, demands, start, finish)
    return true
  })
}

function fromSteps({ capacity }: Resource): Profile {
  return {
    at: Int32Array.from(capacity, (step) => step.from),
    free: Int32Array.from(capacity, (step) => step.units),
    size: capacity.length,
  }
}

function change(profiles: Profiles, demands: readonly Demand[], start: Time, finish: Time, sign: 1 | -1): void {
  if (start >= finish) return
  for (const { resource, amount } of demands) {
    const profile = profiles[resource]
    if (!profile || amount === 0) continue
    const first = cut(profile, start)
    const end = cut(profile, finish)
    for (let k = first; k < end; k++) profile.free[k]! += sign * amount
  }
}

/** Step in which `time` lies. */
function stepAt({ at, size }: Profile, time: Time): number {
  let below = 0
  let above = size
  while (above - below > 1) {
    const middle = (below + above) >> 1
    if (at[middle]! <= time) below = middle
    else above = middle
  }
  return below
}

/** Makes a step begin at `time` and says which. */
function cut(profile: Profile, time: Time): number {
  const k = stepAt(profile, time)
  if (profile.at[k] === time) return k
  if (profile.size === profile.at.length) {
    profile.at = grown(profile.at, 8)
    profile.free = grown(profile.free, 8)
  }
  profile.at.copyWithin(k + 2, k + 1, profile.size)
  profile.free.copyWithin(k + 2, k + 1, profile.size)
  profile.at[k + 1] = time
  profile.free[k + 1] = profile.free[k]!
  profile.size++
  return k + 1
}
