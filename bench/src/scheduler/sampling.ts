import { type Length, type Problem, sample, search } from '@kaigong/scheduler'
import { processorSeconds } from './measure.ts'

const RUNS = 10_000

/** Seconds for 10,000 runs of a plan in which every length is drawn. */
export function secondsOfSampling(problem: Problem): number {
  const found = search(problem, { schedules: 2000 })
  if (found.status !== 'scheduled') throw new Error('The plan to sample has no schedule')
  const lengths = new Map(
    problem.activities.flatMap(({ modes }, i): readonly (readonly [number, Length])[] => {
      const { amount } = modes[found.mode[i]!]!.duration
      return amount === 0 ? [] : [[i, { kind: 'triangular', least: amount * 0.8, likely: amount, most: amount * 2 }]]
    }),
  )
  const gates = [{ activity: problem.activities.length - 1, point: 'finish' } as const]
  const began = processorSeconds()
  sample(problem, found, { lengths, runs: RUNS, seed: 1, gates })
  return processorSeconds() - began
}
