import { contracts, type ProjectId } from '@kaigong/contract'
import { type Asking, inTransaction } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { begin } from './begin.ts'
import type { FileDeps } from './deps.ts'
import { inspect } from './inspect.ts'
import { doingOf, materialsOf, tellOfMaterial } from './materials.ts'
import { take } from './take.ts'
import { holdUpload, type UploadRow, uploadRow, uploadView } from './uploads.ts'

/**
 * Uploads in parts. What breaks off goes on where it stopped: `begin` with the same content tells how much has come, parts are put one
 * behind the other, `finish` looks at the whole and takes it.
 */
export const uploadRoutes = (deps: FileDeps): readonly Route[] => [
  route(contracts.files.begin, async ({ params: { projectId }, body, actor, transact }) =>
    transact(async (tx) => {
      const begun = await begin(tx, deps, actor, projectId, body)
      if (isRefused(begun)) return begun
      return { status: begun.isNew ? 201 : 200, body: begun.upload }
    }),
  ),
  route(contracts.files.upload, async ({ params, actor, read }) => {
    const row = await read((tx) => uploadRow(tx, actor, params))
    return row ? { status: 200, body: uploadView(row) } : refuse('request.notFound')
  }),
  partRoute(deps),
  finishRoute(deps),
  route(contracts.files.abandon, async ({ params, actor, transact }) => {
    const answer = await transact(async (tx) => {
      const removed = await tx
        .deleteFrom('file_upload')
        .where('district_code', '=', actor.district)
        .where('person_id', '=', actor.person)
        .where('project_id', '=', params.projectId)
        .where('upload_id', '=', params.uploadId)
        .returning('upload_id')
        .executeTakeFirst()
      return removed ? { status: 204 } : refuse('request.notFound')
    })
    if (!isRefused(answer)) await deps.files.forget(actor.district, params.uploadId)
    return answer
  }),
]

/** Held meanwhile, so that of two parts at one place each is whole before the other begins. */
const partRoute = ({ files }: FileDeps): Route =>
  route(contracts.files.part, async ({ params, body, actor, transact }) =>
    transact(async (tx) => {
      const row = await holdUpload(tx, actor, params)
      if (!row) return refuse('request.notFound')
      const [received, size, end] = [Number(row.received), Number(row.size), params.offset + body.length]
      if (params.offset > received)
        return refuse('file.gap', {
          detail: { zh: `已收到 ${received} 字节，请从这里继续`, en: `${received} bytes have come; go on from there` },
        })
      if (end > size)
        return refuse('request.tooLarge', {
          detail: { zh: `文件只有 ${size} 字节`, en: `the file was to have ${size} bytes` },
        })
      if (end <= received) return { status: 200, body: uploadView(row) }
      await files.write(actor.district, params.uploadId, params.offset, body)
      await tx
        .updateTable('file_upload')
        .set({ received: end })
        .where('district_code', '=', actor.district)
        .where('upload_id', '=', params.uploadId)
        .execute()
      return { status: 200, body: uploadView({ ...row, received: String(end) }) }
    }),
  )

const finishRoute = (deps: FileDeps): Route =>
  route(contracts.files.finish, async ({ params, actor, asking, read, transact }) => {
    const { files, scanner } = deps
    const { district } = actor
    const upload = await read((tx) => uploadRow(tx, actor, params))
    if (!upload) return refuse('request.notFound')
    const taken = async (scanned: boolean) => {
      const answer = await transact(async (tx) => {
        const held = await holdUpload(tx, actor, params)
        if (!held) return refuse('request.notFound')
        const material =
          held.became ?? (await take(tx, doingOf(deps, actor, params.projectId), held, deps.newId(), scanned))
        if (isRefused(material)) return material
        const [view] = await materialsOf(tx, district, params.projectId, material)
        return view ? { status: 201, body: view, etag: view.version } : refuse('request.notFound')
      })
      if (!isRefused(answer)) await files.forget(district, params.uploadId)
      return answer
    }
    if (upload.became !== null) return await taken(false)
    if (Number(upload.received) < Number(upload.size)) return refuse('file.incomplete')
    // A page whose line broke asks again while the first is still looked at: who comes second may find the parts gone, for they were taken.
    const wasTaken = async () => (await read((tx) => holdUpload(tx, actor, params)))?.became != null
    const path = files.partial(district, params.uploadId)
    const { kind, sha256 } = upload
    try {
      const found = await inspect(path, { kind, sha256, size: Number(upload.size) }, scanner)
      if ('refusal' in found) {
        if (found.again) return found.refusal
        if (!(await dropped(deps, actor, asking, upload, found.virus))) return await taken(false)
        await files.forget(district, params.uploadId)
        return found.refusal
      }
      // Before the transaction: what the database names is there. What is there and not named does no harm.
      await files.keep(district, sha256, path, Number(upload.size))
      return await taken(found.scanned)
    } catch (error) {
      if (!isMissing(error) || !(await wasTaken())) throw error
      return await taken(false)
    }
  })

/**
 * Drops an upload that was looked at and refused, and tells of a virus in it.
 * @returns false where another has taken it, or dropped it, meanwhile.
 */
const dropped = (deps: FileDeps, actor: Actor, asking: Asking, upload: UploadRow, virus: string | undefined) =>
  inTransaction(deps.db, asking, async (tx) => {
    const { project_id: project, upload_id: uploadId, sha256 } = upload
    const projectId = project as ProjectId
    const held = await holdUpload(tx, actor, { projectId, uploadId })
    if (!held || held.became !== null) return false
    await tx
      .deleteFrom('file_upload')
      .where('district_code', '=', actor.district)
      .where('upload_id', '=', uploadId)
      .execute()
    if (virus !== undefined)
      await tellOfMaterial(tx, doingOf(deps, actor, projectId), uploadId, {
        type: 'uploadInfected',
        data: { virus, sha256, size: Number(upload.size) },
      })
    return true
  })

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
