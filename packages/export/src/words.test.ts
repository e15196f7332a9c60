import { describe, expect, it } from 'vitest'
import { sentence, type Text, words } from './words.ts'

const all: readonly (readonly [string, Text])[] = Object.entries(words)
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]).toSorted()

describe('the words of the page', () => {
  it.each(all)('%s stands in both languages and fills in the same names', (_, { zh, en }) => {
    expect(zh.trim()).not.toBe('')
    expect(en.trim()).not.toBe('')
    expect(placeholders(en)).toEqual(placeholders(zh))
  })

  it.each(all)('%s has no Chinese in English', (_, { en }) => {
    expect(en).not.toMatch(/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/)
  })

  it('fills in names and leaves one without a value to be seen', () => {
    expect(sentence('visits', 'zh', { n: 2 })).toBe('跑动 2 次')
    expect(sentence('exemptLine', 'en', { number: '1' })).toBe('Exempt: regional assessment 1, valid to {day}')
  })
})
