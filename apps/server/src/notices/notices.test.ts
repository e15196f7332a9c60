import { type CaseView, type CompanyId, contracts, type NoticeView, type PersonId, type Role } from '@kaigong/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { acted, adopted, company, opened, papers } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, inDistrict, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { escalate } from './escalate.ts'

const { notices, cases } = contracts
type Somebody = Asker & { readonly person: TestPerson }

let product: Product
let as: (roles: readonly Role[], at?: Parameters<typeof testPerson>[2]) => Promise<Somebody>
let ours: CompanyId
let coordinator: Somebody
let officer: Somebody
let colleague: Somebody
let head: Somebody
let applicant: Somebody
let partner: Somebody
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构申请企业')
  // Days pass here, and a session would end: who asks is named.
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology', name: '方知微' })
  colleague = await as(['officer'], { agency: 'ecology', name: '江听雨' })
  head = await as(['agencyHead', 'officer'], { agency: 'ecology', name: '林见山' })
  applicant = await as(['companyUser'], { company: ours })
  partner = await as(['companyUser'], { company: ours })
}, 60_000)
afterAll(() => product.close())

const toldTo = async (who: Asker): Promise<readonly NoticeView[]> =>
  said(await who.ask(notices.list, { query: { limit: 100 } })).items
const about = async (who: Asker, { id }: CaseView) =>
  (await toldTo(who)).filter(({ caseId }) => caseId === id).map(({ kind }) => kind)
const unread = async (who: Asker) => said(await who.ask(notices.unread, {})).unread
const received = async (name: string): Promise<CaseView> => {
  product.world.moveTo('2022-06-01T01:00:00Z')
  return await opened(officer, await adopted(coordinator, name, ours))
}
const inHand = async (name: string): Promise<CaseView> => {
  const accepted = await acted(officer, await received(name), { type: 'accept' })
  return await acted(officer, accepted, { type: 'startDepartment' })
}
const latest = async (who: Asker, { id }: CaseView) => said(await who.ask(cases.read, { params: { caseId: id } }))
const seat = (who: Somebody) => who.person.person as PersonId

describe('a notice 通知', () => {
  it('reaches everybody of the company when corrections are asked for, says which, and leads to the case', async () => {
    const now = await received('要补正的项目')
    await acted(officer, now, { type: 'askCorrection', items: ['A06-quota'] }, { attached: papers('writtenNotice') })
    for (const who of [applicant, partner]) {
      const [notice] = (await toldTo(who)).filter(({ caseId }) => caseId === now.id)
      expect(notice).toMatchObject({ kind: 'correctionAsked', caseNumber: now.number, readAt: null })
      expect(notice?.says.zh).toContain('一次性告知补正')
    }
    expect(await about(officer, now)).toEqual([])
  })

  it('reaches the company when it is decided and delivered, and nobody when the office has begun', async () => {
    let now = await inHand('办成的项目')
    expect(await about(applicant, now)).toEqual([])
    now = await acted(officer, now, { type: 'pass' }, { attached: papers('reviewOpinion') })
    await acted(
      officer,
      now,
      { type: 'deliver', number: '坛环审〔2022〕71号' },
      { attached: papers('deliveryReceipt') },
    )
    expect(await about(applicant, now)).toEqual(['delivered', 'decided'])
  })

  it('reaches whom a case is passed to, who is asked to sign and who is urged, not whoever does it', async () => {
    let now = await inHand('转办的项目')
    now = await acted(officer, now, { type: 'transfer', to: seat(colleague), reason: '出差' })
    expect(await about(colleague, now)).toEqual(['handedOver'])
    now = await acted(colleague, now, { type: 'countersign', signers: [seat(head)] })
    expect(await about(head, now)).toEqual(['signatureAsked'])
    await acted(applicant, await latest(applicant, now), { type: 'urge' })
    expect(await about(head, now)).toEqual(['urged', 'signatureAsked'])
    expect(await about(officer, now)).toEqual([])
    expect(await about(applicant, now)).toEqual([])
  })

  it('is not written of what is entered more than a week afterwards', async () => {
    const now = await inHand('补录的项目')
    product.world.moveTo('2022-06-20T01:00:00Z')
    await acted(officer, now, { type: 'pass' }, { on: '2022-06-02', attached: papers('reviewOpinion') })
    expect(await about(applicant, now)).toEqual([])
  })

  it('is seen by nobody else, whatever they ask the database', async () => {
    await received('别人的通知')
    const { person, agency } = head.person
    const others = await inDistrict(
      product.database.db,
      async (tx) => (await sql`select from notice where person_id <> ${person}::uuid`.execute(tx)).rows.length,
      { district: JINTAN, person, agency, company: null, reach: 'district' },
    )
    expect(others).toBe(0)
    expect(await unread(applicant)).toBeGreaterThan(0)
  })

  it('is read once, by its own person: another one of the company still has it unread', async () => {
    const [first] = await toldTo(applicant)
    if (!first) throw new Error('nothing was told')
    const [before, theirs] = [await unread(applicant), await unread(partner)]
    const read = () => applicant.ask(notices.markRead, { body: { ids: [first.id] } })
    expect(said(await read()).unread).toBe(before - 1)
    expect(said(await read()).unread).toBe(before - 1)
    said(await partner.ask(notices.markRead, { body: { ids: [first.id] } }))
    expect(await unread(partner)).toBe(theirs)
    expect(said(await applicant.ask(notices.markRead, { body: {} })).unread).toBe(0)
  })

  it('stands in a list that is read stretch by stretch, none twice and none left out', async () => {
    const all = await toldTo(applicant)
    const found: string[] = []
    const nowhere = await applicant.ask(notices.list, { query: { limit: 2, cursor: '2022-99-99T99:99:99Z 1' } })
    expect(said(nowhere).items).toHaveLength(2)
    let cursor: string | null = ''
    while (cursor !== null) {
      const query = { limit: 2, ...(cursor === '' ? {} : { cursor }) }
      const stretch: { items: NoticeView[]; next: string | null } = said(await applicant.ask(notices.list, { query }))
      found.push(...stretch.items.map(({ id }) => id))
      cursor = stretch.next
    }
    expect(found).toEqual(all.map(({ id }) => id))
    expect(found.length).toBeGreaterThan(2)
  })
})

