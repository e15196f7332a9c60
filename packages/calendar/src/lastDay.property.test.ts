import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Day, day, fromPlainDate, toPlainDate } from './day.ts'
import { type HowCounted, lastDay, latestStart, type Period } from './lastDay.ts'
import { type WorkCalendar, weeklyCalendar, workCalendar } from './workCalendar.ts'
import { isWorkday } from './workdays.ts'
import type { YearNotice } from './yearNotice.ts'

const folder = join(import.meta.dirname, '../../../catalogue/calendars')
const notices = readdirSync(folder).map((file): YearNotice => parse(readFileSync(join(folder, file), 'utf8')))
const calendars = [workCalendar(notices), weeklyCalendar(notices, { weekdays: [1, 2, 3, 4, 5, 6], holidaysOff: true })]

const anyCalendar = () => fc.constantFrom(...calendars)
const anyDay = () => fc.integer({ min: day('2022-01-01'), max: day('2037-12-31') }).map((n) => n as Day)
const anyHow = (): fc.Arbitrary<HowCounted> =>
  fc.record({ kind: fc.constantFrom('duty', 'minimum'), countStartDay: fc.boolean() })
const anyPeriod = (): fc.Arbitrary<Period> =>
  fc.oneof(
    fc.record({ unitApplied: fc.constantFrom('workday', 'day'), value: fc.integer({ min: 0, max: 90 }) }),
    fc.record({ unitApplied: fc.constant('hour' as const), value: fc.integer({ min: 0, max: 200 }).map((n) => n / 2) }),
    fc.record({ unitApplied: fc.constant('month' as const), value: fc.integer({ min: 0, max: 14 }) }),
    fc.record({ unitApplied: fc.constant('year' as const), value: fc.integer({ min: 0, max: 1 }) }),
  )
const runs = { numRuns: 3000 }

/** The articles read slowly: one date after the other, months by Temporal. */
function slowLastDay(calendar: WorkCalendar, start: Day, period: Period, how: HowCounted): Day {
  const { value, unitApplied } = period
  if (unitApplied === 'hour') return slowHours(start, value, how)
  if (unitApplied === 'workday' && value > 0) return slowWorkdays(calendar, start, value, how)
  let end = value === 0 ? start : slowEnd(start, period, how)
  if (how.kind === 'duty') while (!isWorkday(calendar, end)) end = (end + 1) as Day
  return end
}

/** A duty may have begun with the first minute of the day, a minimum period with the last. */
function slowHours(start: Day, value: number, { kind }: HowCounted): Day {
  const begun = toPlainDate(start).toPlainDateTime(kind === 'duty' ? '00:00' : '23:59')
  return fromPlainDate(begun.add({ minutes: value * 60 }).toPlainDate())
}

function slowWorkdays(calendar: WorkCalendar, start: Day, value: number, { countStartDay }: HowCounted): Day {
  let d = countStartDay ? start : ((start + 1) as Day)
  for (let counted = 0; ; d = (d + 1) as Day) {
    if (isWorkday(calendar, d)) counted++
    if (counted === value) return d
  }
}

function slowEnd(start: Day, { value, unitApplied }: Period, { countStartDay }: HowCounted): Day {
  const first = toPlainDate(start)
  if (unitApplied === 'day') return fromPlainDate(first.add({ days: countStartDay ? value - 1 : value }))
  const sameNumber = first.add(unitApplied === 'month' ? { months: value } : { years: value })
  const hasNumber = sameNumber.day === first.day
  return fromPlainDate(countStartDay && hasNumber ? sameNumber.subtract({ days: 1 }) : sameNumber)
}

it('the last day is the one found by going through the dates with the articles in hand', () => {
  fc.assert(
    fc.property(anyCalendar(), anyDay(), anyPeriod(), anyHow(), (calendar, start, period, how) => {
      expect(lastDay(calendar, start, period, how)).toBe(slowLastDay(calendar, start, period, how))
    }),
    runs,
  )
})

it('a duty never ends on a holiday, but for one of hours', () => {
  fc.assert(
    fc.property(anyCalendar(), anyDay(), anyPeriod(), (calendar, start, period) => {
      fc.pre(period.unitApplied !== 'hour')
      expect(isWorkday(calendar, lastDay(calendar, start, period, { kind: 'duty' }))).toBe(true)
    }),
    runs,
  )
})

it('a period that begins later never ends earlier', () => {
  fc.assert(
    fc.property(anyCalendar(), anyDay(), anyPeriod(), anyHow(), (calendar, start, period, how) => {
      const next = lastDay(calendar, (start + 1) as Day, period, how)
      expect(next).toBeGreaterThanOrEqual(lastDay(calendar, start, period, how))
    }),
    runs,
  )
})

it('the latest start still ends in time, and the day after it does not', () => {
  fc.assert(
    fc.property(anyCalendar(), anyDay(), anyPeriod(), anyHow(), (calendar, end, period, how) => {
      const start = latestStart(calendar, end, period, how)
      expect(lastDay(calendar, start, period, how)).toBeLessThanOrEqual(end)
      expect(lastDay(calendar, (start + 1) as Day, period, how)).toBeGreaterThan(end)
    }),
    runs,
  )
})

it('a period ends in time exactly when it begins on or before its latest start', () => {
  fc.assert(
    fc.property(
      anyCalendar(),
      anyDay(),
      fc.integer({ min: 0, max: 130 }),
      anyPeriod(),
      anyHow(),
      (calendar, start, ahead, period, how) => {
        const end = (start + ahead) as Day
        const inTime = lastDay(calendar, start, period, how) <= end
        expect(start <= latestStart(calendar, end, period, how)).toBe(inTime)
      },
    ),
    runs,
  )
})
