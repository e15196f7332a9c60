import { type CompanyId, contracts, type PersonId, type ProjectIdentity, type ProjectView } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Asking } from '../platform/database/transaction.ts'
import { type Asker, inDistrict, LIYANG, openProduct, type Product } from '../product.fixture.ts'
import { body } from './project.fixture.ts'

const { projects } = contracts
let product: Product
let coordinator: Awaited<ReturnType<Product['signedInAs']>>
beforeAll(async () => {
  product = await openProduct()
  coordinator = await product.signedInAs(['coordinator'], { name: '周知序' })
})
afterAll(() => product.close())

async function registered(identity: Partial<ProjectIdentity> = {}, who: Asker = coordinator): Promise<ProjectView> {
  const made = await who.ask(projects.create, { body: body(identity) })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}
const names = async (q: string, who: Asker = coordinator) => {
  const list = await who.ask(projects.list, { query: { q } })
  return list.ok ? list.value.items.map((i) => i.name) : list.problem
}

describe('registering a project', () => {
  it('keeps money to the cent and writes the first line of its history', async () => {
    const made = await registered({ name: '金额项目' })
    expect(made.identity).toMatchObject({ investmentWan: '120000.50', yearPlanWan: '30000.00' })
    const history = await coordinator.ask(projects.events, { params: { projectId: made.id }, query: {} })
    expect(history).toMatchObject({
      value: { items: [{ type: 'projectRegistered', actor: '周知序', says: { zh: '登记项目“金额项目”' } }] },
    })
  })

  it('refuses a code that another project has, and every field beyond its limit, in the reader’s language', async () => {
    await registered({ name: '有代码', code: '2301-320413-89-01-111111' })
    expect(await coordinator.ask(projects.create, { body: body({ code: '2301-320413-89-01-111111' }) })).toMatchObject({
      problem: { status: 409, type: '/problems/project.codeTaken' },
    })
    const wrong = await coordinator.ask(projects.create, {
      body: body({ name: '长'.repeat(101), code: '123', investmentWan: '12.345', industry: 'x' }),
    })
    expect(wrong).toMatchObject({
      problem: {
        errors: [
          { pointer: '/identity/name', detail: '最多 100 个字' },
          { pointer: '/identity/code' },
          { pointer: '/identity/industry' },
          { pointer: '/identity/investmentWan' },
        ],
      },
    })
  })

  it.each<[string, unknown]>([
    ['name', '长'.repeat(101)],
    ['name', ' '],
    ['name', '两\n行'],
    ['nameEn', 'x'.repeat(201)],
    ['code', '2301-320413-89-01'],
    ['companyId', 'nobody'],
    ['industry', 'c38'],
    ['township', '镇'.repeat(41)],
    ['level', 'nation'],
    ['kind', 'wish'],
    ['listYear', 1999],
    ['listYear', 2023.5],
    ['construction', 'rebuilt'],
    ['stage', 'someday'],
    ['fiveNew', '新'.repeat(41)],
    ['cluster', '群'.repeat(61)],
    ['content', '建'.repeat(2001)],
    ['capacity', '产'.repeat(101)],
    ['investmentWan', '-1'],
    ['equipmentWan', '1.005'],
    ['spentBeforeWan', '1e5'],
    ['yearPlanWan', '12345678901'],
    ['spentThisYearWan', 'NaN'],
    ['yearGoal', '标'.repeat(201)],
    ['startPlanned', '2023-02-30'],
    ['startActual', '2023/3/1'],
    ['completionPlanned', 'soon'],
    ['remark', '注'.repeat(2001)],
    ['synthetic', '是'],
  ])('says in both languages what is wrong with %s: %j', async (field, value) => {
    const { csrf } = (await product.app.inject({ url: '/api/v1/me', headers: { cookie: coordinator.cookie() } })).json()
    const said = async (lang: 'zh' | 'en') => {
      const answer = await product.app.inject({
        method: 'POST',
        url: '/api/v1/projects',
        headers: { cookie: coordinator.cookie(), 'x-kaigong-csrf': csrf, 'accept-language': lang },
        payload: body({ [field]: value }),
      })
      const { errors } = answer.json() as {
        readonly errors: readonly { readonly pointer: string; readonly detail: string }[]
      }
      expect([answer.statusCode, errors.map((e) => e.pointer)]).toEqual([422, [`/identity/${field}`]])
      return errors[0]?.detail ?? ''
    }
    expect(await said('zh')).toMatch(/^(?!.*·).*\p{Script=Han}/u)
    expect(await said('en')).toMatch(/^(?!.* · )[A-Za-z].*/)
  })

  it('refuses a company that nobody has registered', async () => {
    expect(
      await coordinator.ask(projects.create, {
        body: body({ companyId: '00000000-0000-4000-8000-000000000000' as CompanyId }),
      }),
    ).toMatchObject({ problem: { status: 422, errors: [{ pointer: '/identity/companyId' }] } })
  })

  it('reads the facts with the catalogue and points at the one that it does not understand', async () => {
    const answer = await coordinator.ask(projects.create, {
      body: body({}, { landSource: 'auction', energyTce: -5, nobodyKnows: 1 }),
    })
    expect(answer).toMatchObject({ problem: { status: 422, type: '/problems/project.bodyInvalid' } })
    const pointers = answer.ok ? [] : (answer.problem.errors ?? []).map((e) => e.pointer)
    expect(pointers.sort()).toEqual(['/facts/facts/energyTce', '/facts/facts/landSource', '/facts/facts/nobodyKnows'])
  })

  it('points at the phase, the parcel and the day that contradict something, by their places', async () => {
    const both = (zh: string) => ({ zh, en: zh })
    const answer = await coordinator.ask(projects.create, {
      body: {
        ...body(),
        facts: {
          facts: { landSource: 'grant', newBuild: true },
          parcels: [{ id: 'P1' }],
          phases: [
            { id: '1', name: both('一期'), parcels: ['P1'] },
            { id: '2', name: both('二期'), parcels: ['P1', 'P9'], facts: { floorAreaM2: 3000, energyTce: 5 } },
          ],
          ready: [
            { matter: 'C02', scope: '1', on: '2026-09-01' },
            { matter: 'C02', scope: '3', on: '2026-09-01' },
          ],
        },
      },
    })
    expect(answer.ok ? [] : (answer.problem.errors ?? []).map((e) => e.pointer)).toEqual([
      '/facts/phases/1/parcels/1',
      '/facts/phases/1/facts/energyTce',
      '/facts/ready/1/scope',
    ])
  })

  it('makes a helper the helper of what they register', async () => {
    const helper = await product.signedInAs(['helper'], { name: '穆青禾' })
    const made = await registered({ name: '帮办员登记的项目' }, helper)
    expect(made).toMatchObject({ version: 1, mayWrite: true, team: [{ duty: 'helper', name: '穆青禾' }] })
    expect(await helper.ask(projects.list, { query: { mine: 'true' } })).toMatchObject({
      value: { total: 1, items: [{ name: '帮办员登记的项目', helper: '穆青禾' }] },
    })
  })

  it('tells a helper that a code is taken though its project is out of their sight', async () => {
    const code = '2305-320413-89-01-555555'
    await registered({ name: '看不见的项目', code })
    const helper = await product.signedInAs(['helper'])
    const own = await registered({ name: '看得见的项目' }, helper)
    const taken = { problem: { status: 409, type: '/problems/project.codeTaken' } }
    expect(await helper.ask(projects.create, { body: body({ code }) })).toMatchObject(taken)
    expect(
      await helper.ask(projects.change, { params: { projectId: own.id }, body: body({ code }) }, { ifMatch: 1 }),
    ).toMatchObject(taken)
  })

  it('by mistake can be undone while nothing is planned; the history stays', async () => {
    const helper = await product.signedInAs(['helper'])
    const made = await registered({ name: '误登记' }, helper)
    const remove = (ifMatch: number) => helper.ask(projects.remove, { params: { projectId: made.id } }, { ifMatch })
    expect(await remove(9)).toMatchObject({ problem: { status: 412, current: 1 } })
    expect(await remove(1)).toMatchObject({ ok: true })
    const { rows } = await product.database.owner.query(
      'select type from event where project_id = $1 order by version',
      [made.id],
    )
    expect(rows.map((r) => r.type)).toEqual(['projectRegistered', 'teamChanged', 'projectRemoved'])
  })
})

