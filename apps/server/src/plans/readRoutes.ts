import { contracts } from '@kaigong/contract'
import { differences } from '@kaigong/planner'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { becauseOf } from './because.ts'
import { fileOf } from './download.ts'
import { whenGone } from './gone.ts'
import { projectRow } from './project.ts'
import { promisesOf } from './promises.ts'
import { documentOf, planRow, summaryOf, summaryRows } from './rows.ts'
import { answerWith, editionOf } from './view.ts'
import { waitingRoute } from './waiting.ts'

const { plans } = contracts

/** Versions, one of them, what moved between two, promises, files. */
export const readRoutes = (deps: Deps): readonly Route[] => [
  waitingRoute(),
  route(plans.list, async ({ params: { projectId }, actor: { district }, read }) =>
    read(async (tx) => {
      if (!(await projectRow(tx, district, projectId))) return refuse('request.notFound')
      return { status: 200, body: { items: (await summaryRows(tx, district, projectId)).map(summaryOf) } }
    }),
  ),
  route(plans.read, async ({ params: { projectId, no }, actor, read }) =>
    read(async (tx) => {
      const answer = await answerWith(tx, deps.catalogues, actor, projectId, no)
      return isRefused(answer) ? answer : { status: 200, ...answer }
    }),
  ),
  route(plans.compare, async ({ params: { projectId, no }, query: { from }, actor: { district }, read }) => {
    const found = await read(async (tx) => ({
      before: await planRow(tx, district, projectId, from),
      after: await planRow(tx, district, projectId, no),
    }))
    if (!found.before || !found.after) return refuse('request.notFound')
    const before = { plan: documentOf(found.before), facts: found.before.facts }
    const after = { plan: documentOf(found.after), facts: found.after.facts }
    const changes = [...differences(before.plan, after.plan)]
    return { status: 200, body: { changes, because: becauseOf(before, after) } }
  }),
  route(plans.promises, async ({ params: { projectId }, actor: { district }, read }) =>
    read(async (tx) => {
      if (!(await projectRow(tx, district, projectId))) return refuse('request.notFound')
      return { status: 200, body: { items: await promisesOf(tx, district, projectId) } }
    }),
  ),
  route(
    plans.download,
    async ({ params: { projectId, no, format }, query: { lang }, actor: { district }, read, reply }) => {
      const found = await read(async (tx) => {
        const row = await planRow(tx, district, projectId, no)
        return row && { row, edition: await editionOf(tx, deps.catalogues, district, row) }
      })
      if (!found) return refuse('request.notFound')
      const bytes = await fileOf(deps, found.edition.ground, found.row, format, lang, whenGone(reply))
      return isRefused(bytes) ? bytes : { status: 200, bytes }
    },
  ),
]
