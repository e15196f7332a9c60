import type { Core } from './core/core.ts'

/**
 * A makespan that no schedule can be below: the longest path, each activity in its shortest mode; and for each resource the
 * least work that is to be done divided by its units, between the least that comes before any of it and the least after.
 */
export function simpleBound(core: Core): number {
  const { activities, modeAt, duration, capacity, demand, release } = core
  const least = new Int32Array(activities)
  for (let i = 0; i < activities; i++) {
    least[i] = Math.min(...duration.subarray(modeAt[i]!, modeAt[i + 1]!))
  }
  const head = Float64Array.from(release)
  const tail = Float64Array.from(least)
  longestPaths(core, least, head, tail)
  let bound = 0
  for (let i = 0; i < activities; i++) bound = Math.max(bound, head[i]! + tail[i]!)
  for (let r = 0; r < capacity.length; r++) {
    let work = 0
    let before = Number.POSITIVE_INFINITY
    let after = Number.POSITIVE_INFINITY
    for (let i = 0; i < activities; i++) {
      let own = Number.POSITIVE_INFINITY
      for (let m = modeAt[i]!; m < modeAt[i + 1]!; m++) {
        own = Math.min(own, duration[m]! * demand[m * capacity.length + r]!)
      }
      if (own === 0) continue
      work += own
      before = Math.min(before, head[i]!)
      after = Math.min(after, tail[i]! - least[i]!)
    }
    if (work > 0) bound = Math.max(bound, before + Math.ceil(work / capacity[r]!) + after)
  }
  return bound
}

/** Lengthens heads and tails along the arcs; a circle of positive length stops after as many rounds as there are activities. */
function longestPaths(core: Core, duration: Int32Array, head: Float64Array, tail: Float64Array): void {
  const { arcs, activities } = core
  let isMoving = true
  for (let round = 0; round < activities && isMoving; round++) {
    isMoving = false
    for (const { from, fromFinish, to, toFinish, lag } of arcs) {
      // a longer mode may not shorten a distance, so a distance to a finish counts only where there is one mode
      if (toFinish && core.modeAt[to + 1]! - core.modeAt[to]! > 1) continue
      const distance = lag + (fromFinish ? duration[from]! : 0) - (toFinish ? duration[to]! : 0)
      if (head[from]! + distance > head[to]!) {
        head[to] = head[from]! + distance
        isMoving = true
      }
      if (tail[to]! + distance > tail[from]!) {
        tail[from] = tail[to]! + distance
        isMoving = true
      }
    }
  }
}
