import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The name of the channel on which readers learn that something happened; the payload is the district. */
export const CHANNEL = 'kaigong_event'

const waiting = new WeakMap<Database, Set<string>>()

/**
 * Wakes the readers of all server processes: something was committed in a district. What happens while a notice is under way shares the next.
 *
 * Not in the transaction that appends: a transaction that notifies locks the whole database against others that do until it is on disk, so no
 * two commits would share one write. A notice that is lost with its process costs a reader seconds and no change: it reads by watermark.
 */
export function wakeReaders(db: Database, district: string): void {
  const open = waiting.get(db)
  if (open) {
    open.add(district)
    return
  }
  const districts = new Set([district])
  waiting.set(db, districts)
  tell(db, districts)
}

async function tell(db: Database, districts: Set<string>): Promise<void> {
  while (districts.size > 0) {
    const told = [...districts]
    districts.clear()
    // Nothing to keep: the notice need not wait for the disk.
    await sql`select set_config('synchronous_commit', 'off', true), pg_notify(${CHANNEL}, district) from unnest(${told}::text[]) district`
      .execute(db)
      .catch(() => undefined)
  }
  // In the same breath as the last look: whoever comes now begins a notice of their own.
  waiting.delete(db)
}
