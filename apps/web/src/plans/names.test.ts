import { describe, expect, it } from 'vitest'
import { factText } from './names.ts'
import { planOf } from './plan.fixture.ts'

const both = (zh: string) => ({ zh, en: zh })

describe('what is not known about a matter', () => {
  const unknown = [
    {
      fact: 'nearRiver',
      scope: '',
      name: both('是否临河'),
      question: both('临河吗'),
      assumed: null,
      matters: [],
      answers: [],
    },
  ]

  it('is said by the name of the fact, in the reader’s language', () => {
    expect(factText({ ...planOf({}), unknown, facts: [] }, 'nearRiver', (text) => text.zh)).toBe('是否临河')
  })

  it('keeps its id only where the plan has no name for it', () => {
    expect(factText({ ...planOf({}), unknown: [], facts: [] }, 'nearRiver', (text) => text.zh)).toBe('nearRiver')
  })
})
