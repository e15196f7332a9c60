import type { Database } from '../database/database.ts'
import { type Asking, inTransaction, type Tx } from '../database/transaction.ts'
import type { Cursor } from '../events/cursor.ts'
import { atMost } from './atMost.ts'
import { changesAfter, isResumable } from './changesAfter.ts'
import { type Hub, openHub, type Reader } from './hub.ts'
import { listen } from './listener.ts'

const PAGE = 1000
/** Whoever has missed more loads the page anew. */
const MOST_MISSED = 10_000
const READING_AT_ONCE = 2
/** Even if nobody wakes us: a notice may be lost with its connection. */
const ANYWAY_MS = 15_000

/** All who follow the changes at this server process. */
export type Feed = {
  /**
   * Lets somebody in where those meet who see the same.
   * @param end called when the feed closes.
   */
  readonly enter: (asking: Asking, end: () => void) => Entered
  /** Open answers, for the metrics. */
  readonly connections: () => number
  readonly isClosed: () => boolean
  /** Ends all open answers and the listening. */
  readonly close: () => Promise<void>
}

type Entered = {
  readonly hub: Pick<Hub, 'admit'>
  readonly isResumable: (from: Cursor) => Promise<boolean>
  readonly leave: (reader: Reader) => void
}

/**
 * Follows what is committed by any server process on the same database.
 * @param url of the application's role, for the one connection that listens.
 */
export function openFeed({ db, url }: { readonly db: Database; readonly url: string }): Feed {
  const hubs = new Map<string, { readonly district: string; readonly hub: Hub; readonly ends: Set<() => void> }>()
  const gate = atMost(READING_AT_ONCE)
  let isClosed = false

  const wake = (district?: string): void => {
    for (const of of hubs.values()) if (district === undefined || of.district === district) of.hub.wake()
  }
  const listener = listen(url, { onNotice: wake, onAgain: () => wake() })
  const anyway = setInterval(() => wake(), ANYWAY_MS)

  return {
    enter: (asking, end) => {
      const key = keyOf(asking)
      const reading = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => gate(() => inTransaction(db, asking, work))
      const of = hubs.get(key) ?? {
        district: asking.district,
        hub: openHub((from) => reading((tx) => changesAfter(tx, asking.district, from, PAGE))),
        ends: new Set(),
      }
      hubs.set(key, of)
      of.ends.add(end)
      return {
        hub: of.hub,
        isResumable: (from) => reading((tx) => isResumable(tx, asking.district, from, MOST_MISSED)),
        leave: (reader) => {
          of.hub.leave(reader)
          of.ends.delete(end)
          if (of.ends.size > 0) return
          of.hub.close()
          if (hubs.get(key) === of) hubs.delete(key)
        },
      }
    },
    connections: () => [...hubs.values()].reduce((sum, { ends }) => sum + ends.size, 0),
    isClosed: () => isClosed,
    close: async () => {
      isClosed = true
      clearInterval(anyway)
      for (const { hub, ends } of hubs.values()) {
        hub.close()
        for (const end of ends) end()
      }
      await listener.close()
    },
  }
}

/** Who reaches the whole district sees what all such see; the others see what their person, agency and company make visible. */
const keyOf = ({ district, reach, person, agency, company }: Asking): string =>
  reach === 'district' ? district : [district, reach, person, agency, company].join(' ')
