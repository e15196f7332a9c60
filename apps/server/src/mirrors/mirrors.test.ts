import {
  type Action,
  type CompanyId,
  contracts,
  type MirrorDelivery,
  type MirrorRow,
  type ProjectView,
  type Role,
} from '@kaigong/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { acted, adopted, company } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'

const { mirrors, cases } = contracts

let product: Product
let ours: CompanyId
let coordinator: Asker
let as: (roles: readonly Role[], at?: Parameters<typeof testPerson>[2]) => Promise<Asker>
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '镜像企业')
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => ({ ask: server.as(await testPerson(product.database, roles, at)) })
  coordinator = await as(['coordinator'], { name: '专班' })
  product.world.moveTo('2022-07-01T02:00:00Z')
}, 60_000)
afterAll(() => product.close())

let count = 0
/** A project with an adopted plan that bears a project code. */
async function coded(): Promise<ProjectView & { readonly code: string }> {
  count += 1
  const project = await adopted(coordinator, `镜像项目${count}`, ours)
  const code = `2022-320413-38-03-${String(500100 + count)}`
  await product.database.owner.query('update project set code = $3 where district_code = $1 and project_id = $2', [
    JINTAN,
    project.id,
    code,
  ])
  return { ...project, code }
}

type About = { readonly code: string }
const rowOf = (project: About, code: number, at: string, more: Partial<MirrorRow> = {}): MirrorRow => ({
  system: '省工改平台',
  sourceId: `BJ-${project.code}`,
  projectCode: project.code,
  matter: 'A06',
  agency: 'ecology',
  code,
  at,
  ...more,
})
/** From receipt to the decision, with a supplement between, in the order in which it happened. */
const flow = (project: About): MirrorRow[] => [
  rowOf(project, 1, '2022-06-01T09:00:00+08:00'),
  rowOf(project, 3, '2022-06-02T09:00:00+08:00'),
  rowOf(project, 8, '2022-06-02T10:00:00+08:00'),
  rowOf(project, 6, '2022-06-06T09:00:00+08:00', { note: '补充噪声预测' }),
  rowOf(project, 7, '2022-06-08T09:00:00+08:00', { note: '噪声预测' }),
  rowOf(project, 11, '2022-06-15T09:00:00+08:00', { documentNumber: '坛环审〔2022〕9号', documentOn: '2022-06-14' }),
]
const delivered = async (rows: MirrorRow[], by: Asker = coordinator): Promise<MirrorDelivery> =>
  said(await by.ask(mirrors.deliver, { body: { rows } }))
const mirrored = async ({ id }: ProjectView) => {
  const { items } = said(await coordinator.ask(cases.ofProject, { params: { projectId: id } }))
  return items
}
const viewOf = async (project: ProjectView) => {
  const [only] = await mirrored(project)
  if (!only) throw new Error('nothing was mirrored')
  return said(await coordinator.ask(cases.read, { params: { caseId: only.id } }))
}
/** What a case has come to, apart from its ids and numbers. */
async function stateOf({ id }: ProjectView): Promise<unknown> {
  const { rows } = await product.database.owner.query(
    `select state - 'by' as state, stage, hand, due, due_on, received_on, source_time from case_file
       where district_code = $1 and project_id = $2`,
    [JINTAN, id],
  )
  return rows
}
const waitingOf = async ({ code }: About) =>
  said(await coordinator.ask(mirrors.waiting, { query: {} })).items.filter(({ row }) => row.projectCode === code)
const bytes = (text: string) => new TextEncoder().encode(text)

