import { contracts, type ProjectFilter } from '@kaigong/contract'
import type { Deps } from '../platform/deps.ts'
import { refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'

/** Filters that somebody keeps for themselves. */
export const filterRoutes = (deps: Deps): readonly Route[] => [
  route(contracts.projects.savedFilters, async ({ actor, read }) => {
    const rows = await read((tx) =>
      tx
        .selectFrom('saved_filter')
        .where('district_code', '=', actor.district)
        .where('person_id', '=', actor.person)
        .selectAll()
        .orderBy('name')
        .execute(),
    )
    return {
      status: 200,
      body: {
        items: rows.map((r) => ({
          id: r.filter_id,
          name: r.name,
          filter: r.filter as ProjectFilter,
          columns: [...r.columns],
        })),
      },
    }
  }),
  route(contracts.projects.saveFilter, async ({ actor, body, transact }) =>
    transact(async (tx) => {
      const id = deps.newId()
      await tx
        .insertInto('saved_filter')
        .values({
          district_code: actor.district,
          person_id: actor.person,
          filter_id: id,
          name: body.name,
          filter: JSON.stringify(body.filter),
          columns: JSON.stringify(body.columns),
        })
        .execute()
      return { status: 201, body: { id, ...body } }
    }),
  ),
  route(contracts.projects.removeFilter, async ({ actor, params, transact }) =>
    transact(async (tx) => {
      const gone = await tx
        .deleteFrom('saved_filter')
        .where('district_code', '=', actor.district)
        .where('person_id', '=', actor.person)
        .where('filter_id', '=', params.filterId)
        .returning('filter_id')
        .executeTakeFirst()
      return gone ? { status: 204 } : refuse('request.notFound')
    }),
  ),
]
