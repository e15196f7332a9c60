import { Worker } from 'node:worker_threads'
import type { ProjectListRead } from '@kaigong/export'

export type ReadSheet = ProjectListRead | { readonly unreadable: { readonly zh: string; readonly en: string } }

const LONGEST_MS = 30_000

/**
 * Reads an uploaded sheet in a thread of its own with little memory and little time: a file that was made to eat both ends the thread,
 * not the server.
 */
export async function readInThread(bytes: Uint8Array): Promise<ReadSheet> {
  const worker = new Worker(new URL('./readingThread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 384 },
  })
  const { promise, resolve } = Promise.withResolvers<ReadSheet>()
  const tooMuch = {
    unreadable: {
      zh: '表格太大或已损坏，读取未能完成',
      en: 'The sheet is too large or broken; it could not be read to its end',
    },
  }
  const late = setTimeout(() => resolve(tooMuch), LONGEST_MS)
  worker.once('message', (read: ReadSheet) => resolve(read))
  worker.once('error', () => resolve(tooMuch))
  worker.once('exit', () => resolve(tooMuch))
  const read = await promise
  clearTimeout(late)
  await worker.terminate()
  return read
}
