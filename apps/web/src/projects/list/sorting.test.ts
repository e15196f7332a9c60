import { ProjectSort } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { sortedBy, sortsOf } from './sorting.ts'

describe('the order of the list of projects', () => {
  it('stands in the address beside the filters, which it leaves alone', () => {
    expect(sortedBy({ level: 'province', sort: 'name' }, 'investmentWan', true)).toEqual({
      level: 'province',
      sort: 'investment',
      descending: 'true',
    })
    expect(sortedBy({ sort: 'name', descending: 'true' }, 'stage', false)).toEqual({ sort: 'stage' })
  })
  it('is the usual one again once no column is asked for', () => {
    expect(sortedBy({ q: 'dc', sort: 'name', descending: 'true' }, undefined, false)).toEqual({ q: 'dc' })
  })
  it('is one that the server knows, whichever column is asked for', () => {
    for (const sort of Object.values(sortsOf)) expect(ProjectSort.options).toContain(sort)
  })
})
