import { describe, expect, it } from 'vitest'
import { plain } from './paint.ts'
import { table } from './table.ts'
import { widthOf } from './width.ts'

const columns = [{ head: '事项' }, { head: '日期', rigid: true }, { head: '部门' }]
const rows = [
  ['施工许可证', '2022-09-14', '区行政审批局'],
  ['Construction permit', '2022-09-14', '区住房和城乡建设局'],
]

describe('a table on a terminal', () => {
  it('has its columns under one another, whatever script stands in them', () => {
    expect(table(columns, rows, 80, plain)).toEqual([
      '事项                 日期        部门',
      '施工许可证           2022-09-14  区行政审批局',
      'Construction permit  2022-09-14  区住房和城乡建设局',
    ])
  })

  it('wraps what is too wide and never a date', () => {
    expect(table(columns, rows, 36, plain)).toEqual([
      '事项          日期        部门',
      '施工许可证    2022-09-14  区行政审批',
      '                          局',
      'Construction  2022-09-14  区住房和城',
      'permit                    乡建设局',
    ])
  })

  it('leaves out a column in which nothing stands, and puts numbers to the right', () => {
    const withEmpty = [{ head: '事项' }, { head: '拿地后' }, { head: '日', align: 'right' }] as const
    expect(
      table(
        withEmpty,
        [
          ['权证', '', '2'],
          ['施工', '', '12'],
        ],
        80,
        plain,
      ),
    ).toEqual(['事项  日', '权证   2', '施工  12'])
  })

  it('shares its columns between the rows under several headings', () => {
    const lines = table(
      columns,
      [{ heading: '拿地前' }, rows[0] ?? [], { heading: '施工许可' }, rows[1] ?? []],
      80,
      plain,
    )
    expect(lines).toContain('拿地前')
    const [first, second] = lines.filter((line) => line.includes('2022-09-14'))
    expect(widthOf(first?.split('2022')[0] ?? '')).toBe(widthOf(second?.split('2022')[0] ?? ''))
  })
})
