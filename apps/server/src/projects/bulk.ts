import { contracts, refusals } from '@kaigong/contract'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { bodyOf, changeProject, type Doing, projectById } from './save.ts'

/** One change to many projects: each in a transaction of its own and with a result of its own, so that one stale page stops no other. */
export const bulkRoute = (deps: Deps, doing: (actor: Actor) => Doing): Route =>
  route(contracts.projects.bulk, async ({ actor, asking, body, lang }) => {
    const results = []
    for (const { id, version } of body.projects) {
      const outcome = await inTransaction(deps.db, asking, async (tx) => {
        const row = await projectById(tx, actor.district, id)
        if (!row) return 'request.notFound' as const
        if (row.version !== version) return 'request.stale' as const
        const before = bodyOf(row)
        const set = Object.fromEntries(Object.entries(body.set).filter(([, value]) => value !== undefined))
        const changed = await changeProject(tx, deps.jobs, doing(actor), row, {
          ...before,
          identity: { ...before.identity, ...set },
        })
        return isRefused(changed) ? changed.refused : undefined
      })
      results.push({
        id,
        done: outcome === undefined,
        reason: outcome === undefined ? null : refusals[outcome].title[lang],
      })
    }
    return { status: 200, body: { results } }
  })
