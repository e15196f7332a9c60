import type { Activity, Problem } from './model.ts'
import type { Choice } from './network.ts'
import { endOf } from './span.ts'

// Each choice costs a whole schedule: 64 of them stay far below a second for 300 activities that no capacity binds.
const MOST_CHOICES = 64

/** Choices of modes to try, shortest durations first, and whether these are all there are. */
export type Choices = { readonly list: readonly Choice[]; readonly isComplete: boolean }

/** All choices where they are few; otherwise only that of the shortest mode for everybody. */
export function choicesOf(problem: Problem): Choices {
  const options = problem.activities.map((activity) => modesByLength(problem, activity))
  const count = options.reduce((product, modes) => product * modes.length, 1)
  const shortest = new Int32Array(options.length)
  options.forEach((modes, i) => {
    shortest[i] = modes[0]!
  })
  if (count > MOST_CHOICES) return { list: [shortest], isComplete: false }
  let list = [shortest]
  options.forEach((modes, i) => {
    if (modes.length > 1) list = list.flatMap((choice) => modes.map((mode) => choice.with(i, mode)))
  })
  return { list, isComplete: true }
}

/** Every choice that differs from `choice` in the mode of one activity. */
export function* neighboursOf(problem: Problem, choice: Choice): Generator<Choice> {
  for (let i = 0; i < choice.length; i++) {
    const modes = problem.activities[i]!.fixed ? 1 : problem.activities[i]!.modes.length
    for (let mode = 0; mode < modes; mode++) if (mode !== choice[i] && modes > 1) yield choice.with(i, mode)
  }
}

const ONLY = [0]

function modesByLength(problem: Problem, { modes, release = 0, fixed }: Activity): readonly number[] {
  if (fixed) return [fixed.mode]
  if (modes.length === 1) return ONLY
  const end = modes.map((mode) => endOf(problem, mode.duration, release))
  return [...modes.keys()].sort((a, b) => end[a]! - end[b]!)
}
