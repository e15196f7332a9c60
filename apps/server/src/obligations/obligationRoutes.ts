import { contracts } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import { companyOf } from '../cases/open.ts'
import type { Deps } from '../platform/deps.ts'
import { refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { obligationsOf, type Whose } from './owed.ts'

const { obligations } = contracts

/** What is still owed: in a project, and by one's own agency or company. */
export const obligationRoutes = (deps: Deps): readonly Route[] => {
  const today = () => beijingMoment(deps.now()).on
  return [
    route(obligations.ofProject, async ({ actor: { district }, params: { projectId }, read }) =>
      read(async (tx) => {
        if ((await companyOf(tx, district, projectId)) === undefined) return refuse('request.notFound')
        const items = await obligationsOf(tx, district, deps.catalogues, today(), { of: 'project', project: projectId })
        return { status: 200, body: { items } }
      }),
    ),
    route(obligations.mine, async ({ actor: { district, agency, company }, read }) =>
      read(async (tx) => {
        const whose: Whose | null =
          company !== null ? { of: 'company', company } : agency !== null ? { of: 'agency', agency } : null
        const items = whose ? await obligationsOf(tx, district, deps.catalogues, today(), whose) : []
        return { status: 200, body: { items } }
      }),
    ),
  ]
}
