import type { ServerResponse } from 'node:http'
import type { Asking } from '../database/transaction.ts'
import { type Cursor, cursorOf } from '../events/cursor.ts'
import { openEventStream } from './eventStream.ts'
import type { Feed } from './feed.ts'

/** How often an open answer shows that it lives, and how often it is asked anew whether the person is still signed in. */
export type Pace = { readonly beatMs: number; readonly whoMs: number }

export const usualPace: Pace = { beatMs: 20_000, whoMs: 30_000 }

/**
 * Tells changes to one reader until it leaves, its sign-in ends, or the server shuts down.
 * @param lastEventId as the reader names it; what it missed since comes first. null: only what happens from now on.
 * @param isStillAllowed whether the same person still asks with the same rights.
 */
export async function follow(
  feed: Feed,
  asking: Asking,
  response: ServerResponse,
  lastEventId: string | null,
  isStillAllowed: () => Promise<boolean>,
  pace: Pace,
): Promise<void> {
  const stream = openEventStream(response)
  if (stream.isOver()) return
  const { hub, isResumable, leave } = feed.enter(asking, stream.end)
  const reader = { take: stream.tell }
  const beat = setInterval(stream.beat, pace.beatMs)
  const who = setInterval(async () => {
    // A database that is gone for a moment ends nobody's session; there is nothing to tell meanwhile either.
    const isAllowed = await isStillAllowed().catch(() => true)
    if (!isAllowed) stream.end()
  }, pace.whoMs)
  response.on('close', () => {
    clearInterval(beat)
    clearInterval(who)
    leave(reader)
  })

  let from: Cursor | null = lastEventId === null ? null : cursorOf(lastEventId)
  if (lastEventId !== null && !(from && (await isResumable(from)))) {
    from = null
    stream.reset()
  }
  for (;;) {
    const page = await hub.admit(reader, from)
    // Who left while the page was read had been taken off before it was admitted.
    if (stream.isOver()) return leave(reader)
    if (!page.isFull) return
    stream.tell(page.told, page.position)
    from = page.position
    await stream.drained()
  }
}
