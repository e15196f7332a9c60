import { type AgencyId, contracts, type PlanView, type ProjectId } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { type Browser, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import {
  agencyHeads,
  circulating,
  computed,
  factsOf,
  registered,
  restated,
  said,
  signedByAll,
} from './planned.fixture.ts'

const { plans, projects } = contracts
let product: Product
let coordinator: Browser
let headOf: ReturnType<typeof agencyHeads>
beforeAll(async () => {
  product = await openProduct()
  coordinator = await product.signedInAs(['coordinator'], { name: '周知序' })
  headOf = agencyHeads(product)
}, 30_000)
afterAll(() => product.close())

const workshop = factsOf('leased-workshop')
const promisesOf = async (projectId: ProjectId, who = coordinator) =>
  said(await who.ask(plans.promises, { params: { projectId } })).items
const list = async (projectId: ProjectId) => said(await coordinator.ask(plans.list, { params: { projectId } })).items
const read = async (projectId: ProjectId, no: number, who = coordinator) =>
  said(await who.ask(plans.read, { params: { projectId, no } }))
const withFact = (fact: string, value: unknown) => (facts: PlanView['facts']) => ({
  ...facts,
  facts: { ...facts.facts, [fact]: value as never },
})

describe('from facts to promises', () => {
  it('computes a version, asks each agency, and makes of what they sign the promises of the project', async () => {
    const project = await registered(coordinator, '会签项目', workshop)
    const first = await computed(coordinator, project.id)
    expect(first).toMatchObject({
      no: 1,
      version: 1,
      status: 'computed',
      cause: 'asked',
      asOf: '2026-03-02',
      factsStand: true,
    })
    expect(first).toMatchObject({ anchor: { kind: 'startBy', day: '2026-06-30' }, violations: 0, computedBy: '周知序' })
    expect(first.daysOff).toContain('2026-04-04')

    const round = said(
      await coordinator.ask(plans.circulate, { params: { projectId: project.id, no: 1 } }, { ifMatch: 1 }),
    )
    const asked = round.countersignatures.map((s) => s.agencyId)
    expect(asked).toContain('ecology')
    expect(asked).not.toContain('enterprise')
    expect(round.countersignatures.every((s) => s.status === 'waiting' && s.promises.length > 0)).toBe(true)

    const signed = await signedByAll(headOf, project.id, round)
    const adopted = said(
      await coordinator.ask(
        plans.adopt,
        { params: { projectId: project.id, no: 1 }, body: { despite: null } },
        { ifMatch: signed.version },
      ),
    )
    expect(adopted.status).toBe('adopted')
    const promises = await promisesOf(project.id)
    expect(promises.map((p) => p.promisedOn)).toEqual(promises.map((p) => p.promisedOn).toSorted())
    const a06 = adopted.plan.matters.find((m) => m.matter === 'A06')
    expect(promises.find((p) => p.matter === 'A06')).toMatchObject({
      agencyId: 'ecology',
      promisedOn: a06?.issued?.slice(0, 10),
      planNo: 1,
    })
    expect(said(await coordinator.ask(projects.read, { params: { projectId: project.id } })).plan).toEqual({
      adopted: 1,
      latest: 1,
    })
    const history = said(await coordinator.ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(history.items.map((e) => e.says.zh).join('\n')).toMatch(/采用方案第 1 版，会签日期成为承诺/)
  })

  it('lets nobody sign what has moved on, nor for another agency: not over HTTP, not in SQL', async () => {
    const project = await registered(coordinator, '越权项目', workshop)
    const round = await circulating(coordinator, project.id)
    const params = { projectId: project.id, no: 1 }
    const body = { verdict: 'signed', remark: null } as const
    const ecology = await headOf('ecology' as AgencyId)
    const outdated = await ecology.ask(plans.countersign, { params, body }, { ifMatch: round.version - 1 })
    expect(outdated).toMatchObject({ problem: { status: 412, current: round.version } })
    const stranger = await product.signedInAs(['officer'], { agency: 'archives' })
    const refused = await stranger.ask(plans.countersign, { params, body }, { ifMatch: round.version })
    expect(refused).toMatchObject({ problem: { status: 403, type: expect.stringContaining('plan.notYours') } })
    const inSql = await inTransaction(product.database.db, { ...systemIn(JINTAN), agency: 'archives' }, (tx) =>
      tx
        .updateTable('countersignature')
        .set({ status: 'signed' })
        .where('district_code', '=', JINTAN)
        .where('project_id', '=', project.id)
        .executeTakeFirst(),
    )
    expect(inSql.numUpdatedRows).toBe(0n)
    expect((await read(project.id, 1)).countersignatures.every((s) => s.status === 'waiting')).toBe(true)
  })

  it('is not adopted against an objection without a reason, and the reason is told in its history', async () => {
    const project = await registered(coordinator, '异议项目', workshop)
    const round = await circulating(coordinator, project.id)
    const params = { projectId: project.id, no: 1 }
    const ecology = await headOf('ecology' as AgencyId)
    const silent = await ecology.ask(
      plans.countersign,
      { params, body: { verdict: 'objected', remark: ' ' } },
      { ifMatch: round.version },
    )
    expect(silent).toMatchObject({ problem: { status: 422, errors: [{ pointer: '/remark' }] } })
    const objection = { verdict: 'objected', remark: '危废去向不明' } as const
    const objected = said(await ecology.ask(plans.countersign, { params, body: objection }, { ifMatch: round.version }))

    const adopt = (despite: string | null) =>
      coordinator.ask(plans.adopt, { params, body: { despite } }, { ifMatch: objected.version })
    expect(await adopt(null)).toMatchObject({
      problem: { status: 409, detail: expect.stringContaining('不同意：常州市金坛生态环境局；尚未会签：') },
    })
    expect(await promisesOf(project.id)).toEqual([])
    expect(said(await adopt('区政府专题会议已明确')).status).toBe('adopted')
    // Nobody has signed, and so nobody has promised.
    expect(await promisesOf(project.id)).toEqual([])
    const history = said(await coordinator.ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(history.items[0]?.says.zh).toMatch(/采用方案第 1 版；未会签：.*理由：区政府专题会议已明确/)
  })

  it('keeps remarks inside government: the company sees who signed, not what was remarked', async () => {
    const [company, otherCompany] = await Promise.all(
      [
        ['虚构企业', '91330100799655058B'],
        ['另一企业', '914403001922038216'],
      ].map(
        async ([name = '', creditCode = '']) =>
          said(await coordinator.ask(projects.addCompany, { body: { name, creditCode } })).id,
      ),
    )
    if (!company || !otherCompany) throw new Error('no companies')
    const project = await registered(coordinator, '企业项目', workshop, company)
    const round = await circulating(coordinator, project.id)
    const body = { verdict: 'signed', remark: '内部意见' } as const
    const params = { projectId: project.id, no: 1 }
    said(
      await (await headOf('ecology' as AgencyId)).ask(plans.countersign, { params, body }, { ifMatch: round.version }),
    )
    const own = await product.signedInAs(['companyUser'], { company })
    const seen = async (who: Browser) =>
      (await read(project.id, 1, who)).countersignatures.find((s) => s.agencyId === 'ecology')
    expect(await seen(own)).toMatchObject({ status: 'signed', remark: null, signedBy: null })
    expect(await seen(coordinator)).toMatchObject({ status: 'signed', remark: '内部意见' })
    const asCompany = { ...systemIn(JINTAN), company, reach: 'company' } as const
    const inSql = await inTransaction(product.database.db, asCompany, async (tx) => ({
      own: await tx.selectFrom('countersignature').where('district_code', '=', JINTAN).select('project_id').execute(),
      remarks: await tx.selectFrom('countersignature_remark').where('district_code', '=', JINTAN).selectAll().execute(),
    }))
    expect(new Set(inSql.own.map((s) => s.project_id))).toEqual(new Set([project.id]))
    expect(inSql.remarks).toEqual([])
    const other = await product.signedInAs(['companyUser'], { company: otherCompany })
    expect(await other.ask(plans.read, { params })).toMatchObject({ problem: { status: 404 } })
    const elsewhere = await product.signedInAs(['coordinator'], { district: LIYANG })
    expect(await elsewhere.ask(plans.read, { params })).toMatchObject({ problem: { status: 404 } })
  })
})

describe('a fact that changes', () => {
  it('proposes a version and moves no promise; what rests on the old facts can no longer be sent round or adopted', async () => {
    const project = await registered(coordinator, '变更项目', workshop)
    const signed = await signedByAll(headOf, project.id, await circulating(coordinator, project.id))
    const params = { projectId: project.id, no: 1 }
    said(await coordinator.ask(plans.adopt, { params, body: { despite: null } }, { ifMatch: signed.version }))
    const promised = await promisesOf(project.id)
    const spare = await computed(coordinator, project.id)

    await restated(coordinator, project, withFact('energyTce', 1200))
    await product.runJobs()
    expect((await list(project.id)).map(({ no, status, cause }) => [no, status, cause])).toEqual([
      [3, 'computed', 'factsChanged'],
      [2, 'computed', 'asked'],
      [1, 'adopted', 'asked'],
    ])
    expect(await promisesOf(project.id)).toEqual(promised)
    const stale = await coordinator.ask(plans.circulate, { params: { ...params, no: 2 } }, { ifMatch: spare.version })
    expect(stale).toMatchObject({ problem: { status: 409, type: expect.stringContaining('plan.stale') } })

    const compared = said(await coordinator.ask(plans.compare, { params: { ...params, no: 3 }, query: { from: 1 } }))
    expect(compared.because).toEqual([
      {
        kind: 'fact',
        name: { zh: '年综合能源消费量', en: 'Yearly energy use' },
        before: { zh: '620 tce', en: '620 tce' },
        after: { zh: '1,200 tce', en: '1,200 tce' },
      },
    ])
    expect(compared.changes).toContainEqual(expect.objectContaining({ kind: 'matter', id: 'A05', before: null }))

    const round = said(await coordinator.ask(plans.circulate, { params: { ...params, no: 3 } }, { ifMatch: 1 }))
    const again = await signedByAll(headOf, project.id, round)
    const next = { params: { ...params, no: 3 }, body: { despite: null } }
    said(await coordinator.ask(plans.adopt, next, { ifMatch: again.version }))
    expect((await list(project.id)).map(({ no, status }) => [no, status])).toEqual([
      [3, 'adopted'],
      [2, 'computed'],
      [1, 'superseded'],
    ])
    expect((await promisesOf(project.id)).every((p) => p.planNo === 3)).toBe(true)
  })

  it('lets an earlier proposal give way to a newer one, and says so; what people asked for or shared stays', async () => {
    const project = await registered(coordinator, '多次变更项目', workshop)
    const projectId = project.id
    const signed = await signedByAll(headOf, projectId, await circulating(coordinator, projectId))
    said(
      await coordinator.ask(
        plans.adopt,
        { params: { projectId, no: 1 }, body: { despite: null } },
        { ifMatch: signed.version },
      ),
    )
    await computed(coordinator, projectId)
    const stated = async (fact: string, value: number) => {
      await restated(coordinator, project, withFact(fact, value))
      await product.runJobs()
    }
    const statuses = async () => (await list(projectId)).map(({ no, status }) => [no, status])
    await stated('energyTce', 1200)
    said(await coordinator.ask(plans.share, { params: { projectId, no: 3 }, body: { days: 7 } }))
    await stated('installationDays', 60)
    const before = await read(projectId, 4)
    await stated('installationDays', 75)
    expect(await statuses()).toEqual([
      [5, 'computed'],
      [4, 'superseded'],
      [3, 'computed'],
      [2, 'computed'],
      [1, 'adopted'],
    ])
    // What it said can still be read, and the project's history tells what became of it.
    expect((await read(projectId, 4)).plan).toEqual(before.plan)
    const history = said(await coordinator.ask(projects.events, { params: { projectId }, query: {} }))
    expect(history.items[0]).toMatchObject({
      type: 'planSuperseded',
      actor: null,
      says: { zh: '方案第 4 版由第 5 版取代' },
    })
  })

  it('that is taken back lets its proposal give way to the plan that stood all along', async () => {
    const project = await registered(coordinator, '改回项目', workshop)
    const projectId = project.id
    await circulating(coordinator, projectId)
    await restated(coordinator, project, withFact('energyTce', 1200))
    await product.runJobs()
    await restated(coordinator, project, () => workshop)
    await product.runJobs()
    expect((await list(projectId)).map(({ no, status }) => [no, status])).toEqual([
      [2, 'superseded'],
      [1, 'countersigning'],
    ])
    const history = said(await coordinator.ask(projects.events, { params: { projectId }, query: {} }))
    expect(history.items[0]?.says.en).toBe('Version 2 gave way to version 1')
    expect(said(await coordinator.ask(projects.read, { params: { projectId } }))).toMatchObject({ plan: { latest: 1 } })
  })

  it('proposes nothing where nothing moves, and says so where no plan can be made any more', async () => {
    const project = await registered(coordinator, '平静项目', workshop)
    await computed(coordinator, project.id)
    await restated(coordinator, project, withFact('energyTce', 630))
    await product.runJobs()
    expect(await list(project.id)).toHaveLength(1)
    expect((await list(project.id))[0]?.factsStand).toBe(false)
    await restated(coordinator, project, (facts) => ({
      ...facts,
      done: [
        { matter: 'A06', on: '2026-01-05' },
        { matter: 'A01', on: '2026-02-05' },
      ],
      land: { basis: 'transaction', day: '2040-01-01' },
    }))
    await product.runJobs()
    const history = said(await coordinator.ask(projects.events, { params: { projectId: project.id }, query: {} }))
    expect(history.items[0]?.says.zh).toMatch(/重新计算排不出方案：日期 2040-01-01 排不到/)
  })
})

describe('computing', () => {
  it('gives two who compute at once two numbers', async () => {
    const project = await registered(coordinator, '并发项目', workshop)
    const made = await Promise.all([computed(coordinator, project.id), computed(coordinator, project.id)])
    expect(made.map(({ no }) => no).toSorted()).toEqual([1, 2])
  })

  it('tries facts without keeping them: what would move, and which open question weighs most', async () => {
    const project = await registered(coordinator, '试算项目', workshop)
    await computed(coordinator, project.id)
    const facts = withFact('energyTce', 1200)(workshop)
    const tried = said(
      await coordinator.ask(plans.preview, { params: { projectId: project.id }, body: { facts, explore: true } }),
    )
    expect(tried.changes).toContainEqual(expect.objectContaining({ kind: 'matter', id: 'A05' }))
    const moves = tried.questions.map((q) => q.moves ?? 0)
    expect(moves[0]).toBeGreaterThan(0)
    expect(moves).toEqual(moves.toSorted((a, b) => b - a))
    expect(await list(project.id)).toHaveLength(1)
  })

  it('refuses days that no plan reaches, and points at them', async () => {
    const project = await registered(coordinator, '远期项目', workshop)
    const asked = (body: Parameters<typeof coordinator.ask<typeof plans.compute>>[1]['body']) =>
      coordinator.ask(plans.compute, { params: { projectId: project.id }, body })
    expect(await asked({ anchor: { kind: 'startBy', day: '2099-01-01' } })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/anchor/day' }] },
    })
    expect(await asked({ asOf: '1990-01-01' })).toMatchObject({
      problem: { status: 422, errors: [{ pointer: '/asOf' }] },
    })
    expect(await asked({ anchor: { kind: 'landDay', day: '2026-09-09' } })).toMatchObject({
      problem: { status: 409, detail: expect.stringContaining('没有拿地日') },
    })
  })
})

describe('the daily round', () => {
  it('reminds agencies that let more than two working days pass, once a working day', async () => {
    const reminded = async () => {
      product.sent.push({ queue: 'remind', data: { district: JINTAN } })
      await product.runJobs()
      // Days have passed, and sessions end.
      const reader = await product.signedInAs(['auditor'])
      const history = said(await reader.ask(projects.events, { params: { projectId: project.id }, query: {} }))
      return history.items.filter((e) => e.type === 'countersignReminded').length
    }
    const project = await registered(coordinator, '催办项目', workshop)
    // Wednesday before the Dragon Boat Festival: Friday is off, so Thursday and Monday are the two working days.
    product.world.moveTo('2022-06-01T01:00:00Z')
    await circulating(coordinator, project.id)
    product.world.moveTo('2022-06-06T00:30:00Z')
    expect(await reminded()).toBe(0)
    product.world.moveTo('2022-06-07T00:30:00Z')
    expect(await reminded()).toBe(1)
    expect(await reminded()).toBe(1)
    product.world.moveTo('2022-06-08T00:30:00Z')
    expect(await reminded()).toBe(2)
    product.world.moveTo('2022-06-11T00:30:00Z')
    expect(await reminded()).toBe(2)
  })
})
