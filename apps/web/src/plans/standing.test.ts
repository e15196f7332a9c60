import { describe, expect, it } from 'vitest'
import { standingVersion } from './standing.ts'

describe('the version that a project stands on', () => {
  it('is the older one when the change behind a newer proposal was taken back', () => {
    expect(
      standingVersion([
        { no: 1, status: 'countersigning' },
        { no: 2, status: 'superseded' },
      ]),
    ).toBe(1)
  })

  it('is the newest that was not dropped where nothing stands any more, and none where all were dropped', () => {
    expect(
      standingVersion([
        { no: 1, status: 'superseded' },
        { no: 2, status: 'dropped' },
      ]),
    ).toBe(1)
    expect(standingVersion([{ no: 1, status: 'dropped' }])).toBeUndefined()
  })
})
