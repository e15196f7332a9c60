import { FLOW } from '@kaigong/casework'
import { type CaseView, type CompanyId, contracts, ProxyAct, type ProxyView, type Role } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { acted, acting, adopted, company, opened, opening, papers } from '../cases/cases.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, inDistrict, JINTAN, openProduct, type Product } from '../product.fixture.ts'

const { cases, projects, proxies } = contracts
type Somebody = Asker & { readonly person: TestPerson }
type Given = Partial<Parameters<typeof body>[0]>

let product: Product
let ours: CompanyId
let as: (roles: readonly Role[], at?: Parameters<typeof testPerson>[2]) => Promise<Somebody>
let [coordinator, officer, applicant, helper]: readonly Somebody[] = []
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '委托企业')
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology' })
  applicant = await as(['companyUser'], { company: ours, name: '经办人' })
  helper = await as(['helper'], { name: '帮办员甲' })
}, 60_000)
afterAll(() => product.close())

const who = (somebody: Somebody | undefined): Somebody => {
  if (!somebody) throw new Error('nobody is signed in')
  return somebody
}

/** A case in which corrections were asked for, of a project in whose team the helper is. */
async function waitingForCorrections(name: string): Promise<CaseView> {
  product.world.moveTo('2022-06-01T01:00:00Z')
  const project = await adopted(who(coordinator), name, ours)
  const { version } = said(await who(coordinator).ask(projects.read, { params: { projectId: project.id } }))
  const team = [{ personId: who(helper).person.person, duty: 'helper' as const, agencyId: null }]
  const params = { projectId: project.id }
  said(await who(coordinator).ask(projects.team, { params, body: { team } }, { ifMatch: version }))
  const received = await opened(who(officer), project, { handedIn: ['A06-form'] })
  return await acted(who(officer), received, { type: 'askCorrection', items: ['A06-quota'] })
}

const body = (more: {
  stages?: (1 | 2 | 3 | 4)[]
  matters?: string[]
  acts?: ProxyAct[]
  fromOn?: string
  untilOn?: string
}) => ({
  helper: who(helper).person.person,
  stages: [1, 2] as (1 | 2 | 3 | 4)[],
  acts: ['correct', 'supplement'] as ProxyAct[],
  fromOn: '2022-06-01',
  untilOn: '2022-06-30',
  ...more,
})
const giving = (by: Somebody, { projectId }: Pick<CaseView, 'projectId'>, more: Given = {}) =>
  by.ask(proxies.give, { params: { projectId }, body: body(more) })
const given = async (at: CaseView, more?: Given): Promise<ProxyView> => said(await giving(who(applicant), at, more))
const correct = { type: 'correct' as const, items: ['A06-quota'] }
const NOT_AUTHORISED = { problem: { status: 403, type: '/problems/case.notYours', rule: 'case.notAuthorised' } }