describe('a case that another system handles', () => {
  it('comes in as its status rows: with the days of the source, entered afterwards, and who brought it when', async () => {
    const project = await coded()
    expect(await delivered(flow(project))).toMatchObject({ placed: 6, waiting: 0, repeated: 0 })
    const view = await viewOf(project)
    expect(view).toMatchObject({
      stage: 'granted',
      agencyId: 'ecology',
      receivedOn: '2022-06-01',
      enteredAfterwards: 6,
    })
    expect(view.origin).toEqual({
      kind: 'mirrored',
      system: '省工改平台',
      sourceTime: '2022-06-15T01:00:00Z',
      lastVerifiedAt: '2022-07-01T02:00:00Z',
      verifiedBy: '专班',
    })
  })

  it('changes in nothing when its rows come again, one by one or all at once', async () => {
    const project = await coded()
    await delivered(flow(project))
    const before = await viewOf(project)
    for (const row of flow(project)) await delivered([row, row])
    expect(await delivered(flow(project).reverse())).toMatchObject({ placed: 6, repeated: 6 })
    expect(await viewOf(project)).toEqual(before)
    expect(await mirrored(project)).toHaveLength(1)
  })

  it('ends in the same state whatever the order and repetition of its deliveries', async () => {
    const straight = await coded()
    await delivered(flow(straight))
    const plain = async (project: ProjectView & About) =>
      JSON.stringify(await stateOf(project)).replaceAll(project.code, 'CODE')
    const expected = await plain(straight)
    const indices = [0, 1, 2, 3, 4, 5]
    const order = fc
      .tuple(fc.shuffledSubarray(indices, { minLength: 6 }), fc.array(fc.constantFrom(...indices), { maxLength: 4 }))
      .chain(([all, again]) => {
        const some = [...all, ...again]
        return fc.shuffledSubarray(some, { minLength: some.length })
      })
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 4 }), async (shuffled, size) => {
        const project = await coded()
        const rows = flow(project)
        for (let i = 0; i < shuffled.length; i += size)
          await delivered(shuffled.slice(i, i + size).flatMap((at) => rows[at] ?? []))
        expect(await plain(project)).toBe(expected)
        expect(await waitingOf(project)).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('is told anew when an earlier row comes late, and what no longer has a place waits', async () => {
    const project = await coded()
    const [received, accepted, , , , passed] = flow(project)
    if (!received || !accepted || !passed) throw new Error('no flow')
    await delivered([received, accepted, passed])
    const rejected = rowOf(project, 13, '2022-06-10T09:00:00+08:00', { note: '选址不符' })
    expect(await delivered([rejected])).toMatchObject({ placed: 1 })
    expect(await viewOf(project)).toMatchObject({ stage: 'ended' })
    expect(await waitingOf(project)).toMatchObject([{ row: { code: 11 } }])
  })

  it('that somebody continued by hand is only continued: nothing of theirs is told anew', async () => {
    const project = await coded()
    const [received, accepted] = flow(project)
    if (!received || !accepted) throw new Error('no flow')
    await delivered([received, accepted])
    const officer = await as(['officer'], { agency: 'ecology' })
    await acted(officer, await viewOf(project), { type: 'startDepartment' })
    await delivered(flow(project))
    expect(await waitingOf(project)).toMatchObject(
      [3, 8, 6, 7, 11].flatMap((code) => (code === 3 ? [] : [{ row: { code } }])),
    )
    expect(await viewOf(project)).toMatchObject({ stage: 'handling' })
  })
})

describe('a row that finds no place', () => {
  it.each([
    ['an unknown project', { projectCode: '2022-320413-99-99-999999' }, '没有项目代码'],
    ['a matter that the plan lacks', { matter: 'Z99' }, '没有可办理的事项 Z99'],
    ['an agency that does not handle it', { agency: 'water' }, '不由“water”办理'],
    ['a decision on nothing received', { code: 11 }, '准予'],
  ])('for %s waits with that reason, and leaves no case', async (_, more, reason) => {
    const project = await coded()
    const { rows } = await delivered([rowOf(project, 1, '2022-06-01T09:00:00+08:00', more)])
    expect(rows).toMatchObject([{ state: 'waiting', reason: { zh: expect.stringContaining(reason) } }])
    expect(await mirrored(project)).toEqual([])
  })

  it('of a project in another district finds none here: nobody enters anything over the border', async () => {
    const project = await coded()
    const neighbour = await as(['coordinator'], { district: LIYANG })
    const { rows } = await delivered(flow(project), neighbour)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['waiting']))
    expect(await mirrored(project)).toEqual([])
    expect(await waitingOf(project)).toEqual([])
  })

  it('is placed on a later try, once what it lacked is there', async () => {
    const project = await coded()
    const early = rowOf(project, 1, '2022-07-04T09:00:00+08:00')
    expect(await delivered([early])).toMatchObject({ waiting: 1 })
    product.world.moveTo('2022-07-05T02:00:00Z')
    expect(said(await coordinator.ask(mirrors.retry, {})).placed).toBe(1)
    expect(await viewOf(project)).toMatchObject({ stage: 'received', receivedOn: '2022-07-04' })
    product.world.moveTo('2022-07-01T02:00:00Z')
  })

  it('is dismissed for a reason, once, and stays so when it comes again', async () => {
    const project = await coded()
    const stray = rowOf(project, 11, '2022-06-01T09:00:00+08:00')
    await delivered([stray])
    const [waiting] = await waitingOf(project)
    const params = { rowId: waiting?.id ?? '' }
    expect(await coordinator.ask(mirrors.dismiss, { params, body: { reason: '来源误报' } })).toMatchObject({ ok: true })
    const again = await coordinator.ask(mirrors.dismiss, { params, body: { reason: '再来一次' } })
    expect(again).toMatchObject({ problem: { type: '/problems/request.notFound' } })
    expect((await delivered([stray])).rows).toMatchObject([{ state: 'dismissed', repeated: true }])
    expect(await waitingOf(project)).toEqual([])
  })
})

