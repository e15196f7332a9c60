import { contracts, type ProjectView, type spglFormats } from '@kaigong/contract'
import { SPGL_TABLES, type SpglRows } from '@kaigong/export'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acted as actedOn, adopted, company, opened, papers } from '../cases/cases.fixture.ts'
import { pdfOf, uploaded } from '../files/upload.fixture.ts'
import { acted, opened as openedJointly } from '../joint/joint.fixture.ts'
import { said } from '../plans/planned.fixture.ts'
import { type Asker, openProduct, type Product } from '../product.fixture.ts'
import { unzipped } from './unzipped.fixture.ts'

const { exchange } = contracts

let product: Product
let auditor: Asker
let project: ProjectView
beforeAll(async () => {
  product = await openProduct()
  const ours = await company(product, '虚构交换企业')
  const coordinator = await product.signedInAs(['coordinator'])
  project = await adopted(coordinator, '交换的项目', ours)
  await uploaded(coordinator, project.id, '申请表.pdf', pdfOf('申请表'))
  const ecology = await product.signedInAs(['officer'], { agency: 'ecology', name: '方知微' })
  const head = await product.signedInAs(['agencyHead'], { agency: 'ecology', name: '林见山' })
  let now = await opened(ecology, project)
  now = await actedOn(ecology, now, { type: 'accept' })
  now = await actedOn(ecology, now, { type: 'startDepartment' })
  const approvedBy = head.person.person
  const review = { type: 'startProcedure', procedure: 'expertReview', workdays: 5, approvedBy } as const
  now = await actedOn(ecology, now, review, { attached: papers('headApproval', 'writtenNotice') })
  now = await actedOn(ecology, now, { type: 'endProcedure', id: 'p1', result: '专家组通过' })
  now = await actedOn(head, now, { type: 'pass' }, { attached: papers('reviewOpinion') })
  const number = '坛环审〔2022〕1号'
  await actedOn(ecology, now, { type: 'deliver', number }, { attached: papers('deliveryReceipt') })
  const water = { agency: 'water' as never, matter: 'A09', dueOn: '2022-06-10' }
  const asked = await openedJointly(ecology, project, { kind: 'review', application: '联审申请', asked: [water] })
  const waterHead = await product.signedInAs(['agencyHead'], { agency: 'water' })
  await acted(waterHead, asked, {
    type: 'opine',
    verdict: 'agreesWithConditions',
    conditions: ['避让河道'],
    drawingsSha256: null,
  })
  auditor = await product.signedInAs(['auditor'])
}, 60_000)
afterAll(() => product.close())

const download = async (format: (typeof spglFormats)[number]) =>
  said(await auditor.ask(exchange.spgl, { params: { format } })) as unknown
const rows = async () => (await download('json')) as SpglRows
const faults = async () => said(await auditor.ask(exchange.spglFaults, {}))

describe('the national exchange rows of a district', () => {
  it('have the project, its case, each status, the procedure, the reply, the opinion and the attachment', async () => {
    const all = await rows()
    expect(Object.keys(all)).toEqual(SPGL_TABLES.map(({ name }) => name))
    expect(all.SPGL_XMJBXXB).toMatchObject([{ XMMC: '交换的项目', SPLCLX: 6, JSDW: '虚构交换企业' }])
    expect(all.SPGL_XMSPSXBLXXB).toMatchObject([{ SPSXBM: 'A06', SPSXSLBM: '320413-2022-000001' }])
    expect(all.SPGL_XMSPSXBLXXXXB?.map(({ BLZT }) => BLZT)).toEqual([1, 3, 8, 9, 10, 11])
    expect(all.SPGL_XMSPSXBLXXXXB?.every(({ BLSJ }) => BLSJ === '2022-06-01')).toBe(true)
    expect(all.SPGL_XMSPSXBLTBCXXXB).toMatchObject([{ TBCX: 'expertReview', TBCXKSSJ: '2022-06-01', TBCXSX: 5 }])
    expect(all.SPGL_XMSPSXPFWJXXB).toMatchObject([{ PFRQ: '2022-06-01', PFWH: '坛环审〔2022〕1号' }])
    expect(all.SPGL_XMSPSXZQYJXXB).toMatchObject([
      { SPSXBM: 'A09', ZQYJSJ: '2022-06-01', FKSX: '2022-06-10', FKYJ: '附条件同意；避让河道' },
    ])
    expect(all.SPGL_XMQTFJXXB).toContainEqual(expect.objectContaining({ FJMC: '申请表.pdf', FJLX: 'pdf' }))
  })

  it('mark what is invented as not valid, and name nobody who works here', async () => {
    const all = await rows()
    expect(Object.values(all).every((table) => table.every(({ SJYXBS }) => SJYXBS === 0))).toBe(true)
    expect(JSON.stringify(all)).not.toMatch(/方知微|林见山/)
  })

  it('are faulted where the project has no code yet and its company’s code is none, and nowhere in their flow', async () => {
    const { rows: counts, faults: found, total } = await faults()
    expect(counts).toMatchObject({ SPGL_XMJBXXB: 1, SPGL_XMSPSXBLXXXXB: 6 })
    expect(total).toBe(found.length)
    expect(found.filter(({ table }) => table === 'SPGL_XMJBXXB').map(({ column }) => column)).toEqual(
      expect.arrayContaining(['XMDM', 'JSDWDM']),
    )
    expect(found.filter(({ column }) => column === 'BLZT')).toEqual([])
  })

  it('show a flow that cannot be at its row: decided though nobody had accepted it', async () => {
    const { owner } = product.database
    const { rows: before } = await owner.query('select state from case_file')
    const state = before[0]?.state
    const onlyEnds = { ...state, rows: state.rows.filter(({ code }: { code: number }) => code === 1 || code === 11) }
    await owner.query('update case_file set state = $1', [JSON.stringify(onlyEnds)])
    expect((await faults()).faults.filter(({ column }) => column === 'BLZT')).toMatchObject([
      { table: 'SPGL_XMSPSXBLXXXXB', row: 2, says: { zh: expect.stringContaining('办结前没有') } },
    ])
    await owner.query('update case_file set state = $1', [JSON.stringify(state)])
  })

  it('come as a workbook, or as an archive with a CSV for each table', async () => {
    const [xlsx, csv] = [await download('xlsx'), await download('csv')].map((bytes) => Buffer.from(bytes as Uint8Array))
    expect(xlsx?.subarray(0, 2).toString()).toBe('PK')
    const tables = unzipped(csv ?? Buffer.alloc(0))
    expect([...tables.keys()]).toEqual(SPGL_TABLES.map(({ name }) => `${name}.csv`))
    expect(String(tables.get('SPGL_XMSPSXBLXXXXB.csv')).trim().split('\r\n')).toHaveLength(7)
  })
})
