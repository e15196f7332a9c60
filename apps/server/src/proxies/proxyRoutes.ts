import { contracts, ProxyStage } from '@kaigong/contract'
import { companyOf } from '../cases/open.ts'
import { documentOf, newestRow } from '../plans/rows.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { give, helpersOf, revoke } from './give.ts'
import { proxyViews } from './view.ts'

const { proxies } = contracts

/** Authorisations of helpers (委托代办): given and revoked by the company, seen by all who see the project. */
export const proxyRoutes = (deps: Deps): readonly Route[] => {
  const today = () => deps.legalToday().toString()
  return [
    route(proxies.list, async ({ actor: { district, roles, company }, params: { projectId }, read }) =>
      read(async (tx) => {
        const owner = await companyOf(tx, district, projectId)
        if (owner === undefined) return refuse('request.notFound')
        const { ground } = await deps.catalogues.inForce(tx, district)
        const plan = await newestRow(tx, district, projectId)
        const planned = plan ? documentOf(plan).matters.map(({ matter }) => matter) : []
        const matters = [...new Set(planned)].flatMap((id) => {
          const matter = ground.matters.get(id)
          // What comes before the land or after acceptance is of no stage that the agreement knows.
          const stage = ProxyStage.safeParse(matter?.stage)
          return matter && stage.success ? [{ id, name: matter.name, stage: stage.data }] : []
        })
        const body = {
          items: await proxyViews(tx, district, projectId, ground, today()),
          helpers: await helpersOf(tx, district, projectId),
          matters,
          mayGive: owner !== null && owner === company && roles.includes('companyUser'),
        }
        return { status: 200, body }
      }),
    ),
    route(proxies.give, async ({ actor, params: { projectId }, body, transact }) =>
      transact(async (tx) => {
        const { district, company } = actor
        const owner = await companyOf(tx, district, projectId)
        if (owner === undefined || company === null || owner !== company) return refuse('request.notFound')
        const { ground } = await deps.catalogues.inForce(tx, district)
        const id = await give(tx, deps, actor, projectId, company, ground, body)
        if (isRefused(id)) return id
        const [view] = await proxyViews(tx, district, projectId, ground, today(), id)
        return view ? { status: 201, body: view } : refuse('request.notFound')
      }),
    ),
    route(proxies.revoke, async ({ actor, params: { projectId, authorisationId }, transact }) =>
      transact(async (tx) => {
        const refused = await revoke(tx, deps, actor, projectId, authorisationId)
        if (refused) return refused
        const { ground } = await deps.catalogues.inForce(tx, actor.district)
        const [view] = await proxyViews(tx, actor.district, projectId, ground, today(), authorisationId)
        return view ? { status: 200, body: view } : refuse('request.notFound')
      }),
    ),
  ]
}
