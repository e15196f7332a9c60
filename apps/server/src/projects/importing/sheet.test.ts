import {
  checkCreditCode,
  checkIndustryCode,
  checkProjectCode,
  contracts,
  type ImportPreview,
  type ProjectIdentity,
  type ProjectView,
} from '@kaigong/contract'
import { type ProjectRow, readProjectListXlsx, toProjectListXlsx } from '@kaigong/export'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProduct, type Product } from '../../product.fixture.ts'
import { body } from '../project.fixture.ts'

const { projects } = contracts
let product: Product
let coordinator: Awaited<ReturnType<Product['signedInAs']>>
beforeAll(async () => {
  product = await openProduct()
  coordinator = await product.signedInAs(['coordinator'], { name: '周知序' })
})
afterAll(() => product.close())

async function registered(identity: Partial<ProjectIdentity>): Promise<ProjectView> {
  const made = await coordinator.ask(projects.create, { body: body(identity) })
  if (!made.ok) throw new Error(JSON.stringify(made.problem))
  return made.value
}

const codes = { projectCode: checkProjectCode, creditCode: checkCreditCode, industry: checkIndustryCode }
const OPTIONS = { title: '清单', asOf: '2022-06-01', lang: 'zh' } as const

async function exported(query: object): Promise<Uint8Array> {
  const sheet = await coordinator.ask(projects.exportSheet, { query })
  if (!sheet.ok) throw new Error(JSON.stringify(sheet.problem))
  return sheet.value as unknown as Uint8Array
}

/** The sheet that somebody makes of an export: each row changed as given, rows added at the end. */
async function edited(query: object, change: object, ...added: readonly object[]): Promise<Uint8Array> {
  const read = await readProjectListXlsx(await exported(query), codes)
  if ('unreadable' in read) throw new Error(read.unreadable.en)
  const rows = read.rows.map((r) => ({ ...(r.project as ProjectRow), ...change }))
  const [first] = rows
  if (!first) throw new Error('an empty export')
  const blank = { ...first, key: null, version: null, code: null }
  return await toProjectListXlsx([...rows, ...added.map((row) => ({ ...blank, ...row }))], OPTIONS)
}

async function previewed(sheet: Uint8Array): Promise<ImportPreview> {
  const preview = await coordinator.ask(projects.importPreview, { body: sheet })
  if (!preview.ok) throw new Error(JSON.stringify(preview.problem))
  return preview.value
}

const run = ({ uploadId }: ImportPreview) => coordinator.ask(projects.importRun, { params: { uploadId } })
const nameOf = async (id: string) => {
  const read = await coordinator.ask(projects.read, { params: { projectId: id as never } })
  return read.ok && [read.value.identity.name, read.value.version]
}

