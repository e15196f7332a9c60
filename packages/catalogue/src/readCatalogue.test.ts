import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Mistake, plant, realCatalogue, realFiles } from './catalogue.fixture.ts'
import type { Catalogue } from './catalogue.ts'
import { checkCalendars } from './checkCalendars.ts'
import { checkCircularRules } from './checkCircularRules.ts'
import { checkDistrict } from './checkDistrict.ts'
import { checkEdges } from './checkEdges.ts'
import { checkMatters } from './checkMatters.ts'
import type { Condition } from './condition.ts'
import { type Fault, faultLine } from './fault.ts'
import { readCatalogue } from './readCatalogue.ts'
import type { Say } from './say.ts'
import type { TextFile } from './yamlFile.ts'

const fs = { readdirSync, readFileSync }
const files = realFiles(fs)

const faultsOf = (texts: readonly TextFile[]): readonly Fault[] => {
  const read = readCatalogue(texts, 'planted')
  return 'faults' in read ? read.faults : []
}
const lines = (faults: readonly Fault[]) => faults.flatMap((f) => [faultLine(f, 'zh'), faultLine(f, 'en')]).sort()

/** Mistakes that are found in one reading are planted together; each must give its own fault at its own place, and there is no other. */
function findsEach(mistakes: Readonly<Record<string, Mistake>>) {
  const planted = plant(files, Object.values(mistakes))
  const found = lines(faultsOf(planted.files))
  Object.keys(mistakes).forEach((name, i) => {
    it(name, () => expect(found).toEqual(expect.arrayContaining(lines(planted.faults.slice(i, i + 1)))))
  })
  it('and nothing beside these', () => expect(found).toEqual(lines(planted.faults)))
}

const A05 = 'national/1-land-use/a05-energy-review.yaml'
const A07 = 'national/1-land-use/a07-soil-water-plan.yaml'
const A10 = 'national/1-land-use/a10-geo-hazard-assessment.yaml'
const A13 = 'national/1-land-use/a13-hazchem-safety-conditions.yaml'
const C07 = 'national/3-construction/c07-construction-permit.yaml'
const C08 = 'national/3-construction/c08-hazchem-design-review.yaml'
const EDGES = 'national/edges.yaml'
const JINTAN = 'districts/320413/'

describe('the catalogue of this checkout', () => {
  it('is without fault and keeps the hash that it was handed', () => {
    expect(realCatalogue(fs).hash).toBe('the catalogue of this checkout')
    expect(realCatalogue(fs).districts.map((d) => d.code)).toEqual(['320413', '320481'])
  })
  it('is plain data, so that it may be kept as JSON', () => {
    expect(JSON.parse(JSON.stringify(realCatalogue(fs)))).toEqual(realCatalogue(fs))
  })
  it('does not depend on the order in which its files are handed in', () => {
    const read = readCatalogue([...files].reverse(), 'the catalogue of this checkout')
    expect(read).toEqual({ catalogue: realCatalogue(fs) })
  })
})

