import { contracts, type ProjectId, type planContracts } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Asked, type Route, route } from '../platform/http/route.ts'
import { adopt } from './adopt.ts'
import { circulate } from './circulate.ts'
import { countersign } from './countersign.ts'
import { holdPlan, setStatus } from './hold.ts'
import type { Doing } from './keep.ts'
import { showInProject } from './project.ts'
import type { PlanRow } from './rows.ts'
import { answerWith, editionOf } from './view.ts'

const { plans } = contracts

/** What all four decisions are asked with; they answer alike, too. */
type Decision = Pick<Asked<typeof planContracts.circulate>, 'params' | 'actor' | 'ifMatch' | 'transact'>
type Held = {
  readonly tx: Tx
  readonly doing: Doing
  readonly project: ProjectId
  readonly row: PlanRow
  readonly ground: Ground
}

/** What people decide about one version: send it round, sign or object, adopt, drop. */
export const decideRoutes = (deps: Deps): readonly Route[] => {
  /** Holds the version that was named, lets `decide`, and answers with what stands then. */
  const decided = (
    { params: { projectId, no }, actor, ifMatch, transact }: Decision,
    decide: (held: Held) => Promise<Refused | undefined>,
  ) =>
    transact(async (tx) => {
      const { district, person } = actor
      const row = await holdPlan(tx, district, projectId, no, ifMatch)
      if (isRefused(row)) return row
      const { ground } = await editionOf(tx, deps.catalogues, district, row)
      const doing = { district, actor: person, at: deps.now() }
      const refused = await decide({ tx, doing, project: projectId, row, ground })
      if (refused) return refused
      const answer = await answerWith(tx, deps.catalogues, actor, projectId, no)
      return isRefused(answer) ? answer : { status: 200, ...answer }
    })
  return [
    route(plans.circulate, (asked) =>
      decided(asked, ({ tx, doing, ground, project, row }) => circulate(tx, doing, ground, project, row)),
    ),
    route(plans.countersign, (asked) =>
      decided(asked, ({ tx, doing, ground, project, row }) =>
        countersign(tx, doing, ground, project, row, asked.actor.agency, asked.body),
      ),
    ),
    route(plans.adopt, (asked) =>
      decided(asked, ({ tx, doing, ground, project, row }) =>
        adopt(tx, doing, ground, project, row, asked.body.despite),
      ),
    ),
    route(plans.drop, (asked) =>
      decided(asked, async ({ tx, doing, project, row }) => {
        if (row.status !== 'computed' && row.status !== 'countersigning') return refuse('plan.notOpen')
        await setStatus(tx, doing, project, row.no, 'dropped', { type: 'planDropped', data: { no: row.no } })
        await showInProject(tx, doing.district, project)
        return undefined
      }),
    ),
  ]
}
