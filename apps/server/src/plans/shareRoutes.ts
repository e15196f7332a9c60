import { contracts } from '@kaigong/contract'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { linksOf, openLink, revoke, share } from './links.ts'
import { holdProject, projectRow } from './project.ts'
import { planRow } from './rows.ts'

const { plans } = contracts

/** Links by which a company reads a plan without an account. */
export const shareRoutes = (deps: Deps): readonly Route[] => [
  route(plans.links, async ({ params: { projectId }, actor: { district }, read }) =>
    read(async (tx) => {
      if (!(await projectRow(tx, district, projectId))) return refuse('request.notFound')
      return { status: 200, body: { items: await linksOf(tx, district, projectId) } }
    }),
  ),
  route(plans.share, async ({ params: { projectId, no }, body: { days }, actor, transact }) =>
    transact(async (tx) => {
      const { district, person } = actor
      // Held, so that no re-planning lets the version give way in the moment in which it is shared.
      const held = await holdProject(tx, district, projectId)
      if (!held || !(await planRow(tx, district, projectId, no))) return refuse('request.notFound')
      const doing = { district, actor: person, at: deps.now() }
      const { link, token } = await share(tx, deps, doing, projectId, no, days)
      return { status: 201, body: { ...link, token } }
    }),
  ),
  route(plans.revoke, async ({ params: { projectId, linkId }, actor: { district, person }, transact }) =>
    transact(async (tx) => {
      const refused = await revoke(tx, { district, actor: person, at: deps.now() }, projectId, linkId)
      return refused ?? { status: 204 }
    }),
  ),
  route(plans.shared, async ({ body: { token } }) => {
    const opened = await openLink(deps, token)
    return isRefused(opened) ? opened : { status: 200, body: opened }
  }),
]
