import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { day, isoDate } from './day.ts'
import { lastDay } from './lastDay.ts'
import { isProvisional, publishedThrough, workCalendar } from './workCalendar.ts'
import { addWorkdays, countWorkdays, isWorkday } from './workdays.ts'
import { noticeFaults, type YearNotice } from './yearNotice.ts'

const folder = join(import.meta.dirname, '../../../catalogue/calendars')
const notices = readdirSync(folder).map((file): YearNotice => parse(readFileSync(join(folder, file), 'utf8')))
const calendar = workCalendar(notices)
const plus = (start: string, n: number) => isoDate(addWorkdays(calendar, day(start), n))

describe('the published years 2020 to 2026', () => {
  it('are without contradiction and each names its notice', () => {
    expect(noticeFaults(notices)).toEqual([])
    expect(notices.map(({ year, notice }) => `${year} ${notice.title}`).sort()).toEqual(
      [2020, 2021, 2022, 2023, 2024, 2025, 2026].map((y) => `${y} 国务院办公厅关于${y}年部分节假日安排的通知`),
    )
  })

  it.each([
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('have in %i exactly %i working days', (year, workdays) => {
    const newYear = day(`${year}-01-01`)
    // The first of January is off in every year, and the calendar knows no day before the first one to count from.
    expect(isWorkday(calendar, newYear)).toBe(false)
    expect(countWorkdays(calendar, newYear, day(`${year}-12-31`))).toBe(workdays)
  })

  it.each(notices.flatMap(({ on }) => on))(
    'let people work on %s, a weekend worked in exchange or the day work resumed',
    (date) => {
      expect(isWorkday(calendar, day(date))).toBe(true)
    },
  )

  it.each(notices.flatMap(({ off }) => off.flatMap(({ days }) => days.split('..'))))(
    'let people rest on %s',
    (date) => {
      expect(isWorkday(calendar, day(date))).toBe(false)
    },
  )

  it('end the epidemic Spring Festival of 2020 on 2 February, without the working Saturday planned before', () => {
    expect(isWorkday(calendar, day('2020-02-01'))).toBe(false)
    expect(plus('2020-01-23', 1)).toBe('2020-02-03')
    expect(notices.find(({ year }) => year === 2020)?.amendedBy?.[0]?.title).toBe(
      '国务院办公厅关于延长2020年春节假期的通知',
    )
  })

  it('give 31 December 2022 to both years: it is off whether only 2022 is known or both', () => {
    for (const year of [2022, 2023]) {
      const upTo = workCalendar(notices.filter((n) => n.year <= year))
      expect(isWorkday(upTo, day('2022-12-31'))).toBe(false)
      expect(isoDate(addWorkdays(upTo, day('2022-12-30'), 1))).toBe(year === 2022 ? '2023-01-02' : '2023-01-03')
    }
  })

  it('end with 2026, and what lies behind is provisional: the National Day of 2027 still passes for a working day', () => {
    expect(isoDate(publishedThrough(calendar))).toBe('2026-12-31')
    expect(isProvisional(calendar, day('2026-12-31'))).toBe(false)
    expect(isProvisional(calendar, day('2027-01-01'))).toBe(true)
    expect(isWorkday(calendar, day('2027-10-01'))).toBe(true)
    expect(isWorkday(calendar, day('2027-10-02'))).toBe(false)
  })
})

describe('a permit period, its first day not counted (民法典 201; 行政许可法 82)', () => {
  it.each([
    ['2022-09-09', 5, '2022-09-19', 'across Mid-Autumn: the ten days in which the first building permit was had'],
    ['2022-09-30', 3, '2022-10-10', 'across National Day, both days of the weekend after it worked'],
    ['2023-01-18', 5, '2023-01-30', 'across Spring Festival, the weekend after it worked'],
    ['2023-09-28', 2, '2023-10-08', 'ending on a Sunday that is worked in exchange'],
    ['2025-01-24', 3, '2025-02-05', 'from the Friday before the Sunday worked for Spring Festival'],
    ['2026-02-13', 5, '2026-02-27', 'across the nine days of Spring Festival 2026'],
    ['2026-09-30', 3, '2026-10-10', 'ending on a Saturday that is worked in exchange'],
  ])('from %s + %i working days ends on %s, %s', (start, value, end) => {
    expect(plus(start, value)).toBe(end)
    expect(isoDate(lastDay(calendar, day(start), { value, unitApplied: 'workday' }, { kind: 'duty' }))).toBe(end)
    expect(countWorkdays(calendar, day(start), day(end))).toBe(value)
  })
})

describe('publicity 公示, its first day counted', () => {
  it.each([
    ['2024-11-28', 5, '2024-12-04', '金坛'],
    ['2023-07-06', 20, '2023-08-02', '常州'],
    ['2025-12-01', 20, '2025-12-26', '常州'],
  ])('from %s for %i working days ends on %s, as the notice in %s said', (start, value, end) => {
    const period = { value, unitApplied: 'workday' } as const
    expect(isoDate(lastDay(calendar, day(start), period, { kind: 'minimum', countStartDay: true }))).toBe(end)
  })
})