describe('a file that is not written as its kind is written', () => {
  findsEach({
    'is told where a translation is missing': {
      file: A05,
      was: 'name: { zh: 固定资产投资项目节能审查, en: Energy conservation review }',
      is: 'name: ^{ zh: 固定资产投资项目节能审查 }',
      zh: '缺少译文 en（中英文都要写）',
      en: 'missing translation en (both languages are needed)',
    },
    'is told where a sentence is empty': {
      file: A05,
      was: 'result: { zh: 节能审查意见, en: Energy review opinion }',
      is: "result: { zh: ^'', en: Energy review opinion }",
      zh: '“zh”不能为空',
      en: '"zh" must not be empty',
    },
    'is told where a limit has no source': {
      file: C07,
      was: "kind: days\n    value: 7\n    unitAsWritten: 日\n    unitApplied: workday\n    startEvent: received\n    source: { law: construction, article: '8' }",
      is: '^kind: days\n    value: 7\n    unitAsWritten: 日\n    unitApplied: workday\n    startEvent: received',
      zh: '缺少字段“source”',
      en: 'missing field "source"',
    },
    'is told of a source that is neither a law nor a page': {
      file: A13,
      was: "source: { law: hazchem, article: '12' }\n    confidence: A\n    says: { zh: 设区市",
      is: 'source: ^{ lawe: hazchem }\n    confidence: A\n    says: { zh: 设区市',
      zh: '来源写作 { law, article } 或 { title, by, year, article }',
      en: 'a source is { law, article } or { title, by, year, article }',
    },
    'is told of a kind of limit that there is none of': {
      file: A13,
      was: 'limits:\n  - kind: days',
      is: 'limits:\n  - kind: ^dayz',
      zh: '“kind”的值 dayz 不可用',
      en: '"kind" cannot be dayz',
    },
    'is told of a field that there is none of, at its name': {
      file: C07,
      was: 'specialProcedures:\n',
      is: '^specialProcedure:\n',
      zh: '不认识的字段“specialProcedure”',
      en: 'unknown field "specialProcedure"',
    },
    'is told of a choice that there is none of, with those that there are': {
      file: EDGES,
      was: 'id: P02-P09\n  from: P02\n  to: P09\n  kind: hard',
      is: 'id: P02-P09\n  from: P02\n  to: P09\n  kind: ^legal',
      zh: '“kind”的值 legal 不可用；可用：hard、practice、soft',
      en: '"kind" cannot be legal; accepted: hard, practice, soft',
    },
    'is told of a number where text belongs': {
      file: C08,
      was: "source: { law: work-safety, article: '33' }\n    confidence: A\n    says: { zh: 安全设施设计须经审查",
      is: 'source: { law: work-safety, article: ^33 }\n    confidence: A\n    says: { zh: 安全设施设计须经审查',
      zh: '“article”应为文字，现为 33',
      en: '"article" must be text, not 33',
    },
    'is told of a condition with two comparisons': {
      file: A07,
      was: '- { fact: soilLossZone, is: true }',
      is: '- ^{ fact: soilLossZone, is: true, above: 3 }',
      zh: '一个条件只写一种比较',
      en: 'exactly one of is, in, includes, atLeast, above, atMost, below',
    },
    'is told of a condition of no known kind': {
      file: A07,
      was: 'when: { always: true }',
      is: 'when: ^{ sometimes: true }',
      zh: '条件写作 fact、all、any、not、applies、assessed、accepted、always 之一',
      en: 'a condition is one of fact, all, any, not, applies, assessed, accepted, always',
    },
    'is told of an acceptance window that closes before it opens': {
      file: A05,
      was: '- { all: [{ accepted: { from: 2023-06-01 } }',
      is: '- { all: [{ accepted: ^{ from: 2023-06-01, until: 2023-05-31 } }',
      zh: 'accepted 须写 from 或 until，且不得首尾颠倒',
      en: 'accepted needs from or until, in that order',
    },
    'is told of a day that no calendar has': {
      file: `${JINTAN}assessments.yaml`,
      was: 'validTo: 2027-05-31',
      is: 'validTo: ^2027-02-29',
      zh: '“validTo”应为真实日期，写作 2022-09-09，现为 2027-02-29',
      en: '"validTo" must be a real date written 2022-09-09, not 2027-02-29',
    },
    'is told of a negative number of days': {
      file: `${JINTAN}district.yaml`,
      was: 'preReviewMargin:\n  value: 5',
      is: 'preReviewMargin:\n  value: ^-5',
      zh: '“value”不能小于 0，现为 -5',
      en: '"value" must be at least 0, not -5',
    },
    'is told of a field that stands twice': {
      file: 'national/catalogue.yaml',
      was: 'id: national\n',
      is: 'id: national\n^id: national\n',
      zh: 'YAML 写法有误：同一字段写了两次（Map keys must be unique）',
      en: 'YAML mistake: Map keys must be unique',
    },
    'is told of an alias': {
      file: 'national/laws.yaml',
      was: 'name: { zh: 行政许可法, en: Administrative Permit Law }',
      is: 'name: ^*law',
      zh: '不支持 YAML 引用（*law），请把内容直接写在这里',
      en: 'YAML aliases (*law) are not accepted; write the content here',
    },
    'is told of a key that another file of the district has': {
      file: `${JINTAN}promises.yaml`,
      was: 'promises:\n  - matter: A03',
      is: 'capacities: ^[]\npromises:\n  - matter: A03',
      zh: '“capacities”已写在 districts/320413/capacities.yaml，一个区的同一项只写一处',
      en: '"capacities" already stands in districts/320413/capacities.yaml; a district says each thing once',
    },
    'is told of a district in the folder of another': {
      file: 'districts/320481/district.yaml',
      was: "code: '320481'",
      is: "code: ^'320413'",
      zh: '区划代码应与文件夹同名：320481',
      en: "the code must be the folder's name: 320481",
    },
  })

  it('is told of when it is not there at all', () => {
    const missing = faultsOf([]).map((f) => faultLine(f, 'en'))
    expect(missing).toHaveLength(12)
    expect(missing).toContain('national/gates.yaml:1:1: this file is missing')
    const jintan = files.filter((f) => f.path.startsWith(JINTAN) && !f.path.endsWith('promises.yaml'))
    expect(lines(faultsOf(jintan).filter((f) => f.file.startsWith(JINTAN)))).toEqual([
      'districts/320413/agencies.yaml:3:1: districts/320413 lacks "promises"',
      'districts/320413/agencies.yaml:3:1: districts/320413 缺少“promises”',
    ])
  })
  it('is told of when the catalogue has no place for it', () => {
    const stray = { path: 'national/a99.yml', text: 'id: A99' }
    expect(lines(faultsOf([stray]).filter((f) => f.file === stray.path))).toEqual([
      'national/a99.yml:1:1: the catalogue has no place for this file (see docs/catalogue.md)',
      'national/a99.yml:1:1: 目录中没有这种文件的位置（见 docs/catalogue.md）',
    ])
  })
})

