import { type CaseView, type CompanyId, contracts, type PersonId, type Role } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { acted, acting, adopted, company, opened } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, openProduct, type Product } from '../product.fixture.ts'

const { cases, leave } = contracts
type Somebody = Asker & { readonly person: TestPerson }

let product: Product
let ours: CompanyId
let as: (roles: readonly Role[], at?: Parameters<typeof testPerson>[2]) => Promise<Somebody>
let [coordinator, holder, colleague, head]: readonly Somebody[] = []
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '休假企业')
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  coordinator = await as(['coordinator'])
  holder = await as(['officer'], { agency: 'ecology', name: '休假人' })
  colleague = await as(['officer'], { agency: 'ecology', name: '代班人' })
  head = await as(['agencyHead'], { agency: 'ecology', name: '局长' })
}, 60_000)
afterAll(() => product.close())

const who = (somebody: Somebody | undefined): Somebody => {
  if (!somebody) throw new Error('nobody is signed in')
  return somebody
}
const id = (somebody: Somebody | undefined): PersonId => who(somebody).person.person
const onDesk = async (name: string): Promise<CaseView> => {
  product.world.moveTo('2022-06-01T01:00:00Z')
  return await opened(who(holder), await adopted(who(coordinator), name, ours))
}
const during = (more: object = {}) => ({
  absent: id(holder),
  deputy: id(colleague),
  fromOn: '2022-06-06',
  untilOn: '2022-06-10',
  ...more,
})
const arranging = (by: Somebody | undefined, body: ReturnType<typeof during>) => who(by).ask(leave.arrange, { body })
const mine = async (by: Somebody | undefined, { projectId }: CaseView) =>
  said(await who(by).ask(cases.list, { query: { mine: 'true', project: projectId } })).total
const handing = { type: 'transfer' as const, reason: '请继续办理' }

