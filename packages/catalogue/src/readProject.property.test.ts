import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleProject, realCatalogue } from './catalogue.fixture.ts'
import { readProject } from './readProject.ts'

const fs = { readdirSync, readFileSync }
const catalogue = realCatalogue(fs)
const good = exampleProject(fs, 'river-plant-dormitory').text

/** Whatever the text: a project, or faults each at a line and column that the text has, with both sentences. */
function survives(text: string) {
  const read = readProject({ path: 'p.yaml', text }, catalogue)
  if ('project' in read) return
  expect(read.faults.length).toBeGreaterThan(0)
  const lines = text.split('\n').length
  for (const { line, column, message } of read.faults) {
    expect(line >= 1 && line <= lines && column >= 1).toBe(true)
    expect([message.zh, message.en]).not.toContain('')
  }
}

const keys = [
  'name',
  'facts',
  'done',
  'phases',
  'land',
  'district',
  'zh',
  'matter',
  '__proto__',
  'constructor',
  '<<',
  'x',
]
const scalars = [
  '',
  '1',
  '-3 亩',
  '1e999',
  '.nan',
  '.inf',
  'null',
  '~',
  'yes',
  '2022-02-30',
  "'320413'",
  '&a',
  '*a',
  '!!set',
  '!!binary x',
  '!!timestamp y',
  '|',
  '>-',
  '"',
  '[',
  '{',
  '- ',
  '? ',
  ': ',
  '#',
  '%YAML 1.1',
  '---',
  '\t',
  '\ufeff',
  '\u0000',
]

const codeUnits = fc.array(fc.nat(0xffff), { maxLength: 30 }).map((units) => String.fromCharCode(...units))

describe('reading a project never throws', () => {
  it('whatever the text', () => {
    fc.assert(fc.property(fc.oneof(codeUnits, fc.string()), survives), { numRuns: 300 })
  })
  it('whatever YAML the text resembles', () => {
    const piece = fc.oneof(
      fc.constantFrom(...scalars),
      fc.constantFrom(...keys).map((k) => `${k}: `),
      fc.constantFrom('\n', '\n  ', '\n    - ', ' ', ', ', ' }', ' ]'),
    )
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((p) => p.join('')),
        survives,
      ),
      { numRuns: 800 },
    )
  })
  it('however a good file is spoilt', () => {
    const spoil = fc.tuple(fc.nat(good.length), fc.nat(30), fc.constantFrom('', ...scalars, ...keys))
    fc.assert(
      fc.property(fc.array(spoil, { minLength: 1, maxLength: 3 }), (cuts) => {
        survives(cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), good))
      }),
      { numRuns: 100 },
    )
  })
  it('however structures are nested in place of what belongs there', () => {
    const value = fc.jsonValue({ maxDepth: 4 })
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (d) => survives(JSON.stringify(d))),
      { numRuns: 200 },
    )
  })
  it.each(['[', '{a: ', '- ', '? ', '!!set {'])('however deep %j is nested', (opening) => {
    for (const depth of [60, 400, 4000]) survives(opening.repeat(depth))
  })
  it('though a structure would contain itself, or grow beyond measure', () => {
    survives('name: &a [*a]')
    survives('facts: &f { energyTce: *f }')
    survives(['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'name: [*c, *c]'].join('\n'))
  })
})
