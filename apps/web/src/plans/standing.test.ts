import { describe, expect, it } from 'vitest'
import { standingVersion, versionNamed } from './standing.ts'

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

  it('gives way to the one that an address names, where there is such a one', () => {
    const versions = [
      { no: 1, status: 'adopted' },
      { no: 2, status: 'computed' },
    ] as const
    expect(versionNamed('1', versions)).toBe(1)
    expect(versionNamed('7', versions)).toBe(2)
    expect(versionNamed(undefined, versions)).toBe(2)
  })
})
