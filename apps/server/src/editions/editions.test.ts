import { contracts } from '@kaigong/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIYANG, openProduct, type Product } from '../product.fixture.ts'

const { editions } = contracts

let product: Product
let admin: Awaited<ReturnType<Product['signedInAs']>>
beforeAll(async () => {
  product = await openProduct()
  admin = await product.signedInAs(['districtAdministrator'], { name: '全明远' })
})
afterAll(() => product.close())

const settings = async () => {
  const answer = await admin.ask(editions.settings, {})
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
  return answer.value
}
const promises = async () => (await settings()).files.find((f) => f.file === 'promises')?.text ?? ''

describe('the catalogue', () => {
  it('is read by everybody: matters with agency, limit and confidence, found by name, pinyin or id', async () => {
    const officer = await product.signedInAs(['officer'])
    const all = await officer.ask(editions.matters, { query: {} })
    expect(all.ok && all.value.items.length).toBeGreaterThan(80)
    for (const q of ['施工许可', 'sgxk', 'c07']) {
      const found = await officer.ask(editions.matters, { query: { q } })
      expect(found.ok && found.value.items.map((m) => m.id)).toContain('C07')
    }
  })

  it('tells a matter in both languages, each statement with the law it rests on and how sure that is', async () => {
    const answer = await admin.ask(editions.matter, { params: { matterId: 'a05' }, query: {} })
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
    const { sections, before } = answer.value
    expect(sections.map((s) => s.title.zh)).toEqual(
      expect.arrayContaining(['何时要办（满足一条即办）', '依据', '时限', '材料（★ 主件，△ 可容缺）', '各区']),
    )
    expect(sections.flatMap((s) => s.lines).filter((l) => l.basis !== null && l.confidence === null)).toEqual([])
    expect(sections.find((s) => s.title.en === 'Limits')?.lines[0]).toMatchObject({
      text: { zh: expect.stringContaining('20 工作日'), en: expect.stringContaining('20 working days') },
    })
    expect(before).toEqual(expect.arrayContaining([expect.objectContaining({ matter: 'A01', kind: 'practice' })]))
  })

  it('asks its facts with question, unit and choices', async () => {
    const answer = await admin.ask(editions.facts, { query: {} })
    expect(answer.ok && answer.value.items.find((f) => f.id === 'investmentWan')).toMatchObject({
      unit: '万元',
      units: { 亿元: 10000 },
      type: 'number',
      of: 'project',
    })
  })

  it('says of each matter where it occurs, which tracks it may take and who makes its materials', async () => {
    const answer = await admin.ask(editions.facts, { query: {} })
    expect(answer.ok && answer.value.matters.find((m) => m.id === 'C02')).toMatchObject({
      per: 'phase',
      tracks: expect.arrayContaining(['standard']),
      materials: expect.arrayContaining([expect.objectContaining({ id: 'C02-design', from: 'designer' })]),
    })
  })
})

