import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar } from './calendar.ts'
import type { Span } from './model.ts'
import { type Axis, endOf, firstReaching, lastEndingBy } from './span.ts'

// Two-hour ticks: a day has 12, offices are open in ticks 4, 5 and 7, 8 of days 0 to 4 of the week.
const horizon = 12 * 21
const office = calendar('office', (t) => Math.floor(t / 12) % 7 < 5 && [4, 5, 7, 8].includes(t % 12), horizon)
const closeOfWorkday = calendar('close', (t) => Math.floor(t / 12) % 7 < 5 && t % 12 === 8, horizon)
const closeOfDay = calendar('every day', (t) => t % 12 === 11, horizon)
const axis: Axis = { horizon, day: 12, calendars: [office, closeOfWorkday, closeOfDay] }
const span = (calendar: number, amount: number, countFrom: Span['countFrom'], rollTo?: number): Span =>
  rollTo === undefined ? { calendar, amount, countFrom } : { calendar, amount, countFrom, rollTo }

describe('a span', () => {
  it('of working hours begun at night ends after that many open hours of the morning', () => {
    expect(endOf(axis, span(0, 3, 'now'), 0)).toBe(8)
  })
  it('of working hours begun on Friday afternoon ends on Monday', () => {
    expect(endOf(axis, span(0, 2, 'now'), 4 * 12 + 8)).toBe(7 * 12 + 5)
  })
  it('of days ends with the n-th day after the day of the start, whatever the hour of the start', () => {
    const ends = [0, 5, 11].map((hour) => endOf(axis, span(1, 5, 'nextDay'), hour))
    expect(ends).toEqual([7 * 12 + 9, 7 * 12 + 9, 7 * 12 + 9])
  })
  it('counted from the start of the day includes the day itself', () => {
    expect(endOf(axis, span(1, 1, 'startOfDay'), 5)).toBe(9)
  })
  it('never ends before it begins, although the hour counted from the start of the day is over', () => {
    expect(endOf(axis, span(1, 1, 'startOfDay'), 10)).toBe(10)
  })
  it('of calendar days that ends on a Saturday rolls to the close of Monday', () => {
    expect(endOf(axis, span(2, 1, 'nextDay', 1), 4 * 12 + 5)).toBe(7 * 12 + 9)
  })
  it('of nothing ends at once, and rolls where it has to', () => {
    expect([endOf(axis, span(0, 0, 'nextDay'), 61), endOf(axis, span(0, 0, 'now', 1), 61)]).toEqual([61, 93])
  })
  it('longer than the axis ends past the horizon', () => {
    expect(endOf(axis, span(2, 30, 'nextDay'), 0)).toBe(horizon + 1)
  })
})

describe('span arithmetic on any calendars', () => {
  const anyAxis = fc
    .record({ horizon: fc.integer({ min: 1, max: 40 }), day: fc.integer({ min: 1, max: 7 }), extra: fc.nat(5) })
    .chain(({ horizon, day, extra }) =>
      fc
        .array(fc.array(fc.boolean(), { minLength: horizon + extra, maxLength: horizon + extra }), {
          minLength: 2,
          maxLength: 2,
        })
        .map((masks) => ({ masks, horizon, day })),
    )
  const anySpan: fc.Arbitrary<Span> = fc
    .tuple(
      fc.nat(1),
      fc.nat(9),
      fc.constantFrom<Span['countFrom']>('now', 'startOfDay', 'nextDay'),
      fc.option(fc.nat(1), { nil: undefined }),
    )
    .map(([calendar, amount, countFrom, rollTo]) => span(calendar, amount, countFrom, rollTo))

  /** The definition, tick by tick. */
  function slowEnd(masks: readonly boolean[][], day: number, s: Span, t: number): number {
    const startOfDay = Math.floor(t / day) * day
    let end = { now: t, startOfDay, nextDay: startOfDay + day }[s.countFrom]
    for (let left = s.amount; left > 0; end++) {
      if (end > 200) return Number.POSITIVE_INFINITY
      if (s.calendar === undefined || masks[s.calendar]?.[end]) left--
    }
    end = s.amount === 0 ? t : Math.max(t, end)
    while (s.rollTo !== undefined && !masks[s.rollTo]?.[end - 1]) {
      if (end++ > 200) return Number.POSITIVE_INFINITY
    }
    return end
  }

  it('agrees with counting tick by tick, is monotone, and its inverses are exact', () => {
    fc.assert(
      fc.property(anyAxis, anySpan, ({ masks, horizon, day }, s) => {
        const calendars = masks.map((mask, i) => calendar(`${i}`, (t) => mask[t] === true, mask.length))
        const axis: Axis = { horizon, day, calendars }
        const times = Array.from({ length: horizon + 1 }, (_, t) => t)
        const ends = times.map((t) => endOf(axis, s, t))
        expect(ends).toEqual(times.map((t) => Math.min(horizon + 1, slowEnd(masks, day, s, t))))
        for (const t of times.slice(1)) expect(ends[t]).toBeGreaterThanOrEqual(ends[t - 1] ?? 0)
        for (const end of times) {
          expect(firstReaching(axis, s, end)).toBe(times.find((t) => (ends[t] ?? 0) >= end))
          expect(lastEndingBy(axis, s, end)).toBe(times.findLast((t) => (ends[t] ?? 0) <= end) ?? -1)
        }
        expect(firstReaching(axis, s, horizon + 1)).toBe(times.find((t) => ends[t] === horizon + 1) ?? horizon + 1)
        expect(lastEndingBy(axis, s, horizon + 1)).toBe(horizon)
      }),
      { seed: 20220909, numRuns: 2000 },
    )
  })
})
