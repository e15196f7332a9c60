import type { DistrictCode, MaterialVersion, MaterialView, PersonId, ProjectId, Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { World } from '../platform/world/world.ts'
import '../people/tables.ts'
import './tables.ts'

/** Who does something to materials of a project, when. */
export type Doing = {
  readonly district: DistrictCode
  readonly actor: PersonId
  readonly at: Temporal.Instant
  readonly project: ProjectId
}

export const doingOf = (
  { now }: Pick<World, 'now'>,
  { district, person }: Pick<Actor, 'district' | 'person'>,
  project: ProjectId,
): Doing => ({ district, actor: person, at: now(), project })

/** A material of the catalogue by its name, as events keep it. */
export type Use = { readonly id: string; readonly name: Text }

export const streamOf = (project: ProjectId, material: string): string => `material/${project}/${material}`

/** Appends to the history of one material, which the transaction holds: two who do something at once wait for each other. */
export async function tellOfMaterial(
  tx: Tx,
  { district, actor, at, project }: Doing,
  material: string,
  event: NewEvent,
): Promise<void> {
  const about = { district, stream: streamOf(project, material), actor, at, project }
  await append(tx, about, await headOf(tx, district, about.stream), [event])
}

/** A material, held until the transaction ends. */
export const holdMaterial = (tx: Tx, district: DistrictCode, project: ProjectId, material: string) =>
  tx
    .selectFrom('material')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('material_id', '=', material)
    .select(['version', 'latest', 'uses'])
    .forUpdate()
    .executeTakeFirst()

/** Materials of a project with all their versions, the latest uploaded first; or one of them. */
export async function materialsOf(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
  only?: string,
): Promise<readonly MaterialView[]> {
  const rows = await tx
    .selectFrom('material_version as v')
    .innerJoin('material as m', (j) =>
      j.onRef('m.district_code', '=', 'v.district_code').onRef('m.material_id', '=', 'v.material_id'),
    )
    .leftJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 'v.district_code').onRef('p.person_id', '=', 'v.uploaded_by'),
    )
    .where('v.district_code', '=', district)
    .where('v.project_id', '=', project)
    .$if(only !== undefined, (q) => q.where('v.material_id', '=', only ?? ''))
    .select(['m.material_id', 'm.version', 'm.uses', 'v.no', 'v.name', 'v.kind', 'v.size', 'v.sha256', 'v.scanned'])
    .select(['v.uploaded_at', 'p.name as uploaded_by'])
    .orderBy('v.uploaded_at', 'desc')
    .orderBy('v.no', 'desc')
    .execute()
  return [...Map.groupBy(rows, (row) => row.material_id)].flatMap(([id, versions]) => {
    const [latest, ...earlier] = versions
    if (!latest) return []
    return [
      {
        id,
        version: latest.version,
        uses: [...latest.uses],
        latest: versionView(latest),
        earlier: earlier.map(versionView),
      },
    ]
  })
}

type Row = Omit<MaterialVersion, 'size' | 'uploadedBy' | 'uploadedAt'> & {
  readonly size: string
  readonly uploaded_by: string | null
  readonly uploaded_at: string
}

const versionView = ({ no, name, kind, size, sha256, scanned, uploaded_by, uploaded_at }: Row): MaterialVersion => ({
  no,
  name,
  kind,
  size: Number(size),
  sha256,
  scanned,
  uploadedBy: uploaded_by,
  uploadedAt: uploaded_at,
})