describe('a change of the catalogue', () => {
  it('that has a mistake is refused with the file and the line, and nothing is kept', async () => {
    const before = await admin.ask(editions.list, {})
    const answer = await admin.ask(editions.changeSettings, {
      params: { file: 'promises' },
      body: { text: (await promises()).replace(/matter: \w+/, 'matter: Z99'), reason: '试错' },
    })
    expect(answer).toMatchObject({ problem: { status: 422, type: '/problems/edition.faulty' } })
    expect(answer.ok ? '' : answer.problem.errors?.[0]?.detail).toMatch(/^districts\/320413\/promises\.yaml:\d+:\d+: /)
    expect(await admin.ask(editions.list, {})).toEqual(before)
  })

  it('may only touch files of the law, the calendars and the own district', async () => {
    for (const path of ['districts/320481/promises.yaml', 'national/../../x.yaml', 'etc/passwd']) {
      const answer = await admin.ask(editions.propose, { body: { name: '越界', files: [{ path, text: 'a: 1' }] } })
      expect(answer).toMatchObject({ problem: { status: 422 } })
    }
  })

  it('is proposed, cannot be adopted before it was tried, is told to others by its version, and leaves its trace', async () => {
    const text = `${await promises()}# 演示：只加一行注释\n`
    const proposed = await admin.ask(editions.changeSettings, {
      params: { file: 'promises' },
      body: { text, reason: '补充说明' },
    })
    if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem))
    const { id } = proposed.value
    expect(proposed.value).toMatchObject({ status: 'proposed', cause: 'promise', proposedBy: '全明远', trial: null })
    const params = { editionId: id }
    expect(await admin.ask(editions.adopt, { params }, { ifMatch: 1 })).toMatchObject({
      problem: { type: '/problems/edition.notTried' },
    })
    expect(await admin.ask(editions.try, { params })).toMatchObject({ ok: true, value: { trial: { running: true } } })
    await product.runJobs()
    expect(await admin.ask(editions.trial, { params })).toMatchObject({
      value: { edition: { trial: { running: false } }, touched: [], failed: [] },
    })
    expect(await admin.ask(editions.adopt, { params }, { ifMatch: 9 })).toMatchObject({ problem: { status: 412 } })
    expect(await admin.ask(editions.adopt, { params }, { ifMatch: 1 })).toMatchObject({ value: { status: 'inForce' } })
    expect(await settings()).toMatchObject({
      edition: id,
      history: [{ by: '全明远', file: 'districts/320413/promises.yaml', changes: [{ what: { zh: '补充说明' } }] }],
    })
    const list = await admin.ask(editions.list, {})
    expect(list.ok && list.value.items.map((e) => e.status)).toEqual(['inForce', 'former'])
  })

  it('has names for what it calls by an id alone, the cases of a matter too', async () => {
    const eia = (await settings()).matters.find(({ id }) => id === 'A06')
    expect(eia?.name.zh).toMatch(/环境影响评价/)
    expect(eia?.variants.map(({ id, name }) => [id, name.zh])).toContainEqual(['book', '报告书'])
  })

  it('is compared with another edition, line by line', async () => {
    const list = await admin.ask(editions.list, {})
    if (!list.ok) throw new Error('no list')
    const now = list.value.items[0]
    const changed = await admin.ask(editions.changeSettings, {
      params: { file: 'promises' },
      body: { text: (await promises()).replace(/value: (\d+)/, 'value: 9'), reason: '提速' },
    })
    if (!changed.ok || !now) throw new Error(JSON.stringify(changed))
    const diff = await admin.ask(editions.diff, { params: { editionId: changed.value.id }, query: { from: now.id } })
    expect(diff.ok && diff.value.changes[0]).toMatchObject({
      what: { zh: expect.stringContaining('承诺时限') },
      after: { zh: '9 个工作日' },
    })
    const district = diff.ok ? diff.value.changes.find(({ what }) => what.zh.startsWith('区设置')) : undefined
    expect(district).toMatchObject({
      what: { zh: '区设置 金坛区' },
      after: { zh: '改动：承诺时限', en: 'changed: promised limits' },
    })
    expect(await admin.ask(editions.drop, { params: { editionId: changed.value.id } }, { ifMatch: 1 })).toMatchObject({
      value: { status: 'dropped' },
    })
  })

  it('takes in the calendar of a new year, here an invented one, and reaches further then', async () => {
    const text = [
      'year: 2027',
      'notice: { title: 演示通知, issuedBy: 演示, number: 演示〔2026〕1号, publishedOn: 2026-11-05, confidence: synthetic }',
      'source: { title: 演示数据，虚构 }',
      'confidence: synthetic',
      "off: [{ days: 2027-01-01..2027-01-03, name: { zh: 元旦, en: New Year's Day } }]",
      'on: []',
    ].join('\n')
    const answer = await admin.ask(editions.propose, {
      body: { name: '2027 年日历', files: [{ path: 'calendars/2027.yaml', text }] },
    })
    expect(answer).toMatchObject({ value: { cause: 'calendar', calendarThrough: '2027-12-31' } })
  })

  it('of one district is not seen by another, and an officer may not make one', async () => {
    const liyang = await product.signedInAs(['districtAdministrator'], { district: LIYANG })
    const list = await liyang.ask(editions.list, {})
    expect(list.ok && list.value.items).toHaveLength(1)
    const officer = await product.signedInAs(['officer'])
    expect(
      await officer.ask(editions.changeSettings, { params: { file: 'promises' }, body: { text: '', reason: '试试' } }),
    ).toMatchObject({ problem: { status: 403 } })
  })
})
