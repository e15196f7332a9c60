import type { Problem, Resource, Time } from './model.ts'
import { type Choice, finishOf, type Link, SHARING, startOf } from './network.ts'
import { demandsOf, mayTakeNoTime, type Profiles } from './profile.ts'

/** Order in which scarce units are passed on. Keeping it keeps every capacity, wherever the activities move. */
export type Sharing = {
  readonly links: readonly Link[]
  /** Limits from steps of the capacity itself: the point lies not before, or not after, the time. */
  readonly notBefore: readonly { readonly point: number; readonly time: Time }[]
  readonly notAfter: readonly { readonly point: number; readonly time: Time }[]
}

/** Somebody, or with `activity` -1 a lack of capacity, that holds units from start until finish. */
type Holder = {
  readonly activity: number
  readonly amount: number
  readonly start: Time
  readonly finish: Time
  readonly isFixed: boolean
}

/** Units that became free, and who had them: -1 for nobody. */
type Free = { readonly units: number; readonly since: Time; readonly by: Holder | undefined }

const HANDOVER = [{ calendar: 0, amount: 0, countFrom: 'now' }] as const

/** Hands the units of each scarce resource from holder to holder as the schedule `times` uses them, longest idle first. */
export function sharing(problem: Problem, choice: Choice, profiles: Profiles, times: Int32Array): Sharing {
  const links: Link[] = []
  const notBefore: { point: number; time: Time }[] = []
  const notAfter: { point: number; time: Time }[] = []
  const pass = (from: Holder, to: Holder) => {
    if (from.isFixed && to.isFixed) return
    if (from.isFixed) notBefore.push({ point: startOf(to.activity), time: from.finish })
    else if (to.isFixed) notAfter.push({ point: finishOf(from.activity), time: to.start })
    else
      links.push({
        from: finishOf(from.activity),
        to: startOf(to.activity),
        side: 'min',
        spans: HANDOVER,
        lag: SHARING,
      })
  }
  problem.resources.forEach((resource, r) => {
    if (!profiles[r]) return
    const most = Math.max(...resource.capacity.map((step) => step.units))
    for (const { point, time } of momentary(problem, choice, times, r)) {
      notBefore.push({ point, time })
      notAfter.push({ point, time })
    }
    let idle: readonly Free[] = [{ units: most, since: 0, by: undefined }]
    for (const holder of holdersOf(problem, choice, times, resource, r, most)) idle = handOver(idle, holder, pass)
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
  { capacity }: Resource,
  resource: number,
  most: number,
): readonly Holder[] {
  const lacks = capacity.map(
    ({ from, units }, k): Holder => ({
      activity: -1,
      amount: most - units,
      start: from,
      finish: capacity[k + 1]?.from ?? problem.horizon,
      isFixed: true,
    }),
  )
  const activities = problem.activities.flatMap(({ fixed }, activity): Holder[] => {
    const demand = demandsOf(problem, choice, activity).find((d) => d.resource === resource)
    if (!demand) return []
    const start = times[startOf(activity)]!
    return [
      { activity, amount: demand.amount, start, finish: times[finishOf(activity)]!, isFixed: fixed !== undefined },
    ]
  })
  return [...lacks, ...activities]
    .filter((h) => h.amount > 0 && h.start < h.finish)
    .sort((a, b) => a.start - b.start || Number(b.isFixed) - Number(a.isFixed))
}

/** Takes what the holder needs from the idle units and puts it back for the time after. Fixed holders may find too little. */
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
  left.splice(at < 0 ? left.length : at, 0, { units: holder.amount - missing, since: holder.finish, by: holder })
  return left
}
