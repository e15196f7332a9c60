import type { Plan } from '@kaigong/planner'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { richPlan } from '../fixture.ts'
import type { Lang } from '../words.ts'
import { chartWidth } from './charts.ts'
import { escaped } from './markup.ts'
import { toHtml } from './page.ts'

const langs: readonly Lang[] = ['zh', 'en']
const pages: Readonly<Record<Lang, string>> = {
  zh: toHtml(richPlan, { lang: 'zh' }),
  en: toHtml(richPlan, { lang: 'en' }),
}

/** Fields with a closed list of values, and dates and clocks, which no hostile name can reach. */
const closed = new Set([
  'format',
  'kind',
  'track',
  'owner',
  'unitApplied',
  'count',
  'week',
  'confidence',
  'edgeKind',
  'verdict',
  'necessity',
  'gate',
])
const isTime = /^(\d{4}-\d{2}-\d{2}|\d{2}:\d{2}$)/

/** The plan with something put behind every free text and id in it. */
const spoiled = (value: unknown, key: string, with_: string, inLength = false): unknown => {
  if (typeof value === 'string')
    return closed.has(key) || isTime.test(value) || (inLength && key === 'from') ? value : `${value}${with_}`
  if (Array.isArray(value)) return value.map((each) => spoiled(each, key, with_))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      key === 'lawfulTracks' ? each : spoiled(each, name, with_, 'unitApplied' in value),
    ]),
  )
}
const spoiledPlan = (with_: string): Plan => {
  const plan = spoiled(richPlan, '', with_) as Plan
  return {
    ...plan,
    matters: plan.matters.map((matter, index) => ({
      ...matter,
      lawfulTracks: richPlan.matters[index]?.lawfulTracks ?? [],
    })),
  }
}

const bare: Plan = {
  ...richPlan,
  project: { name: { zh: '空', en: 'Empty' }, code: null, enterprise: null, about: null },
  land: { ...richPlan.land, day: null },
  verdict: {
    met: true,
    headline: { zh: '能', en: 'Yes' },
    details: [],
    asked: { kind: 'earliest', date: null },
    nearest: null,
    chain: [],
    remedies: [],
  },
  certificates: [],
  gates: [],
  activities: [],
  matters: [],
  notApplicable: [],
  unknown: [],
  facts: [],
  criticalChain: [],
  split: [],
  comparison: null,
  provisional: null,
}

describe.each(langs)('the page in %s', (lang) => {
  const page = pages[lang]

  it('names every matter, activity, binding, certificate, gate, material, remedy, question and fact', () => {
    const plan = richPlan
    const texts = [
      plan.project.name,
      plan.district.name,
      plan.verdict.headline,
      ...plan.verdict.details,
      ...plan.verdict.remedies.map(({ text }) => text),
      ...[...plan.verdict.chain, ...plan.criticalChain].map(({ because }) => because),
      ...plan.certificates.map(({ name }) => name),
      ...plan.gates.flatMap(({ name, requires }) => [
        name,
        ...requires.flatMap(({ text, basis }) => [text, basis.text]),
      ]),
      ...plan.activities.flatMap(({ name, length, binding }) => [
        name,
        length.basis.text,
        ...binding.flatMap(({ text, basis }) => [text, ...(basis === undefined ? [] : [basis.text])]),
      ]),
      ...plan.matters.flatMap(
        ({ name, authority, agencyName, trackReason, rule, result, limit, citations, materials }) => [
          name,
          authority,
          agencyName,
          trackReason,
          rule.says,
          result,
          limit.statutory.text,
          ...citations.map(({ text }) => text),
          ...materials.map((material) => material.name),
        ],
      ),
      ...plan.notApplicable.flatMap(({ name, because }) => [name, ...because]),
      ...plan.unknown.flatMap(({ question, answers }) => [question, ...answers.map(({ answer }) => answer)]),
      ...plan.facts.flatMap(({ name, value }) => [name, value]),
      plan.countedDays.text,
    ]
    expect(texts.map((text) => text[lang]).filter((text) => !page.includes(escaped(text)))).toEqual([])
  })

  it('draws every activity with a tooltip that carries an article', () => {
    for (const { name, length } of richPlan.activities) {
      const tooltips = [...page.matchAll(/<title>([^<]*)<\/title>/g)].map((found) => found[1] ?? '')
      const own = tooltips.filter((tooltip) => tooltip.includes(`— ${escaped(name[lang])}\n`))
      expect(own.length).toBeGreaterThan(0)
      expect(own.some((tooltip) => tooltip.includes(escaped(length.basis.text[lang])))).toBe(true)
    }
  })

  it('is well formed', () => {
    expect(XMLValidator.validate(page)).toBe(true)
  })

  it('prints nothing that is not a value', () => {
    expect(page).not.toMatch(/undefined|NaN|\[object|Infinity|\{\w+\}(?![^<]*<\/style>)/)
  })

  it('refers to nothing outside itself and runs no script', () => {
    const markup = page.replaceAll(escaped(richPlan.project.enterprise?.[lang] ?? ''), '')
    expect(markup).not.toMatch(/https?:|\/\/[a-z]|<script|<link|<img|<iframe|@import|javascript:|\son\w+=/i)
    expect([...page.matchAll(/url\(([^)]*)\)/g)].filter((found) => !found[1]?.startsWith('#'))).toEqual([])
  })

  it('refers only to ids that it has, each of them once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map((found) => found[1])
    expect(new Set(ids).size).toBe(ids.length)
    const targets = [...page.matchAll(/(?:href="#|url\(#)([^")]*)/g)].map((found) => found[1])
    expect(targets.filter((target) => !ids.includes(target))).toEqual([])
  })

  it('keeps every bar inside its chart', () => {
    const bars = [...page.matchAll(/<rect class="bar[^"]*" x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="13"/g)]
    expect(bars.length).toBeGreaterThanOrEqual(richPlan.activities.length)
    for (const [, x, , width] of bars) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(width)).toBeGreaterThan(0)
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(chartWidth)
    }
  })

  it('stays well formed and harmless when every name and id tries to break out', () => {
    const hostile = toHtml(spoiledPlan(`</td></style></script><b onclick="x">&'"]]>🔋\u0000`), { lang })
    expect(XMLValidator.validate(hostile)).toBe(true)
    expect(hostile).not.toMatch(/<b[\s>]|<\/td><\/style>/)
    expect(hostile.split('<tr').length).toBe(page.split('<tr').length)
  })

  it('reads also when a plan has next to nothing in it', () => {
    const empty = toHtml(bare, { lang })
    expect(XMLValidator.validate(empty)).toBe(true)
    expect(empty).not.toMatch(/undefined|NaN|\[object|Infinity/)
  })
})

