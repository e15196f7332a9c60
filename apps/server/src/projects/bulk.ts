import { contracts, refusals } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { isStale } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { bodyOf, changeProject, type Doing, projectById } from './save.ts'

/** One change to many projects: each behind a savepoint of its own and with a result of its own, so that one stale page stops no other. */
export const bulkRoute = (deps: Deps, doing: (actor: Actor) => Doing): Route =>
  route(contracts.projects.bulk, async ({ actor, body, lang, transact }) =>
    transact(async (tx) => {
      const set = Object.fromEntries(Object.entries(body.set).filter(([, value]) => value !== undefined))
      const outcomes = new Map<string, Refused | undefined>()
      // In one order for all: two such requests must not wait for one another in a circle.
      for (const { id, version } of body.projects.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        if (outcomes.has(id)) continue
        const outcome = await alone(tx, async () => {
          const row = await projectById(tx, actor.district, id)
          if (!row) return refuse('request.notFound')
          if (row.version !== version) return refuse('request.stale')
          const before = bodyOf(row)
          return await changeProject(tx, deps.jobs, doing(actor), row, {
            ...before,
            identity: { ...before.identity, ...set },
          })
        })
        outcomes.set(id, isRefused(outcome) ? outcome : undefined)
      }
      const results = body.projects.map(({ id }) => {
        const outcome = outcomes.get(id)
        return { id, done: outcome === undefined, reason: outcome ? refusals[outcome.refused].title[lang] : null }
      })
      return { status: 200, body: { results } }
    }),
  )

/** Work of which nothing stays where it is refused, while the transaction goes on. */
async function alone<T>(tx: Tx, work: () => Promise<T>): Promise<T | Refused> {
  await sql`savepoint one`.execute(tx)
  const outcome = await work().catch((error: unknown) => {
    if (isStale(error)) return refuse('request.stale')
    throw error
  })
  await (isRefused(outcome) ? sql`rollback to savepoint one` : sql`release savepoint one`).execute(tx)
  return outcome
}
