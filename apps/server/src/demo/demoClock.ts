import { DEMO_BEGINS } from '@kaigong/demo'
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import type { World } from '../platform/world/world.ts'

/**
 * The clock of a demonstration: it stood at `DEMO_BEGINS` when the demo was seeded and has gone on from there, through restarts too.
 * @param seededAt the real instant at which the demo was seeded.
 */
export function demoWorld(real: World, seededAt: Temporal.Instant): World {
  const behind = Temporal.Instant.from(DEMO_BEGINS).until(seededAt)
  const now = () => real.now().subtract(behind)
  return { ...real, now, legalToday: () => now().toZonedDateTimeISO('Asia/Shanghai').toPlainDate() }
}

/** When the demo in this database was seeded; undefined where there is none. */
export async function demoSeededAt(db: Database): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: string }>`select seeded_at as at from public.kaigong_demo`.execute(db)
  return rows[0] && Temporal.Instant.from(rows[0].at)
}

export const noteSeeded = (db: Database, at: Temporal.Instant) =>
  sql`insert into public.kaigong_demo (seeded_at) values (${at.toString()}) on conflict do nothing`.execute(db)
