import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { widthOf } from './width.ts'
import { joint, wrap } from './wrap.ts'

const sentence = fc
  .array(
    fc.constantFrom(
      '拿地',
      '施工许可证',
      'A05',
      '2022-09-09',
      '，',
      '。',
      '（',
      '）',
      '《',
      '》',
      ' ',
      '→',
      'approval',
      '·',
      '%',
      'x'.repeat(30),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('lines of a text', () => {
  it('are never wider than the screen, however Chinese and Latin are mixed', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 12, max: 60 }), (text, width) => {
        for (const line of wrap(text, width)) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
    )
  })

  it('lose nothing but spaces: nothing is ever cut off', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 12, max: 60 }), (text, width) => {
        const without = (s: string) => s.replaceAll(/[\s\u00a0]/g, '')
        expect(without(wrap(text, width).join(''))).toBe(without(text))
      }),
    )
  })

  it('keep what is jointed on one line', () => {
    fc.assert(
      fc.property(sentence, fc.integer({ min: 12, max: 60 }), (text, width) => {
        const lines = wrap(`${text}条${joint}·${joint}GK`, width)
        expect(lines.at(-1)?.endsWith('条 · GK')).toBe(true)
      }),
    )
  })
})
