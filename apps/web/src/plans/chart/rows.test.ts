import { describe, expect, it } from 'vitest'
import { activityFrom, matterOf, planOf } from '../plan.fixture.ts'
import { rowAt, rowsOf } from './rows.ts'

const none: ReadonlySet<string> = new Set()
const plan = planOf({
  matters: [matterOf('C07', 3), matterOf('A03', 1), matterOf('W05', 5), matterOf('D01', 4), matterOf('A05', 1)],
  activities: [
    activityFrom('C07:decide', '09-13T08:00', '09-14T18:00'),
    activityFrom('C07:check', '09-09T08:00', '09-09T18:00'),
    activityFrom('A03:conversion', '09-09T14:00', '09-09T18:00'),
    activityFrom('W05:build', '09-15T08:00', '12-30T18:00'),
    activityFrom('D01:accept', '12-31T08:00', '12-31T18:00'),
  ],
})
const told = (rows: ReturnType<typeof rowsOf>) => rows.map((row) => `${'  '.repeat(row.level - 1)}${row.id}`)

describe('the row that a link means', () => {
  const folded = rowsOf(plan, 'stage', { closedGroups: none, openMatters: none })
  const open = rowsOf(plan, 'stage', { closedGroups: none, openMatters: new Set(['C07']) })
  it('is the matter, or its step where the steps are shown', () => {
    expect(folded[rowAt(folded, 'C07')]?.id).toBe('C07')
    expect(open[rowAt(open, 'C07:decide')]?.id).toBe('C07:decide')
  })
  it('is the matter of a step that is folded away', () => {
    expect(folded[rowAt(folded, 'C07:decide')]?.id).toBe('C07')
  })
  it('is none where the link means nothing in this plan', () => {
    expect([rowAt(folded, 'Z99'), rowAt(folded, undefined)]).toEqual([-1, -1])
  })
})

describe('rows of the wall chart', () => {
  it('stand by stage, construction between the permit and completion, each matter one line', () => {
    expect(told(rowsOf(plan, 'stage', { closedGroups: none, openMatters: none }))).toEqual([
      'stage:1',
      '  A03',
      '  A05',
      'stage:3',
      '  C07',
      'stage:5',
      '  W05',
      'stage:4',
      '  D01',
    ])
  })
  it('show the steps of an unfolded matter in the order in which they begin', () => {
    const rows = rowsOf(plan, 'stage', { closedGroups: none, openMatters: new Set(['C07']) })
    expect(told(rows).slice(4, 7)).toEqual(['  C07', '    C07:check', '    C07:decide'])
  })
  it('hide the matters of a folded group and keep its span', () => {
    const rows = rowsOf(plan, 'agency', { closedGroups: new Set(['agency:规划局']), openMatters: none })
    expect(rows).toHaveLength(1)
    const [group] = rows
    expect(group?.kind === 'group' && group.span && group.span[1] - group.span[0]).toBeGreaterThan(110)
  })
  it('number the matters on through the groups, as the printed chart does', () => {
    const rows = rowsOf(plan, 'stage', { closedGroups: new Set(['stage:1']), openMatters: none })
    expect(rows.flatMap((row) => (row.kind === 'matter' ? [`${row.number} ${row.id}`] : []))).toEqual([
      '3 C07',
      '4 W05',
      '5 D01',
    ])
  })
  it('keep a matter without steps, such as one that is exempt, as a line without bars', () => {
    const row = rowsOf(plan, 'stage', { closedGroups: none, openMatters: none }).find(({ id }) => id === 'A05')
    expect(row?.kind === 'matter' && row.bars).toEqual([])
  })
})
