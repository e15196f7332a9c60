import { join } from 'node:path'
import { Piscina } from 'piscina'
import type { Planned, Planning, PlanTask, WriteTask } from './planning.ts'
import type { Asked, Told } from './worker.ts'

/** More than this waiting means that somebody should come back later, not wait behind all of them. */
const LONGEST_QUEUE = 50

/** Too many plans are waiting already: the answer is "busy", and nothing was begun. */
export class PlanningBusy extends Error {}

/** Threads that read catalogues and compute plans. An abort stops even a running computation, by ending its thread. */
export function openPlanning({ threads }: { readonly threads: number }): Planning {
  const pool = new Piscina<Asked, Told>({
    filename: join(import.meta.dirname, 'worker.ts'),
    minThreads: 1,
    maxThreads: threads,
    maxQueue: LONGEST_QUEUE,
    idleTimeout: 60_000,
  })
  const run = async (asked: Asked, signal?: AbortSignal): Promise<Told> => {
    try {
      return await pool.run(asked, signal ? { signal } : {})
    } catch (error) {
      if (error instanceof Error && /queue is at limit/i.test(error.message)) throw new PlanningBusy(error.message)
      throw error
    }
  }
  return {
    readCatalogue: async (texts) => {
      const told = await run({ kind: 'read', texts })
      if (typeof told === 'object' && ('catalogue' in told || 'faults' in told)) return told
      throw new Error('a worker answered something else than it was asked')
    },
    plan: async ({ edition, ...task }: PlanTask, signal) => {
      const first = await run({ kind: 'plan', ...task, edition: edition.id, texts: null }, signal)
      const told =
        first === 'textsNeeded'
          ? await run({ kind: 'plan', ...task, edition: edition.id, texts: edition }, signal)
          : first
      return told as Planned
    },
    write: async (task: WriteTask, signal) => {
      const told = await run({ kind: 'write', ...task }, signal)
      if (typeof told === 'object' && 'written' in told) return told.written
      throw new Error('a worker answered something else than it was asked')
    },
    close: () => pool.close({ force: true }),
  }
}
