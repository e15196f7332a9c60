import { contracts, type PreReviewId, type ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { boardOf } from './board.ts'
import { convert } from './convert.ts'
import { recordLand } from './landEvents.ts'
import { deemInsubstantial, giveOpinion, replace, request } from './preReviews.ts'
import { answerWithPreReview } from './preReviewView.ts'
import { rehearse } from './rehearse.ts'

const { land } = contracts

/** The land day (拿地日): pre-reviews before it, what became of the land, the board, the rehearsal, and the button itself. */
export const landRoutes = (deps: Deps): readonly Route[] => [
  route(land.board, async ({ actor, params: { projectId }, read }) =>
    read(async (tx) => answerWithBoard(tx, deps, actor, projectId)),
  ),
  route(land.record, async ({ actor, params: { projectId, kind }, body, transact }) =>
    transact(async (tx) => {
      const refused = await recordLand(tx, deps, actor, projectId, kind, body)
      return refused ?? (await answerWithBoard(tx, deps, actor, projectId))
    }),
  ),
  route(land.requestPreReview, async ({ actor, params: { projectId }, body, transact }) =>
    transact(async (tx) => {
      const id = await request(tx, deps, actor, projectId, body)
      if (isRefused(id)) return id
      const view = await answerWithPreReview(tx, deps, actor, projectId, id)
      return isRefused(view) ? view : { status: 201, ...view }
    }),
  ),
  route(land.replaceDrawings, async ({ actor, params, body, ifMatch, transact }) =>
    transact((tx) => afterwards(tx, deps, actor, params, replace(tx, deps, actor, at(params, ifMatch), body))),
  ),
  route(land.opine, async ({ actor, params, body, ifMatch, transact }) =>
    transact((tx) => afterwards(tx, deps, actor, params, giveOpinion(tx, deps, actor, at(params, ifMatch), body))),
  ),
  route(land.deemInsubstantial, async ({ actor, params, body, ifMatch, transact }) =>
    transact((tx) =>
      afterwards(tx, deps, actor, params, deemInsubstantial(tx, deps, actor, at(params, ifMatch), body.reason)),
    ),
  ),
  route(land.rehearse, async ({ actor, params: { projectId }, body, transact }) =>
    transact(async (tx) => {
      const found = await rehearse(tx, deps, actor, projectId, body.assumeLand)
      return isRefused(found) ? found : { status: 200, body: found }
    }),
  ),
  route(land.issue, async ({ actor, params: { projectId }, transact }) =>
    transact(async (tx) => {
      const done = await convert(tx, deps, actor, projectId)
      if (isRefused(done)) return done
      if ('issued' in done) return { status: 200, body: done.issued }
      const errors = done.missing.map(({ matter, says }) => ({ pointer: `/${matter}`, detail: says }))
      return refuse('landDay.notReady', { errors })
    }),
  ),
]

async function answerWithBoard(tx: Tx, deps: Deps, actor: Actor, project: ProjectId) {
  const board = await boardOf(tx, deps, actor, project)
  return isRefused(board) ? board : ({ status: 200, body: board } as const)
}

type Params = { readonly projectId: ProjectId; readonly preReviewId: PreReviewId }
const at = ({ projectId, preReviewId }: Params, ifMatch: number) => ({ project: projectId, id: preReviewId, ifMatch })

/** The pre-review as it stands after something was done to it. */
async function afterwards(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { projectId, preReviewId }: Params,
  work: Promise<Refused | undefined>,
) {
  const refused = await work
  if (refused) return refused
  const view = await answerWithPreReview(tx, deps, actor, projectId, preReviewId)
  return isRefused(view) ? view : ({ status: 200, ...view } as const)
}
