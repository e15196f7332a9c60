import type { Plan } from '@kaigong/planner'
import { beforeAll, describe, expect, it } from 'vitest'
import { asked, batteryPlant, leasedWorkshop, riverPlant } from '../../asked.fixture.ts'
import { type Paint, plain } from '../../terminal/paint.ts'
import { widthOf } from '../../terminal/width.ts'
import { planText } from './text.ts'

const projects = { batteryPlant, riverPlant, leasedWorkshop } as const
type Name = keyof typeof projects
const names = Object.keys(projects) as Name[]
const plans = new Map<Name, Plan>()

const planOf = (name: Name): Plan => {
  const plan = plans.get(name)
  if (plan === undefined) throw new Error(`${name} was not planned`)
  return plan
}
const textOf = (
  name: Name,
  { lang = 'zh', width = 100, paint = plain }: { lang?: 'zh' | 'en'; width?: number; paint?: Paint } = {},
  violations: readonly string[] = [],
) => planText(planOf(name), violations, { lang, width, paint, shortNames: new Map() })
const withoutSpaces = (text: string) => text.replaceAll(/\s+/g, '')

beforeAll(async () => {
  for (const name of names) {
    const { out } = await asked(['plan', projects[name], '--format', 'json'])
    plans.set(name, JSON.parse(out))
  }
}, 60_000)

describe('the text of a plan', () => {
  it('has the answer on the first screen of 80 × 25: verdict, land day and when the construction permit comes', () => {
    const screen = textOf('batteryPlant', { width: 80 }).split('\n').slice(0, 25).join('\n')
    expect(screen).toContain('✔ 可以')
    expect(screen).toContain('拿地（成交日）')
    const { certificates } = planOf('batteryPlant')
    expect(certificates.length).toBeGreaterThanOrEqual(4)
    for (const { date, matter } of certificates) expect(screen).toMatch(new RegExp(`${matter} .*${date}`))
  })

  it.each(names)('of %s is never wider than the screen, in either language', (name) => {
    for (const lang of ['zh', 'en'] as const) {
      for (const width of [60, 80, 100, 140]) {
        const lines = textOf(name, { lang, width }).split('\n')
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
      }
    }
  })

  it.each(names)('leaves nothing of the plan of %s out', (name) => {
    const text = textOf(name)
    const { matters, unknown, notApplicable, gates, certificates, criticalChain } = planOf(name)
    expect(criticalChain.length).toBeGreaterThan(3)
    for (const { id } of matters) expect(text).toMatch(new RegExp(`^${id} `, 'm'))
    for (const { date } of certificates) expect(text).toContain(date)
    for (const { gate } of gates) expect(text).toContain(`◆ ${gate}`)
    const brought = matters.filter(({ done }) => !done).flatMap(({ materials }) => materials.filter((m) => !m.shared))
    const sentences = [
      ...unknown.map((u) => u.question),
      ...notApplicable.map((n) => n.name),
      ...brought.map((m) => m.name),
    ]
    const unbroken = withoutSpaces(text)
    expect(sentences.filter(({ zh }) => !unbroken.includes(withoutSpaces(zh)))).toEqual([])
  })

  it('says what is invented, what is assumed and what nobody has verified, and on which edition it rests', () => {
    const text = textOf('batteryPlant')
    expect(text).toContain('演示用虚构的项目属性：')
    expect(text).toContain('未知而按通常情形假定的：')
    expect(text).toMatch(/有 \d+ 处未核实（GK）/)
    expect(text).toContain(planOf('batteryPlant').rests.catalogue.slice(0, 16))
  })

  it('says from which day the calendar is not yet published', () => {
    const { provisional } = planOf('riverPlant')
    expect(provisional?.from).toBe('2027-01-01')
    expect(textOf('riverPlant')).toContain('2027-01-01（周五）起为暂定：')
  })

  it('has no land day for a project that wins no land', () => {
    expect(textOf('leasedWorkshop')).not.toContain('拿地（')
  })

  it('tells the phases of a project apart', () => {
    expect(textOf('riverPlant')).toMatch(/^C07@1 /m)
    expect(textOf('riverPlant')).toMatch(/^C07@2 /m)
  })

  it('calls a plan in which the checker found something what it is, before anything else', () => {
    const lines = textOf('batteryPlant', { lang: 'en' }, ['edge.broken: B02 comes after C07']).split('\n').slice(0, 14)
    expect(lines).toContain('  · edge.broken: B02 comes after C07')
    expect(lines.join(' ')).toContain('found 1 broken rule. That is a bug and this plan is not to be used')
    expect(lines.join(' ')).not.toContain('nothing is broken')
  })

  it('stands out on a screen without saying anything else', () => {
    const painted = textOf('batteryPlant', { paint: (look, part) => (part === '' ? '' : `<${look}>${part}</>`) })
    expect(painted).toContain('<good>')
    expect(painted.replaceAll(/<\/?\w*>/g, '')).toBe(textOf('batteryPlant'))
  })
})
