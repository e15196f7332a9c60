import { describe, expect, it } from 'vitest'
import { likelyPath } from './proposed.ts'

const place = (name: string) => likelyPath(name, '320413', ['promises', 'lights'])

describe('where a chosen file belongs', () => {
  it('is the calendars for a year', () => expect(place('2027.yaml')).toBe('calendars/2027.yaml'))
  it('is the district for the name of a settings file', () =>
    expect(place('promises.yaml')).toBe('districts/320413/promises.yaml'))
  it('is what the path itself says, whichever way its slashes lean', () => {
    expect(place('catalogue\\national\\3-construction\\c07-permit.yaml')).toBe(
      'national/3-construction/c07-permit.yaml',
    )
  })
  it('is the law for anything else, which the person completes', () =>
    expect(place('edges.yaml')).toBe('national/edges.yaml'))
})
