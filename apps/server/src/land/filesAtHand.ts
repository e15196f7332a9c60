import type { DistrictCode, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../files/tables.ts'

/** A material of the project in its latest version. */
export type FileAtHand = {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly uses: readonly string[]
}

export const filesAtHand = (tx: Tx, district: DistrictCode, project: ProjectId): Promise<FileAtHand[]> =>
  tx
    .selectFrom('material as m')
    .innerJoin('material_version as v', (j) =>
      j
        .onRef('v.district_code', '=', 'm.district_code')
        .onRef('v.material_id', '=', 'm.material_id')
        .onRef('v.no', '=', 'm.latest'),
    )
    .where('m.district_code', '=', district)
    .where('m.project_id', '=', project)
    .select(['m.material_id as id', 'v.name', 'v.sha256', 'm.uses'])
    .execute()
