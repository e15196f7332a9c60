import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import type { Condition, FactValue } from './condition.ts'
import { describeCondition, describeValue, type Names } from './describe.ts'

const { facts, matters, assessments } = realCatalogue({ readdirSync, readFileSync })
const names: Names = {
  fact: (id) => facts.find((f) => f.id === id),
  matter: (id) => matters.find((m) => m.id === id)?.name,
  assessment: (id) => assessments.find((a) => a.id === id)?.name,
}

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [{ fact: 'energyTce', atLeast: 1000 }, '年综合能源消费量≥1,000 tce', 'Yearly energy use ≥ 1,000 tce'],
    [{ fact: 'floorAreaM2', above: 300 }, '建筑面积>300 m2', 'Floor area > 300 m2'],
    [{ fact: 'landAreaHm2', below: 0.5 }, '用地面积<0.5 公顷', 'Land area < 0.5 公顷'],
    [{ fact: 'landAreaHm2', atMost: 5 }, '用地面积≤5 公顷', 'Land area ≤ 5 公顷'],
    [{ fact: 'newBuild', is: true }, '有土建=是', 'Has building works = yes'],
    [{ fact: 'landSource', is: 'grant' }, '用地来源=出让', 'Where the land comes from = Newly granted'],
    [
      { fact: 'eiaClass', in: ['book', 'table'] },
      '环评类别为报告书、报告表之一',
      'EIA class is one of Report (book), Report form (table)',
    ],
    [
      { fact: 'specialWorksReason', includes: 'powerWorks' },
      '特殊建设工程的情形∋大型发电、变配电工程',
      'Why the works are special ∋ Large power generation, transformation or distribution works',
    ],
    [{ applies: 'A05' }, '须办“固定资产投资项目节能审查”', '"Energy conservation review" applies'],
    [
      { assessed: 'geoHazard' },
      '有效的区域评估（地质灾害危险性评估）',
      'a valid regional assessment (Geological hazard risk assessment)',
    ],
    [{ always: true }, '一律适用', 'always'],
    [{ accepted: { from: '2025-09-01' } }, '2025-09-01 起受理', 'accepted from 2025-09-01'],
    [{ accepted: { until: '2025-08-31' } }, '2025-08-31 及以前受理', 'accepted until 2025-08-31'],
    [
      { accepted: { from: '2023-06-01', until: '2025-08-31' } },
      '2023-06-01 至 2025-08-31 受理',
      'accepted from 2023-06-01 until 2025-08-31',
    ],
  ])('%j', (condition, zh, en) => {
    expect(describeCondition(condition, names)).toEqual({ zh, en })
  })
  it('puts what belongs together in brackets', () => {
    const p: Condition = { fact: 'newBuild', is: true }
    const q: Condition = { fact: 'isForeign', is: true }
    const zh = (c: Condition) => describeCondition(c, names).zh
    expect(zh({ all: [p, { any: [p, q] }] })).toBe('有土建=是，且（有土建=是，或外商投资=是）')
    expect(zh({ any: [{ all: [p, q] }, q] })).toBe('（有土建=是，且外商投资=是），或外商投资=是')
    expect(zh({ all: [{ all: [p, q] }, q] })).toBe('有土建=是，且外商投资=是，且外商投资=是')
    expect(zh({ not: { any: [p, q] } })).toBe('非（有土建=是，或外商投资=是）')
  })
  it('falls back to ids where nobody knows a name', () => {
    const nobody: Names = { fact: () => undefined, matter: () => undefined, assessment: () => undefined }
    const all: Condition = { all: [{ fact: 'x', atLeast: 1 }, { applies: 'A99' }, { assessed: 'y' }] }
    expect(describeCondition(all, nobody).en).toBe('x ≥ 1, and "A99" applies, and a valid regional assessment (y)')
  })
})

describe('a value in words', () => {
  it.each<[string, FactValue | undefined, string, string]>([
    ['newBuild', false, '否', 'no'],
    ['investmentWan', 1500000, '1,500,000 万元', '1,500,000 万元'],
    ['energyTce', 1234.5678, '1,234.5678 tce', '1,234.5678 tce'],
    ['energyTce', -1234, '-1,234 tce', '-1,234 tce'],
    ['eiaClass', 'table', '报告表', 'Report form (table)'],
    ['specialWorksReason', [], '无', 'none'],
    ['gbCode', 'C3841', 'C3841', 'C3841'],
    ['energyTce', undefined, '未知', 'unknown'],
  ])('%s: %j', (id, value, zh, en) => {
    expect(describeValue(value, names.fact(id))).toEqual({ zh, en })
  })
  it('lists several choices', () => {
    const both = describeValue(['powerWorks', 'flammableGasStation'], names.fact('specialWorksReason'))
    expect(both.zh).toBe('大型发电、变配电工程、易燃易爆气体和液体的充装站、供应站、调压站')
  })
})
