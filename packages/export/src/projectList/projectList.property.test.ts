import fc from 'fast-check'
import { expect, it } from 'vitest'
import { constructions, levels, listKinds, stages } from './choices.ts'
import type { ProjectRow } from './projectRow.ts'
import { readProjectListXlsx } from './readProjectListXlsx.ts'
import { codes } from './rows.fixture.ts'
import { toProjectListXlsx } from './toProjectListXlsx.ts'

const keysOf = <T extends string>(choice: Readonly<Record<T, unknown>>) =>
  fc.constantFrom(...(Object.keys(choice) as [T, ...T[]]))
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 4 })
const characters = fc.constantFrom(...'甲乙项目（ａ）Ab 09=+-@\'"&<>，。_x000A_;|🚄𠮷')
const line = (max: number) =>
  fc
    .array(characters, { minLength: 1, maxLength: max })
    .map((each) => each.join('').slice(0, max).toWellFormed().trim())
    .filter((text) => text !== '' && !/^#/.test(text))
const lines = fc.array(line(20), { minLength: 1, maxLength: 4 }).map((each) => each.join('\n'))
const money = fc
  .tuple(fc.bigInt({ min: 0n, max: 9_999_999_999n }), fc.nat(99))
  .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`)
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))

const projectRow: fc.Arbitrary<ProjectRow> = fc
  .record({
    name: line(30),
    code: orNull(digits(20).map((text) => text.replace(/^(.{4})(.{6})(..)(..)(.{6})$/, '$1-$2-$3-$4-$5'))),
    level: keysOf(levels),
    kind: keysOf(listKinds),
    listYear: orNull(fc.integer({ min: 2000, max: 2100 })),
    construction: keysOf(constructions),
    township: orNull(line(40)),
    industry: orNull(digits(4).map((text) => `C${text}`)),
    cluster: orNull(line(20)),
    fiveNew: orNull(line(20)),
    company: line(30),
    creditCode: orNull(digits(18)),
    content: orNull(lines),
    capacity: orNull(line(20)),
    investmentWan: orNull(money),
    equipmentWan: orNull(money),
    spentBeforeWan: orNull(money),
    yearPlanWan: orNull(money),
    spentThisYearWan: orNull(money),
    yearGoal: orNull(line(20)),
    startPlanned: orNull(day),
    startActual: orNull(day),
    completionPlanned: orNull(day),
    stage: keysOf(stages),
    leader: orNull(line(10)),
    helper: orNull(line(10)),
    remark: orNull(lines),
    synthetic: fc.boolean(),
  })
  .chain((row) =>
    fc
      .option(fc.tuple(fc.uuid({ version: 7 }), fc.integer({ min: 1, max: 9999 })), { nil: [null, null] as const })
      .map(([key, version]) => ({ ...row, key, version })),
  )
const list = fc
  .uniqueArray(projectRow, { maxLength: 6, selector: ({ code, name }) => code ?? name })
  .filter((rows) => new Set(rows.map(({ key }, i) => key ?? i)).size === rows.length)

it('a list that was written out is read back the same, and written out again gives the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(list, fc.constantFrom('zh' as const, 'en' as const), async (rows, lang) => {
      const options = { title: '金坛区重大项目清单', asOf: '2026-11-24', lang }
      const bytes = await toProjectListXlsx(rows, options)
      const read = await readProjectListXlsx(bytes, codes)
      if ('unreadable' in read) throw new Error(read.unreadable.en)
      expect({ faults: read.faults, warnings: read.warnings }).toEqual({ faults: [], warnings: [] })
      const projects = read.rows.map(({ project }) => project as ProjectRow)
      expect(projects).toEqual(rows)
      expect(await toProjectListXlsx(projects, options)).toEqual(bytes)
    }),
    { numRuns: 20 },
  )
})
