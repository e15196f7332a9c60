import type { ServerResponse } from 'node:http'
import { type Cursor, textOf } from '../events/cursor.ts'
import type { Told } from './changesAfter.ts'

/** What may wait for a slow reader, in bytes; beyond it the reader is let go, and resumes when it comes back. */
const MOST_WAITING = 1024 * 1024

/** A reader's open answer, `text/event-stream` of the HTML standard. */
export type EventStream = {
  readonly tell: (told: readonly Told[], position: Cursor) => void
  /** Too much was missed: the page must load everything anew. */
  readonly reset: () => void
  /** Keeps proxies from closing a silent connection, and moves the place from which the reader resumes. */
  readonly beat: () => void
  /** Resolves when the reader has taken what was written, or is gone. */
  readonly drained: () => Promise<void>
  readonly isOver: () => boolean
  readonly end: () => void
}

export function openEventStream(response: ServerResponse): EventStream {
  let place: Cursor | null = null
  const write = (text: string): void => {
    if (response.destroyed || response.writableEnded) return
    response.write(text)
    if (response.writableLength > MOST_WAITING) response.destroy()
  }
  // An id without data tells a browser where it stands, and is no event.
  const standing = (): string => (place ? `id: ${textOf(place)}\n\n` : '\n')
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  write('retry: 2000\n\n')
  return {
    tell: (told, position) => {
      const isFirst = place === null
      place = position
      const lines = told.map(({ cursor, change }) => `id: ${textOf(cursor)}\ndata: ${JSON.stringify(change)}\n\n`)
      if (isFirst || lines.length > 0) write(lines.join('') + standing())
    },
    reset: () => write('event: reset\ndata: {}\n\n'),
    beat: () => write(`:\n${standing()}`),
    drained: () =>
      response.writableNeedDrain && !response.destroyed
        ? new Promise((done) => {
            const settle = (): void => {
              response.off('drain', settle).off('close', settle)
              done()
            }
            response.on('drain', settle).on('close', settle)
          })
        : Promise.resolve(),
    isOver: () => response.destroyed || response.writableEnded,
    end: () => {
      response.end()
    },
  }
}
