import type { DistrictCode, JointId, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import '../files/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

const rows = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('joint as j')
    .innerJoin('project as p', (on) =>
      on.onRef('p.district_code', '=', 'j.district_code').onRef('p.project_id', '=', 'j.project_id'),
    )
    .where('j.district_code', '=', district)
    .selectAll('j')
    .select(['p.name as project_name', 'p.company_name', 'p.synthetic'])

/** One joint handling with the names that its page shows. */
export const jointById = (tx: Tx, district: DistrictCode, id: JointId) =>
  rows(tx, district).where('j.joint_id', '=', id).executeTakeFirst()

export type JointRow = NonNullable<Awaited<ReturnType<typeof jointById>>>

/** Those of a project, the latest first. */
export const jointsOfProject = (tx: Tx, district: DistrictCode, project: ProjectId) =>
  rows(tx, district)
    .where('j.project_id', '=', project)
    .orderBy('j.opened_at', 'desc')
    .orderBy('j.joint_id')
    .limit(200)
    .execute()

/** Those that are not closed in which an agency or a company has a part, what is due first on top. */
export const jointsOpenFor = (
  tx: Tx,
  district: DistrictCode,
  { agency, company }: { readonly agency: string | null; readonly company: string | null },
) =>
  rows(tx, district)
    .where('j.stage', '<>', 'closed')
    .where((e) =>
      e.or([
        e('j.lead', '=', agency ?? ''),
        ...(company === null ? [] : [e('j.company_id', '=', company)]),
        e.exists(
          e
            .selectFrom('joint_participant as t')
            .whereRef('t.district_code', '=', 'j.district_code')
            .whereRef('t.joint_id', '=', 'j.joint_id')
            .where('t.agency_id', '=', agency ?? '')
            .where('t.waits', '=', true)
            .select('t.agency_id'),
        ),
      ]),
    )
    .orderBy('j.due_on', (o) => o.asc().nullsLast())
    .orderBy('j.joint_id')
    .limit(200)
    .execute()

/** All that are not closed in which somebody has let its day go by. */
export const jointsWithSilence = (tx: Tx, district: DistrictCode, today: string) =>
  rows(tx, district)
    .where('j.stage', '=', 'open')
    .where((e) =>
      e.exists(
        e
          .selectFrom('joint_participant as t')
          .whereRef('t.district_code', '=', 'j.district_code')
          .whereRef('t.joint_id', '=', 'j.joint_id')
          .where('t.waits', '=', true)
          .where('t.due_on', '<', today)
          .select('t.agency_id'),
      ),
    )
    .orderBy('j.joint_id')
    .execute()

/** Versions of the project's materials with these contents. */
export const papersWith = (tx: Tx, district: DistrictCode, project: string, hashes: readonly string[]) =>
  tx
    .selectFrom('material_version')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('sha256', 'in', [...hashes])
    .select(['material_id', 'no', 'name', 'sha256'])
    .orderBy('uploaded_at')
    .execute()

/** The content of a version of a material of the project; undefined where it has none. */
export async function contentOf(
  tx: Tx,
  district: DistrictCode,
  project: string,
  { materialId, no }: { readonly materialId: string; readonly no: number },
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('material_version')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('material_id', '=', materialId)
    .where('no', '=', no)
    .select('sha256')
    .executeTakeFirst()
  return row?.sha256
}
