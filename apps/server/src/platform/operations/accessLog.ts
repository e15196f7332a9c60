import { contracts } from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'
import { API } from '../http/app.ts'
import type { Metrics } from './metrics.ts'

const asksOften: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics'])
const endless = `${API}${contracts.operations.stream.path}`

/**
 * A line and a measurement for each answer. The route's pattern stands there, not the address: an address may hold what somebody
 * searched for.
 */
export function logAnswers(app: FastifyInstance, { answered }: Pick<Metrics, 'answered'>): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const ms = Math.round(reply.elapsedTime * 10) / 10
    const { method, district } = request
    const status = reply.statusCode
    // An open stream of changes ends after hours, and says nothing about how fast requests are answered.
    if (route !== endless) answered({ method, route, status: String(status) }, reply.elapsedTime / 1000)
    if (asksOften.has(route)) return
    request.log.info({ method, route, status, ms, ...(district ? { district } : {}) }, 'answered')
  })
}
