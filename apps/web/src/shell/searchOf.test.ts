import { ProjectFilter } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { parseSearch, searchOf, stringifySearch } from './searchOf.ts'

describe('the search of an address', () => {
  const read = (address: string) => searchOf<ProjectFilter>(ProjectFilter)(parseSearch(address))

  it('keeps digits as text where text is asked, and reads a year as a number', () => {
    expect(read('?q=2020&listYear=2023')).toEqual({ q: '2020', listYear: 2023 })
  })
  it('leaves out what the page does not know and what is no value of the field', () => {
    expect(read('?colour=red&kind=sometimes&level=province,city')).toEqual({ level: 'province,city' })
  })
  it('comes back the same, without quotes', () => {
    const written = stringifySearch({ q: '动力电池 4.1', mine: 'true', listYear: 2023, level: undefined })
    expect(written).not.toContain('%22')
    expect(read(written)).toEqual({ q: '动力电池 4.1', mine: 'true', listYear: 2023 })
  })
})
