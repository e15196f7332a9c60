import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fastify } from 'fastify'
import { expect, it } from 'vitest'
import { PlanningBusy } from '../platform/planning/openPlanning.ts'
import { unlessBusy } from './compute.ts'
import { whenGone } from './gone.ts'

it('stops the work of a request whose sender has gone, and of no other', async () => {
  const started = Promise.withResolvers<AbortSignal>()
  const answered = Promise.withResolvers<AbortSignal>()
  const app = fastify()
  app.get('/slow', (_, reply) => {
    started.resolve(whenGone(reply))
    // Never answered: the sender does not wait.
  })
  app.get('/quick', (_, reply) => {
    answered.resolve(whenGone(reply))
    return reply.send('done')
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const slow = request({ port, path: '/slow' }).on('error', () => undefined)
  slow.end()
  const signal = await started.promise
  expect(signal.aborted).toBe(false)
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve))
  slow.destroy()
  await stopped

  await new Promise((resolve) =>
    request({ port, path: '/quick', agent: false }, (response) => response.resume().on('close', resolve)).end(),
  )
  await app.close()
  expect((await answered.promise).aborted).toBe(false)
})

it('says “busy” where too many plans wait, or where nobody waits any more', async () => {
  const failing = (error: Error) => unlessBusy(() => Promise.reject(error))
  expect(await failing(new PlanningBusy())).toEqual({ refused: 'server.busy' })
  expect(await failing(new DOMException('gone', 'AbortError'))).toEqual({ refused: 'server.busy' })
  await expect(failing(new Error('broken'))).rejects.toThrow('broken')
})
