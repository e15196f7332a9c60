import { describe, expect, it } from 'vitest'
import { amountText, wanText } from './money.ts'

describe('amounts', () => {
  it('of the ledger are 万元 with separators and two decimals', () => {
    expect([wanText('1500000'), wanText('56.5'), wanText('999.99'), wanText(null)]).toEqual([
      '1,500,000.00',
      '56.50',
      '999.99',
      '',
    ])
  })
  it('of headlines are 亿元: 150 亿元 for 1,500,000 万元, rounded half up', () => {
    expect(['1500000.00', '566000', '49', '50', null].map((wan) => amountText(wan, 'zh'))).toEqual([
      '150.00 亿元',
      '56.60 亿元',
      '0.00 亿元',
      '0.01 亿元',
      '',
    ])
  })
  it('of headlines are millions of yuan in English, where nobody counts in hundred millions', () => {
    expect(['1500000.00', '566000', '49', '50', null].map((wan) => amountText(wan, 'en'))).toEqual([
      'CNY 15,000 million',
      'CNY 5,660 million',
      'CNY 0 million',
      'CNY 1 million',
      '',
    ])
  })
})
