import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, batteryPlant, folder, leasedWorkshop } from '../asked.fixture.ts'

const here = folder()
afterAll(here.remove)

type Json = { readonly asOf: string; readonly verdict: { readonly met: boolean; readonly asked: unknown } }
const json = async (...argv: readonly string[]): Promise<Json> =>
  JSON.parse((await asked(['plan', ...argv, '--format', 'json'])).out)

describe('what is asked of the planner', () => {
  it('is what the file says: seen from 2022-06-01, land on 2022-09-09', async () => {
    const { asOf, verdict } = await json(batteryPlant)
    expect({ asOf, asked: verdict.asked }).toEqual({
      asOf: '2022-06-01',
      asked: { kind: 'landDay', date: '2022-09-09' },
    })
  })

  it('is a promised start where the file has one', async () => {
    expect((await json(leasedWorkshop)).verdict.asked).toEqual({ kind: 'startBy', date: '2026-06-30' })
  })

  it('is what the options say before what the file says', async () => {
    const { asOf, verdict } = await json(batteryPlant, '--as-of', '2022-07-01', '--start-by', '2023-06-30')
    expect({ asOf, asked: verdict.asked }).toEqual({
      asOf: '2022-07-01',
      asked: { kind: 'startBy', date: '2023-06-30' },
    })
  })

  it('is the earliest, seen from today, where nobody says anything', async () => {
    const silent = here.project('silent.yaml', {
      'asOf: 2022-06-01\nland: { basis: transaction, day: 2022-09-09 }': 'land: { basis: transaction }',
    })
    const { out } = await asked(['plan', silent, '--format', 'json'], { today: () => '2022-06-06' })
    const { asOf, verdict }: Json = JSON.parse(out)
    expect({ asOf, asked: verdict.asked }).toEqual({ asOf: '2022-06-06', asked: { kind: 'earliest', date: null } })
  })
})

describe('the exit code', () => {
  it('is 0 for a date that can be met, and the text says that the checker found nothing', async () => {
    const { exit, out, err } = await asked(['plan', batteryPlant])
    expect({ exit, err }).toEqual({ exit: 0, err: '' })
    expect(out).toContain('✔ 可以。2022-09-09 拿地')
    expect(out).toContain('本方案已由独立检查器逐条核验，未见违反。')
  })

  it('is 1 for one that cannot; the text has the nearest date, the reasons and what would help', async () => {
    const { exit, out } = await asked(['plan', batteryPlant, '--land-day', '2022-07-15', '--lang', 'en'])
    expect(exit).toBe(1)
    expect(out).toContain('✘ No. With the land on 2022-07-15')
    expect(out).toMatch(/nearest that can be had is \d{4}-\d{2}-\d{2}/)
    expect(out).toContain('What follows is the nearest plan that can be had:')
    expect(out).toContain('── What can be done ──')
  })

  it('is 1 in a format for programs too, and the refusal is told beside it', async () => {
    const { exit, out, err } = await asked(['plan', batteryPlant, '--land-day', '2022-07-15', '--format', 'json'])
    expect(exit).toBe(1)
    expect(JSON.parse(out)).toMatchObject({ verdict: { met: false } })
    expect(err).toMatch(/^办不到。2022-07-15 拿地[^\n]*\n$/)
  })
})

describe('files', () => {
  const files: Record<string, Uint8Array> = {}
  beforeAll(async () => {
    for (const [name, format] of [
      ['plan.txt', []],
      ['plan.json', []],
      ['plan.html', []],
      ['plan.ics', []],
      ['plan.xlsx', []],
      ['plan.xml', []],
      ['named.dat', ['--format', 'mspdi']],
    ] as const) {
      const { exit, out, err } = await asked(['plan', batteryPlant, '-o', here.at(name), ...format])
      expect({ exit, out, err }).toEqual({ exit: 0, out: '', err: `已写入 ${here.at(name)}\n` })
      files[name] = readFileSync(here.at(name))
    }
  }, 60_000)
  const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8')

  it('are of the kind that their name says, or that was asked for', () => {
    expect(text('plan.txt')).toMatch(/^审批方案/)
    expect(JSON.parse(text('plan.json'))).toMatchObject({ format: 'kaigong-plan/1' })
    expect(text('plan.html')).toMatch(/^\s*<!doctype html>/i)
    expect(text('plan.ics')).toMatch(/^BEGIN:VCALENDAR/)
    expect(text('plan.xlsx')).toMatch(/^PK/)
    expect(text('plan.xml')).toContain('http://schemas.microsoft.com/project')
    expect(text('named.dat')).toBe(text('plan.xml'))
  })

  it('for MS Project count the days off of the calendar: 2022-09-12 off, 2022-10-08 worked', () => {
    const exceptions = text('plan.xml').split('<Exception>').slice(1)
    const on = (date: string) => exceptions.find((e) => e.includes(`<FromDate>${date}`))
    expect(on('2022-09-12')).toContain('<DayWorking>0</DayWorking>')
    expect(on('2022-10-08')).toContain('<DayWorking>1</DayWorking>')
  })

  it('are whole or not there: nothing is left beside them', () => {
    expect(readdirSync(here.path).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('replace an older one, and leave it as it was when there is nothing to write', async () => {
    const file = here.file('kept.json', 'before')
    await asked(['plan', here.at('missing.yaml'), '-o', file])
    expect(readFileSync(file, 'utf8')).toBe('before')
    await asked(['plan', batteryPlant, '-o', file])
    expect(readFileSync(file, 'utf8')).toBe(text('plan.json'))
  })

  it.each([
    { where: 'a folder that there is not', file: () => here.at('none/plan.json'), says: 'make it first' },
    { where: 'a folder itself', file: () => here.path, says: 'it is a folder; name a file' },
  ])('cannot be written to $where, and that is said', async ({ file, says }) => {
    const { exit, out, err } = await asked(['plan', batteryPlant, '--lang', 'en', '-o', file()])
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toMatch(new RegExp(`^"[^\\n]*" cannot be written: [^\\n]*${says}[^\\n]*\\n$`))
  })

  it('of bytes are not thrown at a screen, but may go down a pipe', async () => {
    const toScreen = await asked(['plan', batteryPlant, '--format', 'xlsx'], { outIsScreen: true })
    expect(toScreen).toMatchObject({ exit: 2, out: '' })
    expect(toScreen.err).toContain('-o plan.xlsx')
    expect((await asked(['plan', batteryPlant, '--format', 'xlsx'])).out).toMatch(/^\d{5,} bytes$/)
  })
})

describe('another district', () => {
  it('plans the same project with its own agencies', async () => {
    const { out } = await asked(['plan', batteryPlant, '--district', '320481', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({ district: { code: '320481', name: { zh: '溧阳市' } } })
  })

  it('is found in a catalogue of one’s own', async () => {
    const copy = here.catalogue('own', 'national/catalogue.yaml', (text) =>
      text.replace(/edition: .*/, "edition: '2099.01'"),
    )
    const { out } = await asked(['plan', batteryPlant, '--catalogue', copy])
    expect(out).toContain('事项目录 2099.01 版')
    mkdirSync(join(copy, 'notes'))
    writeFileSync(join(copy, 'notes/readme.md'), 'nothing of the law')
    expect((await asked(['plan', batteryPlant, '--catalogue', copy])).out).toBe(out)
  })
})
