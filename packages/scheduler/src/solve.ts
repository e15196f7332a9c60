import { type Misfit, type Scarcity, scarcity } from './construct.ts'
import { type Timing, timesWithoutCapacity } from './free.ts'
import { compareValues, valueAt } from './goals.ts'
import { timesWithinCapacity } from './level.ts'
import type { Problem } from './model.ts'
import { choicesOf, neighboursOf } from './modes.ts'
import { narrowToCapacity } from './narrow.ts'
import { type Choice, type Network, network } from './network.ts'
import { profilesOf, suffice } from './profile.ts'
import { emptyQueue, type Window } from './propagate.ts'
import { firstWindow } from './window.ts'

/** What came of one choice of modes. */
export type Outcome = Solved | Failed

export type Solved = {
  readonly scarce: Scarcity
  /** What the lags and, where they bind, capacities without other activities allow before any goal. */
  readonly window: Window
  readonly timing: Timing
  readonly values: readonly number[]
  /** No schedule with these modes has better values. */
  readonly isExact: boolean
}

/** Without a misfit the lags alone leave no schedule. With a proved one no schedule exists either. */
export type Failed = { readonly net: Network; readonly misfit: Misfit | undefined; readonly isProved: boolean }

/** Best outcome over the choices of modes that are tried, and whether it is proved to be the best of all. */
export function solve(problem: Problem): {
  readonly outcome: Outcome
  readonly isExact: boolean
  readonly isSingle: boolean
} {
  const { list, isComplete } = choicesOf(problem)
  const first = solveChoice(problem, list[0]!)
  let outcome = first
  let isExact = isComplete && isDecided(first)
  for (const choice of list.slice(1)) {
    const next = solveChoice(problem, choice)
    isExact &&= isDecided(next)
    if (isBetter(problem, next, outcome)) outcome = next
  }
  if (!isComplete) outcome = descend(problem, outcome, list[0]!)
  return { outcome, isExact, isSingle: list.length === 1 && isComplete }
}

/** Changes one mode at a time while that makes the schedule better; one sweep over all modes for each step taken at most. */
function descend(problem: Problem, start: Outcome, from: Choice): Outcome {
  let outcome = start
  let choice = from
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const neighbour of neighboursOf(problem, choice)) {
      const next = solveChoice(problem, neighbour)
      if (!isBetter(problem, next, outcome)) continue
      outcome = next
      choice = neighbour
      isMoving = true
      break
    }
  }
  return outcome
}

function solveChoice(problem: Problem, choice: Choice): Outcome {
  const net = network(problem, choice)
  const queue = emptyQueue(net)
  const window = firstWindow(net, queue)
  if (!window) return { net, misfit: undefined, isProved: true }
  const profiles = profilesOf(problem, choice)
  const free = timesWithoutCapacity(net, { low: window.low.slice(), high: window.high.slice() }, queue)
  const scarce = scarcity(net, choice, profiles)
  const solved = (timing: Timing, isExact: boolean): Solved => {
    const values = problem.goals.map((goal) => valueAt(problem, goal, timing.times))
    return { scarce, window, timing, values, isExact }
  }
  if (suffice(problem, profiles, choice, free.times)) return solved(free, true)
  const squeezed = narrowToCapacity(scarce, window)
  if (squeezed) return { net, misfit: squeezed, isProved: true }
  const levelled = timesWithinCapacity(scarce, window)
  return 'times' in levelled ? solved(levelled, false) : { net, misfit: levelled, isProved: false }
}

const isDecided = (outcome: Outcome) => ('timing' in outcome ? outcome.isExact : outcome.isProved)

function isBetter({ goals }: Problem, a: Outcome, b: Outcome): boolean {
  if (!('timing' in a)) return false
  return !('timing' in b) || compareValues(goals, a.values, b.values) < 0
}
