import { type Catalogue, diff, readCatalogue } from '@kaigong/catalogue'
import { describe, expect, it } from 'vitest'
import { catalogueOf } from './catalogueFolder.ts'
import { diffView } from './diffView.ts'
import { partWords, wholeWords } from './partWords.ts'

const files = catalogueOf('320413')
async function changed(path: string, was: string, is: string): Promise<Catalogue> {
  const read = await readCatalogue(
    files.map((file) => (file.path === path ? { path, text: file.text.replace(was, is) } : file)),
    was + is,
  )
  if ('faults' in read) throw new Error(JSON.stringify(read.faults.slice(0, 3)))
  return read.catalogue
}
const now = await changed('', '', '')
const lines = (after: Catalogue) => diffView(diff(now, after), { before: now, after })

describe('the difference of two editions', () => {
  it('names the variant whose promise moves, the district, and what of it differs, without an id', async () => {
    const promises = 'districts/320413/promises.yaml'
    const shorter = await changed(promises, 'variant: book\n    value: 30', 'variant: book\n    value: 28')
    expect(lines(shorter)).toEqual([
      {
        what: {
          zh: 'A06 环境影响评价审批/备案（报告书） 承诺时限',
          en: expect.stringMatching(/^A06 .+ \((?!book).+\) promised limit$/),
        },
        before: { zh: '30 个工作日', en: '30 working days' },
        after: { zh: '28 个工作日', en: '28 working days' },
      },
      {
        what: { zh: '区设置 金坛区', en: 'District Jintan District' },
        before: { zh: '原文', en: 'as it was' },
        after: { zh: '改动：承诺时限', en: 'changed: promised limits' },
      },
    ])
  })

  it('has words for every part that a matter, an order, a gate, a law, a fact, a rule book and a district has', () => {
    const { matters, edges, gates, laws, facts, rules, districts } = now
    const parts = new Set([matters, edges, gates, laws, facts, rules, districts].flat().flatMap(Object.keys))
    expect([...parts].filter((part) => !['id', 'code'].includes(part) && !(part in partWords))).toEqual([])
  })

  it('has words for every whole', () => {
    const other: Catalogue = {
      ...now,
      edition: { ...now.edition, edition: 'other' },
      authorities: [],
      specialProcedures: [],
      assessments: [],
      simultaneities: [],
      tolerance: { ...now.tolerance, rules: [] },
      conversion: { ...now.conversion, conditions: [] },
      landDay: { ...now.landDay, steps: [] },
      calendars: [],
    }
    expect(diff(now, other).changed.whole.filter((part) => !(part in wholeWords))).toEqual([])
    expect(diff(now, other).changed.whole.length).toBeGreaterThan(8)
  })
})
