import { evolveJoint, fromStored, type JointEvent, type JointState, NO_JOINT, toStored } from '@kaigong/casework'
import {
  type CompanyId,
  contracts,
  type JointAct,
  type JointView,
  type ProjectView,
  type Role,
} from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobDefinitions, routes } from '../capabilities.ts'
import { company } from '../cases/cases.fixture.ts'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { factsOf, registered, said } from '../plans/planned.fixture.ts'
import { testPerson, testServer } from '../platform/district.fixture.ts'
import { type Asker, inDistrict, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import { acted, acting, opened, opening, read } from './joint.fixture.ts'

const { joint, files, projects } = contracts
type Place = Parameters<typeof testPerson>[2]

let product: Product
let as: (roles: readonly Role[], at?: Place) => Promise<Asker>
let coordinator: Asker
let housing: Asker
let resources: Asker
let water: Asker
let power: Asker
let applicant: Asker
let ours: CompanyId
beforeAll(async () => {
  product = await openProduct()
  ours = await company(product, '虚构联办企业')
  const server = testServer(product.database.db, routes(product.deps))
  as = async (roles, at) => ({ ask: server.as(await testPerson(product.database, roles, at)) })
  coordinator = await as(['coordinator'])
  housing = await as(['officer'], { agency: 'housing', name: '方知微' })
  resources = await as(['officer'], { agency: 'natural-resources' })
  water = await as(['agencyHead'], { agency: 'water' })
  power = await as(['utility'], { agency: 'utilities' })
  applicant = await as(['companyUser'], { company: ours })
}, 60_000)
afterAll(() => product.close())

/** 2022-09-09 is a Friday before the Mid-Autumn days off; the fifth working day after it is 09-19. */
const friday = () => product.world.moveTo('2022-09-09T01:00:00Z')
const on = (day: string) => product.world.moveTo(`${day}T02:00:00Z`)
const project = (name: string): Promise<ProjectView> => registered(coordinator, name, factsOf('leased-workshop'), ours)
const agrees: JointAct = { type: 'opine', verdict: 'agrees', conditions: [], drawingsSha256: null }
const refusal = async (answer: ReturnType<Asker['ask']>) => {
  const told = await answer
  return told.ok ? 'answered' : (told.problem.rule ?? told.problem.type.replace('/problems/', ''))
}
type Line = readonly [agency: string, matter: string, dueOn: string]
const asked = (...lines: readonly Line[]) =>
  lines.map(([agency, matter, dueOn]) => ({ agency: agency as never, matter, dueOn }))

const three = asked(
  ['natural-resources', 'B01', '2022-09-16'],
  ['water', 'A09', '2022-09-19'],
  ['utilities', 'C13', '2022-09-16'],
)
const review = async (name: string, lines = three): Promise<JointView> => {
  friday()
  return await opened(housing, await project(name), { kind: 'review', application: '联审申请表', asked: lines })
}
const workmornings = async (...days: readonly string[]) => {
  const job = jobDefinitions(product.deps).find(({ queue }) => queue === 'jointSilence')
  for (const day of days) {
    on(day)
    for (const district of [JINTAN, LIYANG]) await job?.run({ district }, new AbortController().signal)
  }
}

describe('a joint review 联审联办', () => {
  it('is one application given to all who are asked, each by its own day, summed up by the lead within 45 working days', async () => {
    const now = await review('一并征求的项目')
    expect(now.number).toMatch(/^320413-2022-\d{6}$/)
    expect(now).toMatchObject({
      kind: 'review',
      leadId: 'housing',
      stage: 'open',
      dueOn: '2022-11-17',
      left: 45,
      limit: { workdays: 45, basis: { text: { zh: expect.stringContaining('行政许可法') } } },
      extension: { workdays: 15 },
    })
    expect(now.opinions.map((o) => [o.agencyId, o.dueOn, o.left, o.verdict])).toEqual([
      ['natural-resources', '2022-09-16', 4, null],
      ['water', '2022-09-19', 5, null],
      ['utilities', '2022-09-16', 4, null],
    ])
    on('2022-09-13')
    await acted(resources, now, agrees)
    await acted(power, now, agrees)
    expect(await refusal(acting(housing, now, { type: 'sumUp', conclusion: 'passed' }))).toBe('joint.opinionsMissing')
    on('2022-09-14')
    const conditions = ['保留堤防管理范围']
    await acted(water, now, { ...agrees, verdict: 'agreesWithConditions', conditions })
    const done = await acted(housing, now, { type: 'sumUp', conclusion: 'passed' })
    expect(done).toMatchObject({ stage: 'closed', conclusion: 'passed', dueOn: null, left: null, acts: [] })
    expect(done.obligations).toMatchObject([{ kind: 'condition', says: { zh: conditions[0] } }])
    expect(done.history.map(({ says }) => says.zh)).toEqual([
      expect.stringContaining('发起联审联办'),
      '金坛区自然资源和规划局同意',
      expect.stringMatching(/同意$/),
      expect.stringContaining('附条件同意：保留堤防管理范围'),
      '汇总结论：通过：保留堤防管理范围',
    ])
  })

  it('is extended once, by 15 working days at most, with the paper of the head of the government (行政许可法 42(2))', async () => {
    const now = await review('要延长的项目')
    const extend = { type: 'extend', workdays: 16, approval: '坛政办签〔2022〕7号' } as const
    expect(await refusal(acting(housing, now, extend))).toBe('joint.extension')
    const longer = await acted(housing, now, { ...extend, workdays: 15 })
    expect(longer).toMatchObject({ dueOn: '2022-12-08', isExtended: true })
    expect(longer.history.at(-1)?.says.zh).toContain('坛政办签〔2022〕7号')
    expect(await refusal(acting(housing, now, { ...extend, workdays: 1 }))).toBe('joint.extension')
  })

  it('asks nobody by a day after the law’s own limit, and no agency or matter that there is not', async () => {
    friday()
    const p = await project('问错人的项目')
    const open = (...lines: readonly Line[]) =>
      opening(housing, p, { kind: 'review', application: '申请表', asked: asked(...lines) })
    expect(await refusal(open(['water', 'A09', '2022-11-18']))).toBe('joint.dueTooLate')
    const nobody = await open(['nobody', 'X99', '2022-09-16'])
    expect(nobody).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/asked/0/agency' }, { pointer: '/asked/0/matter' }] },
    })
    expect(said(await housing.ask(joint.ofProject, { params: { projectId: p.id } })).limitOn).toBe('2022-11-17')
  })

  it('takes its number from the series of the cases: a refused one leaves no gap', async () => {
    const first = Number((await review('编号甲')).number.slice(-6))
    const p = await project('编号乙')
    await opening(housing, p, { kind: 'drawings', application: '无图纸', asked: three })
    expect(Number((await review('编号丙')).number.slice(-6))).toBe(first + 1)
  })

  it('is what its events come to', async () => {
    const now = await review('重放的项目')
    await acted(resources, now, agrees)
    await acted(water, now, { ...agrees, verdict: 'objects', conditions: ['占用河道'] })
    const { rows } = await product.database.owner.query(
      `select e.sealed, j.state from event e join joint j on e.stream = 'joint/' || j.joint_id where j.joint_id = $1 order by e.version`,
      [now.id],
    )
    const again = rows.reduce<JointState>((state, { sealed }) => {
      const { data } = JSON.parse(sealed)
      const { type } = JSON.parse(sealed)
      const named = type === 'jointOpened' ? type : `${type.slice(5, 6).toLowerCase()}${type.slice(6)}`
      return evolveJoint(state, fromStored({ ...data, type: named }) as JointEvent)
    }, NO_JOINT)
    expect(toStored(again)).toEqual(toStored(rows[0]?.state))
  })
})

