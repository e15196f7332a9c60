import type { Catalogue } from '@kaigong/catalogue'
import { beforeAll, describe, expect, it } from 'vitest'
import { asked } from '../asked.fixture.ts'
import { loadCatalogue, ownCatalogue } from '../ground/loadCatalogue.ts'
import { widthOf } from '../terminal/width.ts'

let catalogue: Catalogue
beforeAll(async () => {
  const loaded = await loadCatalogue(ownCatalogue)
  if ('faults' in loaded) throw new Error('the catalogue has faults')
  catalogue = loaded.catalogue
})

const show = async (what: string, lang: string, columns = 100) =>
  (await asked(['catalogue', 'show', what, '--lang', lang], { columns })).out
const withoutSpaces = (text: string) => text.replaceAll(/\s+/g, '')

describe('reading a matter', () => {
  it('tells when the energy review applies, within how long, who handles it and what comes before it', async () => {
    const text = await show('A05', 'zh')
    expect(text).toContain('年综合能源消费量≥1,000 tce')
    expect(text).toContain('自受理起 20 工作日；不计 委托评估')
    expect(text).toContain('320413 金坛区：金坛区行政审批局')
    expect(text).toContain('★ A05-report 节能报告；中介')
    expect(text).toContain('A01 → A05（通行）')
    expect(text).toContain('G1 开工 ← A05（法定）')
  })

  it.each(['zh', 'en'] as const)('leaves nothing of any matter out (%s)', async (lang) => {
    for (const { id, ...matter } of catalogue.matters) {
      const text = withoutSpaces(await show(id, lang))
      const sentences = [
        ...matter.applies.map((rule) => rule.says),
        ...matter.citations.flatMap(({ says }) => says ?? []),
        ...matter.materials.map(({ name }) => name),
        ...(matter.steps ?? []).map(({ name }) => name),
        ...(matter.specialProcedures ?? []).map(({ name }) => name),
        ...(matter.conditions ?? []).map(({ says }) => says),
        ...(matter.resultRules ?? []).map(({ says }) => says),
        ...(matter.notes ?? []).map(({ says }) => says),
        ...catalogue.edges.filter(({ to }) => to === id).map(({ says }) => says),
      ]
      expect(sentences.filter((says) => !text.includes(withoutSpaces(says[lang])))).toEqual([])
    }
  })

  it('fits the screen', async () => {
    for (const { id } of catalogue.matters) {
      const lines = (await show(id, 'en', 80)).split('\n')
      expect(lines.filter((line) => widthOf(line) > 80)).toEqual([])
    }
  })

  it('does not mind how the id is written', async () => {
    expect(await show('a05', 'zh')).toBe(await show('A05', 'zh'))
  })

  it('gives a program the matter with its edges and districts', async () => {
    const { out } = await asked(['catalogue', 'show', 'D11', '--format', 'json'])
    const found = JSON.parse(out)
    expect(found).toMatchObject({ id: 'D11', districts: [{ code: '320413' }, { code: '320481' }] })
    expect(found.edges.map((edge: { id: string }) => edge.id)).toContain('A05-D11')
  })
})

describe('reading a list', () => {
  it('of facts has the units and choices that a project file may use, and what is taken while nobody answers', async () => {
    const text = await show('facts', 'zh')
    for (const { id } of catalogue.facts) expect(text).toMatch(new RegExp(`^${id} `, 'm'))
    expect(text).toContain('单位 万元、元、亿元')
    expect(text).toMatch(/grant \(出让\) \| /)
    expect(text).toContain('暂取“否”')
  })

  it('of gates, edges and matters has every one of them', async () => {
    const gates = await show('gates', 'en')
    for (const { id } of catalogue.gates) expect(gates).toMatch(new RegExp(`^${id} `, 'm'))
    expect((await show('matters', 'en', 140)).trimEnd().split('\n')).toHaveLength(catalogue.matters.length)
    const edges = withoutSpaces(await show('edges', 'en'))
    expect(catalogue.edges.filter(({ says }) => !edges.includes(withoutSpaces(says.en)))).toEqual([])
  })

  it('is what there is instead when a word is unknown', async () => {
    const { exit, out, err } = await asked(['catalogue', 'show', 'fact', '--lang', 'en'])
    expect({ exit, out }).toEqual({ exit: 2, out: '' })
    expect(err).toContain('has no "fact"; did you mean facts? Accepted: ')
  })
})
