import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { type FastifyInstance, fastify } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { finishAnswers } from './shutDown.ts'

let app: FastifyInstance
let url: string
let isAsked: Promise<void>
let answer: () => void
beforeEach(async () => {
  const asked = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<void>()
  isAsked = asked.promise
  answer = answered.resolve
  app = fastify({ forceCloseConnections: 'idle' })
  app.get('/slow', async () => {
    asked.resolve()
    await answered.promise
    return 'whole'
  })
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})

async function ask(path: string): Promise<string> {
  const request = get(url + path)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  let text = ''
  for await (const part of response) text += String(part)
  return text
}

describe('stopping', () => {
  it('lets a request that is being answered finish, and takes no other', async () => {
    const slow = ask('/slow')
    await isAsked
    const stopped = finishAnswers(app)
    await expect(ask('/slow')).rejects.toThrow(/ECONNREFUSED|ECONNRESET|socket hang up/)
    answer()
    expect(await slow).toBe('whole')
    await stopped
  })

  it('cuts what does not finish within the grace', async () => {
    const slow = ask('/slow').catch((error: Error) => error.message)
    await isAsked
    await finishAnswers(app, 100)
    expect(await slow).toMatch(/ECONNRESET|socket hang up/)
    answer()
  })
})
