import { describe, expect, it } from 'vitest'
import { industries, sections } from './industries.ts'
import { checkIndustryCode, IndustryCode, industryPath, searchIndustries } from './industry.ts'
import { townships } from './townships.ts'

describe('industry 行业 GB/T 4754-2017', () => {
  it('is written with the letter of its section, which follows from the division', () => {
    expect(IndustryCode.parse('3841')).toBe('C3841')
    expect(IndustryCode.parse(' ｃ３８４１')).toBe('C3841')
    expect(IndustryCode.parse('4416')).toBe('D4416')
    expect(IndustryCode.parse('C38')).toBe('C38')
  })

  it.each([
    ['D3841', '大类 38 属于门类 C，应写作 C3841'],
    ['C9841', '没有大类 98'],
    ['锂电池', '2—4 位数字'],
    ['C38411', '2—4 位数字'],
  ])('%s is refused', (written, why) => {
    expect(checkIndustryCode(written)).toMatchObject({ fault: { zh: expect.stringContaining(why) } })
  })

  it('stands under its group, division and section', () => {
    expect(industryPath('C3841').map(({ code, name }) => `${code} ${name.zh}`)).toEqual([
      'C 制造业',
      'C38 电气机械和器材制造业',
      'C384 电池制造',
      'C3841 锂离子电池制造',
    ])
    expect(industryPath('C3899').map(({ code }) => code)).toEqual(['C', 'C38'])
  })

  it('is found by the beginning of its code, with or without the letter, and by part of its name', () => {
    expect(searchIndustries('384').map(({ code }) => code)).toEqual([
      'C384',
      'C3841',
      'C3842',
      'C3843',
      'C3844',
      'C3849',
    ])
    expect(searchIndustries('c3841')[0]?.name.zh).toBe('锂离子电池制造')
    expect(searchIndustries('光伏').map(({ code }) => code)).toEqual(['C3825'])
    expect(searchIndustries('solar').map(({ code }) => code)).toEqual(['D4416'])
    expect(searchIndustries(' ')).toEqual([])
  })

  it('has all sections A to T, whose divisions follow on one another from 01 to 97', () => {
    expect(sections.map(([letter]) => letter).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    sections.forEach(([, first, last], i) => {
      expect(first).toBe((sections[i - 1]?.[2] ?? 0) + 1)
      expect(last).toBeGreaterThanOrEqual(first)
    })
    expect(sections.at(-1)?.[2]).toBe(97)
  })

  it('has all divisions of C and D, each code once, and under every class its division', () => {
    const codes = industries.map(({ code }) => code)
    const divisions = Array.from({ length: 34 }, (_, i) => String(13 + i))
    expect(codes.filter((code) => /^\d\d$/.test(code))).toEqual(divisions)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => /^\d{3,4}$/.test(code) && !codes.includes(code.slice(0, 2)))).toEqual([])
  })

  it('knows every class that the domain text lists, and marks as general knowledge what it marks so', () => {
    const listed =
      'C2613 C2614 C2661 C2669 C3091 C3311 C3360 C3491 C3562 C3563 C3612 C3620 C3670 C3824 C3825 C3841 C3842 C3843 C3844 C3849 C3972 C3973 C3985 D4416'
    for (const code of listed.split(' ')) expect(industryPath(code).at(-1)).toMatchObject({ code })
    expect(industryPath('C2669').at(-1)?.confidence).toBe('GK')
    expect(industryPath('C3841').at(-1)?.confidence).toBe('C')
  })
})

describe('townships 镇街', () => {
  it('bear codes that begin with their district, and none where no source gives one', () => {
    for (const [district, places] of Object.entries(townships)) {
      for (const { code, confidence } of places) {
        if (code !== undefined) expect(code).toMatch(new RegExp(`^${district}\\d{3}$`))
        expect(confidence).toBe(code === undefined ? 'GK' : 'C')
      }
      expect(new Set(places.map(({ name }) => name.zh)).size).toBe(places.length)
    }
    expect(townships['320413']?.find(({ name }) => name.zh === '薛埠镇')?.code).toBe('320413109')
  })
})
