import type { DistrictCode, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../certificates/tables.ts'
import '../people/tables.ts'

/** The latest conversion of a project's land day, with who pressed; undefined while there is none. */
export const conversionOf = (tx: Tx, district: DistrictCode, project: ProjectId) =>
  tx
    .selectFrom('land_conversion as c')
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'c.district_code').onRef('p.person_id', '=', 'c.pressed_by'),
    )
    .where('c.district_code', '=', district)
    .where('c.project_id', '=', project)
    .select(['c.conversion_id', 'c.at', 'c.issued_on', 'c.land_on', 'p.name as by'])
    .orderBy('c.at', 'desc')
    .limit(1)
    .executeTakeFirst()