describe('two people at one project', () => {
  it('are told of one another: the second save is refused with what changed, by whom', async () => {
    const made = await registered({ name: '两人同改' })
    const other = await product.signedInAs(['districtAdministrator'], { name: '全明远' })
    const change = (who: Asker, identity: Partial<ProjectIdentity>) =>
      who.ask(
        projects.change,
        { params: { projectId: made.id }, body: body({ name: '两人同改', ...identity }) },
        { ifMatch: 1 },
      )
    expect(await change(other, { township: '薛埠镇' })).toMatchObject({ ok: true, value: { version: 2 }, etag: '"2"' })
    expect(await change(coordinator, { township: '儒林镇' })).toMatchObject({ problem: { status: 412, current: 2 } })
    expect(
      await coordinator.ask(projects.changesSince, { params: { projectId: made.id }, query: { since: 1 } }),
    ).toMatchObject({
      value: {
        version: 2,
        changes: [{ field: 'identity.township', before: '金坛经济开发区', after: '薛埠镇', by: '全明远' }],
      },
    })
  })

  it('of which one splits the land into parcels for the plan: that is a change, and the history names it', async () => {
    const made = await registered({ name: '分地块的项目' })
    const given = body({ name: '分地块的项目' })
    const split = { ...given, facts: { ...given.facts, parcels: [{ id: 'P1' }, { id: 'P2' }] } }
    expect(
      await coordinator.ask(projects.change, { params: { projectId: made.id }, body: split }, { ifMatch: 1 }),
    ).toMatchObject({ value: { version: 2, facts: { parcels: [{ id: 'P1' }, { id: 'P2' }] } } })
    expect(
      await coordinator.ask(projects.changesSince, { params: { projectId: made.id }, query: { since: 1 } }),
    ).toMatchObject({ value: { changes: [{ field: 'plannedParcels' }] } })
  })

  it('at the very same moment: one save counts, the other is refused, be it of fields or of the team', async () => {
    const made = await registered({ name: '同一刻' })
    const helper = await product.signedInAs(['helper'])
    const team = (duty: 'helper' | 'deputy') =>
      coordinator.ask(
        projects.team,
        { params: { projectId: made.id }, body: { team: [{ personId: helper.person.person, duty, agencyId: null }] } },
        { ifMatch: 2 },
      )
    const save = (township: string) =>
      coordinator.ask(
        projects.change,
        { params: { projectId: made.id }, body: body({ name: '同一刻', township }) },
        { ifMatch: 1 },
      )
    const statuses = async (asked: readonly Promise<{ ok: boolean; problem?: { status: number } }>[]) =>
      (await Promise.all(asked)).map((a) => (a.ok ? 200 : a.problem?.status)).sort()
    expect(await statuses([save('薛埠镇'), save('儒林镇')])).toEqual([200, 412])
    expect(await statuses([team('helper'), team('deputy')])).toEqual([200, 412])
    expect(
      await coordinator.ask(projects.changesSince, { params: { projectId: made.id }, query: { since: 1 } }),
    ).toMatchObject({
      value: {
        version: 3,
        changes: [{ field: 'identity.township' }, { field: 'team', before: [], after: [{ agency: null }] }],
      },
    })
  })

  it('read in the history what was changed, in words', async () => {
    const made = await registered({ name: '历史' })
    await coordinator.ask(
      projects.change,
      {
        params: { projectId: made.id },
        body: body({ name: '历史', township: '薛埠镇' }, { landSource: 'grant', newBuild: false }),
      },
      { ifMatch: 1 },
    )
    expect(await coordinator.ask(projects.events, { params: { projectId: made.id }, query: {} })).toMatchObject({
      value: {
        items: [
          { says: { zh: '修改：所属板块、项目属性 1 项', en: 'Changed: township, 1 fact' } },
          { type: 'projectRegistered' },
        ],
      },
    })
    expect(product.sent).toEqual([])
  })

  it('change nothing and write no history when nothing differs', async () => {
    const made = await registered({ name: '没有改动' })
    expect(
      await coordinator.ask(
        projects.change,
        { params: { projectId: made.id }, body: body({ name: '没有改动' }) },
        { ifMatch: 1 },
      ),
    ).toMatchObject({ value: { version: 1 } })
  })
})

