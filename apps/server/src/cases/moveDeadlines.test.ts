import { readFileSync } from 'node:fs'
import { type CaseView, type CompanyId, contracts } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { acted, adopted, company, opened, papers } from './cases.fixture.ts'
import { moveDeadlines } from './moveDeadlines.ts'

const { cases, editions } = contracts

let product: Product
let [admin, coordinator, officer, applicant]: readonly Asker[] = []
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '日历企业')
  const server = testServer(product.database.db, routes(product.deps))
  const as = async (...[roles, at]: Parameters<typeof testPerson> extends [unknown, ...infer R] ? R : never) => ({
    ask: server.as(await testPerson(product.database, roles, at)),
  })
  admin = await as(['districtAdministrator'])
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology' })
  applicant = await as(['companyUser'], { company: ours })
}, 60_000)
afterAll(() => product.close())

const who = (asker: Asker | undefined): Asker => {
  if (!asker) throw new Error('nobody is signed in')
  return asker
}
const read = async ({ id }: CaseView) => said(await who(applicant).ask(cases.read, { params: { caseId: id } }))

/** Adopts the year 2022 with two more days off behind the Dragon Boat Festival. */
async function adoptLongerFestival(): Promise<string> {
  const text = readFileSync('catalogue/calendars/2022.yaml', 'utf8').replace(
    '2022-06-03..2022-06-05',
    '2022-06-03..2022-06-07',
  )
  const files = [{ path: 'calendars/2022.yaml', text }]
  const { id } = said(await who(admin).ask(editions.propose, { body: { name: '端午节多放两天（测试）', files } }))
  said(await who(admin).ask(editions.try, { params: { editionId: id } }))
  await product.runJobs()
  const list = said(await who(admin).ask(editions.list, {})).items.find((edition) => edition.id === id)
  said(await who(admin).ask(editions.adopt, { params: { editionId: id } }, { ifMatch: list?.version ?? 0 }))
  return id
}

describe('a calendar that is adopted', () => {
  it('moves the deadline of every open case that it touches, by an event with a sentence; a case that has ended stays as it was', async () => {
    product.world.moveTo('2022-06-01T01:00:00Z')
    const running = async (name: string) => {
      const received = await opened(who(officer), await adopted(who(coordinator), name, ours))
      return await acted(who(officer), received, { type: 'accept' })
    }
    const open = await running('期限会变的项目')
    const withdraw = { type: 'withdraw' as const, reason: '方案调整' }
    const closed = await acted(who(applicant), await running('已经撤件的项目'), withdraw, {
      attached: papers('withdrawalRequest'),
    })
    const lastDays = ({ clock, time }: CaseView) => [clock.statutory?.deadlineOn, time.dueOn]
    expect(lastDays(open)).toEqual(['2022-07-14', '2022-06-23'])

    product.world.moveTo('2022-06-02T01:00:00Z')
    const id = await adoptLongerFestival()
    await product.runJobs()
    const moved = await read(open)
    // 6 and 7 June, a Monday and a Tuesday, are off now.
    expect(lastDays(moved)).toEqual(['2022-07-18', '2022-06-27'])
    expect(moved.version).toBe(open.version + 1)
    expect(moved.history.at(-1)).toMatchObject({
      type: 'caseCalendarPublished',
      on: '2022-06-02',
      role: { zh: '系统（时限届满）' },
      says: { zh: expect.stringMatching(/^2022 年放假安排（国务院办公厅.*）公布，期限由 2022-07-14 变为 2022-07-18$/) },
    })
    expect((await read(closed)).version).toBe(closed.version)

    // A job that runs once more tells nothing twice.
    const before = said(await who(admin).ask(editions.list, {})).items.find(({ status }) => status === 'former')
    const again = { district: JINTAN, edition: id, instead: before?.id ?? '' }
    await moveDeadlines(product.deps).run(again, new AbortController().signal)
    expect((await read(open)).version).toBe(moved.version)
    // What happened before the adoption can still be entered afterwards.
    const started = await acted(who(officer), moved, { type: 'startDepartment' }, { on: '2022-06-01' })
    expect(started).toMatchObject({ stage: 'handling', enteredAfterwards: 1 })
  })
})
