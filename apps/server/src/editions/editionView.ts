import type { DistrictCode, EditionId, EditionView } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../platform/catalogue/tables.ts'

/** What a trial found, as it lies in the edition's row. */
export type Trial = {
  readonly at: string
  readonly running: boolean
  readonly progress: number
  readonly projects: number
  readonly touched: readonly Touched[]
  readonly failed: readonly {
    readonly projectId: string
    readonly name: string
    readonly reason: { readonly zh: string; readonly en: string }
  }[]
}
export type Touched = {
  readonly projectId: string
  readonly name: string
  readonly changes: readonly {
    readonly kind: string
    readonly id: string
    readonly name: { readonly zh: string; readonly en: string }
    readonly before: { readonly zh: string; readonly en: string } | null
    readonly after: { readonly zh: string; readonly en: string } | null
  }[]
  readonly promises: readonly {
    readonly matter: string
    readonly name: { readonly zh: string; readonly en: string }
    readonly promisedOn: string
    readonly wouldBe: string | null
  }[]
}

const editions = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('edition as e')
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'e.district_code').onRef('p.person_id', '=', 'e.proposed_by'),
    )
    .where('e.district_code', '=', district)
    .selectAll('e')
    .select('p.name as proposer')

export type EditionRow = NonNullable<Awaited<ReturnType<typeof editionById>>>

export const editionById = (tx: Tx, district: DistrictCode, id: EditionId) =>
  editions(tx, district).where('e.edition_id', '=', id).executeTakeFirst()

/** The one in force first, then by when they were proposed. */
export const editionsOf = (tx: Tx, district: DistrictCode) =>
  editions(tx, district)
    .orderBy((e) =>
      e.case().when('e.status', '=', 'inForce').then(0).when('e.status', '=', 'proposed').then(1).else(2).end(),
    )
    .orderBy('e.proposed_at', 'desc')
    .execute()

export const trialOf = (row: Pick<EditionRow, 'trial'>): Trial | null => row.trial as Trial | null

export function viewOf(row: EditionRow): EditionView {
  const trial = trialOf(row)
  return {
    id: row.edition_id as EditionId,
    version: row.version,
    name: row.name,
    status: row.status,
    cause: row.cause,
    calendarThrough: row.calendar_through,
    lawCheckedThrough: row.law_checked_through,
    proposedBy: row.proposer,
    proposedAt: row.proposed_at,
    adoptedAt: row.adopted_at,
    trial: trial && {
      at: trial.at,
      projects: trial.projects,
      touched: trial.touched.length,
      running: trial.running,
      progress: trial.progress,
    },
  }
}
