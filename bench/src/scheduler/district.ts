import { type Found, type Problem, search, verify } from '@kaigong/scheduler'
import { districtProblem } from './districtProblem.ts'
import { processorSeconds } from './measure.ts'

/** Says how a district's portfolio is planned: the first answer, the answer after so many seconds, and one change re-planned. */
export function measureDistrict(seconds: readonly number[]): readonly string[] {
  const problem = districtProblem(1)
  const timed = (limits: Parameters<typeof search>[1], of: Problem = problem) => {
    const began = processorSeconds()
    const found = search(of, { now: processorSeconds, ...limits })
    const took = processorSeconds() - began
    if (found.status !== 'scheduled') throw new Error('The district has no schedule')
    const broken = verify(of, found)
    if (broken.length > 0) throw new Error(`The schedule breaks: ${JSON.stringify(broken.slice(0, 3))}`)
    return { found, seconds: took }
  }
  const says = (what: string, { found, seconds: took }: { found: Found; seconds: number }) =>
    `${what}: ${took.toFixed(2)} s, lateness ${found.value[0]} (bound ${found.bound[0]}), makespan ${found.value[1]} (bound ${found.bound[1]}), ${found.schedules} steps`
  const first = timed({ schedules: 1 })
  const longer = seconds.map((s) => timed({ seconds: s }))
  const last = longer.at(-1) ?? first
  const changed: Problem = {
    ...problem,
    activities: problem.activities.map((a, i) => (i === 0 ? { ...a, release: (a.release ?? 0) + 240 } : a)),
  }
  const again = timed({ schedules: 1, from: last.found }, changed)
  return [
    says(`district of ${problem.activities.length} activities, first answer`, first),
    ...longer.map((l, k) => says(`within ${seconds[k]} s`, l)),
    says('one change re-planned', again),
  ]
}
