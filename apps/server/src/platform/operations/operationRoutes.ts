import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { Metrics } from './metrics.ts'
import { notReady } from './readiness.ts'

export type Operations = {
  readonly pools: { readonly app: pg.Pool; readonly signIn: pg.Pool }
  readonly isStopping: () => boolean
  readonly metrics: Metrics
  /** Empty: only this machine may read the metrics. */
  readonly metricsToken: string
}

/** For whoever runs the server: does the process live, can it work, what does it count. */
export function operationRoutes(app: FastifyInstance, { pools, isStopping, metrics, metricsToken }: Operations): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const reasons = await notReady(pools, isStopping)
    const ready = Object.keys(reasons).length === 0
    return reply.code(ready ? 200 : 503).send({ ready, reasons })
  })
  app.get('/metrics', async (request, reply) => {
    const allowed = metricsToken === '' ? isThisMachine(request) : isToken(request.headers.authorization, metricsToken)
    if (!allowed) return reply.callNotFound()
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}

/** By the connection itself, and not through a proxy on this machine, behind which anybody may stand. */
const isThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '') &&
  !('x-forwarded-for' in headers || 'forwarded' in headers)

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
