import type { FastifyInstance } from 'fastify'
import { openApiDocument } from './openapi.ts'
import { docsPage, problemPage } from './pages.ts'

/** What explains the interface: the document, its page, and a page for each problem. */
export async function documentRoutes(app: FastifyInstance): Promise<void> {
  const document = JSON.stringify(await openApiDocument())
  const docs = docsPage()
  app.get('/api/openapi.json', (_request, reply) => reply.type('application/json; charset=utf-8').send(document))
  app.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(docs))
  app.get<{ Params: { code: string } }>('/problems/:code', (request, reply) => {
    const page = problemPage(request.params.code)
    return page === undefined ? reply.callNotFound() : reply.type('text/html; charset=utf-8').send(page)
  })
}
