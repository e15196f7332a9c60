import { parentPort, workerData } from 'node:worker_threads'
import { type Found, type NotFound, type Problem, type Progress, search } from '@kaigong/scheduler'

/** What one thread is to search, and the flag by which it is asked to stop. */
export type Task = {
  readonly problem: Problem
  readonly seed: number
  readonly seconds: number | undefined
  readonly schedules: number | undefined
  readonly stop: SharedArrayBuffer
}

export type Told = { readonly progress: Progress } | { readonly result: Found | NotFound }

const seconds = () => performance.now() / 1000

/** A search keeps its thread busy, so that it runs in one of its own: Ctrl+C and progress get through meanwhile. */
function run({ problem, stop, ...limits }: Task): Found | NotFound {
  const flag = new Int32Array(stop)
  return search(problem, {
    seed: limits.seed,
    now: seconds,
    isStopped: () => Atomics.load(flag, 0) !== 0,
    progress: (progress) => parentPort?.postMessage({ progress } satisfies Told),
    ...(limits.seconds === undefined ? {} : { seconds: limits.seconds }),
    ...(limits.schedules === undefined ? {} : { schedules: limits.schedules }),
  })
}

if (parentPort) parentPort.postMessage({ result: run(workerData as Task) } satisfies Told)
