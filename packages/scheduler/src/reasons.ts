import type { Derivation } from './derive.ts'
import type { Late } from './free.ts'
import type { Binding, Span, Time } from './model.ts'
import { activityOf, type Choice, DURATION, finishOf, type Link, type Network, SHARING, startOf } from './network.ts'
import { demandsOf, giveBack, hold, lastShortage, type Profiles } from './profile.ts'
import { earliestFor, latestFor, roundedDown, roundedUp } from './propagate.ts'
import { endOf, firstReaching, lastEndingBy } from './span.ts'

/** A finished schedule with what is needed to explain it. */
export type Explained = {
  readonly net: Network
  readonly choice: Choice
  readonly times: Int32Array
  /** Free units while all activities are held. */
  readonly profiles: Profiles
  readonly late: ReadonlyMap<number, Late>
  /** Greatest times that the goals and deadlines leave. */
  readonly high: Int32Array
  /** How the earliest times came about. */
  readonly derivation: Derivation
}

/** Reasons of one activity; see `Binding`. */
export function bindingOf(schedule: Explained, activity: number): readonly Binding[] {
  const { net, late } = schedule
  if (net.problem.activities[activity]!.fixed) return [{ kind: 'fixed' }]
  const putLate = late.get(activity)
  if (putLate) return [{ kind: 'late', ...putLate }, ...notLater(schedule, activity)]
  return leadingFirst(schedule, activity, notEarlier(schedule, activity))
}

function notEarlier(schedule: Explained, activity: number): readonly Binding[] {
  const { net, times } = schedule
  const { release = 0, startIn } = net.problem.activities[activity]!
  const point = startOf(activity)
  const start = times[point]!
  const reasons: Binding[] = []
  let from = release
  for (const link of linksAt(net, net.downward, activity)) {
    if (isOwn(link)) {
      if (breaksOwn(schedule, activity, link, roundedDown(net, point, start - 1))) {
        reasons.push({ kind: 'lag', lag: link.lag, side: link.side })
      }
      continue
    }
    const asked = firstStart(schedule, activity, link)
    if (roundedUp(net, point, asked) >= start) reasons.push({ kind: 'lag', lag: link.lag, side: link.side })
    from = Math.max(from, asked)
  }
  if (roundedUp(net, point, release) === start) reasons.push({ kind: 'release' })
  if (startIn !== undefined && from < start && roundedUp(net, point, from) === start) {
    reasons.push({ kind: 'calendar', calendar: startIn, from })
  }
  if (start > 0) reasons.push(...shortages(schedule, activity, roundedDown(net, point, start - 1)))
  return reasons
}

function notLater(schedule: Explained, activity: number): readonly Binding[] {
  const { net, high, times } = schedule
  const point = startOf(activity)
  const next = roundedUp(net, point, times[point]! + 1)
  const reasons: Binding[] = []
  for (const link of linksAt(net, net.upward, activity)) {
    if (isOwn(link)) {
      if (breaksOwn(schedule, activity, link, next)) reasons.push({ kind: 'lag', lag: link.lag, side: link.side })
      continue
    }
    const allowed = latestFor(net, link, high)
    const latest =
      link.from === point || link.to === point
        ? allowed
        : lastEndingBy(net.problem, durationOf(schedule, activity), allowed)
    if (latest < next) reasons.push({ kind: 'lag', lag: link.lag, side: link.side })
  }
  const shortage = next <= net.problem.horizon ? shortages(schedule, activity, next) : []
  if (reasons.length === 0 && (shortage.length === 0 || high[point]! < next)) reasons.push({ kind: 'deadline' })
  return [...reasons, ...shortage]
}

/** Lags that bind an activity's start or finish. */
function linksAt(net: Network, { at, links }: Network['upward'], activity: number): readonly Link[] {
  const found: Link[] = []
  for (let k = at[startOf(activity)]!; k < at[finishOf(activity) + 1]!; k++) {
    const link = net.links[links[k]!]!
    if (link.lag >= 0) found.push(link)
  }
  return found
}

const isOwn = (link: Link) => activityOf(link.from) === activityOf(link.to)

/** Whether another start breaks a lag between an activity's own points. */
function breaksOwn(schedule: Explained, activity: number, { from, to, side, spans }: Link, start: Time): boolean {
  const { problem } = schedule.net
  if (start < 0 || start > problem.horizon) return false
  const finish = endOf(problem, durationOf(schedule, activity), start)
  const timeOf = (point: number) => (point === startOf(activity) ? start : finish)
  const end = endOf(problem, spans[0]!, timeOf(from))
  return side === 'min' ? timeOf(to) < end : timeOf(to) > end
}

function firstStart(schedule: Explained, activity: number, link: Link): Time {
  const { net, times } = schedule
  const asked = earliestFor(net, link, times)
  const moved = link.side === 'min' ? link.to : link.from
  return moved === startOf(activity) ? asked : firstReaching(net.problem, durationOf(schedule, activity), asked)
}

/** Resources of which too little is left at another start, and who has it then. */
function shortages(schedule: Explained, activity: number, start: Time): readonly Binding[] {
  const { net, choice, profiles, times } = schedule
  const { problem } = net
  const demands = demandsOf(problem, choice, activity)
  if (start < 0 || !demands.some((d) => d.amount > 0 && profiles[d.resource])) return []
  const finish = endOf(problem, durationOf(schedule, activity), start)
  giveBack(profiles, demands, times[startOf(activity)]!, times[finishOf(activity)]!)
  const reasons = demands.flatMap((demand): Binding[] => {
    const shortage = lastShortage(profiles, [demand], start, finish)
    if (!shortage) return []
    const { resource, from, until } = shortage
    const isHolder = (i: number) =>
      i !== activity &&
      times[startOf(i)]! < until &&
      times[finishOf(i)]! > from &&
      times[startOf(i)]! < times[finishOf(i)]! &&
      demandsOf(problem, choice, i).some((d) => d.resource === resource && d.amount > 0)
    return [{ kind: 'resource', resource, holders: [...problem.activities.keys()].filter(isHolder) }]
  })
  hold(profiles, demands, times[startOf(activity)]!, times[finishOf(activity)]!)
  return reasons
}

/** Puts the reason first that the earliest times were derived from. */
function leadingFirst(schedule: Explained, activity: number, reasons: readonly Binding[]): readonly Binding[] {
  let step = schedule.derivation.last[startOf(activity)]!
  if (reasons.length < 2 || step.time !== schedule.times[startOf(activity)]) return reasons
  while (step.link?.lag === DURATION && step.before) step = step.before
  const leads = (reason: Binding) => {
    if (!step.link) return reason.kind === 'release'
    if (step.link.lag === SHARING) return reason.kind === 'resource'
    return reason.kind === 'lag' && reason.lag === step.link.lag && reason.side === step.link.side
  }
  return [...reasons.filter(leads), ...reasons.filter((reason) => !leads(reason))]
}

const durationOf = ({ net, choice }: Explained, activity: number): Span =>
  net.problem.activities[activity]!.modes[choice[activity]!]!.duration
