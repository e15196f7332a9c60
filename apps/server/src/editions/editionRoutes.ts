import { diff } from '@kaigong/catalogue'
import { contracts, type DistrictCode, type EditionId } from '@kaigong/contract'
import { MOVE_DEADLINES } from '../cases/moveDeadlines.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, headOf } from '../platform/events/append.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { searchKey } from '../platform/search/searchKey.ts'
import { diffView } from './diffView.ts'
import { type EditionRow, editionById, editionsOf, trialOf, viewOf } from './editionView.ts'
import { factsView } from './factsView.ts'
import { matterLines, matterView } from './matterView.ts'
import { propose } from './propose.ts'
import { settingsFiles, settingsHistory, settingsPath } from './settings.ts'
import { TRIAL } from './trialJob.ts'

/** The catalogue as a district reads it, and how it is changed: proposed, tried, adopted. */
export function editionRoutes(deps: Deps): readonly Route[] {
  const opened = (tx: Tx, district: DistrictCode, edition: EditionId | undefined) =>
    edition === undefined ? deps.catalogues.inForce(tx, district) : deps.catalogues.open(tx, district, edition)
  const { editions } = contracts
  return [
    route(editions.matters, async ({ actor, query, read }) => {
      const edition = await read((tx) => opened(tx, actor.district, query.edition))
      if (!edition) return refuse('request.notFound')
      const typed = query.q?.toLowerCase() ?? ''
      const items = matterLines(edition.ground).filter(
        ({ id, name }) =>
          typed === '' ||
          id.toLowerCase() === typed ||
          name.zh.includes(typed) ||
          name.en.toLowerCase().includes(typed) ||
          searchKey(name.zh).includes(typed),
      )
      return { status: 200, body: { edition: edition.id, items } }
    }),
    route(editions.matter, async ({ actor, params, query, read }) => {
      const edition = await read((tx) => opened(tx, actor.district, query.edition))
      const matter = edition?.ground.matters.get(params.matterId.toUpperCase())
      return edition && matter ? { status: 200, body: matterView(edition.ground, matter) } : refuse('request.notFound')
    }),
    route(editions.facts, async ({ actor, query, read }) => {
      const edition = await read((tx) => opened(tx, actor.district, query.edition))
      return edition ? { status: 200, body: factsView(edition.ground) as never } : refuse('request.notFound')
    }),
    route(editions.list, async ({ actor, read }) => ({
      status: 200,
      body: { items: (await read((tx) => editionsOf(tx, actor.district))).map(viewOf) },
    })),
    route(editions.diff, async ({ actor, params, query, read }) =>
      read(async (tx) => {
        const [before, after] = [
          await deps.catalogues.open(tx, actor.district, query.from),
          await deps.catalogues.open(tx, actor.district, params.editionId),
        ]
        if (!before || !after) return refuse('request.notFound')
        const two = { before: before.ground.catalogue, after: after.ground.catalogue }
        return { status: 200, body: { changes: [...diffView(diff(two.before, two.after), two)] } }
      }),
    ),
    route(editions.propose, async ({ actor, body, transact }) =>
      transact(async (tx) => {
        const row = await propose(
          tx,
          deps.planning,
          { district: actor.district, actor: actor.person, at: deps.now() },
          { ...body, reason: null },
        )
        return isRefused(row) ? row : { status: 201, etag: row.version, body: viewOf(row) }
      }),
    ),
    route(editions.try, async ({ actor, params, transact }) =>
      transact(async (tx) => {
        const row = await editionById(tx, actor.district, params.editionId)
        if (row?.status !== 'proposed') return refuse('request.notFound')
        const trial = { at: deps.now().toString(), running: true, progress: 0, projects: 0, touched: [], failed: [] }
        await tx
          .updateTable('edition')
          .set({ trial: JSON.stringify(trial) })
          .where('district_code', '=', actor.district)
          .where('edition_id', '=', row.edition_id)
          .execute()
        await deps.jobs.send(tx, TRIAL, { district: actor.district, edition: row.edition_id })
        return { status: 202, body: viewOf({ ...row, trial }) }
      }),
    ),
    route(editions.trial, async ({ actor, params, read }) => {
      const row = await read((tx) => editionById(tx, actor.district, params.editionId))
      const trial = row && trialOf(row)
      if (!row || !trial) return refuse('request.notFound')
      return {
        status: 200,
        body: { edition: viewOf(row), touched: trial.touched as never, failed: trial.failed as never },
      }
    }),
    route(editions.adopt, async ({ actor, params, ifMatch, transact }) =>
      transact(async (tx) => {
        const row = await editionById(tx, actor.district, params.editionId)
        if (row?.status !== 'proposed') return refuse('request.notFound')
        if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
        const now = await editionInForceRow(tx, actor.district)
        const trial = trialOf(row)
        // Tried against what is in force now: a trial against a predecessor says nothing.
        if (!trial || trial.running || (now?.adopted_at && trial.at < now.adopted_at)) return refuse('edition.notTried')
        return { status: 200, etag: row.version + 1, body: viewOf(await adopted(tx, deps, actor, row, now)) }
      }),
    ),
    route(editions.drop, async ({ actor, params, ifMatch, transact }) =>
      transact(async (tx) => {
        const row = await editionById(tx, actor.district, params.editionId)
        if (row?.status !== 'proposed') return refuse('request.notFound')
        if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
        await setStatus(tx, row, { status: 'dropped', version: row.version + 1 })
        const stream = `edition/${row.edition_id}`
        await append(
          tx,
          { district: actor.district, stream, actor: actor.person, at: deps.now() },
          await headOf(tx, actor.district, stream),
          [{ type: 'editionDropped', data: { edition: row.edition_id } }],
        )
        return {
          status: 200,
          etag: row.version + 1,
          body: viewOf({ ...row, status: 'dropped', version: row.version + 1 }),
        }
      }),
    ),
    route(editions.settings, async ({ actor, read }) =>
      read(async (tx) => {
        const edition = await deps.catalogues.inForce(tx, actor.district)
        const { code, name, agencies } = edition.ground.district
        return {
          status: 200,
          body: {
            edition: edition.id,
            district: { code, name },
            files: settingsFiles(actor.district, edition),
            agencies: agencies.map((a) => ({ id: a.id, name: a.name, short: a.short })),
            matters: edition.ground.catalogue.matters.map((m) => ({
              id: m.id,
              name: m.name,
              variants: (m.variants ?? []).map((v) => ({ id: v.id, name: v.name })),
            })),
            history: await settingsHistory(tx, actor.district),
          },
        }
      }),
    ),
    route(editions.changeSettings, async ({ actor, params, body, transact }) =>
      transact(async (tx) => {
        const files = [{ path: settingsPath(actor.district, params.file), text: body.text }]
        const row = await propose(
          tx,
          deps.planning,
          { district: actor.district, actor: actor.person, at: deps.now() },
          { name: body.reason, reason: body.reason, files },
        )
        return isRefused(row) ? row : { status: 201, etag: row.version, body: viewOf(row) }
      }),
    ),
  ]
}

