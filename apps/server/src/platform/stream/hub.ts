import { type Cursor, isAfter } from '../events/cursor.ts'
import type { Page, Told } from './changesAfter.ts'

const AGAIN_FIRST_MS = 50
const AGAIN_LONGEST_MS = 1000

/** Somebody who follows; keeps its own place. */
export type Reader = {
  /** Hands over changes, in order and each once; up to `position` the reader has missed nothing. */
  readonly take: (told: readonly Told[], position: Cursor) => void
}

/** Reads once for all who see the same. */
export type Hub = {
  /**
   * One page behind a place. When it reaches the watermark the reader belongs to the hub from then on; when it is full, the caller asks again
   * from its position, once the reader has digested it.
   */
  readonly admit: (reader: Reader, from: Cursor | null) => Promise<Page>
  readonly leave: (reader: Reader) => void
  /** Something may have happened. */
  readonly wake: () => void
  readonly close: () => void
}

/** @param read one page, as those who follow are allowed to see it. */
export function openHub(read: (from: Cursor | null) => Promise<Page>): Hub {
  /** Each reader with the place up to which it has been told. */
  const readers = new Map<Reader, Cursor>()
  let position: Cursor | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let isQueued = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = AGAIN_FIRST_MS

  // One after the other: a page read earlier is never told later, so that places only grow.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }

  const tell = (reader: Reader, page: Page): void => {
    const known = readers.get(reader)
    readers.set(reader, page.position)
    reader.take(known ? page.told.filter(({ cursor }) => isAfter(cursor, known)) : page.told, page.position)
  }

  const wake = (): void => {
    // Also with no reader yet: one may be on its way in, behind a page that was read before this happened.
    if (isQueued) return
    isQueued = true
    inTurn(async () => {
      isQueued = false
      await readOn()
    }).catch(() => later())
  }

  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(wake, wait)
    wait = Math.min(2 * wait, AGAIN_LONGEST_MS)
  }

  async function readOn(): Promise<void> {
    for (;;) {
      if (readers.size === 0) return
      const page = await read(position)
      position = page.position
      for (const [reader, known] of readers) if (isAfter(page.position, known)) tell(reader, page)
      if (page.isFull) continue
      if (page.isPending) later()
      else wait = AGAIN_FIRST_MS
      return
    }
  }

  return {
    admit: (reader, from) =>
      inTurn(async () => {
        const page = await read(from)
        if (page.isFull) return page
        // The others may stand further back: they are told from where they stand, and the newcomer skips what it knows.
        if (readers.size === 0) position = page.position
        tell(reader, page)
        if (page.isPending) later()
        return page
      }),
    leave: (reader) => {
      readers.delete(reader)
    },
    wake,
    close: () => {
      clearTimeout(timer)
      readers.clear()
    },
  }
}
