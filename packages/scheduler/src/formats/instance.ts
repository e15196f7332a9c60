import type { Activity, Demand, Lag, Problem, Resource, Span } from '../model.ts'

/** Elapsed time: the files of the benchmark libraries know no calendars. */
const elapsed = (amount: number): Span => ({ amount, countFrom: 'now' })

export type FileMode = { readonly duration: number; readonly amounts: readonly number[] }

export type FileArc = { readonly from: number; readonly to: number; readonly startToStart?: number }

/** The problem of a file without calendars: shortest makespan. An arc without a distance is "finish before start". */
export function problemOf(
  ids: readonly string[],
  resources: readonly Resource[],
  modes: readonly (readonly FileMode[])[],
  arcs: readonly FileArc[],
  releases?: readonly number[],
): Problem {
  const activities: readonly Activity[] = modes.map((own, i) => ({
    id: ids[i]!,
    modes: own.map(({ duration, amounts }) => ({ duration: elapsed(duration), demands: demandsOf(amounts) })),
    ...(releases?.[i] ? { release: releases[i] } : {}),
  }))
  return {
    horizon: horizonOf(modes, arcs) + Math.max(0, ...(releases ?? [])),
    day: 1,
    calendars: [],
    resources,
    activities,
    lags: arcs.map(lagOf),
    goals: [{ kind: 'makespan' }],
  }
}

const demandsOf = (amounts: readonly number[]): readonly Demand[] =>
  amounts.flatMap((amount, resource) => (amount > 0 ? [{ resource, amount }] : []))

function lagOf({ from, to, startToStart }: FileArc): Lag {
  if (startToStart === undefined) return { from, fromPoint: 'finish', to, toPoint: 'start', min: elapsed(0) }
  if (startToStart >= 0) return { from, fromPoint: 'start', to, toPoint: 'start', min: elapsed(startToStart) }
  return { from: to, fromPoint: 'start', to: from, toPoint: 'start', max: elapsed(-startToStart) }
}

/** Some best schedule ends by then: one activity after the other, each as long as itself or the longest distance from it. */
function horizonOf(modes: readonly (readonly FileMode[])[], arcs: readonly FileArc[]): number {
  const longest = modes.map((own) => own.reduce((most, m) => Math.max(most, m.duration), 0))
  for (const { from, startToStart = 0 } of arcs) longest[from] = Math.max(longest[from]!, startToStart)
  return longest.reduce((sum, d) => sum + d, 0)
}