const editionInForceRow = (tx: Tx, district: DistrictCode) =>
  tx
    .selectFrom('edition')
    .where('district_code', '=', district)
    .where('status', '=', 'inForce')
    .select(['edition_id', 'version', 'adopted_at'])
    .executeTakeFirst()

type Change = { readonly status: EditionRow['status']; readonly version: number; readonly adopted_at?: string }

const setStatus = (tx: Tx, row: { readonly edition_id: string; readonly district_code: string }, change: Change) =>
  tx
    .updateTable('edition')
    .set(change)
    .where('district_code', '=', row.district_code)
    .where('edition_id', '=', row.edition_id)
    .execute()

/**
 * Puts an edition into force. Projects keep the edition that their dates rest on; for those that it touches a job computes a version on the
 * new one, which people then look at; deadlines of open cases follow its calendar, each with an event.
 */
async function adopted(
  tx: Tx,
  deps: Deps,
  actor: { readonly district: DistrictCode; readonly person: Parameters<typeof append>[1]['actor'] },
  row: EditionRow,
  now: Awaited<ReturnType<typeof editionInForceRow>>,
): Promise<EditionRow> {
  const { district, person } = actor
  const at = deps.now().toString()
  if (now)
    await setStatus(
      tx,
      { edition_id: now.edition_id, district_code: district },
      { status: 'former', version: now.version + 1 },
    )
  await setStatus(tx, row, { status: 'inForce', version: row.version + 1, adopted_at: at })
  const stream = `edition/${row.edition_id}`
  const data = { edition: row.edition_id, cause: row.cause, instead: now?.edition_id ?? null }
  await append(tx, { district, stream, actor: person, at: deps.now() }, await headOf(tx, district, stream), [
    { type: 'editionAdopted', data },
  ])
  if (now) await deps.jobs.send(tx, MOVE_DEADLINES, { district, edition: row.edition_id, instead: now.edition_id })
  const causes = {
    first: 'catalogueChanged',
    catalogue: 'catalogueChanged',
    calendar: 'calendarChanged',
    promise: 'promiseChanged',
    settings: 'catalogueChanged',
  } as const
  for (const { projectId } of trialOf(row)?.touched ?? [])
    await deps.jobs.send(tx, 'replan', { district, projectId, cause: causes[row.cause] })
  return { ...row, status: 'inForce', version: row.version + 1, adopted_at: at }
}