const HEAD = '来源系统,来源办件号,项目代码,事项,部门,状态码,办理时间,说明'
const csv = ({ code }: About) => `${HEAD}\r\n省工改平台,"B,1",${code},A06,ecology,1,2022-06-01 09:00,"含,逗号"\r\n`

describe('a delivery by the interface', () => {
  it('needs a token for just that: one for reading cases is turned away', async () => {
    const project = await coded()
    const administrator = await testPerson(product.database, ['districtAdministrator'])
    const server = testServer(product.database.db, routes(product.deps))
    const confined = (scope: Action) =>
      server.as(administrator, [scope])(mirrors.deliver, { body: { rows: flow(project) } })
    expect(await confined('case.read')).toMatchObject({ problem: { type: '/problems/right.missing' } })
    expect(await confined('mirror.write')).toMatchObject({ ok: true, value: { placed: 6 } })
    await server.close()
  })

  it('that meets another about the same case waits for it: together they enter every row once', async () => {
    const project = await coded()
    await Promise.all([
      delivered(flow(project)),
      delivered(flow(project).reverse()),
      delivered(flow(project).slice(0, 3)),
    ])
    expect(await mirrored(project)).toHaveLength(1)
    expect(await waitingOf(project)).toEqual([])
    expect(await viewOf(project)).toMatchObject({ stage: 'granted', enteredAfterwards: 6 })
  })
})

describe('a file of rows', () => {
  it('says what it would come to, and keeps nothing until it is taken', async () => {
    const project = await coded()
    const body = bytes(csv(project))
    expect(said(await coordinator.ask(mirrors.preview, { body }))).toMatchObject({ placed: 1, waiting: 0 })
    expect(await mirrored(project)).toEqual([])
    expect(said(await coordinator.ask(mirrors.upload, { body }))).toMatchObject({ placed: 1, repeated: 0 })
    expect(await viewOf(project)).toMatchObject({ stage: 'received', receivedOn: '2022-06-01' })
    expect(said(await coordinator.ask(mirrors.preview, { body }))).toMatchObject({ placed: 1, repeated: 1 })
  })

  it('may be JSON, or the GB18030 in which a Chinese spreadsheet saves', async () => {
    const project = await coded()
    const rows = bytes(JSON.stringify({ rows: flow(project) }))
    expect(said(await coordinator.ask(mirrors.preview, { body: rows }))).toMatchObject({ placed: 6 })
    // 状态 说明 in GB18030.
    const word = Uint8Array.from([0xcb, 0xb5, 0xc3, 0xf7])
    const line = `system,sourceId,projectCode,matter,agency,code,at,note\nX,1,${project.code},A06,ecology,1,2022-06-01 09:00,`
    const body = Uint8Array.from([...bytes(line), ...word])
    expect(said(await coordinator.ask(mirrors.preview, { body })).rows).toMatchObject([{ row: { note: '说明' } }])
  })

  it.each([
    ['is empty', bytes('')],
    ['is no text', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xff])],
    ['holds a NUL', bytes(`${HEAD}\nX\0,1,c,A06,ecology,1,2022-06-01 09:00,`)],
    ['has a column that nobody knows', bytes('姓名\n张三')],
    ['never closes a quote', bytes(`${HEAD}\n"X,1`)],
    ['is broken JSON', bytes('[{"system":')],
    ['has a status code that there is none of', bytes(`${HEAD}\nX,1,c,A06,ecology,16,2022-06-01 09:00,`)],
    ['has a day that there is none of', bytes(`${HEAD}\nX,1,c,A06,ecology,1,2022-02-30 09:00,`)],
  ])('that %s is refused whole', async (_, body) => {
    expect(await coordinator.ask(mirrors.upload, { body })).toMatchObject({
      problem: { type: '/problems/mirror.unreadable' },
    })
  })

  it('of 50 MB is turned away before it is read', async () => {
    const body = new Uint8Array(50 * 1024 * 1024).fill(0x41)
    expect(await coordinator.ask(mirrors.upload, { body })).toMatchObject({ problem: { status: 413 } })
  })
})
