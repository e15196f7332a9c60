import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Mistake, plant, realCatalogue, realFiles } from './catalogue.fixture.ts'
import { type Fault, faultLine } from './fault.ts'
import { readCatalogue } from './readCatalogue.ts'
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

const without = (path: string) => files.filter((f) => f.path !== path)
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
    'is told where a limit has no source': {
      file: C07,
      was: "kind: days\n    value: 7\n    unitAsWritten: 日\n    unitApplied: workday\n    startEvent: received\n    source: { law: construction, article: '8' }",
      is: '^kind: days\n    value: 7\n    unitAsWritten: 日\n    unitApplied: workday\n    startEvent: received',
      zh: '缺少字段“source”',
      en: 'missing field "source"',
    },
    'is told of a source that is neither law nor page': {
      file: A07,
      was: 'confidence: A\n    says: { zh: ',
      is: 'confidence: A\n    says: ^{ zh: ',
      zh: '',
      en: '',
    },
  })
})
