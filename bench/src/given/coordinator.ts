import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { type AskedOf, ask, type Contract, contracts, type Extra, type OutOf, type Sent } from '@kaigong/contract'

/** Asks a running district in a coordinator's name; what is refused is thrown. */
export type Coordinator = <C extends Contract>(contract: C, asked: AskedOf<C>, extra?: Extra) => Promise<OutOf<C>>

type Persona = OutOf<typeof contracts.people.ways>['personas'][number]

/** Signs in as Jintan's coordinator of the demonstration. */
export const coordinatorAt = (url: string): Promise<Coordinator> => personAt(url, ({ role }) => role === 'coordinator')

/** Signs in as the first of Jintan's people of the demonstration who is meant. On Node's own client: `fetch` would cost more than what is measured. */
export async function personAt(url: string, isMeant: (persona: Persona) => boolean): Promise<Coordinator> {
  const agent = new Agent({ keepAlive: true })
  let signedIn: Readonly<Record<string, string>> = {}
  const send = async ({ method, url: path, headers, body }: Sent) => {
    const asking = request(`${url}${path}`, { agent, method, headers: { ...headers, ...signedIn } })
    asking.end(body)
    const [answer] = await once(asking, 'response')
    const json: unknown = JSON.parse(await text(answer))
    const cookie: string | undefined = answer.headers['set-cookie']?.[0]?.split(';')[0]
    if (cookie !== undefined) signedIn = { cookie, 'x-kaigong-csrf': (json as { csrf: string }).csrf }
    return { status: answer.statusCode, headers: (name: string) => answer.headers[name] ?? null, json }
  }
  const asked: Coordinator = async (contract, what, extra) => {
    const answer = await ask(send, contract, what, extra)
    if (!answer.ok) throw new Error(`${contract.path}: ${answer.problem.title}`)
    return answer.value
  }
  const { personas } = await asked(contracts.people.ways, {})
  const persona = personas.find((one) => one.district.en === 'Jintan' && isMeant(one))
  if (!persona) throw new Error('the demonstration has nobody like that')
  await asked(contracts.people.persona, { body: { personId: persona.personId } })
  return asked
}
