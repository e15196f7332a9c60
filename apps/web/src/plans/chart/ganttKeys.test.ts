import type { KeyboardEvent } from 'react'
import { describe, expect, it } from 'vitest'
import { activityFrom, matterOf, planOf } from '../plan.fixture.ts'
import { ganttKeys, parentOf } from './ganttKeys.ts'
import { rowsOf } from './rows.ts'

const plan = planOf({
  matters: [matterOf('A03', 1), matterOf('C07', 3)],
  activities: [
    activityFrom('A03:a', '09-09T08:00', '09-09T18:00'),
    activityFrom('C07:b', '09-13T08:00', '09-13T18:00'),
  ],
})
const rows = rowsOf(plan, 'stage', { closedGroups: new Set(), openMatters: new Set(['A03']) })

/** Which rows there are: 0 stage:1, 1 A03, 2 A03:a, 3 stage:3, 4 C07. */
function press(key: string, at: number, more: Partial<KeyboardEvent> = {}) {
  const did: string[] = []
  const say = (what: string) => (value?: unknown) =>
    did.push(value === undefined ? what : `${what} ${typeof value === 'object' ? (value as { id: string }).id : value}`)
  let taken = false
  ganttKeys({
    rows,
    at,
    choose: say('choose'),
    toggle: say('toggle'),
    open: say('open'),
    zoom: say('zoom'),
    goHome: say('home'),
  })({
    key,
    preventDefault: () => {
      taken = true
    },
    ...more,
  } as KeyboardEvent)
  return taken ? did.join() : 'left to the page'
}

describe('keys of the wall chart', () => {
  it('walk the rows and stop at both ends', () => {
    expect([press('ArrowDown', 1), press('ArrowUp', 0), press('ArrowDown', 4)]).toEqual([
      'choose 2',
      'choose 0',
      'choose 4',
    ])
  })
  it('unfold to the right, fold to the left, and from a step go back to its matter', () => {
    expect([press('ArrowRight', 4), press('ArrowLeft', 1), press('ArrowLeft', 2)]).toEqual([
      'toggle C07',
      'toggle A03',
      'choose 1',
    ])
  })
  it('say why with Enter, and fold a group with it', () => {
    expect([press('Enter', 2), press('Enter', 3)]).toEqual(['open A03:a', 'toggle stage:3'])
  })
  it('zoom, and go to the as-of day', () => {
    expect([press('+', 0), press('-', 0), press('Home', 4)]).toEqual(['zoom 1', 'zoom -1', 'home'])
  })
  it('leave to the page what they do not know, and the browser its own zoom', () => {
    expect([press('j', 0), press('+', 0, { ctrlKey: true })]).toEqual(['left to the page', 'left to the page'])
  })
  it('know the row above of a higher level, the first having none', () => {
    expect([parentOf(rows, 2), parentOf(rows, 4), parentOf(rows, 0)]).toEqual([1, 3, 0])
  })
})
