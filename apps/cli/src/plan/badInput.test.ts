import { existsSync, symlinkSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { asked, batteryPlant, folder } from '../asked.fixture.ts'

const here = folder()
afterAll(here.remove)

/** What `kaigong plan` says of a file, in English; nothing may be written. */
async function refusal(file: string, ...options: readonly string[]): Promise<string> {
  const output = here.at('plan.json')
  const { exit, out, err } = await asked(['plan', file, '--lang', 'en', '-o', output, ...options])
  expect({ exit, out, written: existsSync(output) }).toEqual({ exit: 2, out: '', written: false })
  return err
}

/** One fault, `file:line:column: message`, and nothing else. */
const fault = (file: string, line: number, column: number, message: string) => `${file}:${line}:${column}: ${message}\n`

describe('a file that is no project', () => {
  it('is missing', async () => {
    const file = here.at('missing.yaml')
    expect(await refusal(file)).toBe(fault(file, 1, 1, 'there is no such file; check the path'))
  })

  it('is a folder', async () => {
    expect(await refusal(here.path)).toBe(fault(here.path, 1, 1, 'this is a folder; name the YAML file in it'))
  })

  it('lies under something that is no folder', async () => {
    const file = `${here.file('plain.yaml', 'x')}/y.yaml`
    expect(await refusal(file)).toBe(fault(file, 1, 1, 'part of the path is no folder; check the path'))
  })

  it('cannot be read', async () => {
    const loop = here.at('loop.yaml')
    symlinkSync(loop, loop)
    expect(await refusal(loop)).toMatch(/loop\.yaml:1:1: the system refuses it \(ELOOP.*\)\n$/)
  })

  it('is empty', async () => {
    const file = here.file('empty.yaml', '')
    expect(await refusal(file)).toMatch(/empty\.yaml:1:1: [^\n]+\n$/)
  })

  it('is binary, and the message points at the first byte that is no text', async () => {
    const file = here.file('binary.yaml', new Uint8Array([0x6e, 0x0a, 0x6e, 0x61, 0x00, 0xff]))
    expect(await refusal(file)).toBe(
      fault(file, 2, 3, 'this is no UTF-8 text: name a text file, and save what is in GBK as UTF-8'),
    )
  })

  it('is Chinese in GBK instead of UTF-8', async () => {
    const file = here.file('gbk.yaml', new Uint8Array([0x6e, 0x3a, 0x20, 0xbf, 0xaa, 0xb9, 0xa4]))
    expect(await refusal(file)).toContain(`${file}:1:4: this is no UTF-8 text`)
  })

  it('has 10 MB', async () => {
    const file = here.file('large.yaml', 'a: 1\n'.repeat(2_000_000))
    expect(await refusal(file)).toBe(
      fault(file, 1, 1, 'the file has 10.0 MB, at most 1 MB is read; check that it is the YAML file'),
    )
  })
})

type Mistake = { readonly mistake: string; readonly changes: Readonly<Record<string, string>>; readonly says: RegExp }

describe('a project file with a mistake', () => {
  it.each<Mistake>([
    {
      mistake: 'YAML that does not close its bracket',
      changes: { 'land: { basis: transaction, day: 2022-09-09 }': 'land: { basis: transaction, day: 2022-09-09' },
      says: /project\.yaml:\d+:\d+: YAML mistake: /,
    },
    {
      mistake: 'a fact that nobody knows',
      changes: { '  landSource:': '  landSorce:' },
      says: /project\.yaml:\d+:\d+: fact "landSorce" does not exist; did you mean landSource\? \(all facts: kaigong catalogue show facts\)/,
    },
    {
      mistake: 'a unit that the fact is not measured in',
      changes: { '500 亩': '500 GWh' },
      says: /project\.yaml:\d+:\d+: .*landAreaHm2.*GWh.*亩/,
    },
    {
      mistake: 'an area below zero',
      changes: { '500 亩': '-500 亩' },
      says: /project\.yaml:\d+:\d+: .*landAreaHm2.* must be at least 0/,
    },
    {
      mistake: 'a day that no calendar has',
      changes: { 'asOf: 2022-06-01': 'asOf: 2022-02-30' },
      says: /project\.yaml:\d+:\d+: .*2022-02-30/,
    },
    {
      mistake: 'a day before the first calendar',
      changes: { 'asOf: 2022-06-01': 'asOf: 2022-06-01\nstartBy: 2019-06-01' },
      says: /project\.yaml:\d+:\d+: 2019-06-01 is before the first calendar \(2020\)/,
    },
    {
      mistake: 'a land day before the contract that won the land',
      changes: {
        'land: { basis: transaction, day: 2022-09-09 }': 'land: { basis: contract, day: 2022-04-01 }',
        'done:\n': 'done:\n  - { matter: P10, on: 2022-05-20 }\n',
      },
      says: /project\.yaml:\d+:\d+: the land day 2022-04-01 is before the contract of 2022-05-20/,
    },
    {
      mistake: 'a district that there is not',
      changes: { "district: '320413'": "district: '320999'" },
      says: /project\.yaml:\d+:\d+: district "320999" does not exist; accepted: 320413, 320481/,
    },
  ])('$mistake is told once, where it stands, with what would be accepted', async ({ changes, says }) => {
    const err = await refusal(here.project('project.yaml', changes))
    expect(err).toMatch(says)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('is told in Chinese when nobody asks for another language', async () => {
    const { exit, err } = await asked(['plan', here.project('project.yaml', { '  landSource:': '  landSorce:' })])
    expect(exit).toBe(2)
    expect(err).toMatch(/project\.yaml:\d+:\d+: 项目属性“landSorce”不存在，是否想写 landSource？/)
  })
})

describe('a question that cannot be asked', () => {
  it.each([
    { options: ['--land-day', '2022-02-30'], says: '--land-day: "2022-02-30" is not a date' },
    { options: ['--start-by', '5 May'], says: '--start-by: "5 May" is not a date' },
    { options: ['--as-of', '2019-06-01'], says: '--as-of: The day lies before 2020-01-01, where the calendar begins' },
    { options: ['--land-day', '2099-01-01'], says: '--land-day: The day lies after ' },
    { options: ['--land-day', '2022-09-09', '--start-by', '2022-10-01'], says: 'give one of them' },
    {
      options: ['--district', '320414'],
      says: 'has no district "320414"; did you mean 320413? Accepted: 320413, 320481',
    },
    { options: ['--catalogue', here.path], says: 'is no catalogue' },
  ])('$options', async ({ options, says }) => {
    const err = await refusal(batteryPlant, ...options)
    expect(err).toContain(says)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('is a land day before a contract that the file has as done, or a day from which what is done still lies ahead', async () => {
    const done = here.project('done.yaml', {
      'asOf: 2022-06-01\nland: { basis: transaction, day: 2022-09-09 }': 'land: { basis: contract }',
      'done:\n': 'done:\n  - { matter: P10, on: 2022-05-20 }\n',
    })
    expect(await refusal(done, '--as-of', '2022-06-01', '--land-day', '2022-05-01')).toContain(
      'The land day 2022-05-01 is before the contract of 2022-05-20',
    )
    expect(await refusal(done, '--as-of', '2022-05-01')).toContain(
      'P10 is dated 2022-05-20, after the as-of day 2022-05-01',
    )
  })

  it('is a land day for a project that wins no land', async () => {
    const upgrade = here.project('upgrade.yaml', { 'landSource: { value: grant': 'landSource: { value: ownLand' })
    expect(await refusal(upgrade, '--land-day', '2022-09-09')).toContain('has no land day; use --start-by')
  })
})

describe('a catalogue with a fault', () => {
  it('is refused for planning, each fault with the file that an editor opens', async () => {
    const copy = here.catalogue('twice', 'districts/320413/promises.yaml', (text) =>
      text.replace('matter: A03', 'matter: A0Z'),
    )
    const err = await refusal(batteryPlant, '--catalogue', copy)
    expect(err).toMatch(/twice\/districts\/320413\/promises\.yaml:\d+:\d+: /)
    expect(err).toContain('The catalogue has 1 fault; nothing can be planned on it until they are mended.')
  })

  it('is refused when a district makes the order of matters turn in a circle', async () => {
    const edge = `
edges:
  - id: here-C07-A03
    from: C07
    to: A03
    kind: hard
    says: { zh: 本区先领施工许可, en: Here the construction permit comes first }
    source: { title: 演示 }
    confidence: synthetic
`
    const copy = here.catalogue('cyclic', 'districts/320413/series.yaml', (text) => text + edge)
    expect(await refusal(batteryPlant, '--catalogue', copy)).toMatch(
      /cyclic\/districts\/320413\/series\.yaml:\d+:\d+: .*C07/,
    )
  })
})
