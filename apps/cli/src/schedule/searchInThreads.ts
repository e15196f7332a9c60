import { Worker } from 'node:worker_threads'
import { compareValues, type Found, type Goal, type NotFound, type Problem, type Progress } from '@kaigong/scheduler'
import type { Allowance } from './limits.ts'
import type { Task, Told } from './searchThread.ts'

/**
 * Searches in as many threads as allowed, each with a seed of its own, and takes the best: of equal ones that of the first
 * thread, so that a number of threads gives one answer. SIGINT ends the search with the best so far.
 */
export async function searchInThreads(
  problem: Problem,
  { seed, seconds, schedules, threads }: Allowance,
  progress: (progress: Progress) => void,
): Promise<Found | NotFound> {
  const stop = new SharedArrayBuffer(4)
  const interrupt = () => void Atomics.store(new Int32Array(stop), 0, 1)
  process.on('SIGINT', interrupt)
  try {
    const results = await Promise.all(
      Array.from({ length: threads }, (_, t) =>
        inThread({ problem, seed: seed + t, seconds, schedules, stop }, t === 0 ? progress : () => undefined),
      ),
    )
    return results.reduce((a, b) => better(problem.goals, a, b))
  } finally {
    process.off('SIGINT', interrupt)
  }
}

function inThread(task: Task, progress: (progress: Progress) => void): Promise<Found | NotFound> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./searchThread.ts', import.meta.url), { workerData: task })
    worker.on('message', (told: Told) => {
      if ('result' in told) resolve(told.result)
      else progress(told.progress)
    })
    worker.on('error', reject)
  })
}

/** Of two results of one problem what both together say. */
function better(goals: readonly Goal[], a: Found | NotFound, b: Found | NotFound): Found | NotFound {
  const work = { schedules: a.schedules + b.schedules, conflicts: a.conflicts + b.conflicts }
  if (a.status !== 'scheduled') return { ...(b.status === 'scheduled' || b.status === 'infeasible' ? b : a), ...work }
  if (b.status !== 'scheduled') return { ...a, ...work }
  const best = compareValues(goals, a.value, b.value) <= 0 ? a : b
  const bound = a.bound.map((own, g) => (a.bound.length === 1 ? Math.max(own, b.bound[g] ?? own) : own))
  return { ...best, ...work, bound, optimal: a.optimal || b.optimal || best.value.every((v, g) => v === bound[g]) }
}
