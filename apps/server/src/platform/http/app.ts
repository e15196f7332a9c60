import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import type { Contract, DistrictCode } from '@kaigong/contract'
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import type { Database } from '../database/database.ts'
import { type Answered, isRefused, type Refused, refuse } from './answer.ts'
import { isBrokenDatabase } from './brokenDatabase.ts'
import { type Authenticate, carry } from './carry.ts'
import { readJson } from './json.ts'
import { languageOf } from './language.ts'
import { problemOf } from './problem.ts'
import type { Route } from './route.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of whoever asks, for the log; null before that is known, and of nobody. */
    district: DistrictCode | null
  }
}

export const API = '/api/v1'
const MIB = 1024 * 1024

export type AppOptions = {
  readonly db: Database
  readonly authenticate: Authenticate
  readonly routes: readonly Route[]
  readonly logger: FastifyBaseLogger | undefined
  /** Looks at each answer before it goes out; the tests hold every answer against its contract. */
  readonly onAnswer?: (contract: Contract, answer: Answered) => void
  /** Behind a reverse proxy the client's address stands in a header. */
  readonly trustProxy: boolean
}

/** The HTTP application: every route is a contract; everything that goes wrong is a problem in the reader's language. */
export function httpApp(options: AppOptions): FastifyInstance {
  const app = fastify({
    ...(options.logger ? { loggerInstance: options.logger } : { logger: false }),
    // Fastify would log addresses, and an address may hold a search for somebody's name.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: MIB,
    // Nobody's connection is held by a request that never comes to its end.
    requestTimeout: 120_000,
    trustProxy: options.trustProxy,
    // A shutdown waits for requests that are being answered, and idle connections must not hold it up.
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 300 },
  })
  app.decorateRequest('district', null)
  app.register(cookie)
  readBodies(app)
  app.setErrorHandler((error, request, reply) => send(reply, request, refusalOf(error, request)))
  app.setNotFoundHandler((request, reply) => send(reply, request, refuse('request.notFound')))
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'no-referrer')
    reply.header('x-frame-options', 'DENY')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  for (const route of options.routes) serve(app, route, options)
  refuseOtherMethods(app, options.routes)
  return app
}

/** One body reader for JSON and one for bytes: Fastify's own would lose the difference between bad UTF-8 and bad JSON. */
function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    // A DELETE or POST without anything to say may still name the type.
    if (body.length === 0) return done(null, undefined)
    const read = readJson(body as Buffer)
    if (read === 'malformed') return done(new Malformed())
    done(null, read.value)
  })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, new Uint8Array(body as Buffer))
  })
}

class Malformed extends Error {}

function serve(app: FastifyInstance, route: Route, options: AppOptions): void {
  const { method, path, bodyLimit } = route.contract
  app.route({
    method,
    url: `${API}${path}`,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    handler: async (request, reply) => {
      const answer = await carry(route, options, request, reply)
      if (reply.sent || reply.raw.headersSent) return reply
      if (!isRefused(answer)) options.onAnswer?.(route.contract, answer)
      return send(reply, request, answer)
    },
  })
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** A known address with a method that it does not have is told apart from an unknown address. */
function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[]): void {
  for (const [path, known] of Map.groupBy(routes, (r) => r.contract.path.replace(/:\w+/g, ':x'))) {
    const methods = known.map((r) => r.contract.method)
    const others = METHODS.filter((m) => !methods.includes(m))
    const url = `${API}${known[0]?.contract.path ?? path}`
    if (others.length === 0) continue
    app.route({
      method: [...others],
      url,
      handler: (request, reply) => {
        reply.header('allow', methods.join(', '))
        return send(reply, request, refuse('request.wrongMethod'))
      },
    })
  }
}

function refusalOf(error: unknown, request: FastifyRequest): Refused {
  if (error instanceof Malformed) return refuse('request.malformed')
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse('request.tooLarge')
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse('request.wrongType')
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status >= 400 && status < 500) return refuse('request.malformed')
  if (isBrokenDatabase(error)) {
    request.log.warn({ reason: 'database' }, 'the database cannot be reached')
    return refuse('server.busy')
  }
  request.log.error({ err: error }, 'a request failed')
  return refuse('server.failed')
}

function send(reply: FastifyReply, request: FastifyRequest, answer: Answered | Refused): FastifyReply {
  if (isRefused(answer)) {
    const problem = problemOf(answer, languageOf(request.headers['accept-language']), request.id)
    if (problem.status === 503) reply.header('retry-after', '2')
    return reply.code(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem))
  }
  const { status, body, etag, headers, bytes } = answer
  reply.code(status)
  if (etag !== undefined) reply.header('etag', `"${etag}"`)
  if (headers) reply.headers(headers)
  if (bytes) {
    if (bytes.fileName !== undefined)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(bytes.fileName)}`)
    const { content, type } = bytes
    return reply.type(type).send(content instanceof Uint8Array ? Buffer.from(content) : content)
  }
  if (body === undefined) return reply.send()
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body))
}
