import { contracts } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import { seedDemo } from './seedDemo.ts'

const { projects, plans } = contracts

let product: Product
beforeAll(async () => {
  product = await openProduct({ bare: true })
  await seedDemo(product.deps, product.world)
}, 180_000)
afterAll(() => product.close())

describe('the demonstration', () => {
  it('lists what was published: 56.6 of the provincial and 218 of the municipal projects of 2022 (亿元)', async () => {
    const coordinator = await product.signedInAs(['coordinator'])
    const sums = async (query: object) => {
      const list = await coordinator.ask(projects.list, { query })
      return list.ok ? [list.value.total, list.value.sums.spentThisYearWan] : list.problem
    }
    expect(await sums({ level: 'province', listYear: 2022 })).toEqual([4, '566000.00'])
    expect(await sums({ level: 'city', listYear: 2022 })).toEqual([35, '2180000.00'])
    expect(await sums({ level: 'province', listYear: 2023 })).toEqual([7, '96000.00'])
  })

  it('has the flagship with its adopted plan: land on 2022-09-09, the first permit within five working days', async () => {
    const coordinator = await product.signedInAs(['coordinator'])
    const found = await coordinator.ask(projects.list, { query: { q: '4.1 期' } })
    const flagship = found.ok ? found.value.items[0] : undefined
    expect(flagship).toMatchObject({ planStatus: 'adopted', landDay: '2022-09-09' })
    if (!flagship) throw new Error('no flagship')
    const plan = await coordinator.ask(plans.read, { params: { projectId: flagship.id, no: 1 } })
    expect(plan).toMatchObject({ value: { status: 'adopted', violations: 0, met: true } })
    const permit = plan.ok ? plan.value.plan.certificates.find((c) => c.matter.startsWith('C07')) : undefined
    expect(permit?.workdaysFromLand).toBeLessThanOrEqual(5)
  })

  it('has a land day that happened: the first construction permit on 2022-09-19, ten days and five working days after the land', async () => {
    const coordinator = await product.signedInAs(['coordinator'])
    const found = await coordinator.ask(projects.list, { query: { q: '4.1 期' } })
    const projectId = found.ok ? found.value.items[0]?.id : undefined
    if (!projectId) throw new Error('no flagship')
    const board = await coordinator.ask(contracts.land.board, { params: { projectId } })
    expect(board).toMatchObject({
      value: { landOn: '2022-09-09', comparison: { firstPermit: { on: '2022-09-19', days: 10, workdays: 5 } } },
    })
    const issued = board.ok ? board.value.certificates.map(({ certificate }) => certificate?.number) : []
    expect(issued).toContain('320413202209190101')
  })

  it('has a project whose land day is ready to be rehearsed', async () => {
    product.world.moveTo('2023-03-01T01:00:00Z')
    const coordinator = await product.signedInAs(['coordinator'])
    const { rows } = await product.database.owner.query(
      `select project_id from pre_review where stage = 'agreed' group by 1 having count(*) = 5`,
    )
    expect(rows).toHaveLength(1)
    const params = { projectId: rows[0].project_id }
    expect(await coordinator.ask(contracts.land.rehearse, { params, body: {} })).toMatchObject({
      value: { ready: true, wouldIssue: [{}, {}, {}, {}, {}] },
    })
  })

  it('has plans at every step of their way: computed, sent round, half signed, adopted', async () => {
    const { rows } = await product.database.owner.query(
      'select plan_status, count(*)::int as n from project where district_code = $1 group by 1',
      [JINTAN],
    )
    expect(Object.fromEntries(rows.map((r) => [r.plan_status, r.n]))).toMatchObject({
      computed: expect.any(Number),
      countersigning: expect.any(Number),
      adopted: expect.any(Number),
      none: expect.any(Number),
    })
  })

  it('has a joint review under way, of whose agencies one is silent past its day, and a joint acceptance that passed after rectification', async () => {
    const { rows } = await product.database.owner.query(
      `select j.kind, j.stage, j.state ->> 'conclusion' as conclusion, p.synthetic,
           (select count(*)::int from joint_participant t where t.joint_id = j.joint_id and waits and due_on < '2023-03-01') as late
         from joint j join project p using (district_code, project_id) order by j.kind`,
    )
    expect(rows).toEqual([
      { kind: 'acceptance', stage: 'closed', conclusion: 'passedAfterRectification', synthetic: true, late: 0 },
      { kind: 'review', stage: 'open', conclusion: null, synthetic: true, late: 1 },
    ])
  })

  it('happened before the moment at which its clock begins', async () => {
    const { rows } = await product.database.owner.query(
      `select count(*)::int as n from event where at > '2023-03-01T01:00:00Z'`,
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('gives neither district anything of the other', async () => {
    const liyang = await product.signedInAs(['coordinator'], { district: LIYANG })
    const list = await liyang.ask(projects.list, { query: {} })
    expect(list).toMatchObject({ value: { total: 8 } })
  })

  it('is put in once', async () => {
    const before = await product.database.owner.query('select count(*) from event')
    await seedDemo(product.deps, product.world)
    expect((await product.database.owner.query('select count(*) from event')).rows).toEqual(before.rows)
  })
})

describe('a demonstration that was broken off, or that meets a real district', () => {
  it('is not written over what is there, and says what to do', async () => {
    const before = await openProduct()
    const count = async () => (await before.database.owner.query('select count(*)::int as n from kg.person')).rows
    const people = await count()
    expect(await seedDemo(before.deps, before.world)).toMatchObject({
      refused: { zh: expect.stringContaining('KAIGONG_STATE'), en: expect.stringContaining('KAIGONG_STATE') },
    })
    expect(await count()).toEqual(people)
    await before.close()
  })
})
