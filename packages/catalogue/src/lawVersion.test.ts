import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import { cite, versionOn } from './lawVersion.ts'
import type { Source } from './source.ts'

const { laws } = realCatalogue({ readdirSync, readFileSync })
const byId = new Map(laws.map((l) => [l.id, l]))
const read = (source: Source | readonly Source[], day: string) => cite(byId, { source, confidence: 'A' }, day).text

describe('a citation', () => {
  it('names the law, the version in force on the day of acceptance and the article', () => {
    expect(read({ law: 'urban-planning', article: '38' }, '2022-09-09')).toEqual({
      zh: '《城乡规划法》（2019）第38条',
      en: 'Urban and Rural Planning Law (2019), art. 38',
    })
  })
  it('changes with the day: energy review under three orders, the last with a name of its own', () => {
    const on = (day: string) => read({ law: 'energy-review-measures' }, day).zh
    expect(on('2023-05-31')).toBe('《固定资产投资项目节能审查办法》（2016 年第 44 号令）')
    expect(on('2023-06-01')).toBe('《固定资产投资项目节能审查办法》（2023 年第 2 号令）')
    expect(on('2025-08-31')).toBe('《固定资产投资项目节能审查办法》（2023 年第 2 号令）')
    expect(on('2025-09-01')).toBe('《固定资产投资项目节能审查和碳排放评价办法》（2025 年第 31 号令）')
  })
  it('of a law that is not in force on the day says that no version is registered', () => {
    expect(read({ law: 'eia', article: '22' }, '2026-08-14').zh).not.toContain('未登记')
    expect(read({ law: 'eia', article: '22' }, '2026-08-15')).toEqual({
      zh: '《环境影响评价法》（当日版本未登记）第22条',
      en: 'Environmental Impact Assessment Law (no version registered for that day), art. 22',
    })
    expect(read({ law: 'ecological-code', article: '102' }, '2026-08-15').zh).not.toContain('未登记')
    expect(
      versionOn(
        {
          id: 'x',
          name: { zh: '甲', en: 'A' },
          versions: [{ version: '1', effectiveFrom: '2020-01-01', confidence: 'A' }],
        },
        '2019-12-31',
      ),
    ).toBeUndefined()
  })
  it('of several articles and of an annex reads in both languages', () => {
    expect(read({ law: 'cultural-relics', article: '28、29' }, '2025-03-01')).toEqual({
      zh: '《文物保护法》（2024）第28、29条',
      en: 'Cultural Relics Protection Law (2024), art. 28, 29',
    })
    expect(read({ law: 'state-council-order-412', article: '附件101' }, '2025-03-01').zh).toMatch(/附件第101项$/)
    expect(read({ law: 'state-council-order-412', article: '附件101' }, '2025-03-01').en).toMatch(/, annex, item 101$/)
  })
  it('of a page gives its title, who issued it and when', () => {
    expect(read({ title: '常环复〔2025〕38号', by: '常州市', year: '2025', article: '二' }, '2025-01-01')).toEqual({
      zh: '常环复〔2025〕38号（常州市 2025 二）',
      en: '常环复〔2025〕38号 (常州市 2025 二)',
    })
    expect(read({ title: '样本' }, '2025-01-01')).toEqual({ zh: '样本', en: '样本' })
  })
  it('of several sources joins them and keeps the confidence of the statement', () => {
    const sources = [{ law: 'deed-tax', article: '11' }, { title: '样本' }]
    const citation = cite(byId, { source: sources, confidence: 'B' }, '2022-09-09')
    expect(citation).toEqual({
      text: { zh: '《契税法》（2020）第11条；样本', en: 'Deed Tax Law (2020), art. 11; 样本' },
      confidence: 'B',
    })
  })
})
