import type { FastifyReply } from 'fastify'

/** Says stop when whoever asked has gone: nobody types on for an answer to what stood there before. */
export function whenGone({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort()
  })
  return controller.signal
}
