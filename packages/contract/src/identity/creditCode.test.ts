import { describe, expect, it } from 'vitest'
import { creditCodeFault, creditCodeWithCheck, normalCreditCode } from './creditCode.ts'

describe('unified social credit code 统一社会信用代码 (GB 32100-2015)', () => {
  it.each([
    '9144030071526726XG',
    '91330100799655058B',
    '914403001922038216',
    '91320413MA1ABCDE1R',
    '91320413MA2000000Y',
    '113204130141330002',
  ])('%s is right', (code) => {
    expect(creditCodeFault(code)).toBeNull()
  })
  it('ends with 3 in the standard’s own example, whose printed letter is wrong', () => {
    expect(creditCodeWithCheck('91350100M000100Y4')).toBe('91350100M000100Y43')
  })
  it('says what is wrong: the length, a letter that is not used, the check character', () => {
    expect(creditCodeFault('91320413MA1')?.zh).toContain('18 位，所填为 11 位')
    expect(creditCodeFault('91320413MA1OBCDE1R')?.zh).toContain('第 12 位“O”')
    expect(creditCodeFault('91320413MA1XXXXX0A')?.en).toContain('should be')
  })
  it('is read as people type it', () => {
    expect(normalCreditCode(' ９１３２０４１３ma1abcde1r ')).toBe('91320413MA1ABCDE1R')
  })
})
