import { describe, expect, it } from 'vitest'
import type { CalendarError } from './calendarError.ts'
import { day, isoDate } from './day.ts'
import { covers, firstDay, isProvisional, publishedThrough, weeklyCalendar, workCalendar } from './workCalendar.ts'
import { addWorkdays, countWorkdays, isWorkday, nextWorkday, previousWorkday } from './workdays.ts'
import type { YearNotice } from './yearNotice.ts'

const national2022: YearNotice = {
  year: 2022,
  notice: { title: '国务院办公厅关于2022年部分节假日安排的通知', issuedBy: '国务院办公厅', confidence: 'synthetic' },
  source: { title: 'test' },
  confidence: 'synthetic',
  off: [
    { days: '2022-01-01..2022-01-03', name: { zh: '元旦', en: "New Year's Day" } },
    { days: '2022-10-01..2022-10-07', name: { zh: '国庆节', en: 'National Day' } },
  ],
  on: ['2022-10-08', '2022-10-09'],
}
const office = workCalendar([national2022])
const designer = weeklyCalendar([national2022], { weekdays: [1, 2, 3, 4, 5, 6], holidaysOff: true })
const site = weeklyCalendar([national2022], { weekdays: [1, 2, 3, 4, 5, 6, 7], holidaysOff: false })

const codeOf = (ask: () => unknown): string => {
  try {
    ask()
  } catch (error) {
    return (error as CalendarError).code
  }
  return 'answered'
}

describe('the reach of a calendar', () => {
  it('begins on 1 January of the first year with a notice and ends 15 years after the last', () => {
    expect(isoDate(firstDay(office))).toBe('2022-01-01')
    expect(covers(office, day('2022-01-01'))).toBe(true)
    expect(covers(office, day('2021-12-31'))).toBe(false)
    expect(covers(office, day('2037-12-31'))).toBe(true)
    expect(covers(office, day('2038-01-01'))).toBe(false)
  })

  it('is published through the last notice, after which weekends alone are off', () => {
    expect(isoDate(publishedThrough(office))).toBe('2022-12-31')
    expect(isProvisional(office, day('2022-12-31'))).toBe(false)
    expect(isProvisional(office, day('2023-01-01'))).toBe(true)
    expect(isWorkday(office, day('2023-10-02'))).toBe(true)
    expect(isWorkday(office, day('2023-10-07'))).toBe(false)
  })

  it('refuses every question about a day before it, rather than guess at weekends', () => {
    const before = day('2021-12-31')
    const inside = day('2022-06-01')
    for (const ask of [
      () => isWorkday(office, before),
      () => countWorkdays(office, before, inside),
      () => countWorkdays(office, inside, before),
      () => addWorkdays(office, before, 1),
      () => addWorkdays(office, before, 0),
      () => addWorkdays(office, before, 200),
      () => addWorkdays(office, day('2022-01-05'), -2),
      () => nextWorkday(office, before),
      () => previousWorkday(office, before),
      () => previousWorkday(office, day('2022-01-03')),
      () => addWorkdays(office, day('1970-01-01'), 5),
    ]) {
      expect(codeOf(ask), ask.toString()).toBe('calendar.beforeFirst')
    }
  })

  it('refuses every question about a day after it', () => {
    const after = day('2038-01-01')
    const inside = day('2037-12-31')
    for (const ask of [
      () => isWorkday(office, after),
      () => countWorkdays(office, inside, after),
      () => countWorkdays(office, after, inside),
      () => addWorkdays(office, after, -1),
      () => addWorkdays(office, after, 0),
      () => addWorkdays(office, inside, 1),
      () => nextWorkday(office, after),
      () => previousWorkday(office, after),
      () => addWorkdays(office, day('9999-12-31'), -5),
    ]) {
      expect(codeOf(ask), ask.toString()).toBe('calendar.afterLast')
    }
  })

  it('refuses the next working day where only days off are left of it', () => {
    const mondays = weeklyCalendar([national2022], { weekdays: [1], holidaysOff: false })
    expect(isoDate(previousWorkday(mondays, day('2037-12-31')))).toBe('2037-12-28')
    expect(codeOf(() => nextWorkday(mondays, day('2037-12-29')))).toBe('calendar.afterLast')
  })

  it('says in both languages from when on it answers and what to do', () => {
    expect(() => isWorkday(office, day('2021-12-31'))).toThrow(
      expect.objectContaining({
        says: {
          zh: expect.stringContaining('早于日历首日 2022-01-01'),
          en: expect.stringContaining('before 2022-01-01'),
        },
      }),
    )
  })

  it('answers on its very edges', () => {
    expect(isWorkday(office, day('2022-01-01'))).toBe(false)
    expect(isWorkday(office, day('2037-12-31'))).toBe(true)
    expect(isoDate(nextWorkday(office, day('2022-01-01')))).toBe('2022-01-04')
    expect(isoDate(previousWorkday(office, day('2037-12-31')))).toBe('2037-12-31')
    expect(isoDate(addWorkdays(office, day('2037-12-30'), 1))).toBe('2037-12-31')
    expect(isoDate(addWorkdays(office, day('2022-01-05'), -1))).toBe('2022-01-04')
    expect(isoDate(nextWorkday(office, day('2037-12-31')))).toBe('2037-12-31')
    expect(isoDate(addWorkdays(office, day('2037-12-31'), -1))).toBe('2037-12-30')
  })

  it('refuses half a working day, which is a matter of hours', () => {
    expect(codeOf(() => addWorkdays(office, day('2022-06-01'), 0.5))).toBe('calendar.notWhole')
    expect(codeOf(() => addWorkdays(office, day('2022-06-01'), Number.NaN))).toBe('calendar.notWhole')
  })
})

