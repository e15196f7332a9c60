import type { Plan } from '@kaigong/planner'
import { beforeAll, describe, expect, it } from 'vitest'
import { asked, batteryPlant, leasedWorkshop, riverPlant } from '../../asked.fixture.ts'
import { widthOf } from '../../terminal/width.ts'

const texts: Record<string, string> = {}
const plans: Record<string, Plan> = {}
const projects = { batteryPlant, riverPlant, leasedWorkshop } as const
type Name = keyof typeof projects

const textOf = async (name: Name, lang: string, columns: number) =>
  (await asked(['plan', projects[name], '--lang', lang], { columns })).out

const withoutSpaces = (text: string) => text.replaceAll(/\s+/g, '')

beforeAll(async () => {
  for (const name of Object.keys(projects) as Name[]) {
    plans[name] = JSON.parse((await asked(['plan', projects[name], '--format', 'json'])).out)
    texts[name] = await textOf(name, 'zh', 100)
  }
}, 60_000)

describe('the text of a plan', () => {
  it('has the answer on the first screen of 80 × 25: verdict, land day and when the construction permit comes', async () => {
    const screen = (await textOf('batteryPlant', 'zh', 80)).split('\n').slice(0, 25).join('\n')
    const plan = plans.batteryPlant
    expect(screen).toContain('✔ 可以')
    expect(screen).toContain('拿地（成交日）')
    for (const { date, matter } of plan?.certificates ?? []) expect(screen).toMatch(new RegExp(`${matter} .*${date}`))
  })

  it.each([
    { columns: 60, lang: 'zh' },
    { columns: 80, lang: 'zh' },
    { columns: 80, lang: 'en' },
    { columns: 100, lang: 'en' },
    { columns: 140, lang: 'zh' },
  ])('is never wider than the screen: $columns columns, $lang', async ({ columns, lang }) => {
    const lines = (await textOf('riverPlant', lang, columns)).split('\n')
    expect(lines.filter((line) => widthOf(line) > columns)).toEqual([])
  })

  it.each(Object.keys(projects) as Name[])('leaves nothing of the plan of %s out', (name) => {
    const text = texts[name] ?? ''
    const { matters = [], unknown = [], notApplicable = [], gates = [], certificates = [] } = plans[name] ?? {}
    expect(matters.length).toBeGreaterThanOrEqual(20)
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
    const text = texts.batteryPlant ?? ''
    expect(text).toContain('演示用虚构的项目属性：')
    expect(text).toContain('未知而按通常情形假定的：')
    expect(text).toMatch(/有 \d+ 处未核实（GK）/)
    expect(text).toContain(plans.batteryPlant?.rests.catalogue.slice(0, 16))
  })

  it('says from which day the calendar is not yet published', () => {
    expect(plans.riverPlant?.provisional).not.toBeNull()
    expect(texts.riverPlant).toContain('起为暂定：')
  })

  it('has no table of certificates for a project that wins no land', () => {
    expect(texts.leasedWorkshop).not.toContain('拿地（')
  })

  it('numbers the phases of a project apart', () => {
    expect(texts.riverPlant).toMatch(/^C07@1 /m)
    expect(texts.riverPlant).toMatch(/^C07@2 /m)
  })

  it('stands out on a screen without saying anything else', async () => {
    const painted = await asked(['plan', batteryPlant], {
      paint: (look, part) => (part === '' ? '' : `<${look}>${part}</>`),
    })
    expect(painted.out).toContain('<good>')
    expect(painted.out.replaceAll(/<\/?\w*>/g, '')).toBe(texts.batteryPlant)
  })
})
