import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Day, day, toPlainDate } from './day.ts'
import { workCalendar } from './workCalendar.ts'
import { addWorkdays, countWorkdays, isWorkday, nextWorkday, previousWorkday } from './workdays.ts'
import type { YearNotice } from './yearNotice.ts'

const folder = join(import.meta.dirname, '../../../catalogue/calendars')
const notices = readdirSync(folder).map((file): YearNotice => parse(readFileSync(join(folder, file), 'utf8')))
const calendar = workCalendar(notices)

/** Away from both ends by more than any step below reaches. */
const anyDay = () => fc.integer({ min: day('2021-01-01'), max: day('2040-12-31') }).map((n) => n as Day)
const runs = { numRuns: 1000 }

/** The slow and obvious way: the texts of the notices against each date, one date after the other. */
const slow = (() => {
  const on = new Set(notices.flatMap((n) => n.on))
  const off = notices.flatMap((n) => n.off.map(({ days }) => days.split('..')))
  const isWorking = (d: Day): boolean => {
    const date = toPlainDate(d)
    const iso = date.toString()
    if (on.has(iso)) return true
    return date.dayOfWeek <= 5 && !off.some(([from = '', until = from]) => from <= iso && iso <= until)
  }
  const step = (start: Day, n: number): Day => {
    let d = start
    if (n === 0) while (!isWorking(d)) d = (d + 1) as Day
    for (let left = Math.abs(n); left > 0; ) {
      d = (d + Math.sign(n)) as Day
      if (isWorking(d)) left--
    }
    return d
  }
  return { isWorking, step }
})()

describe('working days, against counting date by date', () => {
  it('are the same days', () => {
    fc.assert(
      fc.property(anyDay(), (d) => {
        expect(isWorkday(calendar, d)).toBe(slow.isWorking(d))
      }),
      runs,
    )
  })

  it('add forwards and backwards to the same day', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: -60, max: 60 }), (start, n) => {
        expect(addWorkdays(calendar, start, n)).toBe(slow.step(start, n))
      }),
      runs,
    )
  })

  it('have the same next and previous one', () => {
    fc.assert(
      fc.property(anyDay(), (d) => {
        expect(nextWorkday(calendar, d)).toBe(slow.step(d, 0))
        expect(previousWorkday(calendar, d)).toBe(slow.isWorking(d) ? d : slow.step(d, -1))
      }),
      runs,
    )
  })
})

describe('working days, as arithmetic', () => {
  it('adding n lands on a working day exactly n working days later (民法典 201)', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 1, max: 250 }), (start, n) => {
        const end = addWorkdays(calendar, start, n)
        expect(isWorkday(calendar, end)).toBe(true)
        expect(countWorkdays(calendar, start, end)).toBe(n)
      }),
      runs,
    )
  })

  it('subtracting n again comes back to where counting began', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 1, max: 250 }), (start, n) => {
        expect(addWorkdays(calendar, addWorkdays(calendar, start, n), -n)).toBe(previousWorkday(calendar, start))
      }),
      runs,
    )
  })

  it('adding a and then b is adding both', () => {
    fc.assert(
      fc.property(anyDay(), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (start, a, b) => {
        expect(addWorkdays(calendar, addWorkdays(calendar, start, a), b)).toBe(addWorkdays(calendar, start, a + b))
      }),
      runs,
    )
  })

  it('starting later, or adding more, never ends earlier', () => {
    const step = fc.integer({ min: 0, max: 40 })
    fc.assert(
      fc.property(anyDay(), step, fc.integer({ min: 0, max: 60 }), step, (start, later, n, more) => {
        const end = addWorkdays(calendar, start, n)
        expect(addWorkdays(calendar, (start + later) as Day, n)).toBeGreaterThanOrEqual(end)
        expect(addWorkdays(calendar, start, n + more)).toBeGreaterThanOrEqual(end)
      }),
      runs,
    )
  })

  it('counts add up over any three days, and turn their sign with their order', () => {
    fc.assert(
      fc.property(anyDay(), anyDay(), anyDay(), (a, b, c) => {
        expect(countWorkdays(calendar, a, b) + countWorkdays(calendar, b, c)).toBe(countWorkdays(calendar, a, c))
        expect(countWorkdays(calendar, a, b) + countWorkdays(calendar, b, a)).toBe(0)
      }),
      runs,
    )
  })
})
