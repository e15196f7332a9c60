import { contracts } from '@kaigong/contract'
import { absentFor } from '../leave/standIns.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { actOn } from './act.ts'
import { actOnEach } from './batch.ts'
import { capacities } from './capacity.ts'
import { elapsedIn } from './elapsed.ts'
import { beijingMoment } from './law.ts'
import { casesFound, countsFound } from './list.ts'
import { companyOf, isSecondCase, openCase } from './open.ts'
import { openableIn, openableOf } from './openable.ts'
import { caseView } from './view.ts'

const { cases } = contracts

/** Most cases of one project that its page lists. */
const OF_PROJECT = 500

/** Cases (办件): found by time left, read, opened for a matter of the adopted plan, acted on. */
export const caseRoutes = (deps: Deps): readonly Route[] => {
  const today = () => deps.legalToday().toString()

  return [
    route(cases.list, async ({ actor: { district, person }, query, read }) => {
      const { limit, cursor, ...filter } = query
      const offset = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
      return await read(async (tx) => {
        const absent = filter.mine === 'true' ? await absentFor(tx, district, person, today()) : []
        const asked = { district, person, absent, filter, today: today() }
        const edition = await deps.catalogues.inForce(tx, district)
        const items = await casesFound(tx, asked, edition, { limit, offset })
        const counts = await countsFound(tx, asked)
        const end = offset + items.length
        return { status: 200, body: { ...counts, items, next: end < counts.total ? String(end) : null } }
      })
    }),
    route(cases.ofProject, async ({ actor, params: { projectId }, read }) =>
      read(async (tx) => {
        const company = await companyOf(tx, actor.district, projectId)
        if (company === undefined) return refuse('request.notFound')
        const { district, person } = actor
        const edition = await deps.catalogues.inForce(tx, district)
        const asked = {
          district,
          person,
          absent: [],
          filter: { project: projectId, closed: 'true' as const },
          today: today(),
        }
        const items = await casesFound(tx, asked, edition, { limit: OF_PROJECT, offset: 0 })
        const adopted = await standingRow(tx, district, projectId, ['adopted'])
        const live = new Set(items.filter(({ stage }) => stage !== 'ended').map(({ occurrence }) => occurrence))
        const matters = adopted ? openableIn(documentOf(adopted)).filter(({ id }) => !live.has(id)) : []
        const openable = matters.map((m) =>
          openableOf(
            m,
            edition.ground,
            capacities(actor, { agency_id: m.agency, company_id: company ?? '' }).includes('window'),
          ),
        )
        const elapsed = await elapsedIn(tx, district, projectId, edition.ground, beijingMoment(deps.now()).on)
        return { status: 200, body: { items, openable, elapsed, hasPlan: adopted !== undefined } }
      }),
    ),
    route(cases.read, async ({ actor, params: { caseId }, read }) =>
      read(async (tx) => {
        const view = await caseView(tx, deps, actor, caseId)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
    route(cases.open, async ({ actor, params: { projectId }, body, transact }) => {
      try {
        return await transact(async (tx) => {
          const id = await openCase(tx, deps, actor, projectId, body)
          if (isRefused(id)) return id
          const view = await caseView(tx, deps, actor, id)
          return isRefused(view) ? view : { status: 201, ...view }
        })
      } catch (error) {
        if (isSecondCase(error)) return refuse('case.alreadyOpen')
        throw error
      }
    }),
    route(cases.batch, async ({ actor, asking, body }) => {
      return { status: 200, body: { items: await actOnEach(deps, asking, actor, body) } }
    }),
    route(cases.act, async ({ actor, params: { caseId }, body, ifMatch, transact }) =>
      transact(async (tx) => {
        const refused = await actOn(tx, deps, actor, caseId, ifMatch, body)
        if (refused) return refused
        const view = await caseView(tx, deps, actor, caseId)
        return isRefused(view) ? view : { status: 200, ...view }
      }),
    ),
  ]
}