describe('a statement that leads nowhere or contradicts another', () => {
  findsEach({
    'is told of a law that is not registered': {
      file: A10,
      was: "limits:\n  - { kind: none, source: { law: geo-hazard, article: '21' }",
      is: "limits:\n  - { kind: none, source: { law: ^geo-hazards, article: '21' }",
      zh: '法规“geo-hazards”不存在，是否想写 geo-hazard？',
      en: 'law "geo-hazards" does not exist; did you mean geo-hazard?',
    },
    'is told of a law that is not registered in the edges': {
      file: EDGES,
      was: 'says: { zh: 工业用地经招拍挂公告、挂牌后成交, en: Industrial land is sold after public notice and listing }\n  source: [{ law: land-administration-regulation',
      is: 'says: { zh: 工业用地经招拍挂公告、挂牌后成交, en: Industrial land is sold after public notice and listing }\n  source: [{ law: ^no-such-law',
      zh: '法规“no-such-law”不存在',
      en: 'law "no-such-law" does not exist',
    },
    'is told of a fact that does not exist': {
      file: A05,
      was: 'when: { fact: energyTce, atLeast: 1000 }',
      is: 'when: { fact: ^energyTcee, atLeast: 1000 }',
      zh: '项目属性“energyTcee”不存在，是否想写 energyTce？',
      en: 'fact "energyTcee" does not exist; did you mean energyTce?',
    },
    'is told of a fact that does not exist in a gate': {
      file: 'national/gates.yaml',
      was: 'when: { fact: newBuild, is: false }',
      is: 'when: { fact: ^newBuilding, is: false }',
      zh: '项目属性“newBuilding”不存在，是否想写 newBuild？',
      en: 'fact "newBuilding" does not exist; did you mean newBuild?',
    },
    'is told of a comparison that the fact can never meet': {
      file: A07,
      was: '{ fact: soilLossZone, is: true }',
      is: '{ fact: soilLossZone, atLeast: ^1 }',
      zh: 'soilLossZone 是是非，不能这样比较（atLeast）',
      en: 'soilLossZone is yes or no and cannot be compared by atLeast',
    },
    'is told of a choice that the fact does not have': {
      file: A13,
      was: 'when: { fact: hazardChem, in: [production, storage] }',
      is: 'when: { fact: hazardChem, in: ^[production, sale] }',
      zh: 'hazardChem 没有选项“sale”；可用：none、use、storage、production',
      en: 'hazardChem has no choice "sale"; accepted: none, use, storage, production',
    },
    'is told of a matter that a rule refers to and that does not exist': {
      file: C07,
      was: 'when: { not: { applies: C02 } }',
      is: 'when: { not: { applies: ^C22 } }',
      zh: '事项“C22”不存在，是否想写 C02？',
      en: 'matter "C22" does not exist; did you mean C02?',
    },
    'is told of a variant that a rule refers to and that does not exist': {
      file: A05,
      was: 'when: { not: { applies: A05, variant: province } }',
      is: 'when: { not: { applies: A05, variant: ^state } }',
      zh: '情形“state”不存在',
      en: 'variant "state" does not exist',
    },
    'is told of a kind of regional assessment that does not exist': {
      file: A10,
      was: 'assessment: geoHazard',
      is: 'assessment: ^geoHazards',
      zh: '区域评估类型“geoHazards”不存在，是否想写 geoHazard？',
      en: 'kind of regional assessment "geoHazards" does not exist; did you mean geoHazard?',
    },
    'is told of an authority that does not exist': {
      file: A05,
      was: 'authority: development-reform-province',
      is: 'authority: ^development-reform-provinces',
      zh: '主管“development-reform-provinces”不存在，是否想写 development-reform-province？',
      en: 'authority "development-reform-provinces" does not exist; did you mean development-reform-province?',
    },
    'is told of a limit of a variant that does not exist': {
      file: A07,
      was: '- { kind: atOnce, variant: table',
      is: '- { kind: atOnce, variant: ^form',
      zh: '情形“form”不存在',
      en: 'variant "form" does not exist',
    },
    'is told of a special procedure of no known kind': {
      file: C07,
      was: 'kind: siteVisit',
      is: 'kind: ^siteVisits',
      zh: '特别程序“siteVisits”不存在，是否想写 siteVisit？',
      en: 'special procedure "siteVisits" does not exist; did you mean siteVisit?',
    },
    'is told of a step that waits for a later one': {
      file: A10,
      was: 'name: { zh: 编制评估报告, en: Assessment report is written }',
      is: 'after: [^review]\n    name: { zh: 编制评估报告, en: Assessment report is written }',
      zh: '环节“review”不存在',
      en: 'step "review" does not exist',
    },
    'is told of a material that may follow although the law makes it a condition of issue': {
      file: 'national/1-land-use/a03-land-use-planning-permit.yaml',
      was: 'name: { zh: 出让合同（含规划条件及附图）, en: Grant contract with planning conditions and plan }\n    necessity: essential',
      is: 'name: { zh: 出让合同（含规划条件及附图）, en: Grant contract with planning conditions and plan }\n    necessity: ^deferrable',
      zh: '出让合同（含规划条件及附图）不可容缺：签订出让合同后才可领取用地规划许可证',
      en: 'Grant contract with planning conditions and plan can never be deferred: The land-use planning permit follows the signed grant contract',
    },
    'is told of an id that stands twice in a list': {
      file: EDGES,
      was: '- id: P02-P09\n',
      is: '- id: ^P02-P04\n',
      zh: '编号“P02-P04”重复',
      en: 'id "P02-P04" stands twice',
    },
    'is told of a material id that another matter uses': {
      file: A10,
      was: '- id: A10-report\n',
      is: '- id: ^A05-report\n',
      zh: '材料编号 A05-report 已用于 national/1-land-use/a05-energy-review.yaml',
      en: 'material id A05-report is already used in national/1-land-use/a05-energy-review.yaml',
    },
    'is told of versions of a law that overlap': {
      file: 'national/laws.yaml',
      was: '- version: 2023 年第 2 号令\n      effectiveFrom: 2023-06-01',
      is: '- ^version: 2023 年第 2 号令\n      effectiveFrom: 2023-05-31',
      zh: 'energy-review-measures 的版本 2023 年第 2 号令 与 2016 年第 44 号令 施行期重叠',
      en: 'versions 2023 年第 2 号令 and 2016 年第 44 号令 of energy-review-measures overlap',
    },
    'is told of a version that ends before it begins': {
      file: 'national/laws.yaml',
      was: "- { version: '2017', effectiveTo: 2025-02-28, confidence: A }",
      is: "- ^{ version: '2017', effectiveFrom: 2018-01-01, effectiveTo: 2017-02-28, confidence: A }",
      zh: 'cultural-relics 2017 的施行期首尾颠倒',
      en: 'cultural-relics 2017 ends before it begins',
    },
    'is told of a choice that a fact assumes but does not have': {
      file: 'national/facts.yaml',
      was: 'value: medium',
      is: 'value: ^small',
      zh: '“drawingScale”不能是 small；可用：large（大型）、medium（中型及以下），或 unknown',
      en: '"drawingScale" cannot be small; accepted: large (Large), medium (Medium and smaller), or unknown',
    },
    'is told of a pattern that is none': {
      file: 'national/facts.yaml',
      was: 'pattern: ^[A-T][0-9]{2,4}$',
      is: "pattern: ^'[A-T'",
      zh: 'gbCode：pattern 不是正则表达式',
      en: 'gbCode: the pattern is no regular expression',
    },
    'is told of choices of a fact that has none': {
      file: 'national/facts.yaml',
      was: '- id: isForeign\n',
      is: '- ^id: isForeign\n  choices: {}\n',
      zh: 'isForeign：只有选择型属性要写 choices，且必须写',
      en: 'isForeign: choices belong to facts of type choice(s), and only there',
    },
    'is told of a matter of the land day that does not exist': {
      file: 'national/land-day.yaml',
      was: 'matters: [A03, P12]',
      is: 'matters: [A03, ^P22]',
      zh: '事项“P22”不存在，是否想写 P02？',
      en: 'matter "P22" does not exist; did you mean P02?',
    },
    'is told of a step that an invariant names and the matter does not have': {
      file: 'national/conversion.yaml',
      was: 'later: { matter: A03, point: issued }',
      is: "later: { matter: A03, point: ^'step:sealed' }",
      zh: 'A03 没有环节“sealed”；现有：（通用流程）',
      en: 'A03 has no step "sealed"; it has: (the usual chain)',
    },
    'is told of a matter in the folder of another stage': {
      file: C08,
      was: 'stage: 3',
      is: 'stage: ^2',
      zh: '阶段 2 与文件夹 3-construction 不符',
      en: 'stage 2 does not fit the folder 3-construction',
    },
    'is told of a day both off and worked': {
      file: 'calendars/2022.yaml',
      was: '- 2022-10-08 # 周六',
      is: '- ^2022-10-07 # 周六',
      zh: '2022-10-07 既列为放假又列为上班。请只留其一。',
      en: '2022-10-07 is both a day off and a working day. Keep one of the two.',
    },
  })
})

