import type { Problem, Time } from './model.ts'
import { type Choice, finishOf, type Link, SHARING, startOf } from './network.ts'
import { demandsOf, mayTakeNoTime, type Profile, type Profiles } from './profile.ts'

/** Order in which scarce units are passed on. Keeping it keeps every capacity, wherever the activities move. */
export type Sharing = {
  readonly links: readonly Link[]
  /** Limits from steps of the capacity itself: the point lies not before, or not after, the time. */
  readonly notBefore: readonly { readonly point: number; readonly time: Time }[]
  readonly notAfter: readonly { readonly point: number; readonly time: Time }[]
}

/** Somebody that holds units from start until finish; without an activity, what fixed ones and the capacity's steps take away. */
type Holder = {
  readonly activity: number | undefined
  readonly amount: number
  readonly start: Time
  readonly finish: Time
}

/** Units that became free, and who had them last. */
type Free = { readonly units: number; readonly since: Time; readonly by: Holder | undefined }

const HANDOVER = [{ calendar: 0, amount: 0, countFrom: 'now' }] as const

/** Hands the units of each scarce resource from holder to holder as the schedule `times` uses them, longest idle first. */
export function sharing(problem: Problem, choice: Choice, profiles: Profiles, times: Int32Array): Sharing {
  const links: Link[] = []
  const notBefore: { point: number; time: Time }[] = []
  const notAfter: { point: number; time: Time }[] = []
  const pass = (from: Holder, to: Holder) => {
    if (from.activity === undefined) {
      if (to.activity !== undefined) notBefore.push({ point: startOf(to.activity), time: from.finish })
      return
    }
    const finish = finishOf(from.activity)
    if (to.activity === undefined) notAfter.push({ point: finish, time: to.start })
    else links.push({ from: finish, to: startOf(to.activity), side: 'min', spans: HANDOVER, lag: SHARING })
  }
  profiles.forEach((profile, r) => {
    if (!profile) return
    for (const { point, time } of momentary(problem, choice, times, r)) {
      notBefore.push({ point, time })
      notAfter.push({ point, time })
    }
    const most = Math.max(...profile.free.subarray(0, profile.size))
    let idle: readonly Free[] = [{ units: most, since: 0, by: undefined }]
    for (const holder of holdersOf(problem, choice, times, profile, r, most)) idle = handOver(idle, holder, pass)
  })
  return { links, notBefore, notAfter }
}

/** Starts of claimants that hold nothing only because they take no time where they are: elsewhere they would, so they stay. */
function momentary(problem: Problem, choice: Choice, times: Int32Array, resource: number) {
  return problem.activities.flatMap(({ fixed, modes }, i) => {
    const point = startOf(i)
    const time = times[point]!
    const holdsNothing = times[finishOf(i)] === time && mayTakeNoTime(modes[choice[i]!]!.duration)
    const claims = demandsOf(problem, choice, i).some((d) => d.resource === resource && d.amount > 0)
    return !fixed && holdsNothing && claims ? [{ point, time }] : []
  })
}

function holdersOf(
  problem: Problem,
  choice: Choice,
  times: Int32Array,
  { at, free, size }: Profile,
  resource: number,
  most: number,
): readonly Holder[] {
  const holders: Holder[] = []
  for (let k = 0; k < size; k++) {
    // fixed activities may hold more than there is
    const amount = most - Math.max(0, free[k]!)
    holders.push({ activity: undefined, amount, start: at[k]!, finish: k + 1 < size ? at[k + 1]! : problem.horizon })
  }
  problem.activities.forEach(({ fixed }, activity) => {
    const demand = demandsOf(problem, choice, activity).find((d) => d.resource === resource)
    if (fixed || !demand) return
    const start = times[startOf(activity)]!
    holders.push({ activity, amount: demand.amount, start, finish: times[finishOf(activity)]! })
  })
  const isLack = ({ activity }: Holder) => Number(activity === undefined)
  return holders
    .filter((h) => h.amount > 0 && h.start < h.finish)
    .sort((a, b) => a.start - b.start || isLack(b) - isLack(a))
}

/** Takes what the holder needs from the idle units and puts it back for the time after. */
function handOver(idle: readonly Free[], holder: Holder, pass: (from: Holder, to: Holder) => void): readonly Free[] {
  let missing = holder.amount
  const left: Free[] = []
  for (const free of idle) {
    const taken = free.since <= holder.start ? Math.min(missing, free.units) : 0
    missing -= taken
    if (taken > 0 && free.by) pass(free.by, holder)
    if (taken < free.units) left.push({ ...free, units: free.units - taken })
  }
  const at = left.findIndex((free) => free.since > holder.finish)
  left.splice(at < 0 ? left.length : at, 0, { units: holder.amount, since: holder.finish, by: holder })
  return left
}
