import { type CaseAct, type CaseView, type CompanyId, contracts, type ProjectView, type Role } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '../capabilities.ts'
import { said } from '../plans/planned.fixture.ts'
import { type TestPerson, testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, inDistrict, JINTAN, openProduct, type Product } from '../product.fixture.ts'
import { A06, acted, acting, adopted, company, opened, opening, papers, storedPapers } from './cases.fixture.ts'

const { cases, projects } = contracts
type Place = Parameters<typeof testPerson>[2]

let product: Product
let as: (roles: readonly Role[], at?: Place) => Promise<Asker & { readonly person: TestPerson }>
let [coordinator, officer, head, applicant]: readonly Asker[] = []
let headId: never
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构申请企业')
  // Days pass here, and a session ends after twelve quiet hours: who asks is named, as the sign-in has tests of its own.
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => {
    const person = await testPerson(product.database, roles, at)
    return { person, ask: server.as(person) }
  }
  coordinator = await as(['coordinator'])
  officer = await as(['officer'], { agency: 'ecology', name: '方知微' })
  const chief = await as(['agencyHead', 'officer'], { agency: 'ecology', name: '林见山' })
  head = chief
  headId = chief.person.person as never
  applicant = await as(['companyUser'], { company: ours })
}, 60_000)
afterAll(() => product.close())

const who = (browser: Asker | undefined): Asker => {
  if (!browser) throw new Error('nobody is signed in')
  return browser
}
const project = (name: string, of: CompanyId | null = ours): Promise<ProjectView> => adopted(who(coordinator), name, of)
const wednesday = () => product.world.moveTo('2022-06-01T01:00:00Z')
const read = async (browser: Asker | undefined, { id }: CaseView) =>
  said(await who(browser).ask(cases.read, { params: { caseId: id } }))
const inHand = async (name: string): Promise<CaseView> => {
  wednesday()
  const received = await opened(who(officer), await project(name))
  const accepted = await acted(who(officer), received, { type: 'accept' })
  return await acted(who(officer), accepted, { type: 'startDepartment' })
}