describe('an edge or a gate', () => {
  findsEach({
    'is told of a matter that does not exist': {
      file: EDGES,
      was: 'id: P02-P04\n  from: P02',
      is: 'id: P02-P04\n  from: ^P92',
      zh: '事项“P92”不存在，是否想写 P02？',
      en: 'matter "P92" does not exist; did you mean P02?',
    },
    'is told of an alternative that does not exist': {
      file: EDGES,
      was: '- { matter: A02, when: { fact: inApprovalCatalogue, is: true } }',
      is: '- { matter: ^A92, when: { fact: inApprovalCatalogue, is: true } }',
      zh: '事项“A92”不存在，是否想写 A02？',
      en: 'matter "A92" does not exist; did you mean A02?',
    },
    'is told of a step that the matter does not have': {
      file: EDGES,
      was: 'toPoint: step:survey',
      is: 'toPoint: ^step:dig',
      zh: 'P05 没有环节“dig”；现有：request、survey、opinion',
      en: 'P05 has no step "dig"; it has: request, survey, opinion',
    },
    'is told of a material that is none of the later matter': {
      file: EDGES,
      was: 'material: A03-contract',
      is: 'material: ^A04-contract',
      zh: '材料“A04-contract”不属于 A03',
      en: 'material "A04-contract" does not belong to A03',
    },
    'is told of a material that another matter issues': {
      file: EDGES,
      was: 'material: A06-quota',
      is: 'material: ^A06-filing',
      zh: '材料“A06-filing”是 A01 的结果，不是 P07 的',
      en: 'material "A06-filing" is the result of A01, not of P07',
    },
    'is told where it asks something for a matter that it does not open': {
      file: 'national/gates.yaml',
      was: '- matter: C07p\n      for: [W04p]',
      is: '- matter: C07p\n      for: [^W05p]',
      zh: '闸门 G1 并不放行 W05p',
      en: 'gate G1 does not open W05p',
    },
    'is told of a circle, at the last written of the edges that make it': {
      file: EDGES,
      was: '- id: D03-D20\n',
      is: '- ^id: A02-A16\n  from: A02\n  to: A16\n  kind: soft\n  says: { zh: 试, en: try }\n  source: { title: 试 }\n  confidence: GK\n- id: D03-D20\n',
      zh: '先后关系成环：A02 → A16 → A02',
      en: 'the order of matters runs in a circle: A02 → A16 → A02',
    },
  })
})

