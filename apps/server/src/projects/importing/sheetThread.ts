import { join } from 'node:path'
import type { CellFault, ProjectListOptions, ProjectListRead, ProjectRow } from '@kaigong/export'
import { Piscina } from 'piscina'
import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'

/** What is done to a sheet. */
export type SheetTask =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'mark'; readonly bytes: Uint8Array; readonly faults: readonly CellFault[] }
  | { readonly do: 'write'; readonly rows: readonly ProjectRow[]; readonly options: ProjectListOptions }

/** What comes of it. */
export type SheetDone =
  | ProjectListRead
  | { readonly unreadable: { readonly zh: string; readonly en: string } }
  | { readonly bytes: Uint8Array }

const LONGEST_MS = 60_000

/**
 * Threads with little memory and little time: a file that was made to eat both ends its thread, not the server. Two of them together stay
 * below what a small server has; none runs while nobody has a sheet.
 */
const threads = new Piscina<SheetTask, SheetDone>({
  filename: join(import.meta.dirname, 'sheetThreadWork.ts'),
  minThreads: 0,
  maxThreads: 2,
  maxQueue: 20,
  idleTimeout: 10_000,
  resourceLimits: { maxOldGenerationSizeMb: 256 },
})

/** Reads an uploaded sheet. */
export async function readSheet(bytes: Uint8Array): Promise<ProjectListRead | Refused> {
  const done = await inThread({ do: 'read', bytes })
  if (isRefused(done) || 'rows' in done) return done
  return refuse('import.unreadable', 'unreadable' in done ? { detail: done.unreadable } : {})
}

/** The uploaded sheet with its faults marked. */
export const markSheet = (bytes: Uint8Array, faults: readonly CellFault[]): Promise<Uint8Array | Refused> =>
  written({ do: 'mark', bytes, faults })

/** The list as a sheet: two thousand projects take some two seconds, in which nobody else is to wait. */
export const writeSheet = (rows: readonly ProjectRow[], options: ProjectListOptions): Promise<Uint8Array | Refused> =>
  written({ do: 'write', rows, options })

async function written(task: SheetTask): Promise<Uint8Array | Refused> {
  const done = await inThread(task)
  return isRefused(done) ? done : 'bytes' in done ? done.bytes : refuse('server.failed')
}

async function inThread(task: SheetTask): Promise<SheetDone | Refused> {
  try {
    return await threads.run(task, { signal: AbortSignal.timeout(LONGEST_MS) })
  } catch (error) {
    if (error instanceof Error && /queue is at limit/i.test(error.message)) return refuse('server.busy')
    return refuse(task.do === 'write' ? 'server.busy' : 'import.unreadable', { detail: tooMuch })
  }
}

const tooMuch = {
  zh: '表格太大或已损坏，办理未能完成；请分几个文件，或缩小筛选范围',
  en: 'The sheet is too large or broken, and this could not be finished; use several files or a narrower filter',
}