describe('a case 办件', () => {
  it('goes from receipt over a supplement and an expert review to its delivered document, its clock standing meanwhile', async () => {
    let now = await inHand('走完全程的项目')
    expect(now).toMatchObject({ stage: 'handling', track: 'standard', agencyId: 'ecology', origin: { kind: 'here' } })
    expect(now.time).toMatchObject({ due: 'promised', dueOn: '2022-06-23', left: 15, isLate: false, unit: 'workday' })

    product.world.moveTo('2022-06-06T02:00:00Z')
    now = await acted(
      who(officer),
      now,
      { type: 'askSupplement', items: ['A06-quota'] },
      { attached: papers('writtenNotice') },
    )
    expect(now.time).toMatchObject({ hand: 'standing', dueOn: null, standingFor: [{ zh: '补正' }] })
    product.world.moveTo('2022-06-08T02:00:00Z')
    now = await acted(who(applicant), now, { type: 'supplement', id: 's1', items: ['A06-quota'] })
    // 6 June counts; 7 and 8 June do not.
    expect((await read(officer, now)).time).toMatchObject({ hand: 'running', dueOn: '2022-06-27' })

    const review = { type: 'startProcedure', procedure: 'expertReview', workdays: 5, approvedBy: headId } as const
    product.world.moveTo('2022-06-09T02:00:00Z')
    now = await acted(who(officer), now, review, { attached: papers('headApproval', 'writtenNotice') })
    expect(now.time.standingFor).toEqual([expect.objectContaining({ zh: expect.stringMatching(/评审|评估/) })])
    const tooEarly = await acting(who(head), now, { type: 'pass' }, { attached: papers('reviewOpinion') })
    expect(tooEarly).toMatchObject({ problem: { status: 409, rule: 'decision.spanOpen' } })
    product.world.moveTo('2022-06-13T02:00:00Z')
    now = await acted(who(officer), now, { type: 'endProcedure', id: 'p1', result: '专家组通过' })
    now = await acted(who(head), now, { type: 'pass' }, { attached: papers('reviewOpinion') })
    expect(now.rows.map(({ code }) => code)).toEqual([1, 3, 8, 6, 7, 9, 10, 11])
    expect(now.clock.spans.map(({ counts, afterOn, untilOn }) => [counts, afterOn, untilOn])).toEqual([
      [true, '2022-06-01', '2022-06-06'],
      [false, '2022-06-06', '2022-06-08'],
      [true, '2022-06-08', '2022-06-09'],
      [false, '2022-06-09', '2022-06-13'],
    ])
    expect(now.clock.spans.every(({ basis }) => basis.length > 0)).toBe(true)
    expect(now.clock.statutory).toMatchObject({ limit: 30, elapsed: 3, late: 0 })
    expect(now.time).toMatchObject({ due: 'delivery', dueOn: '2022-06-27' })
    expect(now.obligations).toMatchObject([{ says: { zh: '颁发、送达证件。' }, dueOn: '2022-06-27', isOverdue: false }])

    now = await acted(
      who(officer),
      now,
      { type: 'deliver', number: '坛环审〔2022〕1号' },
      { attached: papers('deliveryReceipt') },
    )
    expect(now.time).toMatchObject({ hand: 'ended', due: null, dueOn: null })
    expect(now.documents.map(({ name, number }) => [name.zh, number])).toEqual([
      ['收件凭证', null],
      ['受理通知书', null],
      ['补正通知书', null],
      ['收件凭证', null],
      ['特别程序告知书', null],
      ['准予许可决定及证件', '坛环审〔2022〕1号'],
    ])
    expect(now.history.at(-1)).toMatchObject({ attached: [{ kind: 'deliveryReceipt', reference: '坛测〔2022〕1号' }] })
  })

  it('counts as accepted as of its receipt where nobody asked for corrections within five days (行政许可法 32)', async () => {
    wednesday()
    const received = await opened(who(officer), await project('逾期未告知的项目'), { handedIn: ['A06-form'] })
    expect(received.time).toMatchObject({ due: 'notice', dueOn: '2022-06-09', left: 5 })
    const missing = await acting(who(officer), received, { type: 'accept' })
    expect(missing).toMatchObject({ problem: { status: 409, rule: 'acceptance.essentialMissing' } })

    product.world.moveTo('2022-06-10T02:00:00Z')
    const silent = await read(officer, received)
    expect(silent.time).toMatchObject({ hand: 'running', isLate: true, left: -1, lateByLaw: false })
    expect(silent.clock).toMatchObject({ byLapse: true, hand: 'running' })
    const lastDay = silent.clock.statutory?.deadlineOn
    if (!lastDay) throw new Error('the law limits this matter')
    const lateOn = async (moment: string) => {
      product.world.moveTo(moment)
      const { agencyId, projectId } = received
      const list = await who(officer).ask(cases.list, { query: { agency: agencyId, project: projectId } })
      return said(list).items.map(({ time }) => time.lateByLaw)
    }
    expect(await lateOn(`${lastDay}T02:00:00Z`)).toEqual([false])
    expect(await lateOn(`${lastDay}T20:00:00Z`)).toEqual([true])
    product.world.moveTo('2022-06-10T02:00:00Z')
    const tooLate = await acting(who(officer), received, { type: 'askCorrection', items: ['A06-quota'] })
    expect(tooLate).toMatchObject({
      problem: { rule: 'correction.tooLate', basis: { law: expect.stringContaining('行政许可法') } },
    })
    const accepted = await acted(who(officer), received, { type: 'accept' })
    expect(accepted.clock).toMatchObject({ startOn: '2022-06-01', byLapse: false })
    expect(accepted.history.at(-1)?.says.zh).toContain('视为受理')
  })

  it('keeps apart when it happened, when it was recorded and what its document is dated, and shows what was entered afterwards 补录', async () => {
    wednesday()
    const received = await opened(who(officer), await project('补录的项目'))
    product.world.moveTo('2022-06-08T02:00:00Z')
    const late = { on: '2022-06-02', clock: '15:30', documentOn: '2022-06-01' }
    const accepted = await acted(who(officer), received, { type: 'accept' }, late)
    expect(accepted.enteredAfterwards).toBe(1)
    expect(accepted.history.at(-1)).toMatchObject({
      on: '2022-06-02',
      clock: '15:30',
      documentOn: '2022-06-01',
      recordedAt: expect.stringContaining('2022-06-08'),
      enteredAfterwards: true,
    })
    const future = await acting(who(officer), accepted, { type: 'startDepartment' }, { on: '2022-06-09' })
    expect(future).toMatchObject({ problem: { status: 422, type: '/problems/case.wrongDay', rule: 'case.inFuture' } })
    const before = await acting(who(officer), accepted, { type: 'startDepartment' }, { on: '2022-06-01' })
    expect(before).toMatchObject({ problem: { rule: 'case.outOfOrder' } })
  })

  it('mirrored from another system says which, as of when, and who looked last', async () => {
    wednesday()
    const mirrored = { system: '省工改平台', sourceTime: '2022-06-01T00:30:00Z' }
    const received = await opened(who(officer), await project('镜像的项目'), { mirrored })
    expect(received.origin).toMatchObject({ kind: 'mirrored', system: '省工改平台', verifiedBy: '方知微' })
    product.world.moveTo('2022-06-02T02:00:00Z')
    const accepted = await acted(who(head), received, { type: 'accept' })
    expect(accepted.origin).toMatchObject({ lastVerifiedAt: '2022-06-02T02:00:00Z', verifiedBy: '林见山' })
  })
})

