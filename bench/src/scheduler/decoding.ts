import { decoding, type Problem } from '@kaigong/scheduler'
import { processorSeconds } from './measure.ts'

const ROUNDS = 5
const SECONDS_A_ROUND = 0.4

/** Schedules generated and scored a second from one list, the best of some rounds: what the decoding alone can do. */
export function schedulesASecond(problem: Problem): number {
  const decode = decoding(problem)
  let best = 0
  for (let round = 0; round < ROUNDS; round++) {
    const began = processorSeconds()
    let made = 0
    let seconds = 0
    while (seconds < SECONDS_A_ROUND) {
      for (let k = 0; k < 2000; k++) decode()
      made += 2000
      seconds = processorSeconds() - began
    }
    best = Math.max(best, made / seconds)
  }
  return best
}
