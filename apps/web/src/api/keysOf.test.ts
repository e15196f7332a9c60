import { describe, expect, it } from 'vitest'
import { keysOf } from './keysOf.ts'

describe('what a change makes stale', () => {
  it('of a project: that project and the lists, not the other projects', () => {
    const keys = keysOf({ stream: 'project', id: 'p1' }).map((key) => key.join('/'))
    expect(keys).toContain('project/p1')
    expect(keys).toContain('project/list')
    expect(keys).not.toContain('project')
  })
  it('of a plan: the plans of its project and the project that shows its status', () => {
    const keys = keysOf({ stream: 'plan', id: 'p1/3' }).map((key) => key.join('/'))
    expect(keys).toEqual(expect.arrayContaining(['plan/p1', 'project/p1']))
  })
  it('of a case: the case, every list of cases, the land days that may wait for it, one’s notices and the workbench', () => {
    const keys = keysOf({ stream: 'case', id: 'c1' }).map((key) => key.join('/'))
    expect(keys).toEqual(['case', 'land', 'notice', 'workbench'])
  })
  it('of a certificate, a pre-review or the land: the certificates and the land day of the project', () => {
    const keys = (['certificate', 'preReview', 'land'] as const).map((stream) =>
      keysOf({ stream, id: stream === 'land' ? 'p1' : 'p1/x' }).map((key) => key.join(' ')),
    )
    expect(keys).toEqual([1, 2, 3].map(() => ['certificate p1', 'land p1']))
  })
})