describe('numbers of cases', () => {
  it('have no gap and no duplicate: a refused receipt gives its number back, and several at once get numbers in a row', async () => {
    wednesday()
    const three = await Promise.all(['甲', '乙', '丙'].map((name) => project(`编号${name}`)))
    const [first] = three
    if (!first) throw new Error('no project')
    const start = Number((await opened(who(officer), first)).number.slice(-6))
    const refused = await opening(who(officer), three[1] ?? first, { attached: [] })
    expect(refused).toMatchObject({ problem: { status: 422, rule: 'case.attachmentMissing' } })
    const opens = three.flatMap((p) => ['A06', 'P07'].map((occurrence) => ({ p, occurrence })))
    const answers = await Promise.all(
      opens.map(({ p, occurrence }) =>
        opening(who(officer), p, { occurrence, handedIn: occurrence === 'A06' ? [...A06] : [] }),
      ),
    )
    const numbers = answers.flatMap((a) => (a.ok ? [Number(a.value.number.slice(-6))] : [])).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 5 }, (_, i) => start + 1 + i))
    expect(answers.filter((a) => !a.ok)).toMatchObject([{ problem: { type: '/problems/case.alreadyOpen' } }])
  }, 30_000)

  it('are given once where two open the same matter at the same moment', async () => {
    wednesday()
    const p = await project('两人同时收件')
    const answers = await Promise.all([opening(who(officer), p), opening(who(head), p)])
    expect(answers.map((a) => (a.ok ? 'opened' : a.problem.type)).sort()).toEqual([
      '/problems/case.alreadyOpen',
      'opened',
    ])
  })

  it('and a repeat with the same key gets the first answer', async () => {
    wednesday()
    const p = await project('重复提交收件')
    const params = { projectId: p.id }
    const attached = await storedPapers(who(officer), p.id, papers('application'))
    const body = { occurrence: 'A06', handedIn: [...A06], attached }
    const [one, two] = [
      said(await who(officer).ask(cases.open, { params, body }, { idempotencyKey: 'open-once-1' })),
      said(await who(officer).ask(cases.open, { params, body }, { idempotencyKey: 'open-once-1' })),
    ]
    expect(two.number).toBe(one.number)
  })
})

