import { creditCodeFault, ParcelShape, ProjectFacts, ProjectIdentity, projectCodeParts } from '@kaigong/contract'
import { describe, expect, it } from 'vitest'
import { demoDistricts } from './index.ts'

const [jintan, liyang] = demoDistricts()
if (!jintan || !liyang) throw new Error('the demo has two districts')
const all = demoDistricts().flatMap((d) => d.projects)
const wan = (text: string | null) => Number((text ?? '0').replace('.00', ''))
const list = (year: number, level: string) =>
  jintan.projects.filter((p) => p.identity.listYear === year && p.identity.level === level)
const sum = (projects: typeof all, key: 'yearPlanWan' | 'spentThisYearWan') =>
  projects.reduce((total, p) => total + wan(p.identity[key]), 0)

describe('the demo district', () => {
  it('spends in 2022 what was published: 4 provincial projects 56.6, 35 municipal ones 218 (亿元), 101.8 % and 102.8 % of their plans', () => {
    const [province, city] = [list(2022, 'province'), list(2022, 'city')]
    expect([province.length, city.length]).toEqual([4, 35])
    expect([sum(province, 'spentThisYearWan'), sum(city, 'spentThisYearWan')]).toEqual([566_000, 2_180_000])
    expect((566_000 / sum(province, 'yearPlanWan')).toFixed(3)).toBe('1.018')
    expect((2_180_000 / sum(city, 'yearPlanWan')).toFixed(3)).toBe('1.028')
  })
  it('has 7 provincial projects in 2023: one a reserve, five of new energy, all of the five new industries', () => {
    const province = list(2023, 'province')
    expect(province).toHaveLength(7)
    expect(province.filter((p) => p.identity.kind === 'reserve')).toHaveLength(1)
    expect(province.filter((p) => p.identity.fiveNew === '新能源')).toHaveLength(5)
    expect(province.every((p) => p.identity.fiveNew !== null)).toBe(true)
    expect(province.map((p) => p.key)).toContain('flagship')
  })
  it('says of every project and company that it is invented', () => {
    expect(all.filter((p) => !p.identity.synthetic || !p.identity.remark?.includes('演示'))).toEqual([])
    expect(
      demoDistricts()
        .flatMap((d) => d.companies)
        .filter((c) => !c.name.includes('演示')),
    ).toEqual([])
  })
  it('keeps to the form of everything that it registers', () => {
    for (const { identity, facts, parcels } of all) {
      ProjectIdentity.omit({ companyId: true }).parse(identity)
      ProjectFacts.parse(facts)
      for (const { shape } of parcels) ParcelShape.parse(shape)
      expect(projectCodeParts(identity.code ?? '')?.form).toBe('new')
    }
    for (const { creditCode } of demoDistricts().flatMap((d) => d.companies))
      expect(creditCodeFault(creditCode)).toBeNull()
  })
  it('repeats no code, and shares nobody between districts', () => {
    const codes = all.map((p) => p.identity.code)
    expect(new Set(codes).size).toBe(codes.length)
    const keys = jintan.people.map((p) => p.key)
    expect(liyang.people.filter((p) => keys.includes(p.key))).toEqual([])
  })
  it('names only people and companies that it has, one helper a project', () => {
    for (const { people, companies, projects } of demoDistricts()) {
      const known = new Set([...people.map((p) => p.key), ...companies.map((c) => c.key)])
      for (const { company, team } of projects) {
        expect([company, ...team.map((m) => m.person)].filter((key) => !known.has(key))).toEqual([])
        expect(team.filter((m) => m.duty === 'helper')).toHaveLength(1)
      }
      expect(people.flatMap((p) => p.company ?? []).filter((key) => !known.has(key))).toEqual([])
    }
  })
})