describe('a district', () => {
  findsEach({
    'is told of an agency that it does not have': {
      file: `${JINTAN}capacities.yaml`,
      was: '{ agency: water, reviewers: 2',
      is: '{ agency: ^waters, reviewers: 2',
      zh: '部门“waters”不存在，是否想写 water？',
      en: 'agency "waters" does not exist; did you mean water?',
    },
    'is told of two capacities of one agency': {
      file: `${JINTAN}capacities.yaml`,
      was: '- { agency: emergency, reviewers: 2',
      is: '- ^{ agency: ecology, reviewers: 2',
      zh: 'ecology 同一日起有两个审查能力',
      en: 'ecology has two capacities from the same day',
    },
    'is told of a matter that two agencies handle': {
      file: `${JINTAN}handlers.yaml`,
      was: '- matter: A01b\n',
      is: '- ^matter: A01\n',
      zh: 'A01 的承办部门写了两次',
      en: 'the handler of A01 stands twice',
    },
    'is told of a promise longer than the law allows': {
      file: `${JINTAN}promises.yaml`,
      was: 'variant: book\n    value: 30',
      is: 'variant: book\n    value: ^61',
      zh: 'A06 承诺 61 日，长于法定 60 日',
      en: 'A06 promises 61 days, longer than the 60 of the law',
    },
    'is told of a promise longer than the general limit': {
      file: `${JINTAN}promises.yaml`,
      was: '- matter: B02\n    value: 1',
      is: '- matter: B02\n    value: ^21',
      zh: 'B02 承诺 21 日，长于法定 20 日',
      en: 'B02 promises 21 days, longer than the 20 of the law',
    },
    'is told of two promises at the same time': {
      file: 'districts/320481/promises.yaml',
      was: '- matter: A05\n    variant: district\n    value: 3\n    unitAsWritten: 工作日\n    unitApplied: workday\n    from: 2025-01-01',
      is: '- ^matter: A05\n    variant: district\n    value: 3\n    unitAsWritten: 工作日\n    unitApplied: workday\n    from: 2024-12-31',
      zh: 'A05 同一时期有两个承诺时限',
      en: 'A05 has two promised limits at the same time',
    },
    'is told of a promise for a variant that there is none of': {
      file: 'districts/320481/promises.yaml',
      was: 'variant: medium',
      is: 'variant: ^small',
      zh: '情形“small”不存在',
      en: 'variant "small" does not exist',
    },
    'is told of a material that may follow and may not': {
      file: 'districts/320481/promises.yaml',
      was: '- { matter: D14, material: D14-outlet-photos,',
      is: '- ^{ matter: A05, material: A05-request,',
      zh: 'A05-request 同时列为可容缺与不可容缺',
      en: 'A05-request is listed both as deferrable and not',
    },
    'is told of a material that may follow here but never by law': {
      file: `${JINTAN}tolerance.yaml`,
      was: 'deferrable: []\n',
      is: 'deferrable:\n    - ^{ matter: C07, material: C07-planning, source: { title: 试 }, confidence: GK }\n',
      zh: 'C07-planning 不可容缺：施工许可须已取得工程规划许可证',
      en: 'C07-planning can never be deferred: A construction permit needs the engineering planning permit',
    },
    'is told of a material that the matter does not have': {
      file: `${JINTAN}tolerance.yaml`,
      was: 'notDeferrable: []',
      is: 'notDeferrable: [{ matter: C07, material: ^C07-planing, source: { title: 试 }, confidence: GK }]',
      zh: '材料“C07-planing”不存在，是否想写 C07-planning？',
      en: 'material "C07-planing" does not exist; did you mean C07-planning?',
    },
    'is told of an assessment that ends before it begins': {
      file: `${JINTAN}assessments.yaml`,
      was: 'validTo: 2027-05-31',
      is: 'validTo: ^2022-05-31',
      zh: 'JT-seismic 的有效期首尾颠倒',
      en: 'JT-seismic ends before it begins',
    },
    'is told of an assessment of no known kind': {
      file: 'districts/320481/district.yaml',
      was: 'type: waterSoil',
      is: 'type: ^waterSol',
      zh: '区域评估类型“waterSol”不存在，是否想写 waterSoil？',
      en: 'kind of regional assessment "waterSol" does not exist; did you mean waterSoil?',
    },
    'is told of an order of its own that runs against the national one': {
      file: 'districts/320481/district.yaml',
      was: 'id: LY-A15-C07\n    from: A15\n    to: C07',
      is: '^id: LY-A15-C07\n    from: A02\n    to: A16',
      zh: '本区的先后关系 A02 → A16 与其他先后关系成环：A02 → A16 → A02',
      en: "the district's order A02 → A16 makes a circle with the rest: A02 → A16 → A02",
    },
  })
})

