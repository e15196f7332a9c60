import { describe, expect, it } from 'vitest'
import { spglFaults } from './spglFaults.ts'
import { runningNumber, SPGL_TABLES, type SpglRow } from './spglTables.ts'
import { toSpglCsv, toSpglXlsx } from './toSpgl.ts'

const lsh = (code: string, n: number) => runningNumber('320413', '20230301090000', code, n)
const tail = { SJYXBS: 1, SJWXYY: null, SJSCZT: 0 }
const project: SpglRow = {
  LSH: lsh('04', 1),
  DFSJZJ: 'p1',
  XZQHDM: '320413',
  XMDM: '2020-320413-38-03-500001',
  XMMC: '演示项目',
  SPLCLX: 6,
  GBHYDMFBND: '2017',
  GBHY: 'C3841',
  ZTZE: '150000.00',
  JSDDXZQH: '320413',
  JSDW: '演示企业',
  JSDWDM: '91320413MA00000000',
  ...tail,
}
const head = (code: string, n: number, key: string) => ({
  LSH: lsh(code, n),
  DFSJZJ: key,
  XZQHDM: '320413',
  XMDM: '2020-320413-38-03-500001',
})
const handled: SpglRow = {
  ...head('08', 1, 'c1'),
  SPSXBM: 'A06',
  SPSXSLBM: '320413-2022-000001',
  SPBMBM: 'ecology',
  SPBMMC: '金坛生态环境局',
  SLFS: 1,
  GKFS: 1,
  ...tail,
}
const status = (n: number, code: number): SpglRow => ({
  ...head('09', n, `c1-${n}`),
  SPSXSLBM: '320413-2022-000001',
  BLCS: '金坛生态环境局',
  BLZT: code,
  BLSJ: '2022-06-01',
  ...tail,
})
const whole = {
  SPGL_XMJBXXB: [project],
  SPGL_XMSPSXBLXXB: [handled],
  SPGL_XMSPSXBLXXXXB: [status(1, 1), status(2, 3)],
}
const faults = (rows: Readonly<Record<string, readonly SpglRow[]>>) =>
  spglFaults(
    rows,
    () => [],
    () => undefined,
  ).map(({ table, row, column }) => `${table} ${row} ${column}`)

describe('exchange rows', () => {
  it('that keep to their rules have no fault', () => {
    expect(faults(whole)).toEqual([])
  })

  it('are faulted by table, row and column: missing, of the wrong form, unknown, pointing at nothing, there twice', () => {
    const broken = {
      SPGL_XMJBXXB: [{ ...project, XMDM: null, GBHY: '3841', SPLCLX: 11, MOOD: 'good' }],
      SPGL_XMSPSXBLXXB: [handled, { ...handled, LSH: 'short', DFSJZJ: 'c1' }],
      SPGL_XMSPSXBLXXXXB: [{ ...status(1, 16), SPSXSLBM: 'nowhere', BLSJ: '1 June' }],
    }
    expect(faults(broken)).toEqual([
      'SPGL_XMJBXXB 1 MOOD',
      'SPGL_XMJBXXB 1 XMDM',
      'SPGL_XMJBXXB 1 SPLCLX',
      'SPGL_XMJBXXB 1 GBHY',
      'SPGL_XMSPSXBLXXB 1 XMDM',
      'SPGL_XMSPSXBLXXB 2 LSH',
      'SPGL_XMSPSXBLXXB 2 XMDM',
      'SPGL_XMSPSXBLXXB 2 DFSJZJ',
      'SPGL_XMSPSXBLXXXXB 1 XMDM',
      'SPGL_XMSPSXBLXXXXB 1 SPSXSLBM',
      'SPGL_XMSPSXBLXXXXB 1 BLZT',
      'SPGL_XMSPSXBLXXXXB 1 BLSJ',
    ])
  })

  it('have the flow of each case looked at as a whole, and its fault shown at the row of the table', () => {
    const second = { ...status(3, 11), SPSXSLBM: '320413-2022-000002' }
    const rows = {
      ...whole,
      SPGL_XMSPSXBLXXB: [handled, { ...handled, LSH: lsh('08', 2), DFSJZJ: 'c2', SPSXSLBM: '320413-2022-000002' }],
      SPGL_XMSPSXBLXXXXB: [status(1, 1), second, status(2, 3)],
    }
    const says = { zh: '流水应以接件开始。', en: 'A flow begins with received.' }
    const notReceived = (flow: readonly { readonly code: number }[]) => (flow[0]?.code === 1 ? [] : [{ row: 0, says }])
    expect(spglFaults(rows, notReceived, () => undefined)).toEqual([
      { table: 'SPGL_XMSPSXBLXXXXB', row: 2, column: 'BLZT', says },
    ])
  })

  it('bear a running number of 32 digits: division, moment, table, place (domain 3.7)', () => {
    expect(lsh('09', 7)).toBe('32041320230301090000090000000007')
  })

  it('are CSV with the national names, nothing in it a formula', () => {
    const [table] = SPGL_TABLES
    if (table === undefined) throw new Error('there are tables')
    const csv = toSpglCsv(table, { [table.name]: [{ ...project, XMMC: '=HYPERLINK("x")', JSGMJNR: '一期，\n二期' }] })
    expect(csv.startsWith('\uFEFFLSH,DFSJZJ,XZQHDM,XMDM,XMMC,')).toBe(true)
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
    expect(csv).toContain('"一期，\n二期"')
  })

  it('are a workbook that is the same for the same rows', async () => {
    const options = { asOf: '2023-03-01', lang: 'zh' } as const
    const [one, two] = [await toSpglXlsx(whole, options), await toSpglXlsx(structuredClone(whole), options)]
    expect(one.length).toBeGreaterThan(5000)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  })
})