describe('a project whose facts a newer catalogue no longer understands', () => {
  const abolished = { abolishedFact: 1 }
  const changed = (made: ProjectView, identity: Partial<ProjectIdentity>, facts: Readonly<Record<string, unknown>>) =>
    coordinator.ask(
      projects.change,
      { params: { projectId: made.id }, body: body({ name: made.identity.name, ...identity }, facts) },
      { ifMatch: 1 },
    )
  const registeredBefore = async (name: string): Promise<ProjectView> => {
    const made = await registered({ name })
    await product.database.owner.query('update kg.project set facts = $2 where project_id = $1', [
      made.id,
      body({}, abolished).facts,
    ])
    return made
  }

  it('still takes a remark', async () => {
    const made = await registeredBefore('目录更新前登记')
    expect(await changed(made, { remark: '已联系企业' }, abolished)).toMatchObject({ value: { version: 2 } })
  })

  it('takes other facts only where all of them are understood', async () => {
    const made = await registeredBefore('目录更新前登记之二')
    expect(await changed(made, {}, { ...abolished, energyTce: '5' })).toMatchObject({
      problem: { type: '/problems/project.bodyInvalid' },
    })
  })
})

describe('the list', () => {
  it('finds by two characters, by pinyin initials, by the code without dashes, by company and credit code', async () => {
    const company = await coordinator.ask(projects.addCompany, {
      body: { name: '云湖储能', creditCode: '91320413ma1abcde1r' },
    })
    if (!company.ok) throw new Error('no company')
    await registered({ name: '洮湖动力电池', code: '2302-320413-89-02-222222', companyId: company.value.id })
    for (const q of ['动力', 'thdldc', 'taohu', '2302-320413-89', '230232041389', '云湖', '1ABCDE1R'])
      expect(await names(q)).toEqual(['洮湖动力电池'])
    expect(await names('100%')).toEqual([])
  })

  it('sums what it finds, exactly, and filters by what stands in the address', async () => {
    for (const investmentWan of ['0.10', '0.20', '1000000.05'])
      await registered({ name: '求和', level: 'province', listYear: 2031, investmentWan })
    const list = await coordinator.ask(projects.list, {
      query: { level: 'province,district', listYear: 2031, sort: 'investment', descending: 'true' },
    })
    expect(list).toMatchObject({ value: { total: 3, sums: { investmentWan: '1000000.35', yearPlanWan: '90000.00' } } })
    expect(list.ok && list.value.items.map((i) => i.investmentWan)).toEqual(['1000000.05', '0.20', '0.10'])
  })

  it('finds what a helper drives by the person’s id, and takes no name into the address', async () => {
    const [helper, deputy] = await Promise.all(
      ['同名之一', '同名之二'].map((name) => product.signedInAs(['helper'], { name })),
    )
    if (!helper || !deputy) throw new Error('nobody')
    const { id } = await registered({ name: '一企一帮办' })
    const team = [
      { personId: helper.person.person, duty: 'helper' as const, agencyId: null },
      { personId: deputy.person.person, duty: 'deputy' as const, agencyId: null },
    ]
    await coordinator.ask(projects.team, { params: { projectId: id }, body: { team } }, { ifMatch: 1 })
    const drivenBy = async (person: PersonId) => {
      const list = await coordinator.ask(projects.list, { query: { helper: person } })
      return list.ok ? list.value.items.map((i) => i.name) : list.problem
    }
    expect(await drivenBy(helper.person.person)).toEqual(['一企一帮办'])
    expect(await drivenBy(deputy.person.person)).toEqual([])
    expect(await drivenBy('同名之一' as PersonId)).toMatchObject({ status: 422, errors: [{ pointer: '?helper' }] })
  })

  it('orders stages along the road, and names by their pinyin', async () => {
    for (const [name, stage] of [
      ['张渚', 'completed'],
      ['安庆', 'building'],
      ['常州', 'planned'],
    ] as const)
      await registered({ name, stage, listYear: 2032 })
    const sorted = async (sort: 'stage' | 'name') => {
      const list = await coordinator.ask(projects.list, { query: { listYear: 2032, sort } })
      return list.ok && list.value.items.map((i) => i.name)
    }
    expect(await sorted('stage')).toEqual(['常州', '安庆', '张渚'])
    expect(await sorted('name')).toEqual(['安庆', '常州', '张渚'])
  })

  it('goes on where it stopped', async () => {
    const first = await coordinator.ask(projects.list, { query: { limit: 2, sort: 'name' } })
    if (!first.ok || first.value.next === null) throw new Error('no second page')
    const second = await coordinator.ask(projects.list, { query: { limit: 2, sort: 'name', cursor: first.value.next } })
    expect(second.ok && second.value.items.map((i) => i.id)).not.toContain(first.value.items[0]?.id)
  })

  it('remembers the filters that somebody keeps, and shows them to nobody else', async () => {
    await coordinator.ask(projects.saveFilter, {
      body: { name: '省重大', filter: { level: 'province' }, columns: ['name'] },
    })
    expect(await coordinator.ask(projects.savedFilters, {})).toMatchObject({
      value: { items: [{ name: '省重大', filter: { level: 'province' } }] },
    })
    expect(await (await product.signedInAs(['leader'])).ask(projects.savedFilters, {})).toMatchObject({
      value: { items: [] },
    })
  })
})

