import { describe, expect, it } from 'vitest'
import { padded, widthOf } from './width.ts'
import { hanging, wrap } from './wrap.ts'

describe('width on a terminal', () => {
  it('is two columns for Chinese and full-width signs, one for Latin, none for combining marks', () => {
    expect(widthOf('开工')).toBe(4)
    expect(widthOf('A05（批）')).toBe(9)
    expect(widthOf('★ → ·')).toBe(5)
    expect(widthOf('e\u0301')).toBe(1)
    expect(widthOf('𠮷')).toBe(2)
  })

  it('fills a column up on the side that the eye wants', () => {
    expect(padded('区', 4)).toBe('区  ')
    expect(padded('7', 4, 'right')).toBe('   7')
    expect(padded('区发改局', 4)).toBe('区发改局')
  })
})

describe('breaking a line', () => {
  it('opens no line with a full stop or a closing bracket, and ends none with an opening one', () => {
    expect(wrap('先交地再开工。后来', 12)).toEqual(['先交地再开', '工。后来'])
    expect(wrap('依据建筑法（第七条）办', 12)).toEqual(['依据建筑法', '（第七条）办'])
  })

  it('breaks Latin words at spaces only, and Chinese between any two characters', () => {
    expect(wrap('needs the construction permit', 14)).toEqual(['needs the', 'construction', 'permit'])
    expect(wrap('领取施工许可证后开工', 10)).toEqual(['领取施工许', '可证后开工'])
  })

  it('cuts only a word that is longer than a whole line', () => {
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  })

  it('sets the later lines of an entry in under its first', () => {
    expect(hanging('★ ', '先交地再开工', 10)).toEqual(['★ 先交地再', '  开工'])
  })
})
