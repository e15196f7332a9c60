import type { FastifyInstance, FastifyReply } from 'fastify'
import { openApiDocument } from '../openapi/document.ts'
import { docsPage } from './docsPage.ts'
import { FIND_SCRIPT } from './findScript.ts'
import { PAGE_POLICY } from './page.ts'
import { problemPage } from './problemPage.ts'

/** What explains the interface: the document, its page, and a page for each problem. */
export function documentRoutes(app: FastifyInstance): void {
  let made: Promise<{ readonly text: string; readonly docs: string }> | undefined
  // Made when somebody first asks, for it takes a tenth of a server's start.
  const document = () => {
    made ??= openApiDocument().then((whole) => ({ text: JSON.stringify(whole), docs: docsPage(whole) }))
    return made
  }
  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').send((await document()).text),
  )
  app.get('/api/docs', async (_request, reply) => html(reply, (await document()).docs))
  app.get('/api/docs.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(FIND_SCRIPT))
  app.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const page = problemPage(request.params.code)
    return page === undefined ? reply.callNotFound() : html(reply, page)
  })
}

const html = (reply: FastifyReply, page: string): FastifyReply =>
  reply.header('content-security-policy', PAGE_POLICY).type('text/html; charset=utf-8').send(page)
