import { describe, expect, it } from 'vitest'
import { wanText, yiText } from './money.ts'

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
    expect([yiText('1500000.00'), yiText('566000'), yiText('49'), yiText('50')]).toEqual([
      '150.00',
      '56.60',
      '0.00',
      '0.01',
    ])
  })
})
