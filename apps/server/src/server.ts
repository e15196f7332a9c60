import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { jobDefinitions, routes, whoAsks } from './capabilities.ts'
import { jobRoutes } from './jobs/jobRoutes.ts'
import type { Opened } from './opening.ts'
import { httpApp } from './platform/http/app.ts'
import { documentRoutes } from './platform/http/docs/documentRoutes.ts'
import { logAnswers } from './platform/operations/accessLog.ts'
import { openMetrics } from './platform/operations/metrics.ts'
import { operationRoutes } from './platform/operations/operationRoutes.ts'
import { isBuilt, webRoutes } from './platform/operations/web.ts'
import type { Settings } from './platform/settings/settings.ts'

const builtWeb = join(import.meta.dirname, '../../web/dist')

/** Whether there are pages to show; without them only the interface answers. */
export const hasWeb = (): boolean => isBuilt(builtWeb)

export type ServerOptions = {
  readonly settings: Pick<Settings, 'trustProxy' | 'metricsToken'>
  readonly log: Logger
  readonly isStopping: () => boolean
}

/** Everything that a running district answers: its capabilities, what operators and programmers read, the web. */
export function server(
  { deps, pools }: Pick<Opened, 'deps' | 'pools'>,
  { settings, log, isStopping }: ServerOptions,
): FastifyInstance {
  const metrics = openMetrics({ pools, streams: deps.feed.connections })
  const measured = { ...deps, planning: metrics.measured(deps.planning) }
  const names = new Map(jobDefinitions(measured).map(({ queue, name }) => [queue, name]))
  const app = httpApp({
    db: deps.db,
    authenticate: whoAsks(deps),
    routes: [...routes(measured), ...jobRoutes({ ...measured, jobNames: () => names })],
    logger: log,
    trustProxy: settings.trustProxy,
  })
  logAnswers(app, metrics)
  operationRoutes(app, { pools, isStopping, metrics, metricsToken: settings.metricsToken })
  documentRoutes(app)
  webRoutes(app, builtWeb)
  return app
}
