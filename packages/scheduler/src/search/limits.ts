import type { Proposed } from '../verify.ts'

/** When a search ends and whom it tells. Without any limit it ends with the proof. */
export type Limits = {
  /** Everything that chance decides follows from it; 1 unless given. */
  readonly seed?: number
  /** Steps: schedules generated and scored, and contradictions that the exact search met. The same number gives the same answer. */
  readonly schedules?: number
  readonly seconds?: number
  /** Seconds that have passed, from whatever beginning: a package has no clock of its own. `seconds` needs it. */
  readonly now?: () => number
  /** A schedule to start from, such as the one in force before a change; it need not keep everything. */
  readonly from?: Proposed
  readonly isStopped?: () => boolean
  readonly progress?: (progress: Progress) => void
}

export type Progress = {
  readonly makespan: number | undefined
  readonly lowerBound: number
  readonly schedules: number
  readonly conflicts: number
}

/** Whether the time is over or somebody asked to stop. */
export function watch({ seconds, now, isStopped }: Limits): () => boolean {
  if (seconds === undefined || !now) return isStopped ?? (() => false)
  const end = now() + seconds
  return () => now() >= end || (isStopped?.() ?? false)
}
