import { compareValues } from './goals.ts'
import type { Problem } from './model.ts'
import type { Limits } from './search/limits.ts'
import { type Found, search } from './search/search.ts'

/** What one more unit of a resource would be worth. */
export type ShadowPrice = {
  readonly resource: number
  /** The goals with one unit more, in the order of the problem. */
  readonly value: readonly number[]
  readonly optimal: boolean
}

/**
 * What a unit more of each resource would be worth: the problem solved again for each, from the schedule in force, within the
 * limits each time. A price is exact where both answers are optimal; else it is what a search of that length gains, never less
 * than nothing.
 */
export function shadowPrices(problem: Problem, from: Found, limits: Limits): readonly ShadowPrice[] {
  return problem.resources.map((_, r) => {
    const resources = problem.resources.map((resource, k) =>
      k === r ? { ...resource, capacity: resource.capacity.map((s) => ({ ...s, units: s.units + 1 })) } : resource,
    )
    const found = search({ ...problem, resources }, { ...limits, from })
    // more units cannot leave less: where a search finds less, or nothing, the schedule in force still holds
    if (found.status !== 'scheduled' || compareValues(problem.goals, found.value, from.value) > 0)
      return { resource: r, value: from.value, optimal: false }
    return { resource: r, value: found.value, optimal: found.optimal }
  })
}
