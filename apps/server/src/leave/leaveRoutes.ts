import { contracts } from '@kaigong/contract'
import type { Deps } from '../platform/deps.ts'
import { isRefused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { arrange, end } from './arrange.ts'
import { standInViews } from './standIns.ts'
import './tables.ts'

const { leave } = contracts

/** Who stands in for whom in an agency (休假代班), and the phrases that people keep for reasons and opinions. */
export const leaveRoutes = (deps: Deps): readonly Route[] => {
  const today = () => deps.legalToday().toString()
  return [
    route(leave.list, async ({ actor: { district, roles, agency }, read }) =>
      read(async (tx) => ({
        status: 200,
        body: {
          items: await standInViews(tx, district, today()),
          mayArrange: agency !== null && roles.includes('agencyHead'),
        },
      })),
    ),
    route(leave.arrange, async ({ actor, body, transact }) =>
      transact(async (tx) => {
        const id = await arrange(tx, deps, actor, body)
        if (isRefused(id)) return id
        const [view] = await standInViews(tx, actor.district, today(), id)
        return view ? { status: 201, body: view } : refuse('request.notFound')
      }),
    ),
    route(leave.end, async ({ actor, params: { standInId }, transact }) =>
      transact(async (tx) => {
        const refused = await end(tx, deps, actor, standInId)
        if (refused) return refused
        const [view] = await standInViews(tx, actor.district, today(), standInId)
        return view ? { status: 200, body: view } : refuse('request.notFound')
      }),
    ),
    route(leave.phrases, async ({ actor: { district, person }, read }) =>
      read(async (tx) => {
        const row = await tx
          .selectFrom('phrase_list')
          .where('district_code', '=', district)
          .where('person_id', '=', person)
          .select('phrases')
          .executeTakeFirst()
        return { status: 200, body: { items: [...(row?.phrases ?? [])] } }
      }),
    ),
    route(leave.keepPhrases, async ({ actor: { district, person }, body, transact }) =>
      transact(async (tx) => {
        const items = [...new Set(body.items)]
        const phrases = JSON.stringify(items)
        await tx
          .insertInto('phrase_list')
          .values({ district_code: district, person_id: person, phrases })
          .onConflict((c) => c.columns(['district_code', 'person_id']).doUpdateSet({ phrases }))
          .execute()
        return { status: 200, body: { items } }
      }),
    ),
  ]
}
