import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDay, weekdayOf } from './days.ts'
import { daysOffPath, headCells, rangeOf, unitsAt, widthOf, xOf, zoomNamed, zoomShowing, zooms } from './scale.ts'

const range = { first: dayNumber('2022-08-29'), last: dayNumber('2022-12-31') }
const all = [0, Number.POSITIVE_INFINITY] as const

describe('the axis of days', () => {
  it('begins on a Monday and has room at both ends', () => {
    const { first, last } = rangeOf([dayNumber('2022-09-09') + 0.4, dayNumber('2022-09-15')], 0)
    expect([isoDay(first), weekdayOf(first)]).toEqual(['2022-08-29', 0])
    expect(isoDay(last)).toBe('2022-10-06')
  })
  it('places a day by the pixels of a day', () => {
    expect(xOf(dayNumber('2022-09-09'), range, 10)).toBe(110)
    expect(widthOf(range, 10)).toBe(1250)
  })
  it('takes the zoom that an address names, and none that does not exist', () => {
    expect(zooms.map((px) => zoomNamed(String(px)))).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect([zoomNamed('7'), zoomNamed(undefined), zoomNamed('')]).toEqual([undefined, undefined, undefined])
  })
  it('chooses the widest zoom that still shows the days asked for', () => {
    expect(zooms[zoomShowing(90, 900)]).toBe(10)
    expect(zooms[zoomShowing(91, 900)]).toBe(5)
    expect(zooms[zoomShowing(100_000, 300)]).toBe(zooms[0])
  })
})

describe('the head of the axis', () => {
  it('names months as the calendar has them, the first and last cut to the range', () => {
    const cells = headCells('month', range, 2, all)
    expect(cells.map((c) => [isoDay(c.day), c.width / 2])).toEqual([
      ['2022-08-29', 3],
      ['2022-09-01', 30],
      ['2022-10-01', 31],
      ['2022-11-01', 30],
      ['2022-12-01', 31],
    ])
  })
  it('covers the whole axis without a gap in every unit and zoom', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zooms), fc.integer({ min: 0, max: 3000 }), (px, days) => {
        const some = { first: range.first, last: range.first + days }
        for (const unit of unitsAt(px)) {
          const cells = headCells(unit, some, px, all)
          expect(cells[0]?.x).toBe(0)
          cells.forEach((cell, i) => {
            expect(cell.x + cell.width).toBeCloseTo(cells[i + 1]?.x ?? widthOf(some, px), 6)
          })
        }
      }),
    )
  })
  it('makes only the cells of the window, however long the axis is', () => {
    const long = { first: range.first, last: range.first + 20_000 }
    const cells = headCells('day', long, 40, [4000, 5200])
    expect(cells.length).toBe(30)
    expect(cells[0]?.x).toBe(4000)
  })
})

describe('days off', () => {
  const off = new Set(['2022-09-10', '2022-09-11', '2022-09-12'].map(dayNumber))
  it('shade Mid-Autumn of 2022 as one piece of three days', () => {
    expect(daysOffPath((d) => off.has(d), range, 10, all, 100)).toBe('M120 0h30v100h-30z')
  })
  it('are not drawn where a day is too thin to see', () => {
    expect(daysOffPath((d) => off.has(d), range, 1.2, all, 100)).toBe('')
  })
})
