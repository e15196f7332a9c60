import { contracts, type ImportPreview } from '@kaigong/contract'
import type { ProjectListRead } from '@kaigong/export'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { isRefused, refuse } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { unlessCodeTaken } from '../codeTaken.ts'
import { projectsFound } from '../list.ts'
import type { Doing } from '../save.ts'
import { carryOut } from './carryOut.ts'
import { leadersOf } from './known.ts'
import { lineOf } from './lineOf.ts'
import { match } from './match.ts'
import { counted, previewOf } from './preview.ts'
import { markSheet, readSheet, writeSheet } from './sheetThread.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const KEPT_MINUTES = 60
const MOST_LINES = 20_000

/** The project list as a sheet: out as the screen shows it, and in — first looked at, then all of it or nothing. */
export const importRoutes = (deps: Deps, doing: (actor: Actor) => Doing): readonly Route[] => [
  route(contracts.projects.exportSheet, async ({ actor, query, lang, read }) => {
    const rows = await read(async (tx) => {
      const found = await projectsFound(tx, actor.district, actor.person, query, { limit: MOST_LINES, offset: 0 })
      const leaders = await leadersOf(tx, actor.district)
      return found.map((row) => lineOf(row, leaders.get(row.project_id) ?? null))
    })
    const asOf = deps.legalToday().toString()
    const title = lang === 'zh' ? '重大项目清单' : 'Major projects'
    const content = await writeSheet(rows, { title, asOf, lang })
    if (isRefused(content)) return content
    return { status: 200, bytes: { content, type: XLSX, fileName: `${title} ${asOf}.xlsx` } }
  }),
  route(contracts.projects.importPreview, async ({ actor, body, lang, transact }) => {
    const sheet = await readSheet(body)
    if (isRefused(sheet)) return sheet
    return await transact(async (tx) => {
      const uploadId = deps.newId()
      const preview = previewOf(uploadId, sheet.rows.length, await match(tx, actor.district, sheet), lang)
      await tx
        .insertInto('upload')
        .values({
          district_code: actor.district,
          upload_id: uploadId,
          person_id: actor.person,
          bytes: Buffer.from(body),
          preview: JSON.stringify({ sheet, preview }),
          at: deps.now().toString(),
        })
        .execute()
      return { status: 200, body: preview }
    })
  }),
  route(contracts.projects.importRun, async ({ actor, params, transact }) =>
    unlessCodeTaken(
      transact(async (tx) => {
        const upload = await uploadOf(tx, deps, actor, params.uploadId)
        if (!upload) return refuse('request.notFound')
        const { sheet } = upload.preview as { readonly sheet: ProjectListRead }
        // Matched anew: since the preview others may have changed what it rested on.
        const { intended, faults } = await match(tx, actor.district, sheet)
        if (faults.length > 0)
          return refuse('import.faulty', {
            errors: faults.slice(0, 50).map((f) => ({ pointer: `/${f.sheet}!${f.column}${f.row}`, detail: f.message })),
          })
        for (const one of intended) {
          const refused = await carryOut(tx, deps, doing(actor), one)
          if (refused) return refused
        }
        await tx
          .deleteFrom('upload')
          .where('district_code', '=', actor.district)
          .where('upload_id', '=', params.uploadId)
          .execute()
        return { status: 200, body: counted(intended) }
      }),
    ),
  ),
  route(contracts.projects.importMarked, async ({ actor, params, read }) => {
    const upload = await read((tx) => uploadOf(tx, deps, actor, params.uploadId))
    if (!upload) return refuse('request.notFound')
    const { preview } = upload.preview as { readonly preview: ImportPreview }
    const content = await markSheet(upload.bytes, preview.faults)
    if (isRefused(content)) return content
    return { status: 200, bytes: { content, type: XLSX, fileName: '标出错误的清单.xlsx' } }
  }),
]

const uploadOf = (tx: Tx, deps: Deps, actor: Actor, id: string) =>
  tx
    .selectFrom('upload')
    .where('district_code', '=', actor.district)
    .where('upload_id', '=', id)
    .where('at', '>', deps.now().subtract({ minutes: KEPT_MINUTES }).toString())
    .selectAll()
    .executeTakeFirst()
