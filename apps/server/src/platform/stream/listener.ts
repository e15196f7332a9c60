import pg from 'pg'
import { CHANNEL } from '../events/wakeReaders.ts'

const FIRST_WAIT_MS = 100
const LONGEST_WAIT_MS = 5000

export type Listener = { readonly close: () => Promise<void> }

/**
 * Listens on one connection of its own, and makes a new one by itself when that breaks.
 * @param onNotice something was committed in a district.
 * @param onAgain the connection stands, the first time or again: what was said meanwhile was not heard.
 */
export function listen(
  url: string,
  on: { readonly onNotice: (district: string) => void; readonly onAgain: () => void },
): Listener {
  let wait = FIRST_WAIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let client: pg.Client | undefined
  let isClosed = false

  const connect = async (): Promise<void> => {
    const own = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: LONGEST_WAIT_MS })
    client = own
    let isOver = false
    const again = (): void => {
      if (isOver) return
      isOver = true
      own.end().catch(() => undefined)
      if (isClosed) return
      timer = setTimeout(connect, wait)
      wait = Math.min(2 * wait, LONGEST_WAIT_MS)
    }
    own.on('error', again)
    own.on('end', again)
    own.on('notification', ({ payload }) => on.onNotice(payload ?? ''))
    try {
      await own.connect()
      await own.query(`listen ${CHANNEL}`)
      wait = FIRST_WAIT_MS
      on.onAgain()
    } catch {
      again()
    }
  }
  connect()

  return {
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
