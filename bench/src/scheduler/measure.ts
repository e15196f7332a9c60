import { type Problem, search, verify } from '@kaigong/scheduler'

/** Where a search stood at one moment. */
type Standing = {
  readonly seconds: number
  readonly makespan: number | undefined
  readonly lowerBound: number
  readonly isProved: boolean
}

export type Measured = {
  /** One for each moment asked for. */
  readonly at: readonly Standing[]
  readonly infeasible: boolean
  readonly seconds: number
  readonly schedules: number
  readonly conflicts: number
}

/** Processor time of this thread: on a shared machine the clock on the wall measures the neighbours. */
export const processorSeconds = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

/** Searches until the last of these moments and notes where it stood at each. Every schedule goes through the checker. */
export function measure(problem: Problem, moments: readonly number[], seed: number): Measured {
  const began = processorSeconds()
  const standings: (Standing | undefined)[] = moments.map(() => undefined)
  let last: Standing = { seconds: 0, makespan: undefined, lowerBound: 0, isProved: false }
  const note = (now: Standing) => {
    moments.forEach((moment, k) => {
      if (now.seconds > moment) standings[k] ??= last
    })
    last = now
  }
  const result = search(problem, {
    seed,
    seconds: Math.max(...moments),
    now: processorSeconds,
    progress: ({ makespan, lowerBound }) =>
      note({ seconds: processorSeconds() - began, makespan, lowerBound, isProved: false }),
  })
  const seconds = processorSeconds() - began
  const isFound = result.status === 'scheduled'
  if (isFound) {
    const broken = verify(problem, result)
    if (broken.length > 0) throw new Error(`The schedule found breaks: ${JSON.stringify(broken.slice(0, 3))}`)
  }
  const infeasible = result.status === 'infeasible'
  note({
    seconds,
    makespan: isFound ? result.makespan : undefined,
    lowerBound: isFound ? (result.bound[0] ?? 0) : result.lowerBound,
    isProved: infeasible || (isFound && result.optimal),
  })
  return {
    at: standings.map((s) => s ?? last),
    infeasible,
    seconds,
    schedules: result.schedules,
    conflicts: result.conflicts,
  }
}
