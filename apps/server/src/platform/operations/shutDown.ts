import type { FastifyInstance } from 'fastify'

/** How long what is being answered may still take. */
const GRACE_MS = 10_000

/** Listens no more, lets what is being answered finish, and after the grace cuts what is left. */
export async function finishAnswers(app: FastifyInstance, graceMs = GRACE_MS): Promise<void> {
  // A browser keeps its connection open after the answer; the server only looks once for idle ones.
  const sweep = setInterval(() => app.server.closeIdleConnections(), 50)
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}
