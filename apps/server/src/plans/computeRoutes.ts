import { contracts } from '@kaigong/contract'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { computePlan } from './compute.ts'
import { whenGone } from './gone.ts'
import { keepVersion } from './keep.ts'
import { preview } from './preview.ts'
import { projectRow } from './project.ts'
import { answerWith } from './view.ts'

const { plans } = contracts

/** Plans that are tried while somebody types, and plans that are kept; both are computed outside any transaction. */
export const computeRoutes = (deps: Deps): readonly Route[] => [
  route(plans.preview, async ({ params: { projectId }, body, actor, read, reply }) => {
    const tried = await preview(deps, actor, read, projectId, body, whenGone(reply))
    return isRefused(tried) ? tried : { status: 200, body: tried }
  }),
  route(plans.compute, async ({ params: { projectId }, body, actor, read, transact, reply }) => {
    const { district } = actor
    const found = await read(async (tx) => {
      const row = await projectRow(tx, district, projectId)
      return row && { row, edition: await deps.catalogues.inForce(tx, district) }
    })
    if (!found) return refuse('request.notFound')
    const { row, edition } = found
    const { facts } = row
    const question = { district, edition, project: row, facts, asked: body, explore: true }
    const computed = await computePlan(deps, question, whenGone(reply))
    if (isRefused(computed)) return computed
    return await transact(async (tx) => {
      const doing = { district, actor: actor.person, at: deps.now() }
      const no = await keepVersion(tx, doing, projectId, facts, computed, { cause: 'asked', edition: edition.id })
      if (isRefused(no)) return no
      const answer = await answerWith(tx, deps.catalogues, actor, projectId, no)
      return isRefused(answer) ? answer : { status: 201, ...answer }
    })
  }),
]
