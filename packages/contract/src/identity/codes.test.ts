import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditCode, checkCreditCode, creditCodeWithCheck } from './creditCode.ts'
import { checkIdNumber } from './idNumber.ts'
import { maskIdNumber } from './masks.ts'
import { checkProjectCode, ProjectCode, projectCodeParts } from './projectCode.ts'

describe('project code 项目代码', () => {
  it.each([
    '2020-320413-38-03-500001',
    '20203204133803500001',
    ' ２０２０－３２０４１３－３８－０３－５００００１ ',
    '2020—320413—38—03—500001',
    '2020-320413-38-03-500001-000',
  ])('%s is one and the same', (written) => {
    expect(checkProjectCode(written)).toEqual({ value: '2020-320413-38-03-500001' })
  })

  it('of the old form names year, division and procedure', () => {
    expect(projectCodeParts('2018-330104-82-01-005639')).toEqual({
      form: 'old',
      year: 2018,
      month: null,
      region: '330104',
      industryDivision: '82',
      procedure: 'approval',
      serial: '005639',
    })
    expect(projectCodeParts('2020-320413-38-03-500001')).toMatchObject({ form: 'old', procedure: 'filing' })
  })

  it('of the new form names year and month, and says nothing of the nature of construction', () => {
    expect(projectCodeParts('2401-320270-89-03-385869')).toEqual({
      form: 'new',
      year: 2024,
      month: 1,
      region: '320270',
      department: '89',
      kind: '03',
      serial: '385869',
    })
  })

  it('is of the new form in November and December 2020 and of the old one through the year', () => {
    expect(projectCodeParts('2011-320413-38-03-500001')).toMatchObject({ form: 'new', year: 2020, month: 11 })
    expect(projectCodeParts('2012-320413-38-03-500001')).toMatchObject({ form: 'new', year: 2020, month: 12 })
    expect(projectCodeParts('2015-320413-38-03-500001')).toMatchObject({ form: 'old', year: 2015 })
  })

  it('may end in any digit: how the last is computed is not published', () => {
    for (let last = 0; last < 10; last += 1)
      expect(checkProjectCode(`2108-411251-04-05-74992${last}`)).toHaveProperty('value')
  })

  it.each([
    ['2020-320413-38-03-50001', '所填为 19 位'],
    ['2020-320413-38-03-500001-001', '所填为 23 位'],
    ['2O20-320413-38-03-500001', '其中有“O”'],
    ['2014-320413-38-03-500001', '“2014”'],
    ['2313-320413-38-03-500001', '“2313”'],
    ['1912-320413-38-03-500001', '“1912”'],
  ])('%s is refused and the message says why', (written, why) => {
    expect(checkProjectCode(written)).toMatchObject({ fault: { zh: expect.stringContaining(why) } })

    expect(ProjectCode.safeParse(written).error?.issues[0]?.message).toMatch(
      /^[^·]*项目代码[^·]* · [^\p{Script=Han}]+$/u,
    )
  })

  it('reads back what it wrote, whatever the digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 12 }),
        fc.stringMatching(/^\d{16}$/),
        (yy, mm, rest) => {
          fc.pre(yy >= 20)
          const digits = `${yy}${String(mm).padStart(2, '0')}${rest}`
          const dashed = ProjectCode.parse(digits)
          expect(dashed).toMatch(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/)
          expect(dashed.replaceAll('-', '')).toBe(digits)
          expect(ProjectCode.parse(dashed)).toBe(dashed)
        },
      ),
    )
  })
})

describe('unified social credit code 统一社会信用代码', () => {
  it.each([
    '9144030071526726XG',
    '91330100799655058B',
    '914403001922038216',
    '91320413MA1ABCDE1R',
    '91320413MA2000000Y',
    '113204130141330002',
    '91350100M000100Y43',
  ])('%s is right (GB 32100-2015)', (code) => {
    expect(checkCreditCode(code)).toEqual({ value: code })
  })

  it('is taken in small letters, full width and with spaces', () => {
    expect(CreditCode.parse(' ９１３２０４１３ ma1abcde1r')).toBe('91320413MA1ABCDE1R')
  })

  it.each([
    ['91350100M000100Y4', '所填为 17 位', '17'],
    ['91350100M000100Y4Z', '第 18 位“Z”', 'Character 18'],
    ['91320413MA1XXXXX0A', '末位应为', 'should be'],
    ['91350100M000100Y44', '末位应为“3”，所填为“4”', 'should be "3"'],
    ['9132O413MA1ABCDE1R', '第 5 位“O”', 'Character 5'],
    ['91320A13MA1ABCDE1R', '第 3–8 位', 'Characters 3–8'],
  ])('%s is refused and the message says which thing is wrong', (code, zh, en) => {
    expect(checkCreditCode(code)).toMatchObject({
      fault: { zh: expect.stringContaining(zh), en: expect.stringContaining(en) },
    })
  })

  it('shows every single wrong character and every swap of two neighbours', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
    const first17 = fc.tuple(
      fc.stringMatching(/^9[123]\d{6}$/),
      fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 }),
    )
    fc.assert(
      fc.property(first17, fc.nat(17), fc.nat(30), ([region, body], at, other) => {
        const code = creditCodeWithCheck(region + body.join(''))
        expect(checkCreditCode(code)).toEqual({ value: code })
        const wrong = code.slice(0, at) + alphabet[other] + code.slice(at + 1)
        if (wrong !== code) expect(checkCreditCode(wrong)).toHaveProperty('fault')
        const swapped =
          code.slice(0, at) +
          code
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          code.slice(at + 2)
        if (swapped !== code) expect(checkCreditCode(swapped)).toHaveProperty('fault')
      }),
    )
  })
})

describe('identity number 身份证号', () => {
  it.each(['11010519491231002X', '440524188001010014', '320413199001010016'])('%s is right (GB 11643)', (number) => {
    expect(checkIdNumber(number)).toEqual({ value: number })
  })

  it.each([
    ['110105194912310021', '校验不符'],
    ['11010519491331002X', '出生日期'],
    ['1101051949123100X', '18 位'],
  ])('%s is refused without being repeated', (number, why) => {
    const checked = checkIdNumber(number)
    expect(checked).toMatchObject({ fault: { zh: expect.stringContaining(why) } })
    expect(JSON.stringify(checked)).not.toContain(number.slice(6, 14))
  })

  it('shows the first six and the last four', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110105＊＊＊＊＊＊＊＊002X')
    expect(maskIdNumber('12345')).toBe('＊＊＊＊＊')
  })
})