describe('who sees what', () => {
  it('a company its own projects, an intermediary those it works on, another district none: over HTTP and in the database', async () => {
    const [mine, yours] = await Promise.all(
      ['9144030071526726XG', '91330100799655058B'].map((creditCode) =>
        coordinator.ask(projects.addCompany, { body: { name: creditCode, creditCode } }),
      ),
    )
    if (!mine?.ok || !yours?.ok) throw new Error('no companies')
    const own = await registered({ name: '自己的', companyId: mine.value.id })
    const foreign = await registered({ name: '别家的', companyId: yours.value.id })
    const company = await product.signedInAs(['companyUser'], { company: mine.value.id })
    const reviewer = await product.signedInAs(['intermediary'], { agency: 'drawing-review' })
    const liyang = await product.signedInAs(['coordinator'], { district: LIYANG })
    expect(await names('', company)).toEqual(['自己的'])
    expect(await company.ask(projects.read, { params: { projectId: foreign.id } })).toMatchObject({
      problem: { status: 404 },
    })
    expect(await company.ask(projects.events, { params: { projectId: foreign.id }, query: {} })).toMatchObject({
      problem: { status: 404 },
    })
    expect(await names('', reviewer)).toEqual([])
    await coordinator.ask(
      projects.team,
      {
        params: { projectId: foreign.id },
        body: { team: [{ personId: reviewer.person.person, duty: 'contact', agencyId: 'drawing-review' as never }] },
      },
      { ifMatch: 1 },
    )
    expect(await names('', reviewer)).toEqual(['别家的'])
    expect(await names('', liyang)).toEqual([])
    expect(await liyang.ask(projects.read, { params: { projectId: own.id } })).toMatchObject({
      problem: { status: 404 },
    })

    const as = ({ person }: typeof company, reach: Asking['reach']): Asking => ({ ...person, reach })
    const seenBy = (asking: Asking) =>
      inDistrict(
        product.database.db,
        async (tx) => ({
          projects: (await tx.selectFrom('project').select('name').execute()).map((p) => p.name),
          team: (await tx.selectFrom('team_member').select('project_id').execute()).length,
          streams: new Set(
            (await tx.selectFrom('event').where('type', '<>', 'editionAdopted').select('project_id').execute()).map(
              (e) => e.project_id,
            ),
          ),
        }),
        asking,
      )
    expect(await seenBy(as(company, 'company'))).toEqual({ projects: ['自己的'], team: 0, streams: new Set([own.id]) })
    expect(await seenBy(as(reviewer, 'involved'))).toEqual({
      projects: ['别家的'],
      team: 1,
      streams: new Set([foreign.id]),
    })
    expect(await seenBy(as(liyang, 'district'))).toMatchObject({ projects: [], team: 0 })
    for (const asking of [as(company, 'company'), as(liyang, 'district')]) {
      const changed = await inDistrict(
        product.database.db,
        (tx) => tx.updateTable('project').set({ name: '改' }).where('project_id', '=', foreign.id).executeTakeFirst(),
        asking,
      )
      expect(changed.numUpdatedRows).toBe(0n)
    }
  })

  it('a helper changes only the projects they help', async () => {
    const helper = await product.signedInAs(['helper'])
    const made = await registered({ name: '不是我帮的' })
    expect(await helper.ask(projects.read, { params: { projectId: made.id } })).toMatchObject({
      ok: true,
      value: { mayWrite: false },
    })
    expect(
      await helper.ask(
        projects.change,
        { params: { projectId: made.id }, body: body({ name: '改掉' }) },
        { ifMatch: 1 },
      ),
    ).toMatchObject({ problem: { status: 404 } })
  })
})

