import { expect, it } from 'vitest'
import { activityFrom, matterOf, planOf } from '../plan.fixture.ts'
import { baselineOf, spansOf } from './baseline.ts'
import { dayNumber } from './days.ts'
import { rowsOf } from './rows.ts'

it('shows where the plan in force had a matter, only where it moved', () => {
  const matters = [matterOf('A03', 1), matterOf('C07', 1)]
  const still = activityFrom('A03:decide', '09-08T08:00', '09-08T18:00')
  const before = planOf({ matters, activities: [still, activityFrom('C07:decide', '09-13T08:00', '09-14T18:00')] })
  const now = planOf({ matters, activities: [still, activityFrom('C07:decide', '09-09T08:00', '09-09T18:00')] })
  const rows = rowsOf(now, 'stage', { closedGroups: new Set(), openMatters: new Set() })
  const spans = spansOf(before)
  expect(rows.map((row) => baselineOf(row, spans))).toEqual([
    undefined,
    undefined,
    [dayNumber('2022-09-13'), dayNumber('2022-09-14') + 1],
  ])
})
