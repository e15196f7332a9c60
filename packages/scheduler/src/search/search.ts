import { type Reduced, toCore } from '../core/toCore.ts'
import { valueAt } from '../goals.ts'
import type { Conflict, Problem } from '../model.ts'
import { finishOf, startOf } from '../network.ts'
import { pick, schedule } from '../schedule.ts'
import { validate } from '../validate.ts'
import type { Proposed } from '../verify.ts'
import type { Limits } from './limits.ts'
import { type CoreProposal, searchCore } from './searchCore.ts'
import { isListable, searchOnCalendars } from './searchOnCalendars.ts'

/** What a search found. `lowerBound` and `optimal` are proved; the rest of the work is told so that it can be repeated. */
export type Found = {
  readonly status: 'scheduled'
  readonly start: Int32Array
  readonly finish: Int32Array
  readonly mode: Int32Array
  readonly makespan: number
  /** Value of each goal and what no schedule as good in the goals before it can beat, as in `Schedule`. */
  readonly value: readonly number[]
  readonly bound: readonly number[]
  readonly optimal: boolean
  readonly schedules: number
  readonly conflicts: number
}

/** No schedule: `proved`, with the constraints that conflict where the lags alone do; else only none found within the limits. */
export type NotFound = {
  readonly status: 'infeasible' | 'unknown'
  readonly conflict: Conflict | undefined
  readonly lowerBound: number
  readonly schedules: number
  readonly conflicts: number
}

/**
 * The best schedule within the limits, any time and reproducible: the same seed and number of steps give the same answer on
 * any machine. Problems in whole elapsed time with the makespan as goal are searched with all engines; those with calendars
 * and other goals by priority rules and by putting projects in anew, where modes, maximum lags, deadlines and lateness on
 * purpose leave that sure; the rest get what `schedule` gives. Throws on a problem that `validate` finds fault with.
 */
export function search(problem: Problem, limits: Limits = {}): Found | NotFound {
  const faults = validate(problem)
  if (faults.length > 0) throw new Error(`This problem has faults; ask validate() first: ${JSON.stringify(faults)}`)
  const reduced = toCore(problem)
  if (!reduced) return isListable(problem) ? listed(problem, limits) : scheduled(problem)
  const { core, activity } = reduced
  const result = searchCore(core, limits, limits.from && proposalOf(reduced, limits.from))
  const { schedules, conflicts } = result
  // modes together with maximum lags or deadlines are beyond both engines
  if (!result.start && !result.isProved && core.modeAt[core.activities]! > core.activities) return scheduled(problem)
  const fixedEnd = problem.activities.reduce((end, { fixed }) => Math.max(end, fixed?.finish ?? 0), 0)
  const lowerBound = Math.max(result.lowerBound, fixedEnd)
  if (!result.start) {
    const status = result.isProved ? 'infeasible' : 'unknown'
    return {
      status,
      conflict: status === 'infeasible' ? conflictOf(problem) : undefined,
      lowerBound,
      schedules,
      conflicts,
    }
  }
  const n = problem.activities.length
  const times = new Int32Array(2 * n)
  const mode = new Int32Array(n)
  problem.activities.forEach(({ fixed }, i) => {
    if (!fixed) return
    times[startOf(i)] = fixed.start
    times[finishOf(i)] = fixed.finish
    mode[i] = fixed.mode
  })
  activity.forEach((i, k) => {
    times[startOf(i)] = result.start![k]!
    times[finishOf(i)] = result.start![k]! + core.duration[result.mode[k]!]!
    mode[i] = result.mode[k]! - core.modeAt[k]!
  })
  const makespan = valueAt(problem, { kind: 'makespan' }, times)
  return {
    status: 'scheduled',
    start: pick(problem, times, startOf),
    finish: pick(problem, times, finishOf),
    mode,
    makespan,
    value: [makespan],
    bound: [Math.min(makespan, lowerBound)],
    optimal: makespan <= lowerBound || result.isProved,
    schedules,
    conflicts,
  }
}

/** A proposed schedule in the terms of the core. */
const proposalOf = ({ core, activity }: Reduced, { start, mode }: Proposed): CoreProposal => ({
  start: Array.from(activity, (i) => start[i]!),
  mode: Array.from(activity, (i, k) => core.modeAt[k]! + mode[i]!),
})

/** The chain of lags that cannot hold, where the lags alone leave no schedule. */
function conflictOf(problem: Problem): Conflict | undefined {
  const activities = problem.activities.map((a) => ({ ...a, modes: a.modes.map((m) => ({ ...m, demands: [] })) }))
  const result = schedule({ ...problem, resources: [], activities })
  return result.status === 'infeasible' ? result : undefined
}

/** Calendars, several projects, any regular goals: one mode each, no circle, no maximum lag. */
function listed(problem: Problem, limits: Limits): Found | NotFound {
  const result = searchOnCalendars(problem, limits)
  if (!result) return scheduled(problem)
  const { times, mode, value, bound, schedules } = result
  return {
    status: 'scheduled',
    start: pick(problem, times, startOf),
    finish: pick(problem, times, finishOf),
    mode,
    makespan: valueAt(problem, { kind: 'makespan' }, times),
    value,
    bound,
    optimal: value.every((v, g) => v === bound[g]),
    schedules,
    conflicts: 0,
  }
}

/** What the general engine makes of the problem; it knows no budgets. */
function scheduled(problem: Problem): Found | NotFound {
  if (problem.resources.some((r) => r.kind === 'budget')) {
    return { status: 'unknown', conflict: undefined, lowerBound: 0, schedules: 0, conflicts: 0 }
  }
  const result = schedule(problem)
  if (result.status === 'infeasible') {
    const status = result.proved ? 'infeasible' : 'unknown'
    return { status, conflict: result, lowerBound: 0, schedules: 1, conflicts: 0 }
  }
  const { start, finish, mode, value, bound, optimal } = result
  const makespan = finish.reduce((most, f) => Math.max(most, f), 0)
  return { status: 'scheduled', start, finish, mode, makespan, value, bound, optimal, schedules: 1, conflicts: 0 }
}
