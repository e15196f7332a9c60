import { type AskedOf, type fileContracts, LARGEST_FILE, type ProjectId, type UploadView } from '@kaigong/contract'
import { projectRow } from '../plans/project.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import type { FileDeps } from './deps.ts'
import { fileName } from './fileName.ts'
import { holdMaterial } from './materials.ts'
import { uploadRow, uploadView } from './uploads.ts'
import { usesOf } from './wanted.ts'

/** Uploads that one person may have under way: what is unfinished lies on the disk for a day. */
const MOST_UPLOADS = 20

type Begun = AskedOf<typeof fileContracts.begin>['body']

/** Begins an upload, or goes on with what the same person began of the same content for the same material. */
export async function begin(
  tx: Tx,
  { files, newId, now }: FileDeps,
  { district, person }: Actor,
  project: ProjectId,
  { name: given, size, sha256, uses, materialId }: Begun,
): Promise<{ readonly upload: UploadView; readonly isNew: boolean } | Refused> {
  const named = fileName(given)
  if (isRefused(named)) return named
  if (size > LARGEST_FILE)
    return refuse('request.tooLarge', { detail: { zh: '一个文件最大 500 MB', en: 'A file has 500 MB at most' } })
  if (!(await projectRow(tx, district, project))) return refuse('request.notFound')
  const material = materialId === null ? undefined : await holdMaterial(tx, district, project, materialId)
  if (materialId !== null && !material) return refuse('request.notFound')
  const checked = await usesOf(tx, district, project, uses, material?.uses)
  if (isRefused(checked)) return checked

  const open = await tx
    .selectFrom('file_upload')
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .where('became', 'is', null)
    .select(['upload_id', 'project_id', 'sha256', 'size', 'material_id', 'received'])
    .execute()
  const meant = { ...named, uses: JSON.stringify(uses) }
  const same = open.find(
    (u) => u.project_id === project && u.sha256 === sha256 && Number(u.size) === size && u.material_id === materialId,
  )
  const uploadId = same?.upload_id ?? newId()
  if (same) {
    // A machine that lost its folder begins again.
    const arrived = await files.arrived(district, uploadId)
    await tx
      .updateTable('file_upload')
      .set({ ...meant, received: arrived < Number(same.received) ? 0 : Number(same.received) })
      .where('district_code', '=', district)
      .where('upload_id', '=', uploadId)
      .execute()
  } else {
    if (open.length >= MOST_UPLOADS) return refuse('file.tooManyUploads')
    await tx
      .insertInto('file_upload')
      .values({
        ...meant,
        district_code: district,
        upload_id: uploadId,
        project_id: project,
        person_id: person,
        size,
        sha256,
        material_id: materialId,
        became: null,
        begun_at: now().toString(),
      })
      .execute()
  }
  const row = await uploadRow(tx, { district, person }, { projectId: project, uploadId })
  if (!row) throw new Error('an upload that was just begun cannot be read')
  return { upload: uploadView(row), isNew: !same }
}