describe('who takes part', () => {
  it('speaks for its own agency, and nobody for another; only the lead sums up', async () => {
    const now = await review('各说各话的项目')
    const culture = await as(['officer', 'agencyHead'], { agency: 'culture' })
    expect(await refusal(acting(culture, now, agrees))).toBe('joint.notYours')
    expect(await refusal(acting(housing, now, agrees))).toBe('joint.notYours')
    expect(await refusal(acting(coordinator, now, agrees))).toBe('right.missing')
    expect(await refusal(acting(water, now, { type: 'sumUp', conclusion: 'failed' }))).toBe('joint.notYours')
    expect(await refusal(acting(resources, now, agrees))).toBe('answered')
    expect(await refusal(acting(resources, now, agrees))).toBe('joint.alreadySaid')
    const offered = async (who: Asker) => (await read(who, now)).acts.map(({ type, notNow }) => [type, notNow === null])
    expect(await offered(water)).toEqual([['opine', true]])
    expect(await offered(applicant)).toEqual([
      ['handInSurvey', true],
      ['rectify', false],
    ])
    expect(await offered(coordinator)).toEqual([])
  })

  it('sees it even where it sees nothing else of the district: the utility that is asked, and no other', async () => {
    const p = await project('问到供电的项目')
    friday()
    const drawings = await uploaded(coordinator, p.id, '总平面图.pdf', pdfOf('总平面图'))
    const before = await refusal(power.ask(projects.read, { params: { projectId: p.id } }))
    const now = await opened(housing, p, { kind: 'review', application: '联审申请表', asked: three })
    const gas = await as(['utility'], { agency: 'gas' })
    expect(before).toBe('request.notFound')
    expect(await refusal(power.ask(projects.read, { params: { projectId: p.id } }))).toBe('answered')
    const list = said(await power.ask(files.list, { params: { projectId: p.id } }))
    expect(list).toMatchObject({ items: [{ id: drawings.id }], mayWrite: false })
    const params = { projectId: p.id, materialId: drawings.id, no: 1 }
    expect(await refusal(power.ask(files.download, { params }))).toBe('answered')
    expect((await read(power, now)).history).toHaveLength(1)
    expect(await refusal(gas.ask(joint.read, { params: { jointId: now.id } }))).toBe('request.notFound')
    expect(await refusal(gas.ask(projects.read, { params: { projectId: p.id } }))).toBe('request.notFound')
  })

  it('keeps its opinion inside of government until it is summed up: the company sees that it was heard, then what it said', async () => {
    const now = await review('先不公开的项目', asked(['natural-resources', 'B01', '2022-09-16']))
    await acted(resources, now, { ...agrees, verdict: 'agreesWithConditions', conditions: ['退让红线'] })
    const outside = await read(applicant, now)
    expect(outside.opinions).toMatchObject([{ verdict: null, conditions: [], heardOn: '2022-09-09' }])
    expect(outside.history).toHaveLength(1)
    expect((await read(coordinator, now)).opinions).toMatchObject([{ conditions: ['退让红线'] }])
    await acted(housing, now, { type: 'sumUp', conclusion: 'passed' })
    expect((await read(applicant, now)).opinions).toMatchObject([{ conditions: ['退让红线'] }])
  })

  it('finds on the workbench what it is asked, the lead what it sums up, and neither once that is done', async () => {
    const now = await review('工作台上的项目', asked(['water', 'A09', '2022-09-16']))
    const waiting = async (who: Asker) =>
      said(await who.ask(joint.waiting, {})).items.flatMap(({ id, task, dueOn }) =>
        id === now.id ? [[task, dueOn]] : [],
      )
    expect([await waiting(water), await waiting(housing)]).toEqual([[['opine', '2022-09-16']], []])
    await acted(water, now, agrees)
    expect([await waiting(water), await waiting(housing)]).toEqual([[], [['sumUp', '2022-11-17']]])
    await acted(housing, now, { type: 'sumUp', conclusion: 'passed' })
    expect(await waiting(housing)).toEqual([])
  })

  it('cannot write into another’s line behind the rules: the database holds it', async () => {
    const now = await review('越线的项目')
    const asking = { district: JINTAN, person: null, agency: 'culture', company: null, reach: 'district' } as const
    const someone = {
      ...asking,
      person: (await testPerson(product.database, ['officer'], { agency: 'culture' })).person,
    }
    const changed = await inDistrict(
      product.database.db,
      (tx) =>
        tx.updateTable('joint_participant').set({ waits: false }).where('joint_id', '=', now.id).executeTakeFirst(),
      someone,
    )
    const closed = await inDistrict(
      product.database.db,
      (tx) => tx.updateTable('joint').set({ stage: 'closed' }).where('joint_id', '=', now.id).executeTakeFirst(),
      someone,
    )
    expect([changed.numUpdatedRows, closed.numUpdatedRows]).toEqual([0n, 0n])
  })

  it('meets at the next version: of two who answer what both saw, one is told to look again', async () => {
    const now = await review('同时反馈的项目')
    const answer = (who: Asker) =>
      who.ask(joint.act, { params: { jointId: now.id }, body: { act: agrees } }, { ifMatch: now.version })
    expect((await Promise.all([refusal(answer(resources)), refusal(answer(water))])).sort()).toEqual([
      'answered',
      'request.stale',
    ])
  })
})