describe('who may act', () => {
  it('is the agency in charge, its head and the applicant; each is shown what they may do and what it needs', async () => {
    const now = await inHand('各司其职的项目')
    const offered = async (browser: Asker | undefined) =>
      (await read(browser, now)).acts.flatMap(({ type, notNow }) => (notNow === null ? [type] : []))
    expect(await offered(officer)).toEqual(
      expect.arrayContaining(['askSupplement', 'startProcedure', 'pass', 'transfer']),
    )
    expect(await offered(officer)).not.toContain('extend')
    expect(await offered(head)).toEqual(expect.arrayContaining(['pass', 'reject']))
    expect(await offered(applicant)).toEqual(['withdraw', 'urge'])
    expect(await offered(coordinator)).toEqual([])
    const mine = (await read(officer, now)).acts
    expect(mine.find(({ type }) => type === 'pass')?.attach.map(({ kind }) => kind)).toEqual(['reviewOpinion'])
    expect(mine.find(({ type }) => type === 'endProcedure')?.notNow?.zh).toContain('没有')
  })

  it('is nobody else: not another agency, not another company, not the coordinator', async () => {
    const now = await inHand('越权办理的项目')
    const housing = await as(['officer', 'agencyHead'], { agency: 'housing' })
    expect(await acting(housing, now, { type: 'reject', reason: '不是我的' })).toMatchObject({
      problem: { status: 403 },
    })
    expect(await acting(who(coordinator), now, { type: 'urge' })).toMatchObject({
      problem: { type: '/problems/right.missing' },
    })
    const stranger = await as(['companyUser'], { company: await company(product, '不相干的企业') })
    expect(await acting(stranger, now, { type: 'urge' })).toMatchObject({ problem: { status: 404 } })
    const inSql = await inDistrict(
      product.database.db,
      (tx) => tx.updateTable('case_file').set({ stage: 'ended' }).where('case_id', '=', now.id).executeTakeFirst(),
      { district: JINTAN, person: null, agency: 'housing', company: null, reach: 'district' },
    )
    expect(inSql.numUpdatedRows).toBe(0n)
  })

  it('opens no case of another agency, without a plan, or for what the plan has not', async () => {
    wednesday()
    const p = await project('收件须有据')
    const housing = await as(['officer'], { agency: 'housing' })
    expect(await opening(housing, p)).toMatchObject({ problem: { type: '/problems/case.notYours' } })
    expect(await opening(who(officer), p, { occurrence: 'C07' })).toMatchObject({
      problem: { type: '/problems/case.notInPlan' },
    })
    expect(await opening(who(officer), p, { handedIn: ['C07-form'] })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/handedIn/0' }] },
    })
    expect(await opening(who(officer), await project('没有企业', null))).toMatchObject({
      problem: { type: '/problems/case.noApplicant' },
    })
    const page = said(await who(officer).ask(cases.ofProject, { params: { projectId: p.id } }))
    expect(page.hasPlan).toBe(true)
    expect(page.openable.find(({ occurrence }) => occurrence === 'A06')).toMatchObject({
      mine: true,
      materials: expect.arrayContaining([{ id: 'A06-land', name: expect.anything(), necessity: 'deferrable' }]),
    })
    expect(page.openable.filter(({ mine }) => mine).every(({ agencyId }) => agencyId === 'ecology')).toBe(true)
  })

  it('meets a stale version with what stands now, and two at once with one winner', async () => {
    const now = await inHand('两人同办的项目')
    const answers = await Promise.all([
      acting(who(officer), now, { type: 'urge' }),
      acting(who(applicant), now, { type: 'withdraw', reason: '方案调整' }, { attached: papers('withdrawalRequest') }),
    ])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { status: 412 } })
    const stale = await acting(who(officer), now, { type: 'urge' })
    expect(stale).toMatchObject({ problem: { status: 412, current: now.version + 1 } })
  })
})