describe('on a working morning', () => {
  const morning = async (at: string) => {
    product.world.moveTo(at)
    await escalate(product.deps).run({ district: JINTAN }, new AbortController().signal)
  }

  it('the head and whoever has the case are warned at 30 % of the promised time, and again when it is over, once each', async () => {
    const now = await inHand('期限将届的项目')
    expect(now.time).toMatchObject({ due: 'promised', dueOn: '2022-06-23', left: 15 })
    // Of 15 days 5 are left on the 16th, which is a third; on the 17th 4, the last share above nothing that is at most 30 %.
    await morning('2022-06-16T00:35:00Z')
    expect(await about(head, now)).toEqual([])
    for (const day of ['17', '20']) await morning(`2022-06-${day}T00:35:00Z`)
    expect(await about(head, now)).toEqual(['timeShort'])
    expect(await about(officer, now)).toEqual(['timeShort'])
    await morning('2022-06-23T00:35:00Z')
    expect(await about(head, now)).toEqual(['timeShort'])
    for (const day of ['24', '27', '28']) await morning(`2022-06-${day}T00:35:00Z`)
    expect(await about(head, now)).toEqual(['overdue', 'timeShort'])
    expect(await about(colleague, now)).toEqual([])
  })

  it('nobody is told on a day off', async () => {
    const now = await inHand('周末逾期的项目')
    await morning('2022-06-25T00:35:00Z')
    expect(await about(head, now)).toEqual([])
  })

  it('the company is told what its permit asks of it, on the day on which that is due, once', async () => {
    let now = await inHand('环评批复后迟迟不开工的项目')
    now = await acted(officer, now, { type: 'pass' }, { attached: papers('reviewOpinion') })
    now = await acted(
      officer,
      now,
      { type: 'deliver', number: '坛环审〔2022〕72号' },
      { attached: papers('deliveryReceipt') },
    )
    const { items } = said(await officer.ask(contracts.obligations.ofProject, { params: { projectId: now.projectId } }))
    const dueOn = items.find(({ kind }) => kind === 'permitDuty')?.dueOn
    await morning(`${dueOn}T00:35:00Z`)
    await morning(`${dueOn}T00:50:00Z`)
    expect(await about(applicant, now)).toEqual(['owed', 'delivered', 'decided'])
  })
})