describe('the list as a sheet', () => {
  it('imports back unchanged', async () => {
    const helper = await product.signedInAs(['helper'], { name: '夏帮办' })
    const company = await coordinator.ask(projects.addCompany, {
      body: { name: '往返有限公司', creditCode: '91320413MA1ABCDE1R' },
    })
    if (!company.ok) throw new Error('no company')
    const made = await registered({
      name: '往返一',
      code: '2303-320413-89-01-333333',
      companyId: company.value.id,
      content: '第一行\n第二行',
      remark: '=1+1',
    })
    await coordinator.ask(
      projects.team,
      {
        params: { projectId: made.id },
        body: { team: [{ personId: helper.person.person, duty: 'helper', agencyId: null }] },
      },
      { ifMatch: 1 },
    )
    await registered({ name: '往返二', investmentWan: null, yearPlanWan: null, startPlanned: null, industry: null })
    const preview = await previewed(await exported({}))
    expect(preview).toMatchObject({ faults: [], warnings: [], rows: 2, same: 2, added: 0, changed: 0 })
    expect(await run(preview)).toMatchObject({ value: { same: 2, added: 0, changed: 0 } })
    expect(await nameOf(made.id)).toEqual(['往返一', 2])
  })

  it('changes what somebody changed in it and nothing else, gives duties to others or to nobody, and can be run once', async () => {
    const made = await registered({ name: '表内修改', listYear: 2040, code: '2304-320413-89-01-444444' })
    const helper = await product.signedInAs(['helper'], { name: '秦帮办' })
    const first = await previewed(await edited({ listYear: 2040 }, { name: '表内改过', helper: '秦帮办' }))
    expect(first).toMatchObject({
      changed: 1,
      faults: [],
      sample: [{ what: 'changed', changes: ['项目名称', '服务专员'] }],
    })
    expect(await run(first)).toMatchObject({ value: { added: 0, changed: 1 } })
    expect(await nameOf(made.id)).toEqual(['表内改过', 3])
    expect(await helper.ask(projects.list, { query: { mine: 'true' } })).toMatchObject({ value: { total: 1 } })
    expect(await run(first)).toMatchObject({ problem: { status: 404 } })

    await run(await previewed(await edited({ listYear: 2040 }, { helper: null })))
    expect(await helper.ask(projects.list, { query: { mine: 'true' } })).toMatchObject({ value: { total: 0 } })
    expect(await coordinator.ask(projects.events, { params: { projectId: made.id }, query: {} })).toMatchObject({
      value: { items: [{ type: 'teamChanged' }, { type: 'teamChanged' }, { type: 'projectChanged' }, {}] },
    })
  })

  it('marks every cell that stands against it, and imports no row while there is one', async () => {
    await registered({ name: '别的项目', listYear: 2041, code: '2304-320413-89-01-666666' })
    const made = await registered({ name: '本项目', listYear: 2042 })
    const wrong = await previewed(
      await edited(
        { listYear: 2042 },
        { code: '2304-320413-89-01-666666' },
        { name: '新项目', code: '2304-3204', helper: '无此人', company: '没登记的公司', creditCode: null },
        { name: '没有错的新项目' },
      ),
    )
    expect(wrong.faults.map(({ row, header, value }) => [row, header, value]).sort()).toEqual(
      [
        [5, '项目代码', '2304-320413-89-01-666666'],
        [6, '建设单位', '没登记的公司'],
        [6, '服务专员', '无此人'],
        [6, '项目代码', '2304-3204'],
      ].sort(),
    )
    expect(await run(wrong)).toMatchObject({ problem: { status: 422, type: '/problems/import.faulty' } })
    expect(await nameOf(made.id)).toEqual(['本项目', 1])
    const marked = await coordinator.ask(projects.importMarked, { params: { uploadId: wrong.uploadId } })
    const again = await previewed(marked.ok ? (marked.value as unknown as Uint8Array) : new Uint8Array())
    expect(again.faults).toEqual(wrong.faults)
  })

  it('is refused where somebody changed a project since it was exported, and where that happened after the preview', async () => {
    const made = await registered({ name: '导出之后', listYear: 2043 })
    const sheet = await edited({ listYear: 2043 }, { township: '薛埠镇' }, { name: '一同导入的', listYear: 2044 })
    const early = await previewed(sheet)
    expect(early).toMatchObject({ added: 1, changed: 1, faults: [] })
    await coordinator.ask(
      projects.change,
      { params: { projectId: made.id }, body: body({ name: '他人改过', listYear: 2043 }) },
      { ifMatch: 1 },
    )
    const late = await previewed(sheet)
    expect(late.faults).toMatchObject([{ header: '项目名称', message: { zh: expect.stringContaining('现为第 2 版') } }])
    expect(await run(early)).toMatchObject({ problem: { type: '/problems/import.faulty' } })
    expect(await coordinator.ask(projects.list, { query: { listYear: 2044 } })).toMatchObject({ value: { total: 0 } })
  })

  it('leaves nothing behind where the machine breaks on the way: no project, no company, no history', async () => {
    await registered({ name: '范本', listYear: 2045 })
    const fresh = { company: '半路公司', creditCode: '91330100799655058B', listYear: 2046 }
    const preview = await previewed(
      await edited(
        { listYear: 2045 },
        {},
        { name: '先导入的', ...fresh },
        { name: '后导入的', ...fresh, company: '另一名称' },
      ),
    )
    expect(preview).toMatchObject({ added: 2, same: 1, faults: [] })
    const { owner } = product.database
    const before = await owner.query('select count(*) from event')
    await owner.query(`alter table project add constraint broken check (name <> '后导入的')`)
    expect(await run(preview)).toMatchObject({ problem: { status: 500 } })
    await owner.query('alter table project drop constraint broken')
    expect((await owner.query('select count(*) from event')).rows).toEqual(before.rows)
    expect(await coordinator.ask(projects.companies, { query: { q: '半路' } })).toMatchObject({ value: { items: [] } })

    expect(await run(preview)).toMatchObject({ value: { added: 2, same: 1 } })
    const added = await coordinator.ask(projects.list, { query: { listYear: 2046 } })
    expect(added).toMatchObject({ value: { total: 2, items: [{ company: '半路公司' }, { company: '半路公司' }] } })
    const [one] = added.ok ? added.value.items : []
    expect(
      await coordinator.ask(projects.events, { params: { projectId: one?.id ?? ('' as never) }, query: {} }),
    ).toMatchObject({
      value: { items: [{ type: 'projectImported', says: { zh: expect.stringContaining('工作表“项目清单”第') } }] },
    })
    const other = await previewed(await edited({ listYear: 2046 }, { company: '又一名称' }))
    expect(other.warnings).toMatchObject([{ zh: expect.stringContaining('已登记为“半路公司”') }, {}])
  })

  it('is kept for an hour, and for nobody else', async () => {
    const preview = await previewed(await edited({ listYear: 2045 }, {}))
    const other = await product.signedInAs(['coordinator'])
    expect(await other.ask(projects.importRun, { params: { uploadId: preview.uploadId } })).toMatchObject({
      problem: { status: 404 },
    })
    product.world.advance({ minutes: 61 })
    expect(await run(preview)).toMatchObject({ problem: { status: 404 } })
  })

  it('that is no sheet is refused with what to do', async () => {
    expect(
      await coordinator.ask(projects.importPreview, { body: new TextEncoder().encode('name,code\n') }),
    ).toMatchObject({ problem: { status: 422, type: '/problems/import.unreadable' } })
  })
})
