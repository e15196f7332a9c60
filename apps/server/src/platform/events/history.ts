import type { DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../database/transaction.ts'
import { cursorOf } from './cursor.ts'
import { type Says, sayEvent } from './says.ts'
import './tables.ts'

export type HistoryFilter = {
  readonly project?: string | undefined
  readonly stream?: string | undefined
  readonly type?: string | undefined
  /** Of somebody by that name or id. */
  readonly actor?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly limit: number
  readonly cursor?: string | undefined
}

/** Events that a filter finds, wherever its page begins, with the person who did each. */
const found = (tx: Tx, district: DistrictCode, filter: Omit<HistoryFilter, 'limit' | 'cursor'>) =>
  tx
    .selectFrom('event as e')
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'e.district_code').onRef('p.person_id', '=', sql`e.actor`),
    )
    .where('e.district_code', '=', district)
    .$if(filter.project !== undefined, (q) => q.where('e.project_id', '=', filter.project ?? ''))
    .$if(filter.stream !== undefined, (q) => q.where('e.stream', '=', filter.stream ?? ''))
    .$if(filter.type !== undefined, (q) => q.where('e.type', '=', filter.type ?? ''))
    .$if(filter.actor !== undefined, (q) =>
      q.where((e) => e.or([e('p.name', '=', filter.actor ?? ''), e(sql`e.actor::text`, '=', filter.actor ?? '')])),
    )
    .$if(filter.from !== undefined, (q) => q.where('e.at', '>=', `${filter.from}T00:00:00+08:00`))
    .$if(filter.until !== undefined, (q) =>
      q.where(
        'e.at',
        '<',
        sql<string>`${filter.until}::date::timestamp at time zone 'Asia/Shanghai' + interval '1 day'`,
      ),
    )

/** How many events a filter finds. It looks at each, so it is asked once for a list and not for each page. */
export async function countOf(tx: Tx, district: DistrictCode, filter: HistoryFilter): Promise<number> {
  const { total } = await found(tx, district, filter)
    .select(sql<string>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** What happened, the latest first, as sentences with who did it: a page of it. */
export async function history(tx: Tx, says: Says, district: DistrictCode, filter: HistoryFilter) {
  const before = cursorOf(filter.cursor ?? '')
  const rows = await found(tx, district, filter)
    .$if(before !== null, (q) =>
      q.where(sql<boolean>`(e.tx, e.seq) < (${String(before?.tx)}::xid8, ${String(before?.seq)}::bigint)`),
    )
    .select([
      'e.stream',
      'e.version',
      'e.type',
      'e.at',
      'e.sealed',
      'e.hash',
      'e.seq',
      'p.name as actor',
      sql<string>`e.tx::text`.as('tx'),
    ])
    .orderBy('e.tx', 'desc')
    .orderBy('e.seq', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const shown = rows.slice(0, filter.limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => {
      const data = dataIn(row.sealed)
      return {
        stream: row.stream,
        version: row.version,
        type: row.type,
        at: row.at,
        actor: row.actor,
        hash: row.hash,
        says: sayEvent(says, row.type, data),
        data: data as never,
      }
    }),
    next: rows.length > filter.limit && last ? `${last.tx}-${last.seq}` : null,
  }
}

/** What an event says. A text that somebody altered behind our back may say nothing: the verification names it, the list still opens. */
function dataIn(sealed: string): Readonly<Record<string, unknown>> {
  try {
    const { data } = JSON.parse(sealed) as { readonly data?: Readonly<Record<string, unknown>> }
    return data ?? {}
  } catch {
    return {}
  }
}
