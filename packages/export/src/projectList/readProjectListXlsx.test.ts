import fc from 'fast-check'
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { ProjectListRead } from './projectRow.ts'
import { readProjectListXlsx } from './readProjectListXlsx.ts'
import { codes, flagship } from './rows.fixture.ts'
import { toProjectListXlsx } from './toProjectListXlsx.ts'

const book = async (rows: CellValue[][], more: Partial<WriteSheet> = {}, others: WriteSheet[] = []) =>
  await writeXlsx({ sheets: [{ name: '台账', rows, ...more }, ...others] })
async function read(
  rows: CellValue[][],
  more: Partial<WriteSheet> = {},
  others: WriteSheet[] = [],
): Promise<ProjectListRead> {
  const result = await readProjectListXlsx(await book(rows, more, others), codes)
  if ('unreadable' in result) throw new Error(result.unreadable.en)
  return result
}
const required = ['项目名称', '级别', '类型', '建设性质', '阶段']
const line = (name: string) => [name, '省重大', '实施', '新建', '在建']
const one = async (heads: string[], cells: CellValue[]) =>
  await read([
    [...required, ...heads],
    [...line('甲项目'), ...cells],
  ])

describe('a ledger as an office keeps it', () => {
  it('is read by the names of its columns: two rows of heads, another order, units, line breaks, other words', async () => {
    const { rows, columns, faults, warnings } = await read(
      [
        ['2026 年重大项目台账', null, null, null, null, null, null, null],
        ['序号', '项目基本情况', null, null, null, '投资情况（亿元）', null, '责任'],
        [null, '建设 性质', '项目\n名称', '项目级别（省/市/区）', '阶段', '总投资', '完成率', '帮办员'],
        [1, '续建', '　储能电池\n项目　', '省级', '在建', 150, 0.5, '张帮办'],
        ['合计', null, null, null, null, 150, null, null],
        ['填表人：李某', null, null, null, null, null, null, null],
      ],
      {
        merges: [
          { startRow: 1, endRow: 2, startCol: 0, endCol: 0 },
          { startRow: 1, endRow: 1, startCol: 1, endCol: 4 },
        ],
      },
    )
    expect(rows).toEqual([
      {
        sheet: '台账',
        row: 4,
        project: {
          construction: 'continued',
          name: '储能电池项目',
          level: 'province',
          stage: 'building',
          investmentWan: '1500000.00',
          helper: '张帮办',
        },
      },
    ])
    expect(columns.find(({ key }) => key === 'investmentWan')).toEqual({
      sheet: '台账',
      key: 'investmentWan',
      letter: 'F',
      header: '总投资',
    })
    expect(warnings.map(({ zh }) => zh)).toEqual([expect.stringContaining('G 列“完成率”')])
    expect(faults.map(({ message }) => message.zh)).toEqual(['缺少“类型”列，新登记的项目必须有这一列'])
  })

  it('may have the lists of province and city on sheets of their own, and headings between the projects', async () => {
    const { rows, warnings } = await read(
      [required, ['一、省重大项目（1 个）'], line('甲项目'), [], ['注：以上为公开数字']],
      {},
      [
        { name: '市重大', rows: [required, line('乙项目')] },
        {
          name: '汇总',
          rows: [
            ['级别', '个数'],
            ['省', 1],
          ],
        },
      ],
    )
    expect(rows.map(({ sheet, row, project }) => [sheet, row, project.name])).toEqual([
      ['台账', 3, '甲项目'],
      ['市重大', 2, '乙项目'],
    ])
    expect(warnings.map(({ zh }) => zh)).toEqual(['工作表“汇总”中没有项目清单，已跳过'])
  })

  it('keeps a project whose name begins like a note', async () => {
    const { rows } = await read([required, line('注塑件项目'), line('备注机器人项目'), line('一汽零部件项目')])
    expect(rows).toHaveLength(3)
  })

  it('says once what a merged cell says for all rows beside it', async () => {
    const { rows } = await read(
      [
        [...required, '建设单位'],
        [...line('甲项目'), '某某能源有限公司'],
        [...line('乙项目'), null],
      ],
      { merges: [{ startRow: 1, endRow: 2, startCol: 5, endCol: 5 }] },
    )
    expect(rows.map(({ project }) => project.company)).toEqual(['某某能源有限公司', '某某能源有限公司'])
  })
})

