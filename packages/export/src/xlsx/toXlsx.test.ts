import fc from 'fast-check'
import { type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import { toXlsx } from './toXlsx.ts'

const open = async (plan = richPlan, lang: 'zh' | 'en' = 'zh'): Promise<Workbook> =>
  await readXlsx(await toXlsx(plan, lang), { readStyles: true })
const workbook = await open()
const lists = ['审批事项一览', '环节计划', '材料清单'] as const

const sheet = (name: string, from = workbook): Sheet => {
  const found = from.sheets.find((each) => each.name === name)
  if (found === undefined) throw new Error(`No sheet ${name}`)
  return found
}
const letters = (cell: CellValue | undefined) => (typeof cell === 'string' ? cell : '')

/** The lowest row of heads of a list, which the filter hangs on, and what stands below it. */
function table(name: string, from = workbook) {
  const { rows, autoFilter } = sheet(name, from)
  const [, head, last] = /^A(\d+):[A-Z]+(\d+)$/.exec(autoFilter?.range ?? '') ?? []
  const heads = rows[Number(head) - 1] ?? []
  const above = rows[Number(head) - 2] ?? []
  const column = (title: string) => heads.findIndex((each, i) => (each ?? above[i]) === title)
  return { heads, column, body: rows.slice(Number(head)), last: Number(last), rows: rows.length }
}
const rowOf = (name: string, title: string, value: string) => {
  const { body, column } = table(name)
  const row = body.find((each) => each[column(title)] === value)
  return (wanted: string) => row?.[column(wanted)]
}
const day = (iso: string) => new Date(`${iso}T00:00:00Z`)

describe('the plan as a workbook', () => {
  it('has the sheets that an office circulates, and a hidden one with what it was made from', () => {
    expect(workbook.sheets.filter(({ hidden }) => hidden !== true).map(({ name }) => name)).toEqual([
      '总览',
      '审批事项一览',
      '环节计划',
      '材料清单',
      '不适用与待定',
      '填表说明',
    ])
    const { hidden, rows } = sheet('_kaigong')
    expect(hidden).toBe(true)
    expect(Object.fromEntries(rows.map(([key, value]) => [key, value]))).toMatchObject({
      format: 'kaigong-xlsx/1',
      plan: 'kaigong-plan/1',
      project: '2205-320413-04-01-500001',
      edition: '2026.11',
      asOf: '2022-06-20',
    })
  })

  it('lists every matter with its agency, track, dates, limits and basis', () => {
    expect(table('审批事项一览').body).toHaveLength(richPlan.matters.length)
    const eia = rowOf('审批事项一览', '编号', 'A06')
    expect(eia('事项')).toBe('环境影响评价审批')
    expect(eia('牵头部门')).toBe('常州市金坛生态环境局')
    expect(eia('办理方式')).toBe('一般')
    expect(eia('计划受理')).toEqual(day('2022-08-01'))
    expect(eia('计划办结')).toEqual(day('2022-08-31'))
    expect(eia('法定')).toBe('报告表 30 日、报告书 60 日（最晚 2022-09-13）')
    expect(eia('依据')).toBe('环境影响评价法（2018）第二十二条\n环境影响评价法（2018）第二十五条')
    expect(eia('结果文件')).toBe('环评批复')
  })

  it('marks a line with the weakest of its statements', () => {
    expect(rowOf('审批事项一览', '编号', 'A06')('可信度')).toBe('演示')
    expect(rowOf('审批事项一览', '编号', 'A05')('可信度')).toBe('B')
    expect(rowOf('审批事项一览', '编号', 'D09')('可信度')).toBe('A')
  })

  it('shows a dash for an exempt matter, which has no dates', () => {
    expect(rowOf('审批事项一览', '编号', 'A07')('计划办结')).toBe('—')
    expect(rowOf('审批事项一览', '编号', 'A07')('办理方式')).toBe('区域评估免办')
  })

  it('lists every step with who has it, its room and what holds it back', () => {
    expect(table('环节计划').body).toHaveLength(richPlan.activities.length)
    const review = rowOf('环节计划', '环节', '技术评估')
    expect(review('责任主体')).toBe('常州市金坛生态环境局')
    expect(review('开始')).toEqual(day('2022-08-02'))
    expect(review('完成')).toEqual(day('2022-08-22'))
    expect(review('最迟开始')).toEqual(day('2022-08-05'))
    expect(review('机动（工作日）')).toBe(3)
    expect(review('状态')).toBe('预排')
    expect(letters(review('制约原因')).split('\n')[1]).toBe(
      '市生态环境局金坛分局只有 2 名审查员，前一项目占用到 8 月 1 日',
    )
  })

  it('gives the hour where a step does not begin or end with the office day, and the day before for midnight', () => {
    const contract = rowOf('环节计划', '环节', '签订出让合同')
    expect(contract('完成')).toEqual(new Date('2022-09-09T11:12:00Z'))
    expect(rowOf('环节计划', '环节', '招拍挂出让公告')('完成')).toEqual(day('2022-08-29'))
  })

  it('lists materials by the day on which they are due', () => {
    const { body, column } = table('材料清单')
    const due = body.map((row) => row[column('最迟提交日')]).map((each) => (each instanceof Date ? each.getTime() : 0))
    expect(due).toHaveLength(richPlan.matters.flatMap(({ materials }) => materials).length)
    expect(due).toEqual(due.toSorted((a, b) => a - b))
    const licence = rowOf('材料清单', '材料', '营业执照')
    expect(licence('★主件△可容缺')).toBe('△')
    expect(licence('谁提供')).toBe('政府部门')
    expect(licence('提交方式')).toBe('共享调取')
  })

  it('shows the verdict, the certificates counted from land day, the gates and the comparison', () => {
    const { rows } = sheet('总览')
    const line = (first: string) => rows.find((row) => row[0] === first)?.filter((each) => each !== null)
    expect(rows.flat()).toContain('▲ 9 月 15 日前开工做不到：最早 2022-09-20（拿地后第 6 个工作日）')
    expect(line('不动产权证书')?.slice(0, 4)).toEqual(['不动产权证书', '是', day('2022-09-13'), 1])
    expect(line('G4 达产复核（4.1 期）')?.[1]).toBe('未定')
    expect(line('到开工（工作日）')).toEqual(['到开工（工作日）', 142, 63, 79])
  })

  it('says what was left out and why, and what each answer to an open question would change', () => {
    const text = sheet('不适用与待定').rows.flat().map(letters)
    expect(text).toContain('不生产、不储存构成重大危险源的危化品\nNMP 只回收、不生产')
    expect(text).toContain(
      '接自来水 → 开工日不变；减少 A08 取水许可（含水资源论证）\n取地表水 → 开工推迟 4 个工作日；增加 A09',
    )
  })

  it('keeps codes as text and days as dates in every list', () => {
    expect(sheet('总览').rows.flat()).toContain('2205-320413-04-01-500001')
    for (const name of lists) {
      const { body, heads, column } = table(name)
      for (const row of body) {
        expect(typeof row[column('编号')]).not.toBe('number')
        heads.forEach((head, i) => {
          if (/^(计划受理|计划办结|开始|完成|最迟开始|最迟提交日)$/.test(letters(head))) {
            expect(row[i] === '—' || row[i] instanceof Date).toBe(true)
          }
        })
      }
    }
  })

  it('prints on landscape paper of one page width with the heads on every page, and keeps them in sight', () => {
    for (const { name, pageSetup, headerFooter } of workbook.sheets.filter(({ hidden }) => hidden !== true)) {
      expect([name, pageSetup]).toEqual([
        name,
        expect.objectContaining({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 }),
      ])
      expect(headerFooter?.oddFooter).toBe('&L制表：常州市金坛区&C第 &P 页，共 &N 页&R截至 2022-06-20')
    }
    expect(sheet('审批事项一览').pageSetup).toMatchObject({ paperSize: 'a3', printTitlesRow: '$3:$4' })
    expect(sheet('审批事项一览').freezePane).toEqual({ rows: 4, columns: 2 })
    expect(sheet('材料清单').pageSetup).toMatchObject({ paperSize: 'a4', printTitlesRow: '$3:$3' })
    expect(sheet('材料清单').freezePane).toEqual({ rows: 3, columns: 2 })
  })

  it('filters the whole of each list', () => {
    for (const name of lists) expect(table(name).last).toBe(table(name).rows)
  })

  it('names the fonts of a Chinese office and leaves no row higher than a sheet allows', () => {
    const { cells, rowDefs } = sheet('填表说明')
    expect(cells?.get('0,0')?.style?.font?.name ?? workbook.defaultFont?.name).toBe('宋体')
    expect(cells?.get('3,1')?.style?.font?.name).toBe('仿宋')
    const heights = workbook.sheets.flatMap((each) =>
      [...(each.rowDefs?.values() ?? [])].map(({ height }) => height ?? 0),
    )
    expect(rowDefs?.size).toBeGreaterThan(3)
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
  })

  it('gives no program a formula, whatever a name begins with', async () => {
    for (const sign of ['=', '+', '-', '@', ' =']) {
      const name = `${sign}HYPERLINK("http://example.invalid","点此")`
      const matters = richPlan.matters.map((matter) => ({ ...matter, name: { zh: name, en: name } }))
      const read = await open({ ...richPlan, matters })
      const { column, body } = table('审批事项一览', read)
      expect(body[0]?.[column('事项')]).toBe(name)
      const cells = read.sheets.flatMap((each) => [...(each.cells?.values() ?? [])])
      expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([])
      const formats = cells.filter(({ value }) => value === name).map(({ style }) => style?.numFmt)
      expect([formats.length > 10, ...new Set(formats)]).toEqual([true, '@'])
    }
  })

  it('opens with any project name, and an ampersand in the district stays out of the codes of the footer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (written) => {
        const name = `甲${written}乙`
        const project = { ...richPlan.project, name: { zh: name, en: name } }
        const { rows } = sheet('总览', await open({ ...richPlan, project, activities: [], matters: [] }))
        const read = letters(rows[2]?.[1])
        expect([read.at(0), read.at(-1)]).toEqual(['甲', '乙'])
      }),
      { numRuns: 10 },
    )
    const district = { ...richPlan.district, name: { zh: '甲&P乙', en: '' } }
    expect(sheet('总览', await open({ ...richPlan, district })).headerFooter?.oddFooter).toContain('&L制表：甲&&P乙&C')
  })

  it('is English throughout in English', async () => {
    const english = await open(richPlan, 'en')
    expect(english.sheets[1]?.name).toBe('Matters')
    for (const { rows } of english.sheets) {
      for (const cell of rows.flat()) expect(letters(cell)).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uff60]/)
    }
  })

  it('shows no comparison and no remedies where the plan has none', async () => {
    const { rows } = sheet(
      '总览',
      await open({ ...richPlan, comparison: null, verdict: { ...richPlan.verdict, remedies: [] } }),
    )
    expect(rows.flat()).not.toContain('一般程序与本方案')
    expect(rows.flat()).not.toContain('可以怎么办')
  })

  it('is the same file every time', async () => {
    expect(await toXlsx(richPlan, 'zh')).toEqual(await toXlsx(richPlan, 'zh'))
    expect(workbook.properties?.modified).toEqual(day('2022-06-20'))
  })
})
