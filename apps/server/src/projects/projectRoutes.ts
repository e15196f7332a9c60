import { isDeepStrictEqual } from 'node:util'
import { type CompanyId, contracts, type ProjectBody, type ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { history } from '../platform/events/history.ts'
import type { Says } from '../platform/events/says.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { bulkRoute } from './bulk.ts'
import { changesSince } from './changesSince.ts'
import { unlessCodeTaken } from './codeTaken.ts'
import { companiesFound, registerCompany } from './companies.ts'
import { filterRoutes } from './filterRoutes.ts'
import { importRoutes } from './importing/importRoutes.ts'
import { projectsFound, totalsFound } from './list.ts'
import { readFacts } from './readFacts.ts'
import { register, registerAsHelper } from './register.ts'
import { changeProject, type Doing, projectById, removeProject } from './save.ts'
import { setTeam } from './team.ts'
import { listItemOf, viewOf } from './view.ts'

export type ProjectDeps = Deps & { readonly says: Says }

/** Projects: the list, one project, its team, its history, and the list as a sheet. */
export const projectRoutes = (deps: ProjectDeps): readonly Route[] => {
  const doing = ({ district, person }: Actor): Doing => ({ district, actor: person, at: deps.now() })

  /** Facts that the catalogue in force does not understand are refused before anything is written. */
  async function faultIn(tx: Tx, { district }: Actor, body: ProjectBody): Promise<Refused | undefined> {
    const { ground } = await deps.catalogues.inForce(tx, district)
    const read = await readFacts(ground.catalogue, district, { ...body.identity, company: null }, body.facts)
    return isRefused(read) ? read : undefined
  }

  return [
    route(contracts.projects.list, async ({ actor, query, read }) => {
      const { limit, cursor, ...filter } = query
      const offset = /^\d{1,6}$/.test(cursor ?? '') ? Number(cursor) : 0
      return await read(async (tx) => {
        const rows = await projectsFound(tx, actor.district, actor.person, filter, { limit, offset })
        const { total, ...sums } = await totalsFound(tx, actor.district, actor.person, filter)
        const end = offset + rows.length
        return {
          status: 200,
          body: {
            items: rows.map(listItemOf),
            total: Number(total),
            next: end < Number(total) ? String(end) : null,
            sums,
          },
        }
      })
    }),
    route(contracts.projects.read, async ({ actor, params, read }) =>
      read(async (tx) => {
        const row = await projectById(tx, actor.district, params.projectId)
        if (!row) return refuse('request.notFound')
        return { status: 200, etag: row.version, body: await viewOf(tx, deps.catalogues, actor, row) }
      }),
    ),
    route(contracts.projects.create, async ({ actor, asking, body, transact }) =>
      unlessCodeTaken(
        transact(async (tx) => {
          const fault = await faultIn(tx, actor, body)
          if (fault) return fault
          const id = deps.newId() as ProjectId
          // A helper becomes the helper of what they register: otherwise it would be out of their sight in the same moment.
          const refused = await (asking.reach === 'involved' ? registerAsHelper : register)(tx, doing(actor), id, body)
          if (refused) return refused
          const row = await projectById(tx, actor.district, id)
          if (!row) return refuse('request.notFound')
          return { status: 201, etag: row.version, body: await viewOf(tx, deps.catalogues, actor, row) }
        }),
      ),
    ),
    route(contracts.projects.change, async ({ actor, params, body, ifMatch, transact }) =>
      unlessCodeTaken(
        transact(async (tx) => {
          const row = await projectById(tx, actor.district, params.projectId)
          if (!row) return refuse('request.notFound')
          if (row.version !== ifMatch) return stale(row.version)
          // What stood here before was read when it was written; a newer catalogue does not keep anybody from correcting a remark.
          const fault = isDeepStrictEqual(row.facts, body.facts) ? undefined : await faultIn(tx, actor, body)
          if (fault) return fault
          const changed = await changeProject(tx, deps.jobs, doing(actor), row, body)
          if (isRefused(changed)) return changed
          const { row: after } = changed
          return { status: 200, etag: after.version, body: await viewOf(tx, deps.catalogues, actor, after) }
        }),
      ),
    ),
    route(contracts.projects.remove, async ({ actor, params, ifMatch, transact }) =>
      transact(async (tx) => {
        const row = await projectById(tx, actor.district, params.projectId)
        if (!row) return refuse('request.notFound')
        if (row.version !== ifMatch) return stale(row.version)
        return (await removeProject(tx, doing(actor), row)) ?? { status: 204 }
      }),
    ),
    route(contracts.projects.team, async ({ actor, params, body, ifMatch, transact }) =>
      transact(async (tx) => {
        const row = await projectById(tx, actor.district, params.projectId)
        if (!row) return refuse('request.notFound')
        if (row.version !== ifMatch) return stale(row.version)
        const { ground } = await deps.catalogues.inForce(tx, actor.district)
        const set = await setTeam(tx, doing(actor), ground, row, body.team)
        if (isRefused(set)) return set
        const after = (await projectById(tx, actor.district, params.projectId)) ?? row
        return { status: 200, etag: after.version, body: await viewOf(tx, deps.catalogues, actor, after) }
      }),
    ),
    route(contracts.projects.events, async ({ actor, params, query, read }) =>
      read(async (tx) => {
        if (!(await projectById(tx, actor.district, params.projectId))) return refuse('request.notFound')
        const found = await history(tx, deps.says, actor.district, { ...query, project: params.projectId })
        return { status: 200, body: { ...found, items: found.items.map(({ hash: _, ...item }) => item) } }
      }),
    ),
    route(contracts.projects.changesSince, async ({ actor, params, query, read }) =>
      read(async (tx) => {
        const row = await projectById(tx, actor.district, params.projectId)
        if (!row) return refuse('request.notFound')
        const changes = await changesSince(tx, actor.district, params.projectId, query.since)
        return { status: 200, body: { version: row.version, changes: changes as never } }
      }),
    ),
    route(contracts.projects.companies, async ({ actor, query, read }) => ({
      status: 200,
      body: { items: await read((tx) => companiesFound(tx, actor.district, query.q ?? '')) },
    })),
    route(contracts.projects.addCompany, async ({ actor, body, transact }) =>
      transact(async (tx) => {
        const company = await registerCompany(tx, actor.district, deps.newId() as CompanyId, body)
        return isRefused(company) ? company : { status: 201, body: company }
      }),
    ),
    bulkRoute(deps, doing),
    ...filterRoutes(deps),
    ...importRoutes(deps, doing),
  ]
}

const stale = (current: number): Refused => refuse('request.stale', { current })