describe('silence in a joint review', () => {
  const silent = (now: JointView, agency: string) => now.opinions.find(({ agencyId }) => agencyId === agency)

  it('is escalated on the working morning after its day, once, and is no consent in Jintan, which has no such rule', async () => {
    const now = await review('无人反馈的项目')
    await workmornings('2022-09-16', '2022-09-17')
    expect((await read(housing, now)).opinions.some(({ isEscalated }) => isEscalated)).toBe(false)
    await workmornings('2022-09-19', '2022-09-19', '2022-09-20')
    const later = await read(housing, now)
    expect(later.history.filter(({ says }) => says.zh.includes('已上报')).map(({ by }) => by)).toEqual([
      null,
      null,
      null,
    ])
    expect(silent(later, 'water')).toMatchObject({ isEscalated: true, isLate: true, verdict: null, left: -1 })
    expect(later.silence).toBeNull()
  })

  it('counts as consent a morning later where the district says so, but never for a permit', async () => {
    friday()
    const there = { district: LIYANG }
    const chief = await as(['coordinator'], there)
    const lead = await as(['officer'], { ...there, agency: 'zone' })
    const theirs = '6f1c1d3e-0000-4000-8000-000000000001' as CompanyId
    await product.database.owner.query(`insert into company values ($1, $2, '虚构溧阳企业', '', 'A')`, [LIYANG, theirs])
    const p = await registered(chief, '视为同意的项目', factsOf('leased-workshop'), theirs)
    const now = await opened(lead, p, {
      kind: 'review',
      application: '联审申请表',
      asked: asked(['approval', 'B01', '2022-09-16'], ['zone', 'A09', '2022-09-16']),
    })
    expect(now.opinions.map(({ silenceConsents }) => silenceConsents)).toEqual([true, false])
    await workmornings('2022-09-19')
    expect((await read(lead, now)).opinions.map(({ verdict }) => verdict)).toEqual([null, null])
    await workmornings('2022-09-20', '2022-09-21')
    const later = await read(lead, now)
    expect(later.opinions.map(({ verdict }) => verdict)).toEqual(['silent', null])
    expect(later.history.at(-1)?.says.zh).toContain('视为同意')
    expect(later.silence).toMatchObject({ confidence: 'synthetic' })
  })
})