describe('dates', () => {
  it.each([
    '2026/1/5',
    '2026.1.5',
    '2026-01-05',
    '2026年1月5日',
    '２０２６年１月５日',
    '20260105',
    '2026-01-05 00:00:00',
    46027,
    '46027',
    new Date('2026-01-05T00:00:00Z'),
  ])('%s is the fifth of January 2026', async (written) => {
    const { rows, faults } = await one(['计划开工'], [written])
    expect(faults).toEqual([])
    expect(rows[0]?.project.startPlanned).toBe('2026-01-05')
  })

  it.each(['2026年1月', '2026/2/30', '2026.1', '一季度', 20265])(
    '%s is no day, and the fault says where',
    async (written) => {
      const { rows, faults } = await one(['计划开工时间'], [written])
      expect(rows[0]?.project).not.toHaveProperty('startPlanned')
      expect(faults).toEqual([
        expect.objectContaining({ sheet: '台账', row: 2, column: 'F', header: '计划开工时间', value: String(written) }),
      ])
      expect(faults[0]?.message.zh).toContain('日期应写到日')
    },
  )
})

describe('amounts', () => {
  it.each([
    ['总投资（万元）', 1500000, '1500000.00'],
    ['总投资(万元)', '1,500,000.5', '1500000.50'],
    ['总投资', '１５０亿元', '1500000.00'],
    ['总投资', '56.61234亿', '566123.40'],
    ['总投资（亿元）', 56.6, '566000.00'],
    ['总投资（亿元）', '3000万元', '3000.00'],
    ['总投资（元）', 12345600, '1234.56'],
    ['总投资', 0.1 + 0.2, '0.30'],
    ['总投资', 0, '0.00'],
  ])('under %s, %s is %s in 万元', async (head, written, wan) => {
    const { rows, faults } = await one([head], [written])
    expect(faults).toEqual([])
    expect(rows[0]?.project.investmentWan).toBe(wan)
  })

  it('take their unit from a line above the table where no head names one', async () => {
    const { rows } = await read([
      ['单位：亿元'],
      [...required, '总投资', '年度计划投资（万元）'],
      [...line('甲项目'), 2, 5000],
    ])
    expect(rows[0]?.project).toMatchObject({ investmentWan: '20000.00', yearPlanWan: '5000.00' })
  })

  it.each([
    [12.345, '最多两位小数'],
    ['约150亿', '不小于零的数'],
    [-5, '不小于零的数'],
    ['20000000亿元', '金额过大'],
    ['#DIV/0!', '公式出错'],
  ])('%s is a fault and is never rounded', async (written, why) => {
    expect((await one(['总投资'], [written])).faults.map(({ message }) => message.zh)).toEqual([
      expect.stringContaining(why),
    ])
  })
})

