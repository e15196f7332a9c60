import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import type { FactValue } from './condition.ts'
import { readFactValue } from './factValue.ts'

const { facts } = realCatalogue({ readdirSync, readFileSync })
const fact = (id: string) => {
  const found = facts.find((f) => f.id === id)
  if (!found) throw new Error(`no fact ${id}`)
  return found
}
const read = (id: string, written: FactValue) => readFactValue(fact(id), written)

describe('a number', () => {
  it.each<[string, FactValue, number]>([
    ['landAreaHm2', 25, 25],
    ['landAreaHm2', '25 公顷', 25],
    ['landAreaHm2', '25hm2', 25],
    ['landAreaHm2', '375 亩', 25],
    ['landAreaHm2', '500亩', 33.3333333333],
    ['landAreaHm2', '250000 平方米', 25],
    ['investmentWan', '15 亿元', 150000],
    ['investmentWan', '1.5亿元', 15000],
    ['investmentWan', '8000 万元', 8000],
    ['investmentWan', '30 元', 0.003],
    ['elecKWhYear', '1200 万kWh', 12000000],
    ['elecKWhYear', '0.05 亿千瓦时', 5000000],
    ['energyTce', '6.8 万吨标准煤', 68000],
    ['energyTce', '0', 0],
    ['constructionDays', '270 天', 270],
    ['earthworkM3', '1.8e5', 180000],
  ])('%s written %j is %d in its own unit', (id, written, value) => {
    expect(read(id, written)).toEqual({ value })
  })
  it.each([
    ['３７５亩', 25],
    ['２．５公顷', 2.5],
    ['　１２　公顷　', 12],
    ['1,234.5 亩', 82.3],
    ['１，２３４．５亩', 82.3],
  ])('may be typed as offices type: %s', (written, value) => {
    expect(read('landAreaHm2', written)).toEqual({ value })
  })
  it('keeps thousands apart only where they are thousands', () => {
    expect(read('earthworkM3', '180,000')).toEqual({ value: 180000 })
    expect(read('earthworkM3', '1,234,567 立方米')).toEqual({ value: 1234567 })
    for (const odd of ['18,00', '1,2345', '1,23']) expect(read('earthworkM3', odd)).toHaveProperty('wrong')
  })
  it('in a unit that the fact does not know is refused with those that it does', () => {
    expect(read('energyTce', '5 GJ')).toEqual({
      wrong: {
        zh: '“energyTce”不能用单位 GJ；可用：tce、吨标准煤、万吨标准煤、万tce',
        en: '"energyTce" cannot be given in GJ; accepted: tce, 吨标准煤, 万吨标准煤, 万tce',
      },
    })
    expect(read('landAreaHm2', '5 constructor')).toHaveProperty('wrong.en', expect.stringContaining('constructor'))
  })
  it.each<FactValue>(['many', '', '--5', '1.2.3亩', true, ['5'], '五百亩'])(
    'is refused when it is none: %j',
    (written) => {
      expect(read('landAreaHm2', written)).toEqual({
        wrong: {
          zh: expect.stringMatching(/^“landAreaHm2”(应为数字，可带单位（|不能用单位).*公顷、hm2、亩、平方米、㎡/),
          en: expect.stringMatching(
            /^"landAreaHm2" (must be a number, with a unit if you like|cannot be given in).*公顷, hm2, 亩, 平方米, ㎡/,
          ),
        },
      })
    },
  )
  it('may be neither negative nor beyond all measure, and says so in its unit', () => {
    expect(read('landAreaHm2', '-15 亩')).toEqual({
      wrong: {
        zh: '“landAreaHm2”不能小于 0 公顷，现为 -1 公顷',
        en: '"landAreaHm2" must be at least 0 公顷, not -1 公顷',
      },
    })
    expect(read('landAreaHm2', 375000)).toEqual({
      wrong: {
        zh: '“landAreaHm2”不能大于 10000 公顷，现为 375000 公顷；单位写对了吗？可用：公顷、hm2、亩、平方米、㎡',
        en: '"landAreaHm2" must be at most 10000 公顷, not 375000 公顷; is the unit right? Accepted: 公顷, hm2, 亩, 平方米, ㎡',
      },
    })
    expect(read('energyTce', '1e999')).toHaveProperty('wrong')
  })
  it('of days is whole', () => {
    expect(read('surveyDays', 12.5)).toEqual({
      wrong: { zh: '“surveyDays”应为整数，现为 12.5 日', en: '"surveyDays" must be a whole number, not 12.5 日' },
    })
  })
  it('is the same whichever of its units it is written in', () => {
    const inUnits = facts.flatMap((f) => Object.entries(f.units ?? {}).map(([unit, factor]) => ({ f, unit, factor })))
    const most = ({ f, factor }: (typeof inUnits)[number]) => Math.floor(Math.min(1e6, (f.maximum ?? 1e6) / factor))
    fc.assert(
      fc.property(fc.constantFrom(...inUnits), fc.nat(), (u, n) => {
        const amount = n % (most(u) + 1)
        const expected = Number((amount * u.factor).toPrecision(12))
        fc.pre(u.f.type === 'number' || Number.isInteger(expected))
        expect(readFactValue(u.f, `${amount} ${u.unit}`)).toEqual({ value: expected })
        expect(readFactValue(u.f, `${amount}${u.unit}`)).toEqual({ value: expected })
      }),
    )
  })
})

describe('an answer', () => {
  it('of yes or no is true or false', () => {
    expect(read('newBuild', true)).toEqual({ value: true })
    expect(read('newBuild', 'yes')).toEqual({
      wrong: {
        zh: '“newBuild”应为 true、false 或 unknown，现为 yes',
        en: '"newBuild" must be true, false or unknown, not yes',
      },
    })
  })
  it('of one choice is one of those that there are', () => {
    expect(read('landSource', 'grant')).toEqual({ value: 'grant' })
    expect(read('landSource', 'granted')).toEqual({
      wrong: {
        zh: '“landSource”不能是 granted；可用：grant（出让）、ownLand（存量自有）、leased（租赁厂房），或 unknown',
        en: '"landSource" cannot be granted; accepted: grant (Newly granted), ownLand (Already owned), leased (Leased plant), or unknown',
      },
    })
    expect(read('landSource', 'toString')).toHaveProperty('wrong')
  })
  it('of several choices is a list of those that there are', () => {
    expect(read('specialWorksReason', ['powerWorks', 'flammableGoods'])).toEqual({
      value: ['powerWorks', 'flammableGoods'],
    })
    expect(read('specialWorksReason', ['powerWork'])).toHaveProperty(
      'wrong.zh',
      expect.stringMatching(/不能有 powerWork；可用：flammableGoods（/),
    )
    expect(read('specialWorksReason', 'powerWorks')).toHaveProperty(
      'wrong.en',
      expect.stringMatching(/must be a list such as \[flammableGoods\]; accepted: /),
    )
  })
  it('in words fits its pattern', () => {
    expect(read('gbCode', 'C3841')).toEqual({ value: 'C3841' })
    expect(read('gbCode', '3841')).toHaveProperty(
      'wrong.en',
      expect.stringContaining('"gbCode" is not written right: 3841'),
    )
    expect(read('gbCode', 3841)).toHaveProperty('wrong.zh', '“gbCode”应为文字（加引号）')
  })
})