/** A check alone, on the catalogue as it was read and then changed: path by path, in English. */
const says = (check: (say: Say) => void): readonly string[] => {
  const found: string[] = []
  check((file, path, _, en) => found.push(`${file} ${path.join('.')}: ${en}`))
  return found
}

describe('the whole that the files make', () => {
  const catalogue = realCatalogue(fs)
  const matterFile = (id: string, path: string) => {
    const value = catalogue.matters.find((m) => m.id === id)
    if (!value) throw new Error(`no matter ${id}`)
    return { path, value }
  }
  const jintan = (changed: Partial<Catalogue['districts'][number]>) => {
    const [district] = catalogue.districts
    if (!district) throw new Error('no district')
    return says((say) => checkDistrict(catalogue, { ...district, ...changed }, (key) => key, say))
  }

  it('has each matter in one file, under its own name', () => {
    const copy = 'national/1-land-use/a99-copy.yaml'
    expect(says((say) => checkMatters(catalogue, [matterFile('A10', A10), matterFile('A10', copy)], say))).toEqual([
      `${copy} id: id A10 does not fit the file name a99-copy.yaml`,
      `${copy} id: matter id A10 is already used in ${A10}`,
      `${copy} materials.0.id: material id A10-report is already used in ${A10}`,
    ])
  })
  it('has no rules that ask for one another in a circle, be it of one matter or through a variant', () => {
    const asking = (id: string, key: 'applies' | 'variants', when: Condition) => {
      const { path, value } = matterFile(id, id)
      return { path, value: { ...value, [key]: (value[key] ?? []).map((r) => ({ ...r, when })) } }
    }
    const circles = (...changed: ReturnType<typeof asking>[]) => {
      const others = catalogue.matters.filter((m) => !changed.some((c) => c.value.id === m.id))
      return says((say) => checkCircularRules([...changed, ...others.map((m) => matterFile(m.id, m.id))], say))
    }
    const told = (place: string, trail: string) => [
      `${place}: applicability rules refer to one another in a circle: ${trail}`,
    ]
    expect(circles(asking('A13', 'applies', { applies: 'A13' }))).toEqual(told('A13 applies', 'A13 → A13'))
    expect(circles(asking('A13', 'applies', { not: { applies: 'C08' } }))).toEqual(
      told('A13 applies', 'A13 → C08 → A13'),
    )
    // That P08 asks for A05 is no circle with a variant of A05 that asks for P08, until somebody asks for that variant.
    const variant = asking('A05', 'variants', { applies: 'P08' })
    expect(circles(variant)).toEqual([])
    expect(circles(variant, asking('P08', 'applies', { applies: 'A05', variant: 'province' }))).toEqual(
      told('A05 variants', 'A05 → P08 → A05'),
    )
  })
  it('has a calendar for each year between the first and the last, in the file of that year', () => {
    const notices = catalogue.calendars.map((value) => ({ path: `calendars/${value.year}.yaml`, value }))
    const check = (list: typeof notices) => says((say) => checkCalendars(list, say))
    expect(check(notices)).toEqual([])
    expect(check(notices.filter((n) => n.value.year !== 2023))).toEqual([
      'calendars/2024.yaml year: There are notices for 2024 and for earlier years, but none for 2023. Add the file of 2023.',
    ])
    expect(check(notices.map((n) => ({ ...n, path: n.path.replace('2026', '2027') })))).toEqual([
      "calendars/2027.yaml year: the year 2026 is not the file's name",
    ])
    expect(check([])).toEqual(['calendars/ : there is no calendar for any year'])
  })
  it('has all five gates: without one construction or production would begin unasked', () => {
    const gates = catalogue.gates.filter((g) => g.id !== 'G1')
    expect(says((say) => checkEdges({ ...catalogue, gates }, say))).toEqual([
      'national/gates.yaml : gate G1 is missing',
    ])
  })
  it('has no circle through gates alone', () => {
    const [first, ...rest] = catalogue.gates
    const [ask] = first?.requires ?? []
    if (!first || !ask) throw new Error('no gate')
    const gates = [{ ...first, requires: [...first.requires, { ...ask, matter: 'C07' }] }, ...rest]
    expect(says((say) => checkEdges({ ...catalogue, gates }, say))).toEqual([
      expect.stringMatching(/^national\/gates\.yaml 0\.requires\.\d+: the order of matters runs in a circle: .*C07/),
    ])
  })
  it('has an agency for every authority in each district', () => {
    const [district] = catalogue.districts
    const { meteorology: _, ...authorities } = district?.authorities ?? {}
    expect(jintan({ authorities })).toEqual([
      'authorities authorities: authority "meteorology" has no agency in this district',
    ])
  })
  it('has no two orders of a district that only together make a circle', () => {
    const edge = (id: string, from: string, to: string) => ({
      id,
      from,
      to,
      kind: 'practice' as const,
      says: { zh: '试', en: 'try' },
      source: { title: '试' },
      confidence: 'GK' as const,
    })
    expect(jintan({ edges: [edge('a', 'A17', 'A14'), edge('b', 'A14', 'A17'), edge('c', 'A14', 'A15')] })).toEqual([
      "edges edges.1: the district's order A14 → A17 makes a circle with the rest: A14 → A17 → A14",
    ])
  })
  it('has no assessment that a district puts before the permit on which it waits itself', () => {
    const gateAt = [{ matter: 'C15', gate: 'C07' as const, source: { title: '试' }, confidence: 'GK' as const }]
    expect(jintan({ gateAt })).toEqual([
      expect.stringMatching(/^gateAt gateAt\.0: the district's order C15 → C07 makes a circle with the rest/),
    ])
  })
  it.each([
    ['A08', undefined, 45, 45],
    ['A04', undefined, 30, 30],
    ['A06', undefined, 30, 30],
    ['A06', 'book', 60, 60],
    ['A13', undefined, 45, 45],
    ['C08', undefined, 20, 20],
    ['D14', 'key', 30, 30],
  ])(
    'holds no promise for %s (%s) to anything but the limit on its decision: %d days',
    (matter, variant, value, most) => {
      const promise = (days: number) => ({
        matter,
        ...(variant && { variant }),
        value: days,
        unitAsWritten: '工作日' as const,
        unitApplied: 'workday' as const,
        source: { title: '试' },
        confidence: 'GK' as const,
      })
      expect(jintan({ promises: [promise(value)] })).toEqual([])
      expect(jintan({ promises: [promise(value + 1)] })).toEqual([
        `promises promises.0.value: ${matter} promises ${value + 1} days, longer than the ${most} of the law`,
      ])
      // So many calendar days may be fewer than as many working days: they are not compared.
      expect(jintan({ promises: [{ ...promise(value + 1), unitApplied: 'day' }] })).toEqual([])
    },
  )
})
