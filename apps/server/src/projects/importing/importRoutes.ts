import {
  type CompanyId,
  contracts,
  type ImportPreview,
  type PersonId,
  type ProjectId,
  type TeamMember,
} from '@kaigong/contract'
import { markFaults, type ProjectListRead, toProjectListXlsx } from '@kaigong/export'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Deps } from '../../platform/deps.ts'
import type { Actor } from '../../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../../platform/http/answer.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { registerCompany } from '../companies.ts'
import { projectsFound } from '../list.ts'
import { changeProject, type Doing, projectById, registerProject } from '../save.ts'
import { setTeam } from '../team.ts'
import { lineOf } from './lineOf.ts'
import { type Intended, type Matched, match } from './match.ts'
import { readInThread } from './readInThread.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const KEPT_MINUTES = 60
const SAMPLE = 200

/** The project list as a sheet: out as the screen shows it, and in — first looked at, then all of it or nothing. */
export const importRoutes = (deps: Deps, doing: (actor: Actor) => Doing): readonly Route[] => [
  route(contracts.projects.exportSheet, async ({ actor, query, lang, read }) => {
    const rows = await read(async (tx) => {
      const found = await projectsFound(tx, actor.district, actor.person, query, { limit: 20_000, offset: 0 })
      const leaders = await leadersOf(tx, actor)
      return found.map((row) => lineOf(row, leaders.get(row.project_id) ?? null))
    })
    const asOf = deps.legalToday().toString()
    const title = lang === 'zh' ? '重大项目清单' : 'Major projects'
    const content = await toProjectListXlsx(rows, { title, asOf, lang })
    return { status: 200, bytes: { content, type: XLSX, fileName: `${title} ${asOf}.xlsx` } }
  }),
  route(contracts.projects.importPreview, async ({ actor, body, transact }) => {
    const sheet = await readInThread(body)
    if ('unreadable' in sheet) return refuse('import.unreadable', { detail: sheet.unreadable })
    return await transact(async (tx) => {
      const matched = await match(tx, actor.district, sheet)
      const uploadId = deps.newId()
      const preview = previewOf(uploadId, sheet, matched)
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
    transact(async (tx) => {
      const upload = await uploadOf(tx, deps, actor, params.uploadId)
      if (!upload) return refuse('request.notFound')
      const { sheet } = upload.preview as { readonly sheet: ProjectListRead }
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
      const count = (what: Intended['what']) => intended.filter((i) => i.what === what).length
      return { status: 200, body: { added: count('added'), changed: count('changed'), same: count('same') } }
    }),
  ),
  route(contracts.projects.importMarked, async ({ actor, params, read }) => {
    const upload = await read((tx) => uploadOf(tx, deps, actor, params.uploadId))
    if (!upload) return refuse('request.notFound')
    const { preview } = upload.preview as { readonly preview: ImportPreview }
    return {
      status: 200,
      bytes: { content: await markFaults(upload.bytes, preview.faults), type: XLSX, fileName: '标出错误的清单.xlsx' },
    }
  }),
]

function previewOf(uploadId: string, sheet: ProjectListRead, { intended, faults }: Matched): ImportPreview {
  const count = (what: Intended['what']) => intended.filter((i) => i.what === what).length
  return {
    uploadId,
    rows: sheet.rows.length,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    faults: faults.map((f) => ({ ...f })),
    warnings: [...sheet.warnings],
    sample: intended.slice(0, SAMPLE).map(({ line, what, body, changes }) => ({
      row: line.row,
      name: body.identity.name,
      what,
      changes: what === 'added' ? [] : [...changes],
    })),
  }
}

/** One line: the company where it is new, the project, then who has which duty. */
async function carryOut(
  tx: Tx,
  deps: Deps,
  doing: Doing,
  { what, existing, body, company, duties }: Intended,
): Promise<Refused | undefined> {
  if (what === 'same') return undefined
  const made = company && (await registerCompany(tx, doing.district, deps.newId() as CompanyId, company))
  if (isRefused(made)) return made
  const whole = made ? { ...body, identity: { ...body.identity, companyId: made.id } } : body
  const id = (existing?.project_id ?? deps.newId()) as ProjectId
  const saved = existing
    ? await changeProject(tx, deps.jobs, doing, existing, whole)
    : await registerProject(tx, doing, id, whole)
  if (isRefused(saved)) return saved
  if (duties.length === 0) return undefined
  const row = await projectById(tx, doing.district, id)
  if (!row) return refuse('request.notFound')
  const { ground } = await deps.catalogues.inForce(tx, doing.district)
  const now = await tx
    .selectFrom('team_member')
    .where('district_code', '=', doing.district)
    .where('project_id', '=', id)
    .select(['person_id', 'duty', 'agency_id'])
    .execute()
  const kept = now
    .filter((m) => !duties.some((d) => d.duty === m.duty))
    .map((m) => ({ personId: m.person_id, duty: m.duty, agencyId: m.agency_id }) as TeamMember)
  const set = await setTeam(tx, doing, ground, row, [
    ...kept,
    ...duties.map((d) => ({ personId: d.person as PersonId, duty: d.duty, agencyId: null })),
  ])
  return isRefused(set) ? set : undefined
}

const uploadOf = (tx: Tx, deps: Deps, actor: Actor, id: string) =>
  tx
    .selectFrom('upload')
    .where('district_code', '=', actor.district)
    .where('upload_id', '=', id)
    .where('at', '>', deps.now().subtract({ minutes: KEPT_MINUTES }).toString())
    .selectAll()
    .executeTakeFirst()

async function leadersOf(tx: Tx, actor: Actor): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('team_member as t')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 't.district_code').onRef('p.person_id', '=', 't.person_id'),
    )
    .where('t.district_code', '=', actor.district)
    .where('t.duty', '=', 'leader')
    .select(['t.project_id', 'p.name'])
    .execute()
  return new Map(rows.map((r) => [r.project_id, r.name]))
}
