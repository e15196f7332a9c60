import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilOf, dayNumber, isoDay, numberOf, positionOf, weekdayOf } from './days.ts'

describe('days as numbers', () => {
  it('agree with the calendar of the platform for every day of four centuries, and come back the same', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01')
    fc.assert(
      fc.property(fc.integer({ min: -60_000, max: 90_000 }), (n) => {
        const day = epoch.add({ days: n })
        expect(isoDay(n)).toBe(day.toString())
        expect(dayNumber(day.toString())).toBe(n)
        expect(weekdayOf(n)).toBe(day.dayOfWeek - 1)
        expect(numberOf(civilOf(n).year, civilOf(n).month, civilOf(n).day)).toBe(n)
      }),
    )
  })
  it('let the office day fill its column and give the night no width', () => {
    const day = dayNumber('2022-09-09')
    expect(positionOf('2022-09-09T08:00+08:00')).toBe(day)
    expect(positionOf('2022-09-09T13:00+08:00')).toBe(day + 0.5)
    expect(positionOf('2022-09-09T18:00+08:00')).toBe(day + 1)
    expect(positionOf('2022-09-09T23:59+08:00')).toBe(day + 1)
    expect(positionOf('2022-09-10T00:00+08:00')).toBe(day + 1)
  })
})
