import type { FastifyInstance } from 'fastify'

/** How long what is being answered may still take. */
export const GRACE_MS = 10_000

/** Listens no more, lets what is being answered finish, and after the grace cuts what is left. */
export async function finishAnswers(app: FastifyInstance, graceMs = GRACE_MS): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs)
  try {
    await app.close()
  } finally {
    clearTimeout(cut)
  }
}
