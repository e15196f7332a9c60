import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { day, isoDate } from './day.ts'
import { type HowCounted, lastDay, latestStart, type Period } from './lastDay.ts'
import { workCalendar } from './workCalendar.ts'
import type { YearNotice } from './yearNotice.ts'

const folder = join(import.meta.dirname, '../../../catalogue/calendars')
const calendar = workCalendar(
  readdirSync(folder).map((file): YearNotice => parse(readFileSync(join(folder, file), 'utf8'))),
)
const duty: HowCounted = { kind: 'duty' }
const minimum: HowCounted = { kind: 'minimum' }
const counted: HowCounted = { kind: 'minimum', countStartDay: true }
const of = (value: number, unitApplied: Period['unitApplied']): Period => ({ value, unitApplied })
const ends = (start: string, period: Period, how: HowCounted) => isoDate(lastDay(calendar, day(start), period, how))
const begins = (end: string, period: Period, how: HowCounted) => isoDate(latestStart(calendar, day(end), period, how))

describe('the last day of a duty', () => {
  it('is the fifth working day for the correction notice, Mid-Autumn not counted (行政许可法 32(4), 82)', () => {
    expect(ends('2022-09-09', of(5, 'workday'), duty)).toBe('2022-09-19')
  })

  it('rolls from a holiday to the next working day (民法典 203): ten days from 21 September end after National Day', () => {
    expect(ends('2022-09-21', of(10, 'day'), duty)).toBe('2022-10-08')
  })

  it('does not roll from a weekend worked in exchange', () => {
    expect(ends('2022-09-29', of(10, 'day'), duty)).toBe('2022-10-09')
  })

  it('is for something to be done at once the day itself, or the next working day', () => {
    expect(ends('2022-09-09', of(0, 'workday'), duty)).toBe('2022-09-09')
    expect(ends('2022-09-10', of(0, 'workday'), duty)).toBe('2022-09-13')
    expect(ends('2022-09-10', of(0, 'day'), duty)).toBe('2022-09-13')
  })

  it('is the day of the same number after months and years (民法典 202), rolled where it is a holiday', () => {
    expect(ends('2022-03-15', of(6, 'month'), duty)).toBe('2022-09-15')
    expect(ends('2022-03-10', of(6, 'month'), duty)).toBe('2022-09-13')
    expect(ends('2022-08-15', of(2, 'year'), duty)).toBe('2024-08-15')
  })

  it('is earlier by one when the start day counts', () => {
    expect(ends('2022-09-13', of(5, 'workday'), { kind: 'duty', countStartDay: true })).toBe('2022-09-19')
    expect(ends('2022-09-10', of(1, 'workday'), { kind: 'duty', countStartDay: true })).toBe('2022-09-13')
    expect(ends('2022-09-13', of(3, 'day'), { kind: 'duty', countStartDay: true })).toBe('2022-09-15')
  })

  it('of hours does not roll and leaves what is over a day to the caution of whoever must act', () => {
    expect(ends('2022-09-09', of(24, 'hour'), duty)).toBe('2022-09-10')
    expect(ends('2022-09-09', of(4, 'hour'), duty)).toBe('2022-09-09')
    expect(ends('2022-09-09', of(47.5, 'hour'), duty)).toBe('2022-09-10')
  })
})

