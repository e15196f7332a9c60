import { join } from 'node:path'
import { Piscina } from 'piscina'
import { type Refused, refuse } from '../../platform/http/answer.ts'
import type { Sheet } from '../sheets/sheet.ts'

/** What a thread is told. */
export type PrintTask = Sheet & { readonly officeFolder: string }
/** What it answers: the sheet, or the characters that no font has. */
export type Printed = { readonly bytes: Uint8Array } | { readonly characters: readonly string[] }

/** Sets sheets as PDF/A-2b. The same sheet gives the same bytes. */
export type Press = {
  readonly print: (sheet: Sheet) => Promise<Uint8Array | Refused>
  readonly close: () => Promise<void>
}

const LONGEST_QUEUE = 100
/** The fonts of a thread are some 30 MB: it ends when nobody has printed for so long. */
const IDLE_MS = 300_000

/**
 * Threads that set documents, so that nobody else waits meanwhile.
 * @param officeFolder the office's own fonts; '' where it has none.
 */
export function openPress(officeFolder: string): Press {
  const threads = new Piscina<PrintTask, Printed>({
    filename: join(import.meta.dirname, 'pressWork.ts'),
    minThreads: 0,
    maxThreads: 2,
    maxQueue: LONGEST_QUEUE,
    idleTimeout: IDLE_MS,
  })
  return {
    print: async (sheet) => {
      try {
        const printed = await threads.run({ ...sheet, officeFolder })
        return 'bytes' in printed ? printed.bytes : unprintable(printed.characters)
      } catch (error) {
        if (error instanceof Error && /queue is at limit/i.test(error.message)) return refuse('server.busy')
        throw error
      }
    },
    close: () => threads.close({ force: true }),
  }
}

const unprintable = (characters: readonly string[]): Refused =>
  refuse('document.unprintable', {
    detail: {
      zh: `字体里没有这些字：${characters.join('、')}`,
      en: `No font has these characters: ${characters.join(', ')}`,
    },
  })
