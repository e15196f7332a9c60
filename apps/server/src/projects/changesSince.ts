import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { FieldChange } from './changedFields.ts'

type Changed = { readonly version: number } & (
  | { readonly changes: readonly FieldChange[] }
  | { readonly before: unknown; readonly team: unknown }
)

/** What was changed after a version, by whom: each field once, from what it was then to what it is now; the team counts as one field. */
export async function changesSince(tx: Tx, district: DistrictCode, project: string, since: number) {
  const rows = await tx
    .selectFrom('event as e')
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'e.district_code').onRef('p.person_id', '=', 'e.actor'),
    )
    .where('e.district_code', '=', district)
    .where('e.stream', '=', `project/${project}`)
    .where('e.type', 'in', ['projectChanged', 'teamChanged'])
    .select(['e.sealed', 'e.at', 'p.name'])
    .orderBy('e.version')
    .execute()
  const changed = new Map<string, { field: string; before: unknown; after: unknown; by: string | null; at: string }>()
  for (const row of rows) {
    const { data } = JSON.parse(row.sealed) as { readonly data: Changed }
    if (data.version <= since) continue
    const changes = 'changes' in data ? data.changes : [{ field: 'team', before: data.before, after: data.team }]
    for (const { field, before, after } of changes)
      changed.set(field, { field, before: (changed.get(field) ?? { before }).before, after, by: row.name, at: row.at })
  }
  return [...changed.values()]
}