describe('the last day of a minimum period', () => {
  it('neither shortens nor rolls: a land auction notice of 20 days may end on National Day', () => {
    expect(ends('2022-09-11', of(20, 'day'), minimum)).toBe('2022-10-01')
  })

  it('takes the month’s last day where there is no day of the same number (民法典 202)', () => {
    expect(ends('2022-01-31', of(1, 'month'), minimum)).toBe('2022-02-28')
    expect(ends('2024-01-31', of(1, 'month'), minimum)).toBe('2024-02-29')
    expect(ends('2024-02-29', of(1, 'year'), minimum)).toBe('2025-02-28')
    expect(ends('2022-11-30', of(3, 'month'), minimum)).toBe('2023-02-28')
  })

  it('ends with the day before the same number when the first day counts', () => {
    expect(ends('2022-03-01', of(1, 'month'), counted)).toBe('2022-03-31')
    expect(ends('2022-03-15', of(1, 'month'), counted)).toBe('2022-04-14')
    expect(ends('2022-01-31', of(1, 'month'), counted)).toBe('2022-02-28')
    expect(ends('2022-01-29', of(1, 'month'), counted)).toBe('2022-02-28')
  })

  it('of hours is not cut short by the hours that are over', () => {
    expect(ends('2022-09-09', of(4, 'hour'), minimum)).toBe('2022-09-10')
    expect(ends('2022-09-09', of(24, 'hour'), minimum)).toBe('2022-09-10')
  })

  it('of nothing ends where it begins, holiday or not', () => {
    for (const unit of ['hour', 'workday', 'day', 'month', 'year'] as const) {
      expect(ends('2022-10-01', of(0, unit), minimum)).toBe('2022-10-01')
      expect(begins('2022-10-01', of(0, unit), counted)).toBe('2022-10-01')
    }
  })
})

describe('the latest start', () => {
  it('of 20 working days that must be over on 30 September 2022 lies before Mid-Autumn', () => {
    expect(begins('2022-09-30', of(20, 'workday'), duty)).toBe('2022-09-01')
    expect(ends('2022-09-01', of(20, 'workday'), duty)).toBe('2022-09-30')
  })

  it('of a listing of 10 days that must be over on 9 September is 30 August', () => {
    expect(begins('2022-09-09', of(10, 'day'), minimum)).toBe('2022-08-30')
  })

  it('of a month that ends on the last of February is the last of January', () => {
    expect(begins('2022-02-28', of(1, 'month'), minimum)).toBe('2022-01-31')
    expect(begins('2022-02-28', of(1, 'month'), counted)).toBe('2022-02-01')
    expect(begins('2022-03-30', of(1, 'month'), minimum)).toBe('2022-02-28')
    expect(begins('2024-02-28', of(1, 'year'), minimum)).toBe('2023-02-28')
  })

  it('of a duty that may only end on a working day reckons from the one before the holiday', () => {
    expect(begins('2022-10-05', of(3, 'day'), duty)).toBe('2022-09-27')
  })
})

describe('a period that cannot be counted', () => {
  it.each([
    [of(0.5, 'workday')],
    [of(-1, 'day')],
    [of(1.5, 'month')],
    [of(Number.NaN, 'hour')],
    [of(Number.POSITIVE_INFINITY, 'hour')],
    [of(-1, 'hour')],
  ])('is refused: %j', (period) => {
    const refusal = expect.objectContaining({ code: 'calendar.notWhole' })
    expect(() => lastDay(calendar, day('2022-09-09'), period, duty)).toThrow(refusal)
    expect(() => latestStart(calendar, day('2022-09-09'), period, duty)).toThrow(refusal)
  })

  it('is refused where it leaves the calendar, at either end', () => {
    const before = expect.objectContaining({ code: 'calendar.beforeFirst' })
    const after = expect.objectContaining({ code: 'calendar.afterLast' })
    for (const unit of ['workday', 'day', 'month', 'year'] as const) {
      expect(() => lastDay(calendar, day('2019-12-31'), of(5, unit), duty)).toThrow(before)
      expect(() => lastDay(calendar, day('2041-12-30'), of(25, unit), duty)).toThrow(after)
      expect(() => latestStart(calendar, day('2020-01-03'), of(5, unit), duty)).toThrow(before)
      expect(() => latestStart(calendar, day('2042-01-01'), of(5, unit), duty)).toThrow(after)
    }
    expect(() => latestStart(calendar, day('2020-01-01'), of(0, 'day'), duty)).toThrow(before)
    expect(() => latestStart(calendar, day('2020-01-02'), of(1, 'workday'), duty)).not.toThrow()
  })
})
