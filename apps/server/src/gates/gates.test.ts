import { type CaseView, type CompanyId, contracts, type ProjectView, type Role } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { acted, adopted, company, opened, papers } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, openProduct, type Product } from '../product.fixture.ts'

const { cases, gates, obligations, projects } = contracts

let product: Product
let ours: CompanyId
let [coordinator, officer, applicant, leader]: readonly Asker[] = []
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '开工企业')
  const server = testServer(product.database.db, routes(product.deps))
  const as = async (roles: readonly Role[], at?: Parameters<typeof testPerson>[2]) => ({
    ask: server.as(await testPerson(product.database, roles, at)),
  })
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology' })
  applicant = await as(['companyUser'], { company: ours })
  leader = await as(['leader'], { name: '区领导甲' })
}, 60_000)
afterAll(() => product.close())

const who = (asker: Asker | undefined): Asker => {
  if (!asker) throw new Error('nobody is signed in')
  return asker
}
const start = async ({ id }: ProjectView) => {
  const view = said(await who(applicant).ask(gates.read, { params: { projectId: id } }))
  const gate = view.gates.find((one) => one.gate === 'G1')
  if (!gate) throw new Error('the plan begins no works')
  return gate
}
/** The EIA of the project, accepted on 1 June, a supplement asked for on 6 June and given on 8 June, granted on 13 June. */
async function granted(project: ProjectView): Promise<CaseView> {
  product.world.moveTo('2022-06-01T01:00:00Z')
  let now = await opened(who(officer), project)
  now = await acted(who(officer), now, { type: 'accept' })
  product.world.moveTo('2022-06-06T01:00:00Z')
  const supplement = { type: 'askSupplement' as const, items: ['A06-quota'] }
  now = await acted(who(officer), now, supplement, { attached: papers('writtenNotice') })
  product.world.moveTo('2022-06-08T01:00:00Z')
  now = await acted(who(applicant), now, { type: 'supplement', id: 's1', items: ['A06-quota'] })
  product.world.moveTo('2022-06-13T01:00:00Z')
  return await acted(who(officer), now, { type: 'pass' }, { attached: papers('reviewOpinion') })
}

describe('may construction start? (G1)', () => {
  it('no, and what is missing with its article, until the approval is granted; then it is missing no longer', async () => {
    const project = await adopted(who(coordinator), '能不能开工', ours)
    const before = await start(project)
    expect(before).toMatchObject({ isOpen: false, opens: { matter: expect.stringMatching(/^W/) } })
    expect(before.missing.find(({ matter }) => matter === 'A06')).toMatchObject({
      why: 'notIssued',
      basis: { text: { zh: expect.stringContaining('环境影响评价法') } },
    })
    await granted(project)
    expect((await start(project)).missing.map(({ matter }) => matter)).not.toContain('A06')
    const { simultaneities } = said(await who(coordinator).ask(gates.read, { params: { projectId: project.id } }))
    expect(simultaneities.find(({ id }) => id === 'environment')?.items).toContainEqual(
      expect.objectContaining({ phase: 'design', matter: 'A06', issuedOn: '2022-06-13' }),
    )
  })

  it('is excepted only by a leader, only from what is missing, only by a policy with a number; the history tells it', async () => {
    const project = await adopted(who(coordinator), '闸门例外', ours)
    const params = { projectId: project.id, gate: 'G1' as const }
    const body = {
      matter: 'A06',
      policy: { title: '改革试点方案', number: '常环复〔2025〕38号' },
      reason: '先行开工试点',
    }
    for (const other of [coordinator, officer, applicant])
      expect(await who(other).ask(gates.except, { params, body })).toMatchObject({
        problem: { type: '/problems/right.missing' },
      })
    const nameless = { ...body, policy: { title: '口头同意', number: ' ' } }
    expect(await who(leader).ask(gates.except, { params, body: nameless })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/policy/number' }] },
    })
    expect(await who(leader).ask(gates.except, { params, body: { ...body, matter: 'P10' } })).toMatchObject({
      problem: { type: '/problems/gate.notMissing' },
    })
    said(await who(leader).ask(gates.except, { params, body }))
    const after = await start(project)
    expect(after.missing.map(({ matter }) => matter)).not.toContain('A06')
    expect(after.excepted).toMatchObject([{ matter: 'A06', policy: body.policy, reason: body.reason }])
    expect(await who(leader).ask(gates.except, { params, body })).toMatchObject({
      problem: { type: '/problems/gate.notMissing' },
    })
    const told = said(await who(applicant).ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(told.items[0]?.says.zh).toMatch(/^闸门 G1 例外：暂缓“.*”，依据《改革试点方案》（常环复〔2025〕38号）/)
  })
})

describe('what is still owed', () => {
  it('stands with its day and owner on the project, and at the workbench of whoever owes it only', async () => {
    const project = await adopted(who(coordinator), '还欠着的事', ours)
    const now = await granted(project)
    const all = said(await who(coordinator).ask(obligations.ofProject, { params: { projectId: project.id } })).items
    expect(all.map(({ kind, owner, dueOn }) => [kind, owner, dueOn])).toEqual([
      ['delivery', 'government', '2022-06-27'],
      // The EIA is examined again where works have not begun after five years (环境影响评价法 24).
      ['permitDuty', 'enterprise', '2027-06-13'],
    ])
    const mine = async (asker: Asker | undefined) =>
      said(await who(asker).ask(obligations.mine, {})).items.filter(({ caseId }) => caseId === now.id)
    expect((await mine(officer)).map(({ kind }) => kind)).toEqual(['delivery'])
    expect((await mine(applicant)).map(({ kind }) => kind)).toEqual(['permitDuty'])
    expect(await mine(coordinator)).toEqual([])
    await acted(who(officer), now, { type: 'deliver', number: null }, { attached: papers('deliveryReceipt') })
    expect(await mine(officer)).toEqual([])
  })
})

describe('the time of a case', () => {
  it('is split by whose it was, on the case and on its project', async () => {
    const project = await adopted(who(coordinator), '时间是谁的', ours)
    const now = await granted(project)
    // From 1 to 13 June 2022, without the Dragon Boat Festival: 2, 6 and 9, 10, 13 June are the agency's, 7 and 8 June the company's.
    const split = { enterprise: 2, utility: 0, intermediary: 0, government: 5 }
    expect(now.elapsed).toEqual(split)
    const page = said(await who(applicant).ask(cases.ofProject, { params: { projectId: project.id } }))
    expect(page.elapsed).toEqual(split)
  })
})
