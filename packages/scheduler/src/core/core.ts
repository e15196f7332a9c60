/**
 * A problem reduced to whole numbers: no calendars, every length elapsed time, one goal, the makespan. What the fast engines
 * work on. Fixed activities are gone from it: they have become releases, deadlines and taken units.
 */
export type Core = {
  readonly activities: number
  /** Modes of activity i: `modeAt[i]` up to, not including, `modeAt[i + 1]`. */
  readonly modeAt: Int32Array
  /** By mode. */
  readonly duration: Int32Array
  /** Most units ever there of each renewable resource; `demand[mode * capacity.length + r]`. */
  readonly capacity: Int32Array
  readonly demand: Int32Array
  /** Units of each non-renewable resource for the whole project; `use[mode * budget.length + k]`. */
  readonly budget: Int32Array
  readonly use: Int32Array
  /** Earliest start and latest finish; `NEVER` where there is none. */
  readonly release: Int32Array
  readonly deadline: Int32Array
  readonly arcs: readonly Arc[]
  /** Units that are not there for a while. */
  readonly taken: readonly Taken[]
  /** No schedule can be longer: a latest end of everything. */
  readonly horizon: number
}

/** `to` lies `lag` or more after `from`, each at its start or finish. A maximum lag is an arc backwards with a negative lag. */
export type Arc = {
  readonly from: number
  readonly fromFinish: boolean
  readonly to: number
  readonly toFinish: boolean
  readonly lag: number
}

export type Taken = {
  readonly resource: number
  readonly from: number
  readonly until: number
  readonly amount: number
}

/** A latest finish that nothing reaches. */
export const NEVER = 2 ** 30

/** Least distance from start to start that an arc asks for, with these durations of its ends. */
export const startToStart = (arc: Arc, fromDuration: number, toDuration: number): number =>
  arc.lag + (arc.fromFinish ? fromDuration : 0) - (arc.toFinish ? toDuration : 0)
