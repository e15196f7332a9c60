import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exampleProject, type Mistake, plant, realCatalogue } from './catalogue.fixture.ts'
import { faultLine } from './fault.ts'
import { readProject } from './readProject.ts'

const fs = { readdirSync, readFileSync }
const catalogue = realCatalogue(fs)

const file = 'plant.yaml'
/** A good file, so that every fault of a spoilt one is the one that was planted. */
const good = `name: { zh: 新材料工厂, en: Materials plant }
code: 2108-320413-89-01-123456
district: '320413'
asOf: 2026-09-01
land: { basis: contract, day: 2026-08-20 }
startBy: 2027-03-01
facts:
  landSource: grant
  newBuild: { value: true, confidence: A, source: { title: 报道 } }
  landAreaHm2: 90 亩
  energyTce: unknown
  specialWorksReason: [powerWorks]
parcels:
  - id: P1
    facts: { relicsZone: false }
  - id: P2
phases:
  - id: '1'
    name: { zh: 一期, en: Phase 1 }
    parcels: [P1]
    facts: { floorAreaM2: 4.6 万平方米 }
  - id: '2'
    name: { zh: 二期, en: Phase 2 }
    notBefore: 2027-09-01
unitWorks:
  - { id: U1, name: { zh: 一号厂房, en: Hall 1 }, phase: '1' }
tracks: { A05: tolerance, B02: best, A01: standard }
ready:
  - { matter: C07, scope: '1', material: C07-form, on: 2026-10-01 }
done:
  - { matter: P10, scope: P1, on: 2026-08-20 }
  - { matter: A01, on: 2026-05-11, number: 坛发改备〔2026〕1号 }
assessments: [JT-geo-hazard]
`

const read = (text: string) => readProject({ path: file, text }, catalogue)
const faultsOf = (text: string) => {
  const result = read(text)
  return 'faults' in result ? result.faults.flatMap((f) => [faultLine(f, 'zh'), faultLine(f, 'en')]) : []
}

describe('a project file', () => {
  it('gives the project with facts in their own units and the places that it leaves out', () => {
    expect(read(good)).toEqual({
      project: {
        name: { zh: '新材料工厂', en: 'Materials plant' },
        code: '2108-320413-89-01-123456',
        district: '320413',
        asOf: '2026-09-01',
        land: { basis: 'contract', day: '2026-08-20' },
        startBy: '2027-03-01',
        facts: {
          landSource: { value: 'grant' },
          newBuild: { value: true, confidence: 'A', source: { title: '报道' } },
          landAreaHm2: { value: 6 },
          energyTce: { value: undefined },
          specialWorksReason: { value: ['powerWorks'] },
        },
        parcels: [
          { id: 'P1', facts: { relicsZone: { value: false } } },
          { id: 'P2', facts: {} },
        ],
        phases: [
          { id: '1', name: { zh: '一期', en: 'Phase 1' }, parcels: ['P1'], facts: { floorAreaM2: { value: 46000 } } },
          { id: '2', name: { zh: '二期', en: 'Phase 2' }, notBefore: '2027-09-01', facts: {} },
        ],
        unitWorks: [{ id: 'U1', name: { zh: '一号厂房', en: 'Hall 1' }, phase: '1', facts: {} }],
        tracks: { A05: 'tolerance', B02: 'best', A01: 'standard' },
        ready: [{ matter: 'C07', scope: '1', material: 'C07-form', on: '2026-10-01' }],
        done: [
          { matter: 'P10', scope: 'P1', on: '2026-08-20' },
          { matter: 'A01', on: '2026-05-11', number: '坛发改备〔2026〕1号' },
        ],
        assessments: ['JT-geo-hazard'],
      },
    })
  })
  it('may say no more than name, district and facts: one phase and one parcel without a name then', () => {
    expect(read("name: { zh: 甲, en: A }\ndistrict: '320413'\nfacts: {}\n")).toEqual({
      project: {
        name: { zh: '甲', en: 'A' },
        district: '320413',
        facts: {},
        parcels: [{ id: '', facts: {} }],
        phases: [{ id: '', name: { zh: '甲', en: 'A' }, facts: {} }],
        unitWorks: [],
        tracks: {},
        ready: [],
        done: [],
        assessments: [],
      },
    })
  })
  it.each([
    'battery-plant-4.1',
    'hazardous-chemical-line',
    'leased-workshop',
    'river-plant-dormitory',
    'synthetic-biology-pilot',
    'technical-upgrade',
  ])('among the examples, %s, is without fault', (name) => {
    expect(readProject(exampleProject(fs, name), catalogue)).toHaveProperty('project')
  })
})

