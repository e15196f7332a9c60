import { describe, expect, it } from 'vitest'
import { activityFrom, planOf } from '../plan.fixture.ts'
import { certificatesOf, landmarksOf, lanesOf, textWidth } from './landmarks.ts'

const both = (zh: string) => ({ zh, en: zh })

describe('landmarks of the wall chart', () => {
  it('are the as-of day, the land day and the gates that have a date, in order', () => {
    const plan = planOf({
      gates: [
        { gate: 'G1', scope: { kind: 'phase', id: '4.1' }, name: both('开工'), date: '2022-09-15', requires: [] },
        { gate: 'G3', scope: { kind: 'phase', id: '' }, name: both('投产'), date: null, requires: [] },
      ],
    })
    expect(landmarksOf(plan, both('截至')).map(({ day, name }) => `${day} ${name.zh}`)).toEqual([
      '2022-06-01 截至',
      '2022-09-09 成交日',
      '2022-09-15 G1 4.1 开工',
    ])
  })
  it('put certificates of one day in one vertical line, whatever their hour', () => {
    const issued = (matter: string) => ({
      matter,
      scope: { kind: 'project' as const, id: '' },
      name: both(matter),
      core: true,
      date: '2022-09-09',
      workdaysFromLand: 0,
      activity: `${matter}:conversion`,
    })
    const plan = planOf({
      activities: [
        activityFrom('A03:conversion', '09-09T08:00', '09-09T10:00'),
        activityFrom('C07:conversion', '09-09T15:00', '09-09T17:00'),
      ],
      certificates: [issued('A03'), issued('C07')],
    })
    expect(new Set([...certificatesOf(plan).values()].map(({ at }) => at)).size).toBe(1)
    expect([...certificatesOf(plan).keys()]).toEqual(['A03', 'C07'])
  })
})

describe('labels of landmarks', () => {
  it('go on the next line where they would lie over one another, and are left out where no line has room', () => {
    const labels = [
      { id: 'G0', x: 0, width: 50 },
      { id: 'G1', x: 20, width: 50 },
      { id: 'G2', x: 30, width: 50 },
      { id: 'G3', x: 60, width: 50 },
    ]
    expect([...lanesOf(labels, 2)]).toEqual([
      ['G0', 0],
      ['G1', 1],
      ['G3', 0],
    ])
  })
  it('are measured wide for Chinese and narrow for Latin', () => {
    expect(textWidth('开工')).toBe(24)
    expect(textWidth('G1')).toBeLessThan(textWidth('开工'))
  })
})