describe('the team', () => {
  it('has one helper, known people and agencies of the district', async () => {
    const made = await registered({ name: '专班' })
    const [one, two] = [
      await product.signedInAs(['helper'], { name: '甲' }),
      await product.signedInAs(['helper'], { name: '乙' }),
    ]
    const helper = (p: typeof one) => ({ personId: p.person.person, duty: 'helper' as const, agencyId: null })
    const set = (team: object[], ifMatch = 1) =>
      coordinator.ask(projects.team, { params: { projectId: made.id }, body: { team: team as never } }, { ifMatch })
    expect(await set([helper(one), helper(two)])).toMatchObject({ problem: { errors: [{ pointer: '/team/1/duty' }] } })
    expect(await set([{ ...helper(one), duty: 'contact', agencyId: 'nobody' }])).toMatchObject({
      problem: { errors: [{ pointer: '/team/0/agencyId' }] },
    })
    expect(await set([{ ...helper(one), duty: 'contact' }])).toMatchObject({
      problem: { errors: [{ pointer: '/team/0/agencyId', detail: '请写明是哪个部门的联络员' }] },
    })
    expect(await set([helper(one), helper(one)])).toMatchObject({
      problem: { errors: [{ pointer: '/team/1/duty' }, { pointer: '/team/1' }] },
    })
    const stranger = { personId: '00000000-0000-4000-8000-000000000000', duty: 'deputy', agencyId: null }
    expect(await set([stranger])).toMatchObject({ problem: { errors: [{ pointer: '/team/0/personId' }] } })
    expect(await set([helper(one)])).toMatchObject({ value: { version: 2, team: [{ name: '甲' }] } })
    expect(await coordinator.ask(projects.list, { query: { helper: one.person.person } })).toMatchObject({
      value: { total: 1, items: [{ helper: '甲' }] },
    })
  })
})

describe('many projects at once', () => {
  it('each have their own result; a stale one stays as it is', async () => {
    const [a, b] = [await registered({ name: '批量甲' }), await registered({ name: '批量乙' })]
    const ask = () =>
      coordinator.ask(
        projects.bulk,
        {
          body: {
            projects: [
              { id: a.id, version: 1 },
              { id: b.id, version: 7 },
            ],
            set: { stage: 'started' },
          },
        },
        { idempotencyKey: 'bulk-2022-06-01' },
      )
    const answer = await ask()
    expect(await ask()).toEqual(answer)
    expect(answer).toMatchObject({
      value: {
        results: [
          { id: a.id, done: true },
          { id: b.id, done: false, reason: '内容已被他人修改' },
        ],
      },
    })
    expect(await coordinator.ask(projects.read, { params: { projectId: b.id } })).toMatchObject({
      value: { identity: { stage: 'early' } },
    })
  })
})