describe('a joint acceptance 联合验收', () => {
  const begun = async (name: string) => {
    friday()
    const p = await project(name)
    const drawings = await uploaded(coordinator, p.id, '竣工图.pdf', pdfOf(`竣工图 ${name}`))
    const survey = await uploaded(coordinator, p.id, '联合测绘.pdf', pdfOf(`测绘 ${name}`))
    const lines = asked(['natural-resources', 'D02', '2022-09-16'], ['water', 'D10', '2022-09-16'])
    const body = { kind: 'acceptance', application: '联合验收申请表', asked: lines } as const
    return { p, drawings, survey, body, paper: { materialId: drawings.id, no: 1 } }
  }

  it('is not opened without the one set of drawings', async () => {
    const { p, body } = await begun('没有竣工图的项目')
    expect(await refusal(opening(housing, p, body))).toBe('joint.noDrawings')
    const elsewhere = { materialId: '6f1c1d3e-0000-4000-8000-000000000002', no: 1 }
    expect(await refusal(opening(housing, p, { ...body, drawings: elsewhere }))).toBe('request.invalid')
  })

  it('is one application, one survey, one visit; what is to be put right stands owed with its day and stops the clock; then it passes after rectification', async () => {
    const { p, body, paper, survey, drawings } = await begun('整改后通过的项目')
    const now = await opened(housing, p, { ...body, drawings: paper })
    const on = drawings.latest.sha256
    expect(now).toMatchObject({ drawings: { name: '竣工图.pdf', sha256: on }, survey: null, visitedOn: null })
    const says = { ...agrees, drawingsSha256: on } as const
    product.world.moveTo('2022-09-13T02:00:00Z')
    const handIn = { type: 'handInSurvey', survey: { materialId: survey.id, no: 1 } } as const
    await acted(applicant, now, handIn)
    expect(await refusal(acting(applicant, now, handIn))).toBe('joint.alreadySaid')
    await acted(housing, now, { type: 'visit', agencies: ['natural-resources', 'water'] as never })
    expect(await refusal(acting(housing, now, { type: 'visit', agencies: ['water'] as never }))).toBe('joint.oneVisit')
    expect(await refusal(acting(resources, now, { ...says, drawingsSha256: '0'.repeat(64) }))).toBe(
      'joint.otherDrawings',
    )
    await acted(resources, now, says)
    await acted(water, now, { ...says, verdict: 'objects', conditions: ['排水口未接管网'] })
    expect(await refusal(acting(housing, now, { type: 'sumUp', conclusion: 'passed' }))).toBe('joint.objected')

    product.world.moveTo('2022-09-14T02:00:00Z')
    const items = ['排水口接入管网']
    const asking = await acted(housing, now, { type: 'askRectification', items, dueOn: '2022-09-23' })
    expect(asking).toMatchObject({
      stage: 'rectifying',
      dueOn: null,
      obligations: [{ kind: 'rectification', says: { zh: items[0] }, dueOn: '2022-09-23', isOverdue: false }],
    })
    const owed = said(await applicant.ask(joint.waiting, {})).items.filter(({ id }) => id === now.id)
    expect(owed).toMatchObject([{ task: 'rectify', dueOn: '2022-09-23' }])
    product.world.moveTo('2022-09-20T02:00:00Z')
    const right = await acted(applicant, now, { type: 'rectify', items })
    // 15, 16, 19 and 20 September do not count: four working days later than 2022-11-17.
    expect(right).toMatchObject({ stage: 'open', dueOn: '2022-11-23', obligations: [] })
    expect(right.opinions.map(({ heardOn }) => heardOn)).toEqual(['2022-09-13', null])
    await acted(water, now, says)
    expect(await refusal(acting(housing, now, { type: 'sumUp', conclusion: 'passed' }))).toBe('joint.incomplete')
    const done = await acted(housing, now, { type: 'sumUp', conclusion: 'passedAfterRectification' })
    expect(done).toMatchObject({ stage: 'closed', conclusion: 'passedAfterRectification', visitedOn: '2022-09-13' })
  })

  it('fails where somebody objects and nothing is put right', async () => {
    const { p, body, paper, survey, drawings } = await begun('不通过的项目')
    const now = await opened(housing, p, { ...body, drawings: paper })
    const says = { ...agrees, drawingsSha256: drawings.latest.sha256 } as const
    await acted(resources, now, { ...says, verdict: 'objects', conditions: ['超出红线建设'] })
    await acted(water, now, says)
    expect(await refusal(acting(housing, now, { type: 'sumUp', conclusion: 'failed' }))).toBe('joint.incomplete')
    await acted(housing, now, { type: 'handInSurvey', survey: { materialId: survey.id, no: 1 } })
    await acted(housing, now, { type: 'visit', agencies: ['natural-resources'] as never })
    const done = await acted(housing, now, { type: 'sumUp', conclusion: 'failed' })
    expect(done).toMatchObject({ conclusion: 'failed', obligations: [] })
  })
})