describe('a mistake in a project file is told at its place in both languages:', () => {
  const cases: readonly [string, Omit<Mistake, 'file'>][] = [
    [
      'a fact that there is none of, at its name, with the one that was meant',
      {
        was: '  energyTce: unknown',
        is: '  ^energyTcee: { value: 5 }',
        zh: '项目属性“energyTcee”不存在，是否想写 energyTce？（全部属性：kaigong catalogue show facts）',
        en: 'fact "energyTcee" does not exist; did you mean energyTce? (all facts: kaigong catalogue show facts)',
      },
    ],
    [
      'a choice that the fact does not have',
      {
        was: 'landSource: grant',
        is: 'landSource: ^granted',
        zh: '“landSource”不能是 granted；可用：grant（出让）、ownLand（存量自有）、leased（租赁厂房），或 unknown',
        en: '"landSource" cannot be granted; accepted: grant (Newly granted), ownLand (Already owned), leased (Leased plant), or unknown',
      },
    ],
    [
      'a negative area',
      {
        was: 'landAreaHm2: 90 亩',
        is: 'landAreaHm2: ^-90 亩',
        zh: '“landAreaHm2”不能小于 0 公顷，现为 -6 公顷',
        en: '"landAreaHm2" must be at least 0 公顷, not -6 公顷',
      },
    ],
    [
      'a wrong unit',
      {
        was: 'landAreaHm2: 90 亩',
        is: 'landAreaHm2: ^90 tce',
        zh: '“landAreaHm2”不能用单位 tce；可用：公顷、hm2、亩、平方米、㎡',
        en: '"landAreaHm2" cannot be given in tce; accepted: 公顷, hm2, 亩, 平方米, ㎡',
      },
    ],
    [
      'a fact without a value',
      {
        was: 'energyTce: unknown',
        is: 'energyTce: ^',
        zh: '项目属性写作一个值、unknown，或 { value, source, confidence, note }',
        en: 'a fact is a value, unknown, or { value, source, confidence, note }',
      },
    ],
    [
      'a fact of the parcel stated of a phase, at its name',
      {
        was: 'facts: { floorAreaM2: 4.6 万平方米 }',
        is: 'facts: { ^relicsZone: true }',
        zh: '“relicsZone”不能写在这里，它属于项目或地块',
        en: '"relicsZone" cannot be stated here, it belongs to the project or a parcel',
      },
    ],
    [
      'a district that there is none of',
      {
        was: "district: '320413'",
        is: "district: ^'320499'",
        zh: '区划“320499”不存在；可用：320413、320481',
        en: 'district "320499" does not exist; accepted: 320413, 320481',
      },
    ],
    [
      'a district code that YAML reads as a number',
      {
        was: "district: '320413'",
        is: 'district: ^320413',
        zh: '“district”应为文字，现为 320413',
        en: '"district" must be text, not 320413',
      },
    ],
    [
      'a project code of another shape',
      {
        was: 'code: 2108-320413-89-01-123456',
        is: 'code: ^2108-320413-89',
        zh: '项目代码形如 2020-320413-38-03-500001',
        en: 'a project code looks like 2020-320413-38-03-500001',
      },
    ],
    [
      'a parcel that there is none of',
      {
        was: 'parcels: [P1]',
        is: 'parcels: [P1, ^P9]',
        zh: '地块“P9”不存在；可用：P1、P2',
        en: 'parcel "P9" does not exist; accepted: P1, P2',
      },
    ],
    [
      'a phase that there is none of',
      {
        was: "phase: '1'",
        is: "phase: ^'3'",
        zh: '分期“3”不存在；可用：1、2',
        en: 'phase "3" does not exist; accepted: 1, 2',
      },
    ],
    [
      'an id that stands twice',
      {
        was: "- id: '2'",
        is: "- id: ^'1'",
        zh: '编号“1”用了两次；分期、地块、单体的编号不能重复',
        en: 'id "1" stands twice; phases, parcels and unit works need ids of their own',
      },
    ],
    ['an id of nothing', { was: "- id: '2'", is: "- id: ^''", zh: '“id”不能为空', en: '"id" must not be empty' }],
    [
      'a track of no known kind',
      {
        was: 'B02: best',
        is: 'B02: ^fast',
        zh: '“B02”的值 fast 不可用；可用：standard、tolerance、commitment、preReview、exempt、best',
        en: '"B02" cannot be fast; accepted: standard, tolerance, commitment, preReview, exempt, best',
      },
    ],
    [
      'a track that the matter cannot take',
      {
        was: 'A05: tolerance',
        is: 'A05: ^preReview',
        zh: '事项 A05 不能用“preReview”办理；可用：standard、tolerance、exempt、best',
        en: 'matter A05 cannot take the track "preReview"; accepted: standard, tolerance, exempt, best',
      },
    ],
    [
      'a track of a matter that there is none of',
      {
        was: 'A05: tolerance',
        is: 'A95: ^tolerance',
        zh: '事项“A95”不存在，是否想写 A05？',
        en: 'matter "A95" does not exist; did you mean A05?',
      },
    ],
    [
      'a material that the matter does not ask for',
      {
        was: "matter: C07, scope: '1', material: C07-form",
        is: 'matter: A10, material: ^C07-form',
        zh: '材料“C07-form”不存在；可用：A10-report',
        en: 'material "C07-form" does not exist; accepted: A10-report',
      },
    ],
    [
      'a regional assessment that the district does not have',
      {
        was: 'assessments: [JT-geo-hazard]',
        is: 'assessments: [JT-geo-hazard, ^LY-water-soil]',
        zh: '区域评估“LY-water-soil”不存在；可用：JT-geo-hazard、JT-overlay-mineral、JT-seismic',
        en: 'regional assessment "LY-water-soil" does not exist; accepted: JT-geo-hazard, JT-overlay-mineral, JT-seismic',
      },
    ],
    [
      'something done that is no matter',
      {
        was: 'matter: P10, scope: P1',
        is: 'matter: ^P60',
        zh: '事项“P60”不存在，是否想写 P10？',
        en: 'matter "P60" does not exist; did you mean P10?',
      },
    ],
    [
      'something done at a place where it does not occur',
      {
        was: 'matter: P10, scope: P1',
        is: "matter: P10, scope: ^'1'",
        zh: 'P10 的范围“1”不存在；可用：P1、P2',
        en: 'the scope of P10 "1" does not exist; accepted: P1, P2',
      },
    ],
    [
      'something done twice',
      {
        was: '- { matter: A01, on: 2026-05-11',
        is: '- { matter: A01, on: 2026-05-10 }\n  - ^{ matter: A01, on: 2026-05-11',
        zh: 'A01 已办成写了两次',
        en: 'A01 is stated as done twice',
      },
    ],
    [
      'something done after the day from which the plan looks',
      {
        was: 'matter: A01, on: 2026-05-11',
        is: 'matter: A01, on: ^2026-09-02',
        zh: 'A01 的办成日 2026-09-02 晚于计划基准日 2026-09-01，还不能算已办成',
        en: 'A01 is dated 2026-09-02, after the as-of day 2026-09-01: it cannot be done yet',
      },
    ],
    [
      'a land day before its contract',
      {
        was: 'day: 2026-08-20 }\nstart',
        is: 'day: ^2026-08-19 }\nstart',
        zh: '拿地日 2026-08-19 早于出让合同日 2026-08-20；请核对口径（land.basis）与日期',
        en: 'the land day 2026-08-19 is before the contract of 2026-08-20; check its basis (land.basis) and the dates',
      },
    ],
    [
      'a day before the first calendar',
      {
        was: 'notBefore: 2027-09-01',
        is: 'notBefore: ^2019-12-31',
        zh: '日期 2019-12-31 早于第一份工作日历（2020 年）',
        en: '2019-12-31 is before the first calendar (2020)',
      },
    ],
    [
      'a day that no calendar has',
      {
        was: 'startBy: 2027-03-01',
        is: 'startBy: ^2027-02-30',
        zh: '“startBy”应为真实日期，写作 2022-09-09，现为 2027-02-30',
        en: '"startBy" must be a real date written 2022-09-09, not 2027-02-30',
      },
    ],
    [
      'a field that there is none of, at its name',
      { was: 'startBy: 2027', is: '^startDay: 2027', zh: '不认识的字段“startDay”', en: 'unknown field "startDay"' },
    ],
    [
      'a missing translation',
      {
        was: 'name: { zh: 新材料工厂, en: Materials plant }',
        is: 'name: ^{ zh: 新材料工厂 }',
        zh: '缺少译文 en（中英文都要写）',
        en: 'missing translation en (both languages are needed)',
      },
    ],
    [
      'a field written twice',
      {
        was: 'asOf: 2026-09-01\n',
        is: 'asOf: 2026-09-01\n^asOf: 2026-09-02\n',
        zh: 'YAML 写法有误：同一字段写了两次（Map keys must be unique）',
        en: 'YAML mistake: Map keys must be unique',
      },
    ],
    [
      'a tab for indentation',
      {
        was: '  landSource: grant',
        is: '^\tlandSource: grant',
        zh: 'YAML 写法有误：缩进用了制表符，请改为空格（Tabs are not allowed as indentation）',
        en: 'YAML mistake: Tabs are not allowed as indentation',
      },
    ],
    [
      'a bracket that is not closed',
      {
        was: 'parcels: [P1]\n    facts',
        is: 'parcels: [P1\n    ^facts',
        zh: 'YAML 写法有误：括号没有关上，或其中的行缩进不够（Flow sequence in block collection must be sufficiently indented and end with a ]）',
        en: 'YAML mistake: Flow sequence in block collection must be sufficiently indented and end with a ]',
      },
    ],
  ]
  it.each(cases)('%s', (_, mistake) => {
    const planted = plant([{ path: file, text: good }], [{ file, ...mistake }])
    const told = planted.faults.flatMap((f) => [faultLine(f, 'zh'), faultLine(f, 'en')])
    expect(faultsOf(planted.files[0]?.text ?? '')).toEqual(told)
  })
  it('a land day of the deal may come before the contract', () => {
    expect(faultsOf(good.replace('basis: contract, day: 2026-08-20', 'basis: transaction, day: 2026-08-10'))).toEqual(
      [],
    )
  })
  it.each([
    ['an empty file', '', '文件是空的', 'the file is empty'],
    ['a list', '- name', '文件内容应为字段组，现为 ["name"]', 'the file must be a group of fields, not ["name"]'],
    ['a word', 'plan', '文件内容应为字段组，现为 plan', 'the file must be a group of fields, not plan'],
  ])('%s instead of a project', (_, text, zh, en) => {
    expect(faultsOf(text)).toEqual([`${file}:1:1: ${zh}`, `${file}:1:1: ${en}`])
  })
  it('lists in lists a hundred deep instead of a name', () => {
    const text = good.replace('{ zh: 新材料工厂, en: Materials plant }', '['.repeat(100) + ']'.repeat(100))
    expect(faultsOf(text)).toEqual([`${file}:1:105: YAML 嵌套太深`, `${file}:1:105: the YAML is nested too deeply`])
  })
  it('several mistakes are told all at once, in the order of their lines', () => {
    const text = good.replace('grant', 'granted').replace('90 亩', '90 mu').replace('[JT-geo-hazard]', '[JT]')
    expect(faultsOf(text).map((line) => line.split(':')[1])).toEqual(['8', '8', '10', '10', '33', '33'])
  })
})
