import { Action, type Contract, contracts, type Reach, Role, rights } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from './capabilities.ts'
import { type TestPerson, type TestServer, testPerson, testServer } from './platform/district.fixture.ts'
import { refuse } from './platform/http/answer.ts'
import { type Route, route } from './platform/http/route.ts'
import { JINTAN, LIYANG, openProduct, type Product } from './product.fixture.ts'

/**
 * Who may do what, as a person reads it: ● in the whole district, ◐ where one's agency or oneself takes part, ◇ for the projects of
 * one's company, · not at all. The table of the code (packages/contract/src/rights.ts) is held against it.
 */
const TABLE = `
                   system district coord leader head officer helper company interm utility inspect audit public
project.read          ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
project.write         ·      ●      ●     ·     ·     ·       ◐       ·      ·       ·       ·      ·     ·
project.bulk          ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
project.team          ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
plan.read             ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
plan.compute          ·      ·      ●     ·     ·     ·       ◐       ·      ·       ·       ·      ·     ·
plan.countersign      ·      ·      ·     ·     ●     ●       ·       ·      ·       ·       ·      ·     ·
plan.adopt            ·      ·      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
plan.share            ·      ·      ●     ·     ·     ·       ◐       ·      ·       ·       ·      ·     ·
catalogue.read        ●      ●      ●     ●     ●     ●       ●       ●      ●       ●       ●      ●     ●
catalogue.propose     ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
catalogue.adopt       ·      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
district.read         ●      ●      ●     ●     ●     ●       ●       ·      ·       ·       ●      ●     ·
district.write        ·      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
people.read           ●      ●      ●     ●     ●     ●       ●       ·      ·       ·       ●      ·     ·
people.write          ●      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
people.unmask         ·      ●      ●     ·     ●     ·       ·       ·      ·       ·       ·      ·     ·
jobs.read             ●      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ●     ·
jobs.retry            ●      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
audit.read            ·      ●      ●     ●     ·     ·       ·       ·      ·       ·       ●      ●     ·
token.manage          ●      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
`
const SIGNS: Readonly<Record<string, Reach | undefined>> = { '●': 'district', '◐': 'involved', '◇': 'company' }

const wanted = new Map(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [action = '', ...signs] = line.trim().split(/\s+/)
      return [action, Role.options.map((role, i) => [role, SIGNS[signs[i] ?? '']] as const)] as const
    }),
)

describe('the table of rights', () => {
  it('has a line for every action and a column for every role', () => {
    expect([...wanted.keys()]).toEqual(Action.options)
    expect(TABLE.trim().split('\n')[0]?.trim().split(/\s+/)).toHaveLength(Role.options.length)
  })

  it.each(Action.options)('%s is what the code allows', (action) => {
    expect(Role.options.map((role) => [role, rights[role][action]])).toEqual(wanted.get(action))
  })
})

const all = Object.entries(contracts).flatMap(([capability, group]) =>
  Object.entries(group).map(([name, contract]) => [`${capability}.${name}`, contract as Contract] as const),
)

let product: Product
let server: TestServer
const people = new Map<Role, TestPerson>()
const foreigners = new Map<Role, TestPerson>()
beforeAll(async () => {
  product = await openProduct()
  const real = routes(product.deps).filter(({ contract }) => !contract.bytes?.includes('text/event-stream'))
  const missing = all.map(([, contract]) => contract).filter((c) => !real.some(({ contract }) => contract === c))
  server = testServer(product.database.db, [...real, ...missing.map(standIn)])
  for (const role of Role.options) {
    people.set(role, await testPerson(product.database, [role], { district: JINTAN }))
    foreigners.set(role, await testPerson(product.database, [role], { district: LIYANG }))
  }
})
afterAll(async () => {
  await server.close()
  await product.close()
})

/** Stands for an answer that does not end, or that no capability gives yet: the rights are asked before it. */
const standIn = (contract: Contract): Route => route(contract, async () => refuse('request.notFound'))

/** Asks with an id that nothing has and no body: whoever may ask is told what is missing, whoever may not is told that. */
async function outcome({ method, path }: Contract, person: TestPerson | null, scopes?: readonly Action[]) {
  const url = path.replace(/:\w+/g, '0190a000-0000-7000-8000-000000000001')
  const contract = { method, path: url, may: 'anyone', summary: { zh: '', en: '' }, out: {} } as const
  const answer = await server.as(person, scopes)(contract, {}, { ifMatch: 1 })
  return answer.ok
    ? 'answered'
    : answer.problem.status >= 500
      ? 'failed'
      : answer.problem.type.replace('/problems/', '')
}

describe('every route', () => {
  it.each(all)('%s asks for the right of the table, whoever comes', async (_, contract) => {
    const nobody = await outcome(contract, null)
    if (contract.may === 'anyone') expect(nobody).not.toMatch(/^(signIn.needed|right.missing|failed)$/)
    else expect(nobody).toBe('signIn.needed')
    for (const role of Role.options) {
      const told = await outcome(contract, people.get(role) ?? null)
      const mayAsk =
        contract.may === 'anyone' ||
        contract.may === 'signedIn' ||
        new Map(wanted.get(contract.may)).get(role) !== undefined
      if (mayAsk)
        expect([role, told]).not.toContainEqual(expect.stringMatching(/^(signIn.needed|right.missing|failed)$/))
      else expect([role, told]).toEqual([role, 'right.missing'])
    }
  })

  it.each(all.filter(([, { may }]) => may !== 'anyone' && may !== 'signedIn'))(
    '%s is closed to a token without its scope, whatever its owner may do',
    async (_, contract) => {
      const owner = people.get('districtAdministrator') ?? null
      expect(await outcome(contract, owner, [])).toBe('right.missing')
    },
  )
})