describe('what cannot be read', () => {
  it('is said cell by cell, with the words that may stand there', async () => {
    const { faults } = await read([
      [...required, '项目代码', '统一社会信用代码', '列入年度'],
      ['甲项目', '国家级', '实施', null, '在建', 2.0203204133803e19, '9132', '明年'],
      [null, '省', '储备', '新建', '前期', null, null, '2026年度'],
    ])
    expect(faults.map(({ row, column, message }) => `${column}${row} ${message.zh}`)).toEqual([
      'B2 只能填写：省重大、市重大、区重大、未列入',
      'D2 请填写“建设性质”',
      expect.stringMatching(/^F2 代码被表格软件当作数字/),
      expect.stringMatching(/^G2 代码“9132”不对/),
      expect.stringMatching(/^H2 年度应为/),
      'A3 请填写“项目名称”',
    ])
    for (const { message } of faults) expect(message.en).toMatch(/^[^\p{Script=Han}]+$/u)
  })

  it('is two lines of one code or one project, and the second is the fault', async () => {
    const again = { ...flagship, code: null }
    const bytes = await toProjectListXlsx([flagship, again], { title: '清单', asOf: '2026-11-24', lang: 'zh' })
    const result = await readProjectListXlsx(bytes, codes)
    expect(result).toMatchObject({
      faults: [{ row: 6, message: { zh: expect.stringContaining('第 5 行是同一项目') } }],
    })
    const { faults } = await read([
      [...required, '项目代码'],
      [...line('甲项目'), '2205-320413-04-01-500001'],
      [...line('乙项目'), '２２０５３２０４１３０４０１５００００１'],
    ])
    expect(faults).toMatchObject([{ row: 3, column: 'F', message: { zh: expect.stringContaining('第 2 行相同') } }])
  })

  it('is a registered project without the version that its line was written from', async () => {
    const { faults } = await one(['项目标识', '版本'], [flagship.key, null])
    expect(faults.map(({ message }) => message.en)).toEqual([expect.stringContaining('no version')])
  })

  it('of columns that are missing matters only to new projects', async () => {
    const { faults } = await read([
      ['项目名称', '服务专员', '项目标识', '版本'],
      ['甲项目', '张帮办', flagship.key, 2],
    ])
    expect(faults).toEqual([])
  })
})

describe('a file that is no project list', () => {
  it.each([
    ['text', new TextEncoder().encode('项目名称,级别\n甲,省'), '不是 .xlsx'],
    ['nothing', new Uint8Array(), '不是 .xlsx'],
    ['an old or locked workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '旧版 .xls'],
  ])('%s is unreadable and the answer says what to do', async (_, bytes, why) => {
    expect(await readProjectListXlsx(bytes, codes)).toMatchObject({ unreadable: { zh: expect.stringContaining(why) } })
  })

  it('says that it found no heads', async () => {
    const bytes = await book([
      ['日期', '天气'],
      ['2026-01-05', '晴'],
    ])
    expect(await readProjectListXlsx(bytes, codes)).toMatchObject({
      unreadable: { en: expect.stringContaining('No project list') },
    })
  })

  it('is refused before it is unpacked when it would take more than 100 MB, or hides what it takes', async () => {
    const bytes = await toProjectListXlsx([flagship], { title: '清单', asOf: '2026-11-24', lang: 'zh' })
    for (const size of [200_000_000, 0, 0xffffffff]) {
      expect(await readProjectListXlsx(withFirstEntryOf(bytes, size), codes)).toMatchObject({
        unreadable: { zh: expect.stringContaining('100 MB') },
      })
    }
  })

  it('throws nothing, whichever bytes are wrong', async () => {
    const bytes = await toProjectListXlsx([flagship], { title: '清单', asOf: '2026-11-24', lang: 'zh' })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const spoilt = Uint8Array.from(bytes)
          for (const [at, byte] of changes) spoilt[at] = byte
          const result = await readProjectListXlsx(spoilt, codes)
          if ('unreadable' in result) expect(result.unreadable.zh).toMatch(/请/)
          else expect(result.columns.length).toBeGreaterThan(1)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** The same zip, whose directory says another unpacked size of its first file. */
function withFirstEntryOf(bytes: Uint8Array, size: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = copy.findIndex(
    (_, i) => copy[i] === 0x50 && copy[i + 1] === 0x4b && copy[i + 2] === 1 && copy[i + 3] === 2,
  )
  new DataView(copy.buffer).setUint32(at + 24, size, true)
  return copy
}
