import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import type { Metrics } from './metrics.ts'

const PATIENCE_MS = 900

export type Health = {
  readonly pools: Readonly<Record<string, pg.Pool>>
  readonly isStopping: () => boolean
  readonly metrics: Metrics
  readonly metricsToken: string
}

/** For whoever runs the server: does the process live, can it work, what does it count. */
export function operationRoutes(app: FastifyInstance, { pools, isStopping, metrics, metricsToken }: Health): void {
  app.get('/healthz', async () => ({ alive: true }))
  app.get('/readyz', async (_request, reply) => {
    const reachable = await Promise.all(
      Object.entries(pools).map(async ([name, pool]) => [name, await answers(pool)] as const),
    )
    const ready = reachable.every(([, is]) => is) && !isStopping()
    return reply
      .code(ready ? 200 : 503)
      .send({ ready, stopping: isStopping(), databases: Object.fromEntries(reachable) })
  })
  app.get('/metrics', async (request, reply) => {
    const local = request.ip === '127.0.0.1' || request.ip === '::1' || request.ip === '::ffff:127.0.0.1'
    const allowed = metricsToken === '' ? local : request.headers.authorization === `Bearer ${metricsToken}`
    if (!allowed) return reply.code(403).send()
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    if (route === '/healthz' || route === '/readyz' || route === '/metrics') return
    // The pattern, not the address: an address may hold what somebody searched for.
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
  })
}

async function answers(pool: pg.Pool): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE_MS).unref())
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  )
  return await Promise.race([asked, late])
}
