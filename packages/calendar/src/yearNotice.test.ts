import { describe, expect, it } from 'vitest'
import { workCalendar } from './workCalendar.ts'
import { daysOf, noticeFaults, type YearNotice } from './yearNotice.ts'

const notice = (year: number, off: readonly string[] = [], on: readonly string[] = []): YearNotice => ({
  year,
  notice: { title: `关于${year}年部分节假日安排的通知`, issuedBy: '国务院办公厅', confidence: 'synthetic' },
  source: { title: 'test' },
  confidence: 'synthetic',
  off: off.map((days) => ({ days, name: { zh: '假期', en: 'Holiday' } })),
  on,
})

describe('days written in a notice', () => {
  it('are one date or a range with both ends', () => {
    expect(daysOf('2022-10-08')).toEqual({ from: 19_273, until: 19_273 })
    expect(daysOf('2022-10-01..2022-10-07')).toEqual({ from: 19_266, until: 19_272 })
  })

  it.each([
    '',
    '..',
    '2022-10-01..',
    '..2022-10-07',
    '2022-10-07..2022-10-01',
    '2022-10-01..2022-10-02..2022-10-03',
    '国庆',
  ])('are nothing when written %j', (text) => {
    expect(daysOf(text)).toBeUndefined()
  })
})

describe('notices that make no calendar', () => {
  it('are found where the mistake stands, in both languages', () => {
    const faults = noticeFaults([notice(2022, ['2022-01-01..2022-01-03', '2022-02-30'], ['2022-1-29'])])
    expect(faults).toMatchObject([
      { notice: 0, path: ['off', 1, 'days'], code: 'calendar.notADate' },
      { notice: 0, path: ['on', 0], code: 'calendar.notADate' },
    ])
    expect(faults[0]?.message.zh).toContain('“2022-02-30”不是日期或日期区间')
    expect(faults[0]?.message.en).toContain('"2022-02-30" is neither a date nor a range')
  })

  it('name a working weekend as a range, which a notice never does', () => {
    expect(noticeFaults([notice(2022, [], ['2022-01-29..2022-01-30'])])).toMatchObject([{ code: 'calendar.notADate' }])
  })

  it('are those of a year that is there twice', () => {
    expect(noticeFaults([notice(2022), notice(2023), notice(2022)])).toMatchObject([
      { notice: 2, path: ['year'], code: 'calendar.yearTwice' },
    ])
  })

  it('leave out a year in between, which would pass for one without holidays', () => {
    const faults = noticeFaults([notice(2024), notice(2022)])
    expect(faults).toMatchObject([{ notice: 0, path: ['year'], code: 'calendar.yearMissing' }])
    expect(faults[0]?.message.zh).toContain('缺 2023 年的')
  })

  it('carry a date of another year, as when last year’s file was copied', () => {
    expect(noticeFaults([notice(2023, ['2022-10-01..2022-10-07'], ['2024-01-06'])])).toMatchObject([
      { path: ['off', 0, 'days'], code: 'calendar.outsideYear' },
      { path: ['on', 0], code: 'calendar.outsideYear' },
    ])
  })

  it('call a day both off and on, even in two files', () => {
    const faults = noticeFaults([notice(2022, [], ['2022-12-31']), notice(2023, ['2022-12-31..2023-01-02'])])
    expect(faults).toMatchObject([{ notice: 0, path: ['on', 0], code: 'calendar.onAndOff' }])
    expect(faults[0]?.message.zh).toContain('2022-12-31 既列为放假又列为上班')
  })

  it('call the last day of a holiday a working one, or the first', () => {
    expect(
      noticeFaults([notice(2022, ['2022-10-01..2022-10-07'], ['2022-10-07', '2022-10-08', '2022-10-01'])]),
    ).toMatchObject([{ path: ['on', 0] }, { path: ['on', 2] }])
  })

  it('are refused by the calendar with the first of these sentences', () => {
    expect(() => workCalendar([notice(2022), notice(2022)])).toThrow(
      expect.objectContaining({
        code: 'calendar.yearTwice',
        says: expect.objectContaining({ zh: expect.stringContaining('2022') }),
      }),
    )
    expect(() => workCalendar([])).toThrow(expect.objectContaining({ code: 'calendar.noNotice' }))
  })
})

it('notices without mistakes have no faults, in whatever order, the New Year beginning in December', () => {
  const notices = [
    notice(2023, ['2022-12-31..2023-01-02'], ['2023-01-28']),
    notice(2022, ['2021-12-01', '2022-12-31'], ['2022-12-25']),
  ]
  expect(noticeFaults(notices)).toEqual([])
})
