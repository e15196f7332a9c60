import {
  type CompanyId,
  checkCreditCode,
  checkIndustryCode,
  checkProjectCode,
  contracts,
  type ProjectIdentity,
  type ProjectView,
} from '@kaigong/contract'
import { type ProjectRow, readProjectListXlsx, toProjectListXlsx } from '@kaigong/export'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asker, inDistrict, JINTAN, LIYANG, openProduct, type Product } from '../product.fixture.ts'

const { projects } = contracts
const blank: ProjectIdentity = {
  name: '蜂巢储能电芯项目',
  nameEn: null,
  code: null,
  companyId: null,
  industry: 'C3841',
  township: '金坛经济开发区',
  level: 'city',
  kind: 'implementation',
  listYear: 2023,
  construction: 'new',
  stage: 'early',
  fiveNew: '新能源',
  cluster: null,
  content: null,
  capacity: null,
  investmentWan: '120000.50',
  equipmentWan: null,
  spentBeforeWan: null,
  yearPlanWan: '30000',
  spentThisYearWan: null,
  yearGoal: null,
  startPlanned: '2023-05-20',
  startActual: null,
  completionPlanned: null,
  remark: null,
  synthetic: true,
}
const body = (
  identity: Partial<ProjectIdentity> = {},
  facts: Record<string, unknown> = { landSource: 'grant', newBuild: true },
) => ({
  identity: { ...blank, ...identity },
  facts: { facts: facts as never },
  parcels: [],
})

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

  it('reads the facts with the catalogue and points at the one that it does not understand', async () => {
    const answer = await coordinator.ask(projects.create, {
      body: body({}, { landSource: 'auction', energyTce: -5, nobodyKnows: 1 }),
    })
    expect(answer).toMatchObject({ problem: { status: 422, type: '/problems/project.bodyInvalid' } })
    const pointers = answer.ok ? [] : (answer.problem.errors ?? []).map((e) => e.pointer)
    expect(pointers.sort()).toEqual(['/facts/facts/energyTce', '/facts/facts/landSource', '/facts/facts/nobodyKnows'])
  })

  it('makes a helper the helper of what they register', async () => {
    const helper = await product.signedInAs(['helper'], { name: '穆青禾' })
    const made = await registered({ name: '帮办员登记的项目' }, helper)
    expect(made).toMatchObject({ mayWrite: true, team: [{ duty: 'helper', name: '穆青禾' }] })
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

    const asCompany = {
      district: JINTAN,
      person: company.person.person,
      agency: null,
      company: mine.value.id as CompanyId,
      reach: 'company',
    } as const
    const seen = await inDistrict(
      product.database.db,
      (tx) => tx.selectFrom('project').select('name').execute(),
      asCompany,
    )
    expect(seen).toEqual([{ name: '自己的' }])
    const changed = await inDistrict(
      product.database.db,
      (tx) => tx.updateTable('project').set({ name: '改' }).where('project_id', '=', foreign.id).executeTakeFirst(),
      asCompany,
    )
    expect(changed.numUpdatedRows).toBe(0n)
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
    expect(await set([helper(one)])).toMatchObject({ value: { version: 2, team: [{ name: '甲' }] } })
    expect(await coordinator.ask(projects.list, { query: { helper: '甲' } })).toMatchObject({ value: { total: 1 } })
  })
})

describe('many projects at once', () => {
  it('each have their own result; a stale one stays as it is', async () => {
    const [a, b] = [await registered({ name: '批量甲' }), await registered({ name: '批量乙' })]
    const answer = await coordinator.ask(projects.bulk, {
      body: {
        projects: [
          { id: a.id, version: 1 },
          { id: b.id, version: 7 },
        ],
        set: { stage: 'started' },
      },
    })
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

describe('the list as a sheet', () => {
  const exported = async (query: object) => {
    const sheet = await coordinator.ask(projects.exportSheet, { query })
    if (!sheet.ok) throw new Error(JSON.stringify(sheet.problem))
    return sheet.value as unknown as Uint8Array
  }

  it('imports back unchanged', async () => {
    await registered({ name: '往返一', code: '2303-320413-89-01-333333' })
    const preview = await coordinator.ask(projects.importPreview, { body: await exported({}) })
    if (!preview.ok) throw new Error(JSON.stringify(preview.problem))
    expect(preview.value.faults).toEqual([])
    expect(preview.value.same).toBe(preview.value.rows)
    expect(preview.value.rows).toBeGreaterThan(10)
  })

  it('changes what somebody changed in it and nothing else; a mistake in one cell imports no row', async () => {
    const made = await registered({ name: '表内修改', listYear: 2040, code: '2304-320413-89-01-444444' })
    const bytes = await exported({ listYear: 2040 })
    const read = await readProjectListXlsx(bytes, {
      projectCode: checkProjectCode,
      creditCode: checkCreditCode,
      industry: checkIndustryCode,
    })
    if ('unreadable' in read) throw new Error(read.unreadable.en)
    const edited = (change: object) =>
      toProjectListXlsx(
        read.rows.map((r) => ({ ...(r.project as ProjectRow), ...change })),
        { title: '清单', asOf: '2022-06-01', lang: 'zh' },
      )
    const wrong = await coordinator.ask(projects.importPreview, {
      body: await edited({ code: '2304-3204' }),
    })
    if (!wrong.ok) throw new Error(JSON.stringify(wrong.problem))
    expect(wrong.value.faults).toMatchObject([{ header: expect.stringContaining('项目代码'), value: '2304-3204' }])
    expect(await coordinator.ask(projects.importRun, { params: { uploadId: wrong.value.uploadId } })).toMatchObject({
      problem: { status: 422, type: '/problems/import.faulty' },
    })
    expect(await coordinator.ask(projects.importMarked, { params: { uploadId: wrong.value.uploadId } })).toMatchObject({
      ok: true,
    })

    const right = await coordinator.ask(projects.importPreview, { body: await edited({ name: '表内改过' }) })
    if (!right.ok) throw new Error(JSON.stringify(right.problem))
    expect(right.value).toMatchObject({ changed: 1, faults: [], sample: [{ what: 'changed', changes: ['name'] }] })
    expect(await coordinator.ask(projects.importRun, { params: { uploadId: right.value.uploadId } })).toMatchObject({
      value: { added: 0, changed: 1 },
    })
    expect(await coordinator.ask(projects.read, { params: { projectId: made.id } })).toMatchObject({
      value: { version: 2, identity: { name: '表内改过' } },
    })
    expect(await coordinator.ask(projects.importRun, { params: { uploadId: right.value.uploadId } })).toMatchObject({
      problem: { status: 404 },
    })
  })

  it('that is no sheet is refused with what to do', async () => {
    expect(
      await coordinator.ask(projects.importPreview, { body: new TextEncoder().encode('name,code\n') }),
    ).toMatchObject({ problem: { status: 422, type: '/problems/import.unreadable' } })
  })
})
