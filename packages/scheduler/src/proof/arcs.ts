import { type Core, startToStart } from '../core/core.ts'

/** Arc k raises bound `to[k]` to bound b plus `lag[k]`; k from `at[b]` up to `at[b + 1]`, b being `from[k]`. */
export type BoundArcs = {
  readonly at: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly lag: Int32Array
}

/** Distances between the starts of a core with these durations, and to its makespan, the variable after the last activity. */
export function boundArcs(core: Core, duration: Int32Array): BoundArcs {
  const makespan = core.activities
  const distances = core.arcs.map((arc) => ({
    from: arc.from,
    to: arc.to,
    lag: startToStart(arc, duration[arc.from]!, duration[arc.to]!),
  }))
  for (let i = 0; i < core.activities; i++) distances.push({ from: i, to: makespan, lag: duration[i]! })
  const bounds = 2 * core.activities + 2
  const at = new Int32Array(bounds + 1)
  const ends = distances.flatMap(({ from, to, lag }) => [
    { from: 2 * from, to: 2 * to, lag },
    { from: 2 * to + 1, to: 2 * from + 1, lag },
  ])
  ends.sort((a, b) => a.from - b.from)
  for (const { from } of ends) at[from + 1]!++
  for (let b = 0; b < bounds; b++) at[b + 1]! += at[b]!
  return {
    at,
    from: Int32Array.from(ends, (e) => e.from),
    to: Int32Array.from(ends, (e) => e.to),
    lag: Int32Array.from(ends, (e) => e.lag),
  }
}
