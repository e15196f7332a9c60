import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { type Doing, holdMaterial, tellOfMaterial } from './materials.ts'
import type { UploadRow } from './uploads.ts'
import { named } from './wanted.ts'

/**
 * Makes of an upload that was looked at a new material, or the next version of the one it was meant for.
 * @param id of the material, where it is a new one.
 * @returns the id of the material.
 */
export async function take(
  tx: Tx,
  doing: Doing,
  upload: UploadRow,
  id: string,
  scanned: boolean,
): Promise<string | Refused> {
  const { district, actor, at, project } = doing
  const before = upload.material_id === null ? undefined : await holdMaterial(tx, district, project, upload.material_id)
  if (upload.material_id !== null && !before) return refuse('request.notFound')
  const material = upload.material_id ?? id
  const no = (before?.latest ?? 0) + 1
  // Checked when it began; what a newer plan no longer asks for is no reason to send 500 MB again.
  const wanted = [...new Set([...(before?.uses ?? []), ...upload.uses])]
  const uses = await named(tx, district, project, wanted)
  if (before)
    await tx
      .updateTable('material')
      .set({ version: before.version + 1, latest: no, uses: JSON.stringify(wanted) })
      .where('district_code', '=', district)
      .where('material_id', '=', material)
      .execute()
  else
    await tx
      .insertInto('material')
      .values({ district_code: district, material_id: material, project_id: project, uses: JSON.stringify(wanted) })
      .execute()
  const { name, kind, sha256 } = upload
  const size = Number(upload.size)
  await tx
    .insertInto('material_version')
    .values({
      district_code: district,
      material_id: material,
      no,
      project_id: project,
      name,
      kind,
      size,
      sha256,
      scanned,
      uploaded_by: actor,
      uploaded_at: at.toString(),
    })
    .execute()
  await tx
    .updateTable('file_upload')
    .set({ became: material })
    .where('district_code', '=', district)
    .where('upload_id', '=', upload.upload_id)
    .execute()
  await tellOfMaterial(tx, doing, material, {
    type: before ? 'materialRenewed' : 'materialAdded',
    data: { material, no, kind, size, sha256, scanned, uses },
  })
  return material
}
