import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilFromDays, firstOfMonth } from './civil.ts'
import { type Day, day, fromPlainDate, isIsoDate, isoDate, toPlainDate, weekday } from './day.ts'

const anyDay = () => fc.integer({ min: -719_162, max: 2_932_896 }).map((n) => n as Day)

describe('a day', () => {
  it('is counted from 1 January 1970', () => {
    expect(day('1970-01-01')).toBe(0)
    expect(day('2022-09-09')).toBe(19_244)
    expect(day('1969-12-31')).toBe(-1)
  })

  it('knows its day of the week: the land of the battery plant was won on a Friday, Mid-Autumn 2022 was a Saturday', () => {
    expect(weekday(day('2022-09-09'))).toBe(5)
    expect(weekday(day('2022-09-10'))).toBe(6)
    expect(weekday(day('1969-12-28'))).toBe(7)
  })

  it.each([
    '',
    '2022',
    '2022-9-9',
    '2022/09/09',
    '2022-02-29',
    '2022-13-01',
    '2022-00-10',
    '2022-04-31',
    '2022-09-00',
    ' 2022-09-09',
    '2022-09-09T00:00',
    '12022-09-09',
  ])('is not made from %j, and the refusal quotes it', (text) => {
    expect(isIsoDate(text)).toBe(false)
    expect(() => day(text)).toThrow(expect.objectContaining({ name: 'CalendarError', code: 'calendar.notADate' }))
    expect(() => day(text)).toThrow(`“${text}”不是日期`)
    expect(() => day(text)).toThrow(RangeError)
  })

  it('exists on the 29th of February of leap years only', () => {
    expect(['2020-02-29', '2000-02-29'].every(isIsoDate)).toBe(true)
    expect(['1900-02-29', '2100-02-29'].some(isIsoDate)).toBe(false)
  })

  it('is the same day when the date is kept in the Chinese calendar', () => {
    expect(fromPlainDate(Temporal.PlainDate.from('2022-09-10').withCalendar('chinese'))).toBe(day('2022-09-10'))
  })

  it('agrees with Temporal on every date from year 1 to 9999', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01')
    fc.assert(
      fc.property(anyDay(), (n) => {
        const date = epoch.add({ days: n })
        expect(isoDate(n)).toBe(date.toString())
        expect(day(date.toString())).toBe(n)
        expect(isIsoDate(date.toString())).toBe(true)
        expect(toPlainDate(n).equals(date)).toBe(true)
        expect(fromPlainDate(date)).toBe(n)
        expect(weekday(n)).toBe(date.dayOfWeek)
      }),
      { numRuns: 2000 },
    )
  })

  it('agrees with Temporal on the first of a month that lies some months away', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -600, max: 600 }), (n, months) => {
        const expected = toPlainDate(n).with({ day: 1 }).add({ months })
        expect(firstOfMonth(civilFromDays(n), months)).toBe(fromPlainDate(expected))
      }),
      { numRuns: 1000 },
    )
  })
})
