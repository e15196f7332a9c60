import { type Change, contracts, urlOf } from '@kaigong/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keysOf } from './keysOf.ts'
import { meKey } from './queryClient.ts'

/** A burst, such as a bulk change, asks for each list once. */
const GATHER_MS = 150
const AGAIN_MS = 5000

/**
 * Follows the stream of changes and makes stale what each one touches; call it once, in the frame.
 * Returns whether the stream is broken, so that the page can say that it may be out of date.
 * A hidden page lets go of the stream (browsers allow six connections to a host) and catches up when it is shown again.
 */
export function useLive(): boolean {
  const client = useQueryClient()
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let gathering: ReturnType<typeof setTimeout> | undefined
    let openedBefore = false
    const stale = new Map<string, readonly string[]>()

    const everything = () => client.invalidateQueries()
    const flush = () => {
      gathering = undefined
      for (const queryKey of stale.values()) client.invalidateQueries({ queryKey })
      stale.clear()
    }
    const take = (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as Change
      for (const key of keysOf(change) ?? []) stale.set(key.join(' '), key)
      gathering ??= setTimeout(flush, GATHER_MS)
    }
    const open = () => {
      clearTimeout(again)
      source?.close()
      source = new EventSource(urlOf(contracts.operations.stream))
      // A new EventSource does not know where the former one stood; one that reconnects by itself does.
      let mayHaveMissed = openedBefore
      source.onopen = () => {
        setBroken(false)
        if (mayHaveMissed) everything()
        mayHaveMissed = false
        openedBefore = true
      }
      source.onmessage = take
      source.addEventListener('reset', everything)
      source.onerror = () => {
        setBroken(true)
        // Where the connection only broke, EventSource itself comes back with Last-Event-ID.
        if (source?.readyState !== EventSource.CLOSED) return
        // Refused, it may be because the session is over; a stream cannot say so, the next question does.
        client.invalidateQueries({ queryKey: meKey })
        again = setTimeout(open, AGAIN_MS)
      }
    }
    const onVisibility = () => {
      if (!document.hidden) open()
      else {
        clearTimeout(again)
        source?.close()
      }
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      clearTimeout(again)
      clearTimeout(gathering)
      source?.close()
    }
  }, [client])
  return broken
}
