import { type Contract, contracts, refusals } from '@kaigong/contract'
import { type FastifyInstance, fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentRoutes } from './documentRoutes.ts'

let app: FastifyInstance
let docs: string
beforeAll(async () => {
  app = fastify()
  documentRoutes(app)
  docs = (await app.inject('/api/docs')).payload
})
afterAll(() => app.close())

const names = Object.entries(contracts).flatMap(([capability, group]) =>
  Object.entries(group as Readonly<Record<string, Contract>>).map(([name, c]) => [`${capability}.${name}`, c] as const),
)

describe('the page of the interface', () => {
  it('has a place of its own for every operation, with its summary in both languages', () => {
    for (const [id, { summary }] of names) {
      const [, place = ''] = docs.split(`<h3 id="${id}">`)
      expect([id, place.slice(0, 600)]).toEqual([id, expect.stringContaining(summary.zh)])
      expect([id, place.slice(0, 600)]).toEqual([id, expect.stringContaining(summary.en.replaceAll('&', '&amp;'))])
    }
  })

  it('leads nowhere that is not there', async () => {
    const ids = new Set([...docs.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    expect([...docs.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([])
    const addresses = new Set([...docs.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, address]) => address ?? ''))
    expect(addresses.size).toBeGreaterThan(20)
    for (const address of addresses) expect([address, (await app.inject(address)).statusCode]).toEqual([address, 200])
  })

  it('needs nothing from another host, and no script within the page', () => {
    expect(docs).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(docs).not.toMatch(/<script(?! src="\/api\/docs\.js")/)
    expect(docs).not.toMatch(/ on\w+="/)
  })
})

describe('the page of a problem', () => {
  it('says of every refusal what happened and what to do, in both languages', async () => {
    for (const [code, { title, todo }] of Object.entries(refusals)) {
      const { payload, headers } = await app.inject(`/problems/${code}`)
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      for (const text of [title.zh, title.en, todo.zh, todo.en]) expect(payload).toContain(text)
    }
  })

  it('is not there for a code that there is not, whatever an object has by itself', async () => {
    expect((await app.inject('/problems/constructor')).statusCode).toBe(404)
  })
})
