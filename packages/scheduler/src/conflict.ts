import type { Misfit } from './construct.ts'
import { derive, type Step } from './derive.ts'
import type { Binding, Conflict, Time } from './model.ts'
import { activityOf, finishOf, type Network, startOf } from './network.ts'
import { releases } from './window.ts'

type Chain = Conflict['chain']
type Break = Pick<Conflict, 'activity' | 'point' | 'breaks' | 'wanted' | 'possible'> & {
  readonly steps: readonly Step[]
}

/** Why the lags, releases, fixed activities and deadlines of a network leave no schedule. Call it only when they leave none. */
export function conflictOf(net: Network, proved: boolean): Conflict {
  const { steps, ...broken } = worstBreak(net)
  return { status: 'infeasible', ...broken, chain: chainOf(net, steps), proved }
}

/** Reasons for the least time of an activity's start, from their root on. */
function chainOf(net: Network, steps: readonly Step[]): Chain {
  return steps.flatMap((step) => reasonsOf(net, step).map((because) => ({ activity: activityOf(step.point), because })))
}

/** The step and all before it, first things first. */
function history(step: Step): readonly Step[] {
  const steps: Step[] = []
  for (let s: Step | undefined = step; s; s = s.before) steps.push(s)
  return steps.reverse()
}

/** What a step says about its activity; a step along the activity's own duration says nothing. */
function reasonsOf({ problem }: Network, { point, raw, time, link, before }: Step): readonly Binding[] {
  const activity = problem.activities[activityOf(point)]!
  const reasons: Binding[] = []
  if (!before) reasons.push({ kind: activity.fixed ? 'fixed' : 'release' })
  else if (link && link.lag >= 0) reasons.push({ kind: 'lag', lag: link.lag, side: link.side })
  if (raw < time && activity.startIn !== undefined) {
    reasons.push({ kind: 'calendar', calendar: activity.startIn, from: raw })
  }
  return reasons
}

function worstBreak(net: Network): Break {
  const { horizon, activities } = net.problem
  const { low, last, blocked, overrun, lap } = derive(net, releases(net))
  const broken = (breaks: Conflict['breaks'], { point, time }: Step, wanted: Time, steps: readonly Step[]): Break => ({
    activity: activityOf(point),
    point: point === finishOf(activityOf(point)) ? 'finish' : 'start',
    breaks,
    wanted,
    possible: time,
    steps,
  })
  if (lap) return broken('cycle', lap.at(-1)!, lap[0]!.time, lap.slice(1))
  const all: Break[] = []
  const say = (breaks: Conflict['breaks'], step: Step, wanted: Time) =>
    all.push(broken(breaks, step, wanted, history(step)))
  for (const step of blocked) say('fixed', step, low[step.point]!)
  activities.forEach(({ deadline, fixed }, i) => {
    const finish = finishOf(i)
    if (!fixed && deadline !== undefined && low[finish]! > deadline) say('deadline', last[finish]!, deadline)
  })
  if (overrun) say('horizon', overrun, horizon)
  // what runs past the end of the axis says little beside a date that was really asked for
  const rank = (b: Break) => (b.breaks === 'horizon' ? -1 : b.possible - b.wanted)
  return all.reduce((worst, b) => (rank(b) > rank(worst) ? b : worst))
}

/** An activity for which no place was found within the capacities. */
export function shortageConflict(net: Network, misfit: Misfit, proved: boolean): Conflict {
  const { activity, allowed, possible, shortage } = misfit
  const { last } = derive(net, releases(net))
  const chain = chainOf(net, history(last[startOf(activity)]!))
  return {
    status: 'infeasible',
    activity,
    point: 'start',
    breaks: 'capacity',
    wanted: allowed,
    possible,
    chain: shortage ? [...chain, { activity, because: { kind: 'resource', ...shortage } }] : chain,
    proved,
  }
}
