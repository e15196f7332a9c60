import type { CaseClock } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { pictureOf } from './clockPicture.ts'

const basis = { text: { zh: '', en: '' }, confidence: 'A' }
const span = (afterOn: string, untilOn: string | null, counts: boolean) => ({
  afterOn,
  untilOn,
  counts,
  days: 0,
  causes: [],
  basis: [],
})
const clock: CaseClock = {
  readOn: '2022-06-11',
  hand: 'running',
  startOn: '2022-06-01',
  noticeDueOn: null,
  byLapse: false,
  statutory: null,
  promised: {
    limit: 15,
    added: 0,
    elapsed: 5,
    remaining: 10,
    late: 0,
    unit: 'workday',
    deadlineOn: '2022-06-21',
    deadlineClock: null,
    basis,
  },
  spans: [span('2022-06-01', '2022-06-06', true), span('2022-06-06', '2022-06-11', false)],
  delivery: null,
  isProvisional: false,
}

describe('the picture of the clock', () => {
  it('runs from the start to the deadline, today halfway between', () => {
    expect(pictureOf(clock)).toEqual({
      start: '2022-06-01',
      end: '2022-06-21',
      stretches: [
        { from: 0, to: 25, counts: true },
        { from: 25, to: 50, counts: false },
      ],
      marks: [
        { name: 'start', day: '2022-06-01', at: 0 },
        { name: 'today', day: '2022-06-11', at: 50 },
        { name: 'promised', day: '2022-06-21', at: 100 },
      ],
    })
  })
  it('reaches to today while it stands still and nobody knows the deadline', () => {
    const promised = clock.promised && { ...clock.promised, deadlineOn: null }
    const standing: CaseClock = { ...clock, promised, hand: 'standing', spans: [span('2022-06-01', null, false)] }
    expect(pictureOf(standing)).toMatchObject({ end: '2022-06-11', stretches: [{ from: 0, to: 100, counts: false }] })
  })
  it('is none before the clock has started', () => {
    expect(pictureOf({ ...clock, startOn: null })).toBeNull()
  })
})
