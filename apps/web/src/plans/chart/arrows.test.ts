import { describe, expect, it } from 'vitest'
import { activityFrom, matterOf, planOf } from '../plan.fixture.ts'
import { arrowPaths, arrowsIn, edgesOf, placesOf } from './arrows.ts'
import { dayNumber } from './days.ts'
import { rowsOf } from './rows.ts'

const none: ReadonlySet<string> = new Set()
const held = (by: string) => ({
  binding: [{ kind: 'edge' as const, text: { zh: '须先有', en: 'needs' }, activity: by }],
})
const plan = planOf({
  matters: [matterOf('A03', 1), matterOf('B02', 1), matterOf('C07', 1)],
  activities: [
    activityFrom('A03:decide', '09-09T08:00', '09-09T18:00', { critical: true }),
    activityFrom('B02:check', '09-13T08:00', '09-13T13:00', { ...held('A03:decide'), critical: true }),
    activityFrom('B02:decide', '09-13T13:00', '09-13T18:00', held('B02:check')),
    activityFrom('C07:decide', '09-19T08:00', '09-20T18:00', held('B02:decide')),
  ],
})
const rows = rowsOf(plan, 'stage', { closedGroups: none, openMatters: none })
const x = (position: number) => (position - dayNumber('2022-09-09')) * 10

describe('arrows of the wall chart', () => {
  it('run between rows, none within one', () => {
    const arrows = arrowsIn(edgesOf(plan), placesOf(rows), 0, rows.length)
    expect(arrows.map(({ edge }) => `${edge.from} > ${edge.to}`)).toEqual([
      'A03:decide > B02:check',
      'B02:decide > C07:decide',
    ])
  })
  it('are critical only where both ends are', () => {
    expect(edgesOf(plan).map((e) => e.critical)).toEqual([true, false, false])
  })
  it('are drawn only where one end is on the screen', () => {
    expect(arrowsIn(edgesOf(plan), placesOf(rows), 0, 1).map(({ edge }) => edge.to)).toEqual(['B02:check'])
    expect(arrowsIn(edgesOf(plan), placesOf(rows), 40, 60)).toEqual([])
  })
  it('leave out what stands in a folded group', () => {
    const folded = rowsOf(plan, 'stage', { closedGroups: new Set(['stage:1']), openMatters: none })
    expect(arrowsIn(edgesOf(plan), placesOf(folded), 0, 9)).toEqual([])
  })
  it('leave at the end of the bar that holds and point at the beginning of the one that is held', () => {
    const [arrow] = arrowsIn(edgesOf(plan), placesOf(rows), 0, rows.length)
    const { lines, heads } = arrowPaths(arrow ? [arrow] : [], x, 32)
    // From the close of 9 September in row 1 to the opening of 13 September in row 2.
    expect(lines).toBe('M10 48H34V80H40')
    expect(heads).toBe('M40 80l-5 -4v8z')
  })
  it('go round along the line between the rows where there is no room', () => {
    const back = {
      edge: { from: 'a', to: 'b', critical: false },
      from: { row: 0, from: 0, to: 9 },
      to: { row: 1, from: 3, to: 4 },
    }
    expect(arrowPaths([back], (p) => p * 10, 32).lines).toBe('M90 16h6V32H24V48H30')
  })
  it('make two paths however many they are', () => {
    const many = Array.from({ length: 2600 }, (_, i) => ({
      edge: { from: 'a', to: 'b', critical: false },
      from: { row: i, from: i, to: i + 2 },
      to: { row: i + 1, from: i + 9, to: i + 10 },
    }))
    expect(Object.keys(arrowPaths(many, (p) => p, 32))).toEqual(['lines', 'heads'])
  })
})