describe('the page', () => {
  it('says whether it can be had in a word and a shape, not by colour alone', () => {
    expect(pages.zh).toMatch(/<svg[^>]*><polygon[^>]*\/><path[^>]*\/><\/svg> 做不到/)
    const met = toHtml({ ...richPlan, verdict: { ...richPlan.verdict, met: true } }, { lang: 'zh' })
    expect(met).toMatch(/<svg[^>]*><circle[^>]*\/><path[^>]*\/><\/svg> 能做到/)
  })

  it('has no Chinese in English but what is given only in Chinese', () => {
    const approval = richPlan.matters.flatMap(({ exemption }) => exemption?.approvalNo ?? [])
    const rest = approval.reduce((page, number) => page.replaceAll(escaped(number), ''), pages.en)
    expect(rest.match(/[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]+/g) ?? []).toEqual([])
    expect(pages.en).toContain('<html lang="en">')
    expect(pages.zh).toContain('<html lang="zh-CN">')
  })

  it('sorts the materials by their last day and keeps what is fetched by the offices apart', () => {
    const parsed = (section: string) =>
      [...section.matchAll(/data-label="最迟提交"><div class="cell">(\d{4}-\d{2}-\d{2})/g)].map((found) => found[1])
    const from = pages.zh.indexOf('id="materials"')
    const apart = pages.zh.indexOf('共享调取，企业不用提交', from)
    const toBring = parsed(pages.zh.slice(from, apart))
    const fetched = parsed(pages.zh.slice(apart))
    expect(toBring).toHaveLength(
      richPlan.matters.flatMap(({ materials }) => materials.filter(({ shared }) => !shared)).length,
    )
    expect(fetched).toHaveLength(4)
    expect(toBring).toEqual(toBring.toSorted())
  })

  it('draws three charts for a long plan and one where construction start is the end', () => {
    const charts = (page: string) => [...page.matchAll(/class="chart chart-(\w+)"/g)].map((found) => found[1])
    expect(charts(pages.zh)).toEqual(['land', 'approvals', 'whole'])
    const short = {
      ...richPlan,
      activities: richPlan.activities.filter(({ finish }) => finish < '2022-09-20'),
      gates: richPlan.gates.filter(({ date }) => date !== null && date <= '2022-09-20'),
    }
    expect(charts(toHtml(short, { lang: 'zh' }))).toEqual(['land', 'whole'])
  })

  it('leaves out the name of the matter where the plan repeats it before the step', () => {
    const repeated = {
      ...richPlan,
      activities: richPlan.activities.map((activity) =>
        activity.id === 'B02/conversion'
          ? {
              ...activity,
              name: {
                zh: '建设工程规划许可证（1） · 核对发证一次',
                en: 'Engineering planning permit (1) · Checked once',
              },
            }
          : activity,
      ),
    }
    const page = toHtml(repeated, { lang: 'zh' })
    expect(page).toContain('B02 建设工程规划许可证 · 核对发证一次</a>')
    expect(page).toContain('<strong>核对发证一次</strong>')
  })

  it('begins the charts on a page of their own unless the short one of the land comes first', () => {
    expect(pages.zh).toContain('<section id="charts"><h2>')
    const without = toHtml({ ...richPlan, land: { ...richPlan.land, day: null } }, { lang: 'zh' })
    expect(without).toContain('<section id="charts" class="new-page"><h2>')
  })

  it('says when it was made only if told', () => {
    expect(pages.zh).not.toContain('制表')
    expect(toHtml(richPlan, { lang: 'zh', generated: '2022-06-20 10:00 <区专班>' })).toContain(
      '制表 2022-06-20 10:00 &lt;区专班&gt;',
    )
  })

  it('keeps head rows in the head of every table, so that they repeat in print', () => {
    const parser = new XMLParser({ ignoreAttributes: false })
    expect(parser.parse(pages.zh)).toHaveProperty('html.body.main')
    const tables = pages.zh.split('<table').slice(1)
    expect(tables.every((table) => /<thead>[\s\S]*<\/thead>/.test(table))).toBe(true)
    expect(pages.zh).toContain('@page { size: A3 landscape')
  })
})