describe('the verbs of the office', () => {
  it('move a case about, leave a trace inside of government, and none outside of it (domain 3.11)', async () => {
    let now = await inHand('换手的项目')
    const { person } = await as(['officer'], { agency: 'ecology', name: '接手人' })
    now = await acted(who(officer), now, { type: 'transfer', to: person.person, reason: '本周外出' })
    expect(now.desk?.holder.name).toBe('接手人')
    expect(now.history.at(-1)?.says.zh).toContain('转办，理由：本周外出')
    now = await acted(who(head), now, { type: 'urge' })
    expect(now.desk?.reminders).toBe(1)

    const seen = await read(applicant, now)
    expect(seen.desk).toBeNull()
    expect(JSON.stringify(seen)).not.toContain('本周外出')
    // The applicant does not see the last events of the stream, and still writes the next one.
    const withdrawn = { attached: papers('withdrawalRequest') }
    now = await acted(who(applicant), now, { type: 'withdraw', reason: '企业方案调整' }, withdrawn)
    expect(now).toMatchObject({ stage: 'ended', ending: { zh: '申请人撤件' } })
    const told = said(
      await who(applicant).ask(projects.events, { params: { projectId: now.projectId }, query: {} }),
    ).items.map(({ says }) => says.zh)
    // Among other cases of its project a sentence says which it is of; on the page of the case it need not.
    const withdrawal = '申请人撤件，理由：企业方案调整'
    expect(told).toContain(`${now.matterName.zh}：${withdrawal}`)
    expect(now.history.at(-1)?.says.zh).toBe(withdrawal)
    expect(told.join()).not.toContain('转办')
  })

  it('ask the signatures of colleagues before the decision, and nobody who does not work there', async () => {
    let now = await inHand('会签的项目')
    const { person } = await as(['officer'], { agency: 'ecology' })
    const nobody = '0190a000-0000-7000-8000-000000000001' as never
    const unknown = await acting(who(officer), now, { type: 'countersign', signers: [person.person, nobody] })
    expect(unknown).toMatchObject({ problem: { status: 422, errors: [{ pointer: '/act/signers/1' }] } })
    now = await acted(who(officer), now, { type: 'countersign', signers: [headId] })
    expect(await acting(who(officer), now, { type: 'pass' }, { attached: papers('reviewOpinion') })).toMatchObject({
      problem: { rule: 'decision.roundOpen' },
    })
    now = await acted(who(head), now, { type: 'sign', agrees: true, opinion: '同意' })
    expect(now.desk).toMatchObject({ round: null, verdict: 'agreed' })
  })
})

describe('the list of cases', () => {
  it('puts those with least time left first, those that stand last, and finds by agency, project, pinyin and what is late', async () => {
    wednesday()
    const p = await project('金澜储能清单项目')
    const of = (query: object) =>
      who(officer).ask(cases.list, { query: { agency: 'ecology' as never, project: p.id, ...query } })
    const first = await opened(who(officer), p)
    const second = await opened(who(officer), p, {
      occurrence: 'D15',
      handedIn: ['D15-plan', 'D15-risk', 'D15-resources', 'D15-hazardous-waste'],
    })
    const accepted = await acted(who(officer), second, { type: 'accept' })
    const supplement: CaseAct = { type: 'askSupplement', items: ['请补充应急物资清单'] }
    await acted(who(officer), accepted, supplement, { attached: papers('writtenNotice') })
    const list = said(await of({}))
    expect(list.items.map(({ id }) => id)).toEqual([first.id, second.id])
    expect(list).toMatchObject({ total: 2, overdue: 0, standing: 1, next: null })

    product.world.moveTo('2022-06-13T02:00:00Z')
    expect(said(await of({ overdue: 'true' })).items.map(({ id }) => id)).toEqual([first.id])
    expect(said(await of({ q: 'jlcn' })).total).toBe(2)
    expect(said(await of({ q: first.number })).total).toBe(1)
    expect(said(await of({ q: '应急预案' })).total).toBe(1)
    expect(said(await of({ stage: 'accepted' })).total).toBe(1)
    expect(said(await of({ mine: 'true' })).total).toBe(2)
    expect(said(await of({ limit: 1 }))).toMatchObject({ total: 2, next: '1' })
    const withdrawn = { attached: papers('withdrawalRequest') }
    await acted(who(applicant), await read(applicant, first), { type: 'withdraw', reason: '方案调整' }, withdrawn)
    expect(said(await of({ stage: 'ended' })).items.map(({ id }) => id)).toEqual([first.id])
  })

  it('shows a company its own cases and no others', async () => {
    const list = said(await who(applicant).ask(cases.list, { query: { closed: 'true' } }))
    expect(list.total).toBeGreaterThan(0)
    const stranger = await as(['companyUser'], { company: await company(product, '又一家企业') })
    expect(said(await stranger.ask(cases.list, { query: { closed: 'true' } })).total).toBe(0)
  })
})
