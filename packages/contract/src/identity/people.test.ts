import { describe, expect, it } from 'vitest'
import { maskName, maskPhone } from './masks.ts'
import { checkPhone } from './phone.ts'

describe('telephone numbers', () => {
  it.each([
    ['138 0000 1234', '13800001234', '138＊＊＊＊1234'],
    ['+86-138-0000-1234', '13800001234', '138＊＊＊＊1234'],
    ['（0519）８２３４５６７８', '0519-82345678', '0519-＊＊＊＊5678'],
    ['0519-8234-5678', '0519-82345678', '0519-＊＊＊＊5678'],
    ['0519—82345678转801', '0519-82345678-801', '0519-＊＊＊＊5678'],
    ['051982820000', '0519-82820000', '0519-＊＊＊＊0000'],
    ['010-62345678', '010-62345678', '010-＊＊＊＊5678'],
    ['0736-7234567', '0736-7234567', '0736-＊＊＊4567'],
  ])('%s is %s and is shown as %s', (written, number, masked) => {
    expect(checkPhone(written)).toEqual({ value: number })
    expect(maskPhone(number)).toBe(masked)
  })

  it.each(['82345678', '12800001234', '1380000123', '010-6234567', '0519-12345678', '电话待补'])(
    '%s is none',
    (written) => {
      expect(checkPhone(written)).toHaveProperty('fault')
    },
  )

  it('show nothing of what is no number', () => {
    expect(maskPhone('张三 1380000')).toBe('＊'.repeat(10))
  })
})

describe('names', () => {
  it('are shown by their first character, without telling how long they are', () => {
    expect(maskName('张三')).toBe('张＊')
    expect(maskName(' 欧阳小明')).toBe('欧＊')
    expect(maskName('𠮷田')).toBe('𠮷＊')
    expect(maskName('')).toBe('')
  })
})
