import { contracts, type MirrorRow } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { deliver, retry } from './deliver.ts'
import { readRows } from './readRows.ts'
import { dismiss, waitingRows } from './waiting.ts'

const { mirrors } = contracts

/** Cases that another system of record handles: its status rows come as a file or by the interface, and what finds no place waits. */
export const mirrorRoutes = (deps: Deps): readonly Route[] => {
  const taking = (actor: Actor, rows: readonly MirrorRow[]) => async (tx: Tx) =>
    ({ status: 200, body: await deliver(tx, deps, actor, rows, { keeping: true }) }) as const

  return [
    route(mirrors.preview, async ({ actor, body, read }) => {
      const rows = readRows(body)
      if (isRefused(rows)) return rows
      return { status: 200, body: await read((tx) => deliver(tx, deps, actor, rows, { keeping: false })) }
    }),
    route(mirrors.upload, async ({ actor, body, transact }) => {
      const rows = readRows(body)
      return isRefused(rows) ? rows : await transact(taking(actor, rows))
    }),
    route(mirrors.deliver, async ({ actor, body: { rows }, transact }) => transact(taking(actor, rows))),
    route(mirrors.waiting, async ({ actor: { district }, query: { limit }, read }) => {
      const found = await read((tx) => waitingRows(tx, district, limit))
      return { status: 200, body: { ...found, next: null } }
    }),
    route(mirrors.retry, async ({ actor, transact }) =>
      transact(async (tx) => ({ status: 200, body: await retry(tx, deps, actor) })),
    ),
    route(mirrors.dismiss, async ({ actor, params: { rowId }, body: { reason }, transact }) =>
      transact(async (tx) => (await dismiss(tx, deps, actor, rowId, reason)) ?? { status: 204 }),
    ),
  ]
}
