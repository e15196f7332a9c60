import { readXlsx, type Sheet } from 'hucre'
import { describe, expect, it } from 'vitest'
import { markFaults } from './markFaults.ts'
import { readProjectListXlsx } from './readProjectListXlsx.ts'
import { codes, flagship } from './rows.fixture.ts'
import { toProjectListXlsx } from './toProjectListXlsx.ts'

const options = { title: '金坛区重大项目清单', asOf: '2026-11-24', lang: 'zh' } as const
const open = async (bytes: Uint8Array) => await readXlsx(bytes, { readStyles: true })
const workbook = await open(
  await toProjectListXlsx([flagship, { ...flagship, name: '=1+1', key: null, version: null }], options),
)
const [list, help] = workbook.sheets as [Sheet, Sheet]
const columnOf = (head: string) =>
  (list.rows[3] ?? []).findIndex((each) => typeof each === 'string' && each.startsWith(head))
const cell = (head: string, row = 4) => list.cells?.get(`${row},${columnOf(head)}`)

describe('the project list as a workbook', () => {
  it('has a title, two rows of heads with the unit, and stays in sight and in print', () => {
    expect(list.rows[0]?.[0]).toBe('金坛区重大项目清单')
    expect(list.rows[2]?.slice(1, 2)).toEqual(['项目'])
    expect(list.rows[3]).toContain('总投资\n（万元）')
    expect(list.freezePane).toEqual({ rows: 4, columns: 2 })
    expect(list.pageSetup).toMatchObject({ paperSize: 'a3', orientation: 'landscape', printTitlesRow: '$3:$4' })
    expect(cell('项目名称')?.style?.font?.name ?? workbook.defaultFont?.name).toBe('宋体')
  })

  it('keeps dates as dates, amounts as numbers and codes as text', () => {
    expect(cell('计划开工')).toMatchObject({ value: new Date('2022-09-19T00:00:00Z'), style: { numFmt: 'yyyy-mm-dd' } })
    expect(cell('总投资')).toMatchObject({
      value: 1500000,
      style: { numFmt: '#,##0.00', alignment: { horizontal: 'right' } },
    })
    expect(cell('项目代码')).toMatchObject({ value: '2205-320413-04-01-500001', style: { numFmt: '@' } })
    expect(cell('统一社会信用代码')).toMatchObject({ value: '91320413MA1ABCDE1R', style: { numFmt: '@' } })
    expect(cell('项目名称', 5)).toMatchObject({ value: '=1+1', style: { numFmt: '@' } })
  })

  it('offers the words of each choice, also in the lines to come', () => {
    const level = list.dataValidations?.find(({ range }) => range.startsWith('D5'))
    expect(level).toMatchObject({ type: 'list', values: ['省重大', '市重大', '区重大', '未列入'], range: 'D5:D106' })
    expect(list.dataValidations).toHaveLength(5)
    expect(cell('项目代码', 105)?.style?.numFmt).toBe('@')
    expect(list.pageSetup?.printArea).toBe('$A$1:$AE$6')
  })

  it('hides what only the way back needs, and says synthetic only where something is', async () => {
    expect(list.columns?.map(({ hidden }, i) => (hidden ? list.rows[3]?.[i] : undefined)).filter(Boolean)).toEqual([
      '演示数据',
      '项目标识',
      '版本',
    ])
    expect(list.rows[1]?.[0]).toBe('金额单位：万元　截至 2026-11-24')
    const [invented] = (await open(await toProjectListXlsx([{ ...flagship, synthetic: true }], options))).sheets
    expect(invented?.rows[1]?.[0]).toContain('含演示数据，虚构')
    expect(invented?.headerFooter?.oddFooter).toContain('含演示数据，虚构')
    expect(invented?.columns?.[columnOf('演示数据')]?.hidden).not.toBe(true)
  })

  it('explains every column that is seen', () => {
    const explained = help.rows.map(([first]) => first)
    for (const head of list.rows[3]?.slice(1, -2) ?? [])
      expect(explained).toContain(String(head).replace('\n（万元）', ''))
    expect(help.rows.find(([first]) => first === '级别')).toEqual([
      '级别',
      '是',
      '下拉选择：省重大、市重大、区重大、未列入',
    ])
  })

  it('is English throughout in English, and a template without rows reads as an empty list', async () => {
    const bytes = await toProjectListXlsx([], { ...options, title: 'Projects', lang: 'en' })
    for (const { rows } of (await open(bytes)).sheets)
      for (const value of rows.flat())
        expect(String(value ?? '')).not.toMatch(/\p{Script=Han}|[\u3000-\u303f\uff00-\uff60]/u)
    expect(await readProjectListXlsx(bytes, codes)).toMatchObject({ rows: [], faults: [], warnings: [] })
  })
})

describe('a sheet that is handed back with its mistakes marked', () => {
  const spoilt = { ...flagship, code: '2205-3204', creditCode: '9132' }

  it('has each faulty cell red with a note in both languages, and is otherwise as it was', async () => {
    const bytes = await toProjectListXlsx([flagship, { ...spoilt, key: null, version: null }], options)
    const read = await readProjectListXlsx(bytes, codes)
    if ('unreadable' in read) throw new Error(read.unreadable.en)
    expect(read.faults.map(({ column, row }) => column + row)).toEqual(['C6', 'M6'])
    const [before, after] = [await open(bytes), await open(await markFaults(bytes, read.faults))]
    const red = [...(after.sheets[0]?.cells ?? [])].filter(([, { comment }]) => comment !== undefined)
    expect(red.map(([at]) => at)).toEqual(['5,2', '5,12'])
    for (const [at, { style, comment }] of red) {
      expect(style).toMatchObject({ fill: { fgColor: { rgb: expect.stringContaining('FF9999') } }, numFmt: '@' })
      expect(comment?.text).toMatch(/不对\nNot a code/)
      expect(style?.border).toEqual(before.sheets[0]?.cells?.get(at)?.style?.border)
    }
    const kept = ({ sheets }: typeof before) =>
      sheets.map(
        ({
          name,
          rows,
          merges,
          columns,
          dataValidations,
          freezePane,
          autoFilter,
          pageSetup,
          headerFooter,
          hidden,
        }) => ({
          name,
          rows,
          merges,
          columns,
          dataValidations,
          freezePane,
          autoFilter,
          pageSetup,
          headerFooter,
          hidden,
        }),
      )
    expect(kept(after)).toEqual(kept(before))
    expect(after.sheets[0]?.cells?.get('4,1')?.style).toEqual(before.sheets[0]?.cells?.get('4,1')?.style)
  })

  it('loses the marks of the time before when it is marked again', async () => {
    const bytes = await toProjectListXlsx([spoilt], options)
    const read = await readProjectListXlsx(bytes, codes)
    if ('unreadable' in read) throw new Error(read.unreadable.en)
    const marked = await markFaults(await markFaults(bytes, read.faults), read.faults.slice(0, 1))
    const cells = [...((await open(marked)).sheets[0]?.cells ?? [])]
    expect(cells.filter(([, { comment }]) => comment !== undefined).map(([at]) => at)).toEqual(['4,2'])
    expect(
      cells
        .filter(([, { style }]) => style?.fill?.type === 'pattern' && style.fill.fgColor?.rgb?.endsWith('FF9999'))
        .map(([at]) => at),
    ).toEqual(['4,2'])
    expect(await readProjectListXlsx(marked, codes)).toEqual(read)
  })
})
