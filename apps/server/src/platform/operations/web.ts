import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Nothing from another host, nothing inline but the styles that the components write. */
const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'"

export const isBuilt = (folder: string): boolean => existsSync(join(folder, 'index.html'))

/** The built web: files with a hash in their name stay for ever, every other address of a page gets the one page that there is. */
export function webRoutes(app: FastifyInstance, folder: string): void {
  if (!isBuilt(folder)) return
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    wildcard: true,
    preCompressed: true,
  })
  const answer = (reply: {
    header: (n: string, v: string) => unknown
    type: (t: string) => { send: (body: string) => unknown }
  }) => {
    reply.header('content-security-policy', POLICY)
    return reply.type('text/html; charset=utf-8').send(page)
  }
  app.get('/', (_request, reply) => answer(reply))
  app.get('/*', (request, reply) =>
    request.url.startsWith('/api/') || request.url.startsWith('/assets/') ? reply.callNotFound() : answer(reply),
  )
}
