import type { Scarcity } from './construct.ts'
import type { Time } from './model.ts'
import { finishOf, type Network, startOf } from './network.ts'
import { type Claim, copyOf, firstFit, giveBack, hold, lastFit, type Profiles } from './profile.ts'
import { earliestFor, latestFor, roundedDown, roundedUp, type Window } from './propagate.ts'
import { endOf, firstReaching, lastEndingBy } from './span.ts'

/**
 * Moves one activity after the other, each alone, as early as its neighbours, the window and the free capacity allow, until
 * none can move. The schedule stays feasible at every step.
 */
export function shiftEarlier(
  scarce: Scarcity,
  times: Int32Array,
  within: Window,
  movable: readonly number[],
): Int32Array {
  return shift(scarce, times, movable, (moved, i, claim, profiles) => {
    const from = Math.max(within.low[startOf(i)]!, earliestStart(scarce.net, claim, moved, i))
    return firstFit(scarce.net.problem, profiles, claim, from)
  })
}

/** The mirror of `shiftEarlier`. */
export function shiftLater(
  scarce: Scarcity,
  times: Int32Array,
  within: Window,
  movable: readonly number[],
): Int32Array {
  return shift(scarce, times, movable, (moved, i, claim, profiles) => {
    const from = Math.min(within.high[startOf(i)]!, latestStart(scarce.net, claim, moved, i))
    return lastFit(scarce.net.problem, profiles, claim, from)
  })
}

type Move = (moved: Int32Array, activity: number, claim: Claim, profiles: Profiles) => Time

function shift(scarce: Scarcity, times: Int32Array, movable: readonly number[], move: Move): Int32Array {
  const { net, claims } = scarce
  const moved = times.slice()
  const profiles = copyOf(scarce.profiles)
  net.problem.activities.forEach(({ fixed }, i) => {
    if (!fixed) hold(profiles, claims[i]!.demands, moved[startOf(i)]!, moved[finishOf(i)]!)
  })
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const i of movable) {
      const claim = claims[i]!
      const start = moved[startOf(i)]!
      giveBack(profiles, claim.demands, start, moved[finishOf(i)]!)
      const time = move(moved, i, claim, profiles)
      moved[startOf(i)] = time
      moved[finishOf(i)] = endOf(net.problem, claim.duration, time)
      hold(profiles, claim.demands, time, moved[finishOf(i)]!)
      if (time !== start) isMoving = true
    }
  }
  return moved
}

/** Earliest start that the links to an activity's neighbours allow while these stay where they are. */
function earliestStart(net: Network, claim: Claim, times: Int32Array, activity: number): Time {
  let earliest = 0
  for (const point of [startOf(activity), finishOf(activity)]) {
    for (let k = net.downward.at[point]!; k < net.downward.at[point + 1]!; k++) {
      const link = net.links[net.downward.links[k]!]!
      if (link.from >> 1 === link.to >> 1) continue
      const time = earliestFor(net, link, times)
      earliest = Math.max(
        earliest,
        point === startOf(activity) ? time : firstReaching(net.problem, claim.duration, time),
      )
    }
  }
  return roundedUp(net, startOf(activity), earliest)
}

function latestStart(net: Network, claim: Claim, times: Int32Array, activity: number): Time {
  let latest = net.problem.horizon
  for (const point of [startOf(activity), finishOf(activity)]) {
    for (let k = net.upward.at[point]!; k < net.upward.at[point + 1]!; k++) {
      const link = net.links[net.upward.links[k]!]!
      if (link.from >> 1 === link.to >> 1) continue
      const time = latestFor(net, link, times)
      latest = Math.min(latest, point === startOf(activity) ? time : lastEndingBy(net.problem, claim.duration, time))
    }
  }
  return roundedDown(net, startOf(activity), latest)
}
