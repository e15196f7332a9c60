import { randomUUID } from 'node:crypto'
import {
  type AskedOf,
  type Contract,
  contracts,
  newIdentity,
  type ProjectView,
  Role,
  refusals,
} from '@kaigong/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../../capabilities.ts'
import { jobRoutes } from '../../jobs/jobRoutes.ts'
import { openProduct, type Product } from '../../product.fixture.ts'
import { type TestServer, testServer } from '../district.fixture.ts'
import { near } from './garbage.fixture.ts'

const { projects } = contracts
const project: AskedOf<typeof projects.create>['body'] = {
  identity: {
    ...newIdentity,
    name: '储能电芯项目',
    industry: 'C3841',
    level: 'city',
    listYear: 2023,
    stage: 'early',
    synthetic: true,
  },
  facts: { facts: { landSource: 'grant', newBuild: true } },
  parcels: [],
}

let product: Product
let coordinator: Awaited<ReturnType<Product['signedInAs']>>
let csrf: string
let registered: ProjectView
beforeAll(async () => {
  product = await openProduct()
  coordinator = await product.signedInAs(['coordinator'])
  csrf = (await product.app.inject({ url: '/api/v1/me', headers: { cookie: coordinator.cookie() } })).json().csrf
  const made = await coordinator.ask(projects.create, { body: project })
  if (!made.ok) throw new Error(made.problem.detail)
  registered = made.value
})
afterAll(() => product.close())

const count = async () => {
  const list = await coordinator.ask(projects.list, { query: {} })
  return list.ok ? list.value.total : -1
}

/** Sends bytes as they are to the address where projects are registered. */
async function post(
  payload: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
  url = '/api/v1/projects',
) {
  const response = await product.app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      'content-type': 'application/json',
      cookie: coordinator.cookie(),
      'x-kaigong-csrf': csrf,
      'accept-language': 'zh-CN',
      ...headers,
    },
  })
  return { status: response.statusCode, type: response.headers['content-type'], problem: response.json() }
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

