import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { day, isoDate } from './day.ts'
import { weeklyCalendar, workCalendar } from './workCalendar.ts'
import {
  addWorkTicks,
  clockOfTick,
  countWorkTicks,
  dayOfTick,
  isWorkTick,
  type OfficeHours,
  TICKS_PER_DAY,
  tickOf,
  workHours,
} from './workHours.ts'
import type { YearNotice } from './yearNotice.ts'

const folder = join(import.meta.dirname, '../../../catalogue/calendars')
const notices = readdirSync(folder).map((file): YearNotice => parse(readFileSync(join(folder, file), 'utf8')))
const calendar = workCalendar(notices)
const hours = workHours({
  open: [
    ['08:00', '12:00'],
    ['14:00', '18:00'],
  ],
})
const at = (date: string, clock: string) => tickOf(day(date), clock)
const say = (tick: number) => `${isoDate(dayOfTick(tick))} ${clockOfTick(tick)}`
const open = (...spans: OfficeHours['open']) => workHours({ open: spans }).ticksPerWorkday

describe('ticks of 12 minutes', () => {
  it('are 120 a day, on an axis that runs on', () => {
    expect(TICKS_PER_DAY).toBe(120)
    expect(at('1970-01-01', '00:00')).toBe(0)
    expect(at('1970-01-02', '08:00')).toBe(160)
    expect(at('1970-01-01', '24:00')).toBe(at('1970-01-02', '00:00'))
    expect(say(at('2022-09-09', '17:48'))).toBe('2022-09-09 17:48')
    expect(say(-1)).toBe('1969-12-31 23:48')
  })

  it('hold every minute of the clock: 10:07 lies in the one that began at 10:00', () => {
    expect(say(at('2022-09-09', '10:07'))).toBe('2022-09-09 10:00')
    expect(say(at('2022-09-09', '10:12'))).toBe('2022-09-09 10:12')
  })

  it.each(['8:00', '24:01', '12:60', '2400', '', '上午'])('know no time of day written %j', (clock) => {
    expect(() => at('2022-09-09', clock)).toThrow(expect.objectContaining({ code: 'calendar.notAClockTime' }))
  })

  it('come back from every day and clock time that they begin', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 5_000_000 }), (tick) => {
        expect(tickOf(dayOfTick(tick), clockOfTick(tick))).toBe(tick)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('office hours', () => {
  it('make 0.1, 0.2 and 0.5 of an eight-hour day whole ticks', () => {
    expect(hours.ticksPerWorkday).toBe(40)
  })

  it('that begin on the half hour stay as long as they are written', () => {
    expect(open(['08:30', '11:30'], ['13:30', '17:30'])).toBe(35)
    const afternoon = workHours({ open: [['13:30', '17:30']] })
    const friday = at('2022-09-09', '00:00')
    expect(say(addWorkTicks(calendar, afternoon, friday, 1))).toBe('2022-09-09 13:48')
    expect(say(addWorkTicks(calendar, afternoon, friday, 20))).toBe('2022-09-09 17:36')
  })

  it('may be the whole day', () => {
    expect(open(['00:00', '24:00'])).toBe(120)
    expect(open(['00:00', '12:00'], ['12:00', '24:00'])).toBe(120)
  })

  it.each([
    ['none', []],
    ['none that holds a tick', [['08:01', '08:11'] as const]],
    ['backwards', [['12:00', '08:00'] as const]],
    ['empty in the afternoon', [['08:00', '12:00'] as const, ['14:00', '14:00'] as const]],
    ['overlapping', [['08:00', '12:00'] as const, ['11:00', '14:00'] as const]],
    ['out of order', [['14:00', '18:00'] as const, ['08:00', '12:00'] as const]],
  ])('are refused when they are %s', (_, spans) => {
    expect(() => workHours({ open: spans })).toThrow(expect.objectContaining({ code: 'calendar.badHours' }))
  })
})

describe('working time', () => {
  it('of half a day from Friday 16:00 before Mid-Autumn ends on Tuesday at 10:00', () => {
    expect(say(addWorkTicks(calendar, hours, at('2022-09-09', '16:00'), 20))).toBe('2022-09-13 10:00')
    expect(countWorkTicks(calendar, hours, at('2022-09-09', '16:00'), at('2022-09-13', '10:00'))).toBe(20)
  })

  it('runs on a Saturday that is worked in exchange', () => {
    expect(isWorkTick(calendar, hours, at('2022-10-08', '09:00'))).toBe(true)
    expect(isWorkTick(calendar, hours, at('2022-10-07', '09:00'))).toBe(false)
    expect(say(addWorkTicks(calendar, hours, at('2022-09-30', '18:00'), 40))).toBe('2022-10-08 18:00')
  })

  it('stands still over noon and at night', () => {
    const clocks = ['07:48', '08:00', '11:48', '12:00', '13:48', '14:00', '17:48', '18:00']
    const expected = [false, true, true, false, false, true, true, false]
    expect(clocks.map((clock) => isWorkTick(calendar, hours, at('2022-09-09', clock)))).toEqual(expected)
  })

  it('counts back to the moment at which one must begin', () => {
    expect(say(addWorkTicks(calendar, hours, at('2022-09-13', '10:00'), -20))).toBe('2022-09-09 16:00')
    expect(say(addWorkTicks(calendar, hours, at('2022-09-13', '08:00'), -1))).toBe('2022-09-09 17:48')
  })

  it('of nothing ends at once, even at night', () => {
    expect(say(addWorkTicks(calendar, hours, at('2022-09-09', '22:00'), 0))).toBe('2022-09-09 22:00')
  })

  it('is refused outside the calendar and in fractions of a tick', () => {
    const code = (expected: string) => expect.objectContaining({ code: expected })
    const inside = at('2022-09-09', '09:00')
    expect(() => addWorkTicks(calendar, hours, at('2019-12-31', '09:00'), 0)).toThrow(code('calendar.beforeFirst'))
    expect(() => addWorkTicks(calendar, hours, at('2020-01-02', '09:00'), -6)).toThrow(code('calendar.beforeFirst'))
    expect(() => addWorkTicks(calendar, hours, at('2041-12-31', '17:00'), 6)).toThrow(code('calendar.afterLast'))
    expect(() => countWorkTicks(calendar, hours, inside, at('2042-01-01', '00:00'))).toThrow(code('calendar.afterLast'))
    expect(() => isWorkTick(calendar, hours, at('2042-01-01', '09:00'))).toThrow(code('calendar.afterLast'))
    expect(() => addWorkTicks(calendar, hours, inside, 0.5)).toThrow(code('calendar.notWhole'))
  })
})

describe('working time, against counting tick by tick', () => {
  const weeks = [
    { calendar, hours },
    {
      calendar: weeklyCalendar(notices, { weekdays: [1, 2, 3, 4, 5, 6], holidaysOff: true }),
      hours: workHours({
        open: [
          ['08:30', '11:30'],
          ['13:30', '17:30'],
        ],
      }),
    },
  ]
  const anyWeek = () => fc.constantFrom(...weeks)
  const anyTick = () => fc.integer({ min: at('2022-01-01', '00:00'), max: at('2030-12-31', '23:48') })
  const runs = { numRuns: 400 }

  it('adds to the same moment, forwards and backwards', () => {
    fc.assert(
      fc.property(anyWeek(), anyTick(), fc.integer({ min: -200, max: 200 }), (week, tick, n) => {
        let moment = tick
        for (let left = Math.abs(n); left > 0; moment += Math.sign(n)) {
          if (isWorkTick(week.calendar, week.hours, n > 0 ? moment : moment - 1)) left--
        }
        expect(addWorkTicks(week.calendar, week.hours, tick, n)).toBe(moment)
      }),
      runs,
    )
  })

  it('counts what was added, and adds up', () => {
    fc.assert(
      fc.property(anyWeek(), anyTick(), fc.integer({ min: -4000, max: 4000 }), anyTick(), (week, tick, n, other) => {
        const count = (from: number, until: number) => countWorkTicks(week.calendar, week.hours, from, until)
        const moment = addWorkTicks(week.calendar, week.hours, tick, n)
        expect(count(tick, moment)).toBe(n)
        expect(count(tick, other) + count(other, moment)).toBe(n)
      }),
      runs,
    )
  })

  it('later, or more, never ends earlier', () => {
    const step = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(anyWeek(), anyTick(), step, step, step, (week, tick, later, n, more) => {
        const end = addWorkTicks(week.calendar, week.hours, tick, n)
        expect(addWorkTicks(week.calendar, week.hours, tick + later, n)).toBeGreaterThanOrEqual(end)
        expect(addWorkTicks(week.calendar, week.hours, tick, n + more)).toBeGreaterThanOrEqual(end)
      }),
      runs,
    )
  })
})