describe('a colleague who stands in during leave 休假代班', () => {
  it('has the cases of whoever is away on their desk, from the first day to the last, and passes them on in their place', async () => {
    const now = await onDesk('休假代班的项目')
    const transfer = { ...handing, to: id(head) }
    expect(await acting(who(colleague), now, transfer)).toMatchObject({ problem: { rule: 'desk.notHolder' } })
    const { id: standIn } = said(await arranging(head, during()))
    expect(await acting(who(colleague), now, transfer)).toMatchObject({ problem: { rule: 'desk.notHolder' } })
    expect(await mine(colleague, now)).toBe(0)

    product.world.moveTo('2022-06-06T01:00:00Z')
    expect(await mine(colleague, now)).toBe(1)
    const after = await acted(who(colleague), now, transfer)
    expect(after.desk?.holder.name).toBe('局长')
    expect(after.history.at(-1)).toMatchObject({ by: '代班人', inPlaceOf: '休假人' })
    const trail = await product.database.owner.query(`select sealed from event where stream = $1 order by version`, [
      `case/${now.id}`,
    ])
    const { by } = JSON.parse(trail.rows.at(-1).sealed).data
    expect(by).toMatchObject({ person: id(colleague), inPlaceOf: id(holder) })

    const back = await acted(who(head), after, { ...handing, to: id(holder) })
    product.world.moveTo('2022-06-11T01:00:00Z')
    expect(await mine(colleague, back)).toBe(0)
    expect(await acting(who(colleague), back, transfer)).toMatchObject({ problem: { rule: 'desk.notHolder' } })
    const list = said(await who(holder).ask(leave.list, {}))
    expect(list).toMatchObject({ mayArrange: false, items: [{ id: standIn, state: 'over' }] })
  })

  it('signs in place of a colleague who was asked to sign, and the signature is the colleague’s seat with the deputy’s name to it', async () => {
    const now = await onDesk('代班会签的项目')
    const other = await as(['officer'], { agency: 'ecology', name: '被会签人' })
    said(await arranging(head, during({ absent: id(other), fromOn: '2022-06-01', untilOn: '2022-06-03' })))
    const round = await acted(who(holder), now, { type: 'countersign', signers: [id(other)] })
    const signed = await acted(who(colleague), round, { type: 'sign', agrees: true, opinion: '同意' })
    expect(signed.desk).toMatchObject({ round: null, verdict: 'agreed' })
    expect(signed.history.at(-1)).toMatchObject({ by: '代班人', inPlaceOf: '被会签人' })
  })

  it('is arranged by the head of the agency only, of its own people, once at a time, and ended before its time', async () => {
    product.world.moveTo('2022-07-01T01:00:00Z')
    const days = { fromOn: '2022-07-04', untilOn: '2022-07-08' }
    for (const other of [holder, colleague, coordinator])
      expect(await arranging(other, during(days))).toMatchObject({ problem: { type: '/problems/right.missing' } })
    const stranger = await as(['officer'], { agency: 'housing' })
    const pointers = async (body: object) => {
      const answer = await arranging(head, during({ ...days, ...body }))
      return answer.ok ? [] : (answer.problem.errors ?? []).map(({ pointer }) => pointer)
    }
    expect(await pointers({ deputy: id(stranger) })).toEqual(['/deputy'])
    expect(await pointers({ deputy: id(holder) })).toEqual(['/deputy'])
    expect(await pointers({ untilOn: '2022-06-30', fromOn: '2022-06-29' })).toEqual(['/untilOn'])
    const { id: standIn } = said(await arranging(head, during(days)))
    expect(await pointers({ deputy: id(head) })).toEqual(['/absent'])
    // Whoever is away does not stand in for others, and whoever stands in does not go away unnoticed.
    expect(await pointers({ absent: id(head), deputy: id(holder) })).toEqual(['/deputy'])
    expect(await pointers({ absent: id(colleague), deputy: id(head) })).toEqual(['/absent'])
    product.world.moveTo('2022-07-05T01:00:00Z')
    expect(said(await who(head).ask(leave.end, { params: { standInId: standIn } }))).toMatchObject({
      state: 'over',
      endedOn: '2022-07-05',
    })
    const housing = await as(['agencyHead'], { agency: 'housing' })
    expect(said(await housing.ask(leave.list, {})).items).toEqual([])
    expect(await housing.ask(leave.end, { params: { standInId: standIn } })).toMatchObject({ problem: { status: 404 } })
  })
})

describe('the same act on several cases', () => {
  it('is done on each wholly or not at all, with the reason beside each that was refused', async () => {
    const [one, two] = [await onDesk('批量甲'), await onDesk('批量乙')]
    const three = await acted(who(holder), await onDesk('批量丙'), { ...handing, to: id(head) })
    const act = { ...handing, to: id(colleague) }
    const stale = { id: two.id, version: 9 }
    const body = { act, cases: [{ id: one.id, version: one.version }, stale, { id: three.id, version: three.version }] }
    const { items } = said(await who(holder).ask(cases.batch, { body }))
    expect(items.map(({ id: of, refusal }) => [of, refusal?.code ?? 'done'])).toEqual([
      [one.id, 'done'],
      [two.id, 'request.stale'],
      [three.id, 'case.notYours'],
    ])
    expect(items[2]?.refusal?.says.zh).not.toBe('')
    const held = async ({ id: caseId }: CaseView) =>
      said(await who(head).ask(cases.read, { params: { caseId } })).desk?.holder.name
    expect([await held(one), await held(two), await held(three)]).toEqual(['代班人', '休假人', '局长'])
    const urged = { act: { type: 'urge' as const }, cases: [{ id: two.id, version: two.version }] }
    expect(said(await who(head).ask(cases.batch, { body: urged })).items).toEqual([{ id: two.id, refusal: null }])
  })
})

describe('template phrases', () => {
  it('are kept by each for themselves', async () => {
    const items = ['材料齐全，符合法定形式', '请补充签章页', '请补充签章页']
    said(await who(holder).ask(leave.keepPhrases, { body: { items } }))
    expect(said(await who(holder).ask(leave.phrases, {})).items).toEqual(items.slice(0, 2))
    expect(said(await who(colleague).ask(leave.phrases, {})).items).toEqual([])
  })
})
