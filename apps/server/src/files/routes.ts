import { contracts, fileKinds } from '@kaigong/contract'
import { projectRow } from '../plans/project.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import type { FileDeps } from './deps.ts'
import { doingOf, holdMaterial, materialsOf, streamOf, tellOfMaterial } from './materials.ts'
import { mayWrite } from './mayWrite.ts'
import { uploadRoutes } from './uploadRoutes.ts'
import { checklist, named, usesOf } from './wanted.ts'

const { files } = contracts

/** Materials of a project: what is there, what is asked for, coming in, handed out. */
export const fileRoutes = (deps: FileDeps): readonly Route[] => [
  route(files.list, async ({ params: { projectId }, actor, read }) =>
    read(async (tx) => {
      if (!(await projectRow(tx, actor.district, projectId))) return refuse('request.notFound')
      const items = [...(await materialsOf(tx, actor.district, projectId))]
      return { status: 200, body: { items, mayWrite: await mayWrite(tx, actor, projectId) } }
    }),
  ),
  route(files.checklist, async ({ params: { projectId }, query: { plan }, actor: { district }, read }) =>
    read(async (tx) => {
      if (!(await projectRow(tx, district, projectId))) return refuse('request.notFound')
      const list = await checklist(tx, district, projectId, plan)
      return isRefused(list) ? list : { status: 200, body: list }
    }),
  ),
  ...uploadRoutes(deps),
  route(files.use, async ({ params: { projectId, materialId }, body, ifMatch, actor, transact }) =>
    transact(async (tx) => {
      const { district } = actor
      const material = await holdMaterial(tx, district, projectId, materialId)
      if (!material) return refuse('request.notFound')
      if (material.version !== ifMatch) return refuse('request.stale', { current: material.version })
      const uses = await usesOf(tx, district, projectId, body.uses, material.uses)
      if (isRefused(uses)) return uses
      await tx
        .updateTable('material')
        .set({ uses: JSON.stringify(uses.map(({ id }) => id)), version: material.version + 1 })
        .where('district_code', '=', district)
        .where('material_id', '=', materialId)
        .execute()
      const data = { material: materialId, before: [...material.uses], uses }
      await tellOfMaterial(tx, doingOf(deps, actor, projectId), materialId, { type: 'materialUsed', data })
      const [view] = await materialsOf(tx, district, projectId, materialId)
      return view ? { status: 200, body: view, etag: view.version } : refuse('request.notFound')
    }),
  ),
  downloadRoute(deps),
  route(files.seen, async ({ params: { projectId, materialId }, actor: { district }, read }) =>
    read(async (tx) => {
      const [material] = await materialsOf(tx, district, projectId, materialId)
      if (!material) return refuse('request.notFound')
      const rows = await tx
        .selectFrom('event as e')
        .leftJoin('person as p', (j) =>
          j.onRef('p.district_code', '=', 'e.district_code').onRef('p.person_id', '=', 'e.actor'),
        )
        .where('e.district_code', '=', district)
        .where('e.stream', '=', streamOf(projectId, materialId))
        .where('e.type', '=', 'materialDownloaded')
        .select(['e.sealed', 'e.at', 'p.name as by'])
        .orderBy('e.version', 'desc')
        .limit(500)
        .execute()
      const items = rows.map(({ sealed, at, by }) => ({ no: Number(JSON.parse(sealed).data.no), by, at }))
      return { status: 200, body: { items } }
    }),
  ),
]

/** Who saw what: nothing is handed out that is not recorded, and what cannot be read is not recorded as seen. */
const downloadRoute = (deps: FileDeps): Route =>
  route(files.download, async ({ params: { projectId, materialId, no }, actor, read, transact }) => {
    const { district } = actor
    const [material, uses] = await read(async (tx) => {
      const [found] = await materialsOf(tx, district, projectId, materialId)
      return [found, await named(tx, district, projectId, found?.uses ?? [])] as const
    })
    const version = material && [material.latest, ...material.earlier].find((v) => v.no === no)
    if (!version) return refuse('request.notFound')
    const content = await deps.files.read(district, version.sha256).catch(() => undefined)
    if (!content) return refuse('file.lost')
    try {
      const answer = await transact(async (tx) => {
        if (!(await holdMaterial(tx, district, projectId, materialId))) return refuse('request.notFound')
        await tellOfMaterial(tx, doingOf(deps, actor, projectId), materialId, {
          type: 'materialDownloaded',
          data: { material: materialId, no, sha256: version.sha256, uses },
        })
        return {
          status: 200,
          headers: { 'content-length': String(version.size) },
          bytes: { content, type: fileKinds[version.kind].type, fileName: version.name },
        }
      })
      if (isRefused(answer)) content.destroy()
      return answer
    } catch (error) {
      content.destroy()
      throw error
    }
  })
