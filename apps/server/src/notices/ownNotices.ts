import {
  type CaseId,
  type DistrictCode,
  Instant,
  type NoticeView,
  type PersonId,
  type ProjectId,
} from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

export type Whose = { readonly district: DistrictCode; readonly person: PersonId }

const ofPerson = (tx: Tx, { district, person }: Whose) =>
  tx.selectFrom('notice').where('district_code', '=', district).where('person_id', '=', person)

type Asked = { readonly unread: boolean; readonly limit: number; readonly cursor: string | undefined }

/** A stretch of what somebody was told, the newest first. A cursor that names no place begins at the top. */
export async function noticesOf(tx: Tx, whose: Whose, { unread, limit, cursor }: Asked) {
  const { at, seq } = placeOf(cursor)
  const rows = await ofPerson(tx, whose)
    .$if(unread, (q) => q.where('read_at', 'is', null))
    .$if(seq !== undefined, (q) => q.where(sql<boolean>`(at, seq) < (${at}::timestamptz, ${seq}::bigint)`))
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(
      (row): NoticeView => ({
        id: row.notice_id,
        kind: row.kind,
        at: row.at,
        readAt: row.read_at,
        says: row.says,
        caseId: row.case_id as CaseId,
        caseNumber: row.case_number,
        matterName: row.matter_name,
        projectId: row.project_id as ProjectId,
      }),
    ),
    next: rows.length > limit && last ? `${last.at} ${last.seq}` : null,
  }
}

/** Where a stretch ended; nothing of what is no moment that there can be. */
function placeOf(cursor = ''): { readonly at?: string; readonly seq?: string } {
  const [at = '', seq = '', ...more] = cursor.split(' ')
  const isPlace = more.length === 0 && /^[1-9].*Z$/.test(at) && Instant.safeParse(at).success && /^\d{1,18}$/.test(seq)
  return isPlace ? { at, seq } : {}
}

export async function unreadOf(tx: Tx, whose: Whose): Promise<number> {
  const { unread } = await ofPerson(tx, whose)
    .where('read_at', 'is', null)
    .select(sql<string>`count(*)`.as('unread'))
    .executeTakeFirstOrThrow()
  return Number(unread)
}

/** Those of `ids` that are one's own, or all; what was read before keeps its time. */
export async function markRead(
  tx: Tx,
  { district, person }: Whose,
  at: Temporal.Instant,
  ids: readonly string[] | undefined,
): Promise<void> {
  await tx
    .updateTable('notice')
    .set({ read_at: at.toString() })
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .where('read_at', 'is', null)
    .$if(ids !== undefined, (q) => q.where(sql<boolean>`notice_id = any(${ids}::uuid[])`))
    .execute()
}