describe('a body that cannot be read', () => {
  it.each<[string, string | Buffer, Readonly<Record<string, string>>, keyof typeof refusals]>([
    ['is no JSON', '{"identity": ', {}, 'request.malformed'],
    ['is broken UTF-8', Buffer.from([0x7b, 0x22, 0xe5, 0xbc, 0x22, 0x7d]), {}, 'request.malformed'],
    ['holds a NUL', '{"identity":{"name":"a\\u0000b"}}', {}, 'request.malformed'],
    ['holds half a surrogate pair', '{"identity":{"name":"\\ud83d"}}', {}, 'request.malformed'],
    ['is nested beyond reason', nested(100_000), {}, 'request.malformed'],
    ['names a prototype', '{"__proto__":{"admin":true}}', {}, 'request.malformed'],
    ['is a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 'request.wrongType'],
    ['names no type', '{}', { 'content-type': '' }, 'request.wrongType'],
    ['is bytes where JSON is wanted', '{}', { 'content-type': 'application/octet-stream' }, 'request.invalid'],
    ['is missing', '', {}, 'request.invalid'],
    ['is of another shape', '[1, 2]', {}, 'request.invalid'],
  ])('because it %s is refused, and nothing is done', async (_, payload, headers, code) => {
    const before = await count()
    const { status, type, problem } = await post(payload, headers)
    expect({ status, type: problem.type }).toEqual({ status: refusals[code].status, type: `/problems/${code}` })
    expect(type).toBe('application/problem+json; charset=utf-8')
    expect(problem.title).toBe(refusals[code].title.zh)
    expect(await count()).toBe(before)
  })

  it('because it has 50 MB is refused wherever it is sent', async () => {
    const large = Buffer.alloc(50 * 1024 * 1024, 0x20)
    expect(await post(large)).toMatchObject({ status: 413, problem: { type: '/problems/request.tooLarge' } })
    const bytes = { 'content-type': 'application/octet-stream' }
    expect(await post(large, bytes, '/api/v1/projects/import')).toMatchObject({ status: 413 })
  })
})

describe('a body that says too much or the wrong thing', () => {
  it('is told of each unknown field, by its place', async () => {
    const { status, problem } = await post(
      JSON.stringify({ ...project, owner: 'me', identity: { ...project.identity, colour: 'red' } }),
    )
    expect(status).toBe(422)
    expect(problem.errors.map((e: { pointer: string }) => e.pointer).sort()).toEqual(['/identity/colour', '/owner'])
  })

  it('gets a sentence in the reader’s language for each field', async () => {
    const faulty = JSON.stringify({ ...project, identity: { ...project.identity, name: '', listYear: 'soon' } })
    const zh = await post(faulty)
    const en = await post(faulty, { 'accept-language': 'en' })
    expect(zh.problem.errors).toHaveLength(2)
    for (const { detail } of zh.problem.errors) expect(detail).toMatch(/\p{Script=Han}/u)
    for (const { detail } of en.problem.errors) expect(detail).toMatch(/^[\x20-\x7e“”’≤≥]+$/)
  })

  it('in an address is a question that cannot be read, or leads nowhere', async () => {
    const ask = (url: string) => product.app.inject({ url, headers: { cookie: coordinator.cookie() } })
    expect((await ask('/api/v1/projects?q=%00')).statusCode).toBe(400)
    expect((await ask('/api/v1/projects?colour=red')).statusCode).toBe(422)
    expect((await ask('/api/v1/projects?limit=1e9')).statusCode).toBe(422)
    expect((await ask('/api/v1/projects/%E5%BC')).statusCode).toBe(400)
    expect((await ask('/api/v1/projects/none')).statusCode).toBe(404)
    expect((await ask('/api/v1/nothing')).json().type).toBe('/problems/request.notFound')
  })
})

describe('a command that is repeated or late', () => {
  it('with its key gets the first answer, and with another body is refused', async () => {
    const key = { 'idempotency-key': randomUUID() }
    const first = await post(JSON.stringify(project), key)
    expect(first.status).toBe(201)
    const before = await count()
    expect(await post(JSON.stringify(project), key)).toEqual(first)
    const other = { ...project, identity: { ...project.identity, name: '另一个' } }
    expect(await post(JSON.stringify(other), key)).toMatchObject({
      status: 422,
      problem: { type: '/problems/request.keyReused' },
    })
    expect(await count()).toBe(before)
  })

  it('on a version that has passed is told the one that stands, and changes nothing', async () => {
    const change = (name: string, ifMatch: number) =>
      coordinator.ask(
        projects.change,
        { params: { projectId: registered.id }, body: { ...project, identity: { ...project.identity, name } } },
        { ifMatch },
      )
    expect(await change('改名一', registered.version)).toMatchObject({ ok: true })
    expect(await change('改名二', registered.version)).toMatchObject({
      problem: { status: 412, type: '/problems/request.stale', current: registered.version + 1 },
    })
    const now = await coordinator.ask(projects.read, { params: { projectId: registered.id } })
    expect(now).toMatchObject({ value: { identity: { name: '改名一' } } })
  })
})

describe('whatever is sent', () => {
  let server: TestServer
  let headers: Readonly<Record<string, string>>
  let planned: ProjectView['id']
  let ids: Readonly<Record<string, string>>
  const all = Object.entries(contracts).flatMap(([capability, group]) =>
    Object.entries(group)
      .map(([name, contract]) => [`${capability}.${name}`, contract as Contract] as const)
      .filter(([, { bytes }]) => !bytes?.includes('text/event-stream')),
  )
  beforeAll(async () => {
    const person = await product.signedInAs([...Role.options], { agency: 'development-reform' })
    const queues = { ...product.deps.jobs, retry: async () => false, cancel: async () => false }
    server = testServer(product.database.db, [
      ...routes(product.deps).filter(({ contract }) => !contract.bytes?.includes('text/event-stream')),
      ...jobRoutes({ ...product.deps, jobs: queues, jobNames: () => new Map() }),
    ])
    await server.as(person.person)(contracts.people.me, {})
    headers = { 'x-test-person': `${person.person.person} ` }
    const editions = await coordinator.ask(contracts.editions.list, {})
    planned = await newProject()
    await coordinator.ask(contracts.plans.compute, { params: { projectId: planned }, body: {} })
    ids = {
      no: '1',
      personId: person.person.person,
      editionId: editions.ok ? (editions.value.items[0]?.id ?? '') : '',
      matterId: 'A05',
      file: 'promises.yaml',
      format: 'ics',
      queue: 'replan',
    }
  })
  afterAll(() => server.close())

  const newProject = async () => {
    const made = await coordinator.ask(projects.create, { body: project })
    if (!made.ok) throw new Error(made.problem.detail)
    return made.value.id
  }
  /** The id of something that is there, mostly. */
  const nearly = (id: string | undefined) =>
    fc.oneof(
      { arbitrary: id === undefined ? fc.uuid({ version: 4 }) : fc.constant(id), weight: 8 },
      { arbitrary: fc.uuid(), weight: 1 },
      { arbitrary: fc.string({ unit: 'grapheme' }), weight: 1 },
    )

  it.each(all)('%s answers what its contract names, and never fails', { timeout: 60_000 }, async (_, contract) => {
    const { method, params, query, body } = contract
    const known: Readonly<Record<string, string>> = {
      ...ids,
      projectId: contract.path.includes(':no') ? planned : await newProject(),
    }
    const paths = fc.record(
      Object.fromEntries(Object.keys(params?.shape ?? {}).map((name) => [name, nearly(known[name])] as const)),
    )
    await fc.assert(
      fc.asyncProperty(
        paths,
        near(query),
        near(body),
        fc.constantFrom('"1"', '"2"', '*', ''),
        async (at, q, b, match) => {
          const search = Object.entries((q ?? {}) as object).map(
            ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(wellFormed(value))}`,
          )
          const path = contract.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(at[name] ?? ''))
          const response = await server.app.inject({
            method,
            url: `/api/v1${path}${search.length > 0 ? `?${search.join('&')}` : ''}`,
            headers: {
              ...headers,
              'if-match': match,
              ...(b === undefined ? {} : { 'content-type': 'application/json' }),
            },
            ...(b === undefined ? {} : { payload: JSON.stringify(b) }),
          })
          if (response.statusCode < 400) return
          const problem = response.json()
          expect({ sent: b, problem }).toMatchObject({ problem: { status: response.statusCode } })
          const code = problem.type.replace('/problems/', '')
          expect({ sent: b, code, problem }).toMatchObject({ code: expect.not.stringMatching(/^server\./) })
          expect(Object.keys(refusals)).toContain(code)
        },
      ),
      { numRuns: 10 },
    )
  })
})

const wellFormed = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed()
