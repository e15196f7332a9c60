import { Action, type Contract, contracts, type Reach, Role, rights } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from './capabilities.ts'
import { jobRoutes } from './jobs/jobRoutes.ts'
import { type TestPerson, type TestServer, testPerson, testServer } from './platform/district.fixture.ts'
import { refuse } from './platform/http/answer.ts'
import { type Route, route } from './platform/http/route.ts'
import { openProduct, type Product } from './product.fixture.ts'

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
case.read             ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
case.act              ·      ·      ·     ·     ●     ●       ◐       ◇      ·       ·       ·      ·     ·
proxy.give            ·      ·      ·     ·     ·     ·       ·       ◇      ·       ·       ·      ·     ·
gate.except           ·      ·      ·     ●     ·     ·       ·       ·      ·       ·       ·      ·     ·
leave.arrange         ·      ·      ·     ·     ●     ·       ·       ·      ·       ·       ·      ·     ·
joint.read            ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
joint.act             ·      ·      ·     ·     ●     ●       ·       ◇      ◐       ◐       ·      ·     ·
certificate.read      ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
certificate.act       ·      ·      ·     ·     ●     ●       ·       ·      ·       ·       ·      ·     ·
land.read             ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
land.record           ·      ·      ●     ·     ●     ●       ·       ·      ·       ·       ·      ·     ·
preReview.request     ·      ·      ●     ·     ·     ·       ◐       ◇      ·       ·       ·      ·     ·
preReview.opine       ·      ·      ·     ·     ●     ·       ·       ·      ◐       ·       ·      ·     ·
landDay.rehearse      ·      ·      ●     ·     ●     ·       ·       ·      ·       ·       ·      ·     ·
landDay.issue         ·      ·      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
material.read         ·      ●      ●     ●     ●     ●       ●       ◇      ◐       ◐       ●      ●     ·
material.write        ·      ●      ●     ·     ◐     ◐       ◐       ◇      ◐       ·       ·      ·     ·
catalogue.read        ●      ●      ●     ●     ●     ●       ●       ●      ●       ●       ●      ●     ●
catalogue.propose     ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
catalogue.adopt       ·      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
district.read         ●      ●      ●     ●     ●     ●       ●       ·      ·       ·       ●      ●     ·
district.write        ·      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
people.read           ●      ●      ●     ●     ●     ●       ●       ·      ·       ·       ●      ·     ·
people.write          ●      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
people.resetPassword  ●      ●      ·     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
people.unmask         ·      ●      ●     ·     ●     ·       ·       ·      ·       ·       ·      ·     ·
jobs.read             ●      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ●     ·
jobs.retry            ●      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
audit.read            ·      ●      ●     ●     ·     ·       ·       ·      ·       ·       ●      ●     ·
exchange.read         ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ●     ·
mirror.write          ·      ●      ●     ·     ·     ·       ·       ·      ·       ·       ·      ·     ·
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
let real: TestServer
let standing: TestServer
const people = new Map<Role, TestPerson>()
beforeAll(async () => {
  product = await openProduct()
  const answered = allRoutes().filter(({ contract }) => !isEndless(contract))
  const others = all.map(([, contract]) => contract).filter((c) => !answered.some(({ contract }) => contract === c))
  real = testServer(product.database.db, [...answered, ...others.map(standIn)])
  standing = testServer(
    product.database.db,
    all.map(([, contract]) => standIn(contract)),
  )
  for (const role of Role.options) people.set(role, await testPerson(product.database, [role]))
}, 60_000)
afterAll(async () => {
  await standing.close()
  await real.close()
  await product.close()
})

/** As serve.ts puts them together; of the queue itself there is nothing to retry or cancel. */
const allRoutes = (): readonly Route[] => {
  const jobs = { ...product.deps.jobs, retry: async () => false, cancel: async () => false }
  return [...routes(product.deps), ...jobRoutes({ ...product.deps, jobs, jobNames: () => new Map() })]
}

const isEndless = ({ bytes }: Contract): boolean => bytes?.includes('text/event-stream') ?? false

/** Stands for an answer: the rights are asked before it. */
const standIn = (contract: Contract): Route => route(contract, async () => refuse('request.notFound'))

/** Asks with an id that nothing has and no body: whoever may ask is told what is missing, whoever may not is told that. */
async function outcome(
  server: TestServer,
  { method, path }: Contract,
  person: TestPerson | null,
  scopes?: readonly Action[],
) {
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
  it('is answered by some capability', () => {
    const answered = allRoutes().map(({ contract }) => contract)
    expect(all.filter(([, contract]) => !answered.includes(contract)).map(([name]) => name)).toEqual([])
  })

  it.each(all)('%s asks for the right of the table, whoever comes', async (_, contract) => {
    const nobody = await outcome(real, contract, null)
    if (contract.may === 'anyone') expect(nobody).not.toMatch(/^(signIn.needed|right.missing|failed)$/)
    else expect(nobody).toBe('signIn.needed')
    // Those who reach as far as somebody before them are told the same; the true answer is worked out once.
    const reached = new Set<Reach | undefined>()
    for (const role of Role.options) {
      const { may } = contract
      const reach = may === 'anyone' || may === 'signedIn' ? 'district' : new Map(wanted.get(may)).get(role)
      const told = await outcome(reached.has(reach) ? standing : real, contract, people.get(role) ?? null)
      reached.add(reach)
      if (reach)
        expect([role, told]).not.toContainEqual(expect.stringMatching(/^(signIn.needed|right.missing|failed)$/))
      else expect([role, told]).toEqual([role, 'right.missing'])
    }
  })

  it.each(all.filter(([, { may }]) => may !== 'anyone' && may !== 'signedIn'))(
    '%s is closed to a token without its scope, whatever its owner may do',
    async (_, contract) => {
      const owner = people.get('districtAdministrator') ?? null
      expect(await outcome(real, contract, owner, [])).toBe('right.missing')
    },
  )
})