describe('a company that authorises a helper 委托代办', () => {
  it('lets them hand in corrections in its name, and the history marks that', async () => {
    const now = await waitingForCorrections('委托代办的项目')
    expect(await acting(who(helper), now, correct)).toMatchObject(NOT_AUTHORISED)
    const proxy = await given(now)
    expect(proxy).toMatchObject({ state: 'inForce', helper: { name: '帮办员甲' }, givenBy: '经办人' })
    const offered = said(await who(helper).ask(cases.read, { params: { caseId: now.id } })).acts
    expect(offered.map(({ type }) => type)).toEqual(['correct'])
    const after = await acted(who(helper), now, correct)
    expect(after).toMatchObject({ stage: 'received' })
    expect(after.history.at(-1)).toMatchObject({ by: '帮办员甲', byProxy: true, role: { zh: '申请人' } })
    const told = said(await who(applicant).ask(projects.events, { params: { projectId: now.projectId }, query: {} }))
    expect(told.items.map(({ says }) => says.zh)).toEqual(
      expect.arrayContaining([expect.stringMatching(/补正材料.*（委托代办）/), expect.stringContaining('授权帮办员')]),
    )
  })

  it('never lets them withdraw or promise: that is of substance (domain 6.3)', async () => {
    const now = await waitingForCorrections('不得代签的项目')
    await given(now)
    const withdraw = { type: 'withdraw' as const, reason: '代为撤件' }
    expect(await acting(who(helper), now, withdraw, { attached: papers('withdrawalRequest') })).toMatchObject({
      problem: { status: 403, rule: 'case.helperMayNot' },
    })
    expect(ProxyAct.options).toEqual(Object.entries(FLOW).flatMap(([type, { helper: may }]) => (may ? [type] : [])))
  })

  it('for other matters, stages or acts lets them do nothing here', async () => {
    const now = await waitingForCorrections('别的事项的项目')
    const elsewhere = said(await who(applicant).ask(proxies.list, { params: { projectId: now.projectId } }))
    const other = elsewhere.matters.find(({ id, stage }) => id !== 'A06' && stage <= 2)
    if (!other) throw new Error('the plan has only one matter')
    await given(now, { matters: [other.id] })
    await given(now, { stages: [4] })
    await given(now, { acts: ['supplyDeferred'] })
    expect(await acting(who(helper), now, correct)).toMatchObject(NOT_AUTHORISED)
    await given(now, { matters: ['A06'] })
    await acted(who(helper), now, correct)
  })

  it('for a time lets them act on its last day, and not on the day after or before', async () => {
    const now = await waitingForCorrections('过期的项目')
    await given(now, { fromOn: '2022-06-02', untilOn: '2022-06-06' })
    expect(await acting(who(helper), now, correct)).toMatchObject(NOT_AUTHORISED)
    product.world.moveTo('2022-06-07T01:00:00Z')
    expect(await acting(who(helper), now, correct)).toMatchObject(NOT_AUTHORISED)
    const list = said(await who(helper).ask(proxies.list, { params: { projectId: now.projectId } }))
    expect(list.items).toMatchObject([{ state: 'expired' }])
    // Entered afterwards, it is still done on a day on which nothing authorises it.
    expect(await acting(who(helper), now, correct, { on: '2022-06-06' })).toMatchObject(NOT_AUTHORISED)
    product.world.moveTo('2022-06-06T12:00:00Z')
    await acted(who(helper), now, correct)
  })

  it('revokes it, and on that day it no longer counts; a repeat changes nothing', async () => {
    const now = await waitingForCorrections('撤销授权的项目')
    const { id } = await given(now)
    const params = { projectId: now.projectId, authorisationId: id }
    product.world.moveTo('2022-06-02T01:00:00Z')
    expect(said(await who(applicant).ask(proxies.revoke, { params }))).toMatchObject({
      state: 'revoked',
      revokedOn: '2022-06-02',
    })
    product.world.moveTo('2022-06-03T01:00:00Z')
    expect(said(await who(applicant).ask(proxies.revoke, { params }))).toMatchObject({ revokedOn: '2022-06-02' })
    expect(await acting(who(helper), now, correct)).toMatchObject(NOT_AUTHORISED)
  })

  it('is the company itself: nobody gives or revokes in its name, in SQL either', async () => {
    const now = await waitingForCorrections('他人不得授权')
    for (const by of [helper, coordinator, officer])
      expect(await giving(who(by), now)).toMatchObject({ problem: { type: '/problems/right.missing' } })
    const stranger = await as(['companyUser'], { company: await company(product, '旁人企业') })
    expect(await giving(stranger, now)).toMatchObject({ problem: { status: 404 } })
    const { id } = await given(now)
    const params = { projectId: now.projectId, authorisationId: id }
    expect(await stranger.ask(proxies.revoke, { params })).toMatchObject({ problem: { status: 404 } })
    const asking = { ...who(helper).person, reach: 'involved' as const }
    const inSql = await inDistrict(
      product.database.db,
      (tx) => tx.updateTable('proxy_authorisation').set({ revoked_on: '2022-06-01' }).executeTakeFirst(),
      { ...asking, district: JINTAN },
    )
    expect(inSql.numUpdatedRows).toBe(0n)
  })

  it('authorises a helper of the team, for days to come and matters of the stages, and is told what is wrong otherwise', async () => {
    const now = await waitingForCorrections('授权有误')
    const other = await as(['helper'])
    const wrong = { ...body({ stages: [4], matters: ['A06'], untilOn: '2022-05-01' }), helper: other.person.person }
    const answer = await who(applicant).ask(proxies.give, { params: { projectId: now.projectId }, body: wrong })
    expect(answer).toMatchObject({
      problem: {
        status: 422,
        errors: expect.arrayContaining(
          ['/helper', '/untilOn', '/matters/0'].map((pointer) => expect.objectContaining({ pointer })),
        ),
      },
    })
  })

  it('does not make a helper the counter: a helper opens no case', async () => {
    const now = await waitingForCorrections('帮办不收件')
    await given(now)
    const project = said(await who(coordinator).ask(projects.read, { params: { projectId: now.projectId } }))
    expect(await opening(who(helper), project, { occurrence: 'D15', handedIn: [] })).toMatchObject({
      problem: { type: '/problems/case.notYours' },
    })
  })
})
