import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import { textWidth } from '../textWidth.ts'
import { type Activity, viewOf } from '../view.ts'
import { arrowsOf } from './arrows.ts'
import { type Axis, daysBetween, evenAxis, officeAxis } from './axis.ts'
import { barsOf, labelsOf } from './bars.ts'
import { rowsOf } from './rows.ts'

const width = 1000
const firstDay = '2022-06-01'
const lastDay = '2022-09-30'
const template = richPlan.activities[0]
if (template === undefined) throw new Error('The fixture has no activity')

const days = daysBetween('2022-05-01', '2022-10-31')
const moment = fc
  .tuple(fc.constantFrom(...days), fc.constantFrom('00:00', '09:00', '11:12', '15:00', '17:30'))
  .map(([day, clock]) => `${day}T${clock}+08:00`)
const activity: fc.Arbitrary<Activity> = fc
  .record({
    a: moment,
    b: moment,
    latest: moment,
    critical: fc.boolean(),
    slack: fc.nat(40),
    name: fc.string({ unit: 'grapheme', maxLength: 30 }),
  })
  .map(({ a, b, latest, critical, slack, name }) => {
    const [start, finish] = a < b ? [a, b] : [b, a]
    return {
      ...template,
      done: false,
      start,
      finish,
      latestStart: [latest, start].toSorted().at(-1) ?? start,
      critical,
      slack,
      name: { zh: name, en: name },
    }
  })
const axis: fc.Arbitrary<Axis> = fc.constantFrom(
  evenAxis(firstDay, lastDay, width),
  officeAxis(daysBetween(firstDay, lastDay), richPlan.rests.officeHours, (day) => day.endsWith('9'), width),
)

describe('bars of a chart', () => {
  it('stay within the chart, tails too, and those of one lane do not overlap', () => {
    fc.assert(
      fc.property(axis, fc.array(activity, { maxLength: 12 }), (scale, activities) => {
        const bars = barsOf(activities, scale)
        for (const { x, width: size, tail } of bars) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(size).toBeGreaterThan(0)
          expect(x + size).toBeLessThanOrEqual(width)
          expect(tail).toBeLessThanOrEqual(width)
        }
        for (const [index, bar] of bars.entries()) {
          const before = bars.slice(0, index).findLast(({ lane }) => lane === bar.lane)
          if (before !== undefined && before.x + before.width < scale.right - 3)
            expect(bar.x).toBeGreaterThanOrEqual(before.x + before.width - 0.001)
        }
      }),
    )
  })

  it('show every activity that touches the days of the axis and no other', () => {
    fc.assert(
      fc.property(axis, fc.array(activity, { maxLength: 12 }), (scale, activities) => {
        const touching = activities.filter(
          ({ start, finish }) =>
            start < '2022-10-01' && (finish > `${firstDay}T00:00+08:00` || start >= `${firstDay}T00:00+08:00`),
        )
        expect(barsOf(activities, scale)).toHaveLength(touching.length)
      }),
    )
  })

  it('have labels that stay in the chart and never overlap on one line', () => {
    fc.assert(
      fc.property(axis, fc.array(activity, { maxLength: 8 }), (scale, activities) => {
        const labels = labelsOf(
          barsOf(activities, scale),
          width,
          [],
          ({ name }) => name.zh,
          () => '建筑法第八条 [A]',
        )
        const sizes = labels.map(({ text, x, line, is, bar }) => ({
          line: `${line}${bar.lane}`,
          from: x,
          to: x + textWidth(text, is === 'name' ? 10.5 : 9),
        }))
        for (const [index, a] of sizes.entries()) {
          expect(a.from).toBeGreaterThanOrEqual(0)
          expect(a.to).toBeLessThanOrEqual(width)
          for (const b of sizes.slice(index + 1))
            expect(a.line !== b.line || a.to <= b.from || b.to <= a.from).toBe(true)
        }
      }),
    )
  })
})

describe('the axis', () => {
  it('never runs backwards and keeps its ends', () => {
    fc.assert(
      fc.property(axis, fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 200_000 }), (scale, a, b) => {
        const [earlier, later] = a < b ? [a, b] : [b, a]
        expect(scale.x(scale.from + earlier)).toBeLessThanOrEqual(scale.x(scale.from + later))
        expect([scale.x(scale.from), scale.x(scale.to)]).toEqual([scale.left, scale.right])
      }),
    )
  })
})

describe('arrows', () => {
  it('are cut so that no stroke leaves its row, and each ends in one head', () => {
    const rows = rowsOf(viewOf(richPlan, 'zh'), evenAxis('2022-05-01', '2024-04-30', width), true, ({ name }) => ({
      name: name.zh,
      under: '',
    }))
    const strokes = arrowsOf(rows)
    expect(strokes.filter(({ head }) => head !== '').length).toBeGreaterThanOrEqual(8)
    for (const { row, path } of strokes) {
      const height = rows[row]?.height ?? 0
      const levels = [...path.matchAll(/V(-?[\d.]+)|M-?[\d.]+ (-?[\d.]+)/g)].map((found) =>
        Number(found[1] ?? found[2]),
      )
      expect(levels.length).toBeGreaterThan(0)
      for (const y of levels) {
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(height)
      }
    }
  })
})
