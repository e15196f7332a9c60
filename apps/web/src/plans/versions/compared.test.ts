import { describe, expect, it } from 'vitest'
import { comparedWith } from './compared.ts'

const version = (no: number, status: 'computed' | 'adopted' | 'superseded' = 'computed') => ({ no, status })

describe('the version that another one is compared with', () => {
  it('is the adopted one, for that is what binds', () => {
    expect(comparedWith([version(4), version(3, 'superseded'), version(2, 'adopted'), version(1)], 4, undefined)).toBe(
      2,
    )
  })

  it('is the one before it where none was adopted, and the next where there is none before', () => {
    expect(comparedWith([version(3), version(2), version(1)], 3, undefined)).toBe(2)
    expect(comparedWith([version(3), version(2), version(1)], 1, undefined)).toBe(2)
  })

  it('is the one in the address as long as that is another version which exists', () => {
    const versions = [version(3), version(2, 'adopted'), version(1)]
    expect(comparedWith(versions, 3, '1')).toBe(1)
    expect(comparedWith(versions, 3, '3')).toBe(2)
    expect(comparedWith(versions, 3, '9')).toBe(2)
  })

  it('is none where there is only one version', () => {
    expect(comparedWith([version(1)], 1, undefined)).toBeUndefined()
  })
})