describe('other weeks than the government’s', () => {
  it('let the designer work on Saturdays, rest on National Day and make up for it on the Sunday of the notice', () => {
    expect(isWorkday(designer, day('2022-09-24'))).toBe(true)
    expect(isWorkday(designer, day('2022-09-25'))).toBe(false)
    expect(isWorkday(designer, day('2022-10-05'))).toBe(false)
    expect(isWorkday(designer, day('2022-10-09'))).toBe(true)
    expect(isProvisional(designer, day('2023-01-02'))).toBe(true)
  })

  it('let the site work every day and wait for no notice', () => {
    expect(countWorkdays(site, day('2022-09-30'), day('2022-10-10'))).toBe(10)
    expect(isProvisional(site, day('2030-10-01'))).toBe(false)
    expect(firstDay(site)).toBe(firstDay(office))
  })

  it('know own exceptions, which go before the notices: a plant that pours concrete through National Day and stops for frost', () => {
    const plant = weeklyCalendar([national2022], {
      weekdays: [1, 2, 3, 4, 5],
      holidaysOff: true,
      off: ['2022-10-08', '2022-12-19..2022-12-23'],
      on: ['2022-10-03..2022-10-04'],
    })
    const worked = [
      '2022-10-03',
      '2022-10-04',
      '2022-10-05',
      '2022-10-08',
      '2022-10-09',
      '2022-12-19',
      '2022-12-23',
      '2022-12-26',
    ]
    expect(worked.map((d) => isWorkday(plant, day(d)))).toEqual([true, true, false, false, true, false, false, true])
  })

  it('reach no further for an exception that lies outside the range', () => {
    const early = weeklyCalendar([national2022], { weekdays: [1], holidaysOff: false, on: ['2021-12-30..2022-01-01'] })
    expect(isoDate(nextWorkday(early, day('2022-01-01')))).toBe('2022-01-01')
    expect(isoDate(nextWorkday(early, day('2022-01-02')))).toBe('2022-01-03')
  })

  it('refuse an exception that is no date', () => {
    expect(
      codeOf(() => weeklyCalendar([national2022], { weekdays: [1], holidaysOff: true, off: ['10 月 1 日'] })),
    ).toBe('calendar.notADate')
  })
})
