import { type AskedOf, ask, type Contract, type OutOf } from '@kaigong/contract'
import type { FastifyInstance } from 'fastify'

export type AsPerson = ReturnType<typeof asking>

/** Asks the routes in somebody's name; a refusal is a mistake of the demonstration and ends the seeding. */
export const asking =
  (app: FastifyInstance) =>
  async <C extends Contract>(person: string, contract: C, asked: AskedOf<C>, ifMatch?: number): Promise<OutOf<C>> => {
    const answer = await ask(
      async ({ method, url, headers, body }) => {
        const response = await app.inject({
          method: method as 'GET',
          url,
          headers: { ...headers, 'x-demo-person': person },
          ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : Buffer.from(body) }),
        })
        return {
          status: response.statusCode,
          headers: () => null,
          json: response.payload === '' ? undefined : response.json(),
        }
      },
      contract,
      asked,
      ifMatch === undefined ? {} : { ifMatch },
    )
    if (!answer.ok)
      throw new Error(
        `demo, ${contract.method} ${contract.path}: ${answer.problem.detail} ${JSON.stringify(answer.problem.errors ?? [])}`,
      )
    return answer.value
  }
