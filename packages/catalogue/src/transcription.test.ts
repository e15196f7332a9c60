import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { realCatalogue } from './catalogue.fixture.ts'
import type { Limit } from './limit.ts'

// What the law says and a plan stands on, written out once more, so that a slip of the pen in the catalogue shows here.

const catalogue = realCatalogue({ readdirSync, readFileSync })
const matter = (id: string) => {
  const found = catalogue.matters.find((m) => m.id === id)
  if (!found) throw new Error(`no matter ${id}`)
  return found
}
const rule = (book: string, id: string) => catalogue.rules.find((r) => r.id === book)?.rules.find((r) => r.id === id)

/** `book: 60 workday from received`, with what it ends with and who owes it where that is not the agency's decision. */
function told(limit: Limit): string {
  const span =
    limit.kind === 'days'
      ? `${limit.value}${limit.extension ? `+${limit.extension.value}` : ''} ${limit.unitApplied} from ${limit.startEvent}`
      : limit.kind
  const of = [limit.ends === 'decision' ? undefined : limit.ends, limit.who === 'agency' ? undefined : limit.who]
  return [limit.variant && `${limit.variant}:`, span, ...of].filter((x) => x !== undefined).join(' ')
}
const limitsOn = (id: string, day: string) =>
  matter(id)
    .limits.filter((l) => (l.inForce?.from ?? '') <= day && day <= (l.inForce?.until ?? '9999-12-31'))
    .map(told)

describe('the matters', () => {
  it('are 13 before the land, 19 + 7 + 16 + 20 in the four stages, and ten works', () => {
    const count = (stage: number) => catalogue.matters.filter((m) => m.stage === stage).length
    expect([0, 1, 2, 3, 4, 5].map(count)).toEqual([13, 19, 7, 16, 20, 10])
  })
  it('are numbered without a gap', () => {
    const numbers = (letter: string, last: number) =>
      Array.from({ length: last }, (_, i) => `${letter}${String(i + 1).padStart(2, '0')}`)
    const expected = [...numbers('P', 13), ...numbers('A', 18), 'A01b', ...numbers('B', 7), ...numbers('C', 15), 'C07p']
    const all = [...expected, ...numbers('D', 20), ...numbers('W', 9), 'W04p']
    expect(catalogue.matters.map((m) => m.id).sort()).toEqual(all.sort())
  })
  it('each carry a source and a confidence with every limit, rule, material and track', () => {
    for (const m of catalogue.matters) {
      const statements = [
        ...m.citations,
        ...m.applies,
        ...m.limits,
        ...m.materials,
        ...Object.values(m.tracks).filter((t) => t !== undefined),
      ]
      for (const s of statements) {
        const sources = [s.source].flat()
        expect([m.id, sources.length > 0 && s.confidence !== undefined]).toEqual([m.id, true])
      }
    }
  })
  it('are reviewed ahead of the land only where the review is technical, so never the EIA, energy or water approvals', () => {
    const ahead = catalogue.matters.filter((m) => m.tracks.preReview).map((m) => m.id)
    expect(ahead).toEqual(['A03', 'A04', 'B01', 'B02', 'B03', 'C01', 'C02', 'C04', 'C05', 'C07', 'C07p'])
  })
  it('are decided on commitment only where a law or a published reform says so: the soil and water form, the EIA form of provincial projects, wage guarantees', () => {
    expect(
      catalogue.matters.filter((m) => m.tracks.commitment).map((m) => [m.id, m.tracks.commitment?.variant]),
    ).toEqual([
      ['A06', 'table'],
      ['A07', 'table'],
      ['C06', undefined],
    ])
  })
})

describe('the limits of the law', () => {
  it.each<[string, string[]]>([
    ['A01', ['atOnce']],
    ['A02', ['20+40 workday from accepted']],
    ['A03', ['general']],
    ['A04', ['atOnce correctionNotice', '30 workday from accepted']],
    ['A05', ['20 workday from accepted']],
    ['A06', ['book: 60 workday from received', 'table: 30 workday from received', 'registration: atOnce']],
    ['A07', ['book: 10+10 workday from accepted', 'table: atOnce']],
    ['A08', ['5 workday from received acceptance', '45 workday from accepted']],
    ['A09', ['general']],
    ['A11', ['general']],
    ['A12', ['general']],
    ['A13', ['45 workday from received']],
    ['A18', ['15 workday from received']],
    ['B02', ['general']],
    ['C01', ['large: 15 workday from received', 'medium: 10 workday from received']],
    ['C02', ['15 workday from accepted']],
    ['C07', ['7 workday from received', '5 workday from received correctionNotice']],
    ['C07p', ['7 workday from received']],
    ['C08', ['20+10 workday from accepted']],
    ['C09', ['10 workday from accepted', '5 workday from received acceptance']],
    ['C12', ['15 workday from accepted']],
    [
      'D04',
      ['acceptance: 15 workday from accepted', 'filing: atOnce', 'filing: 5 workday from completed filing enterprise'],
    ],
    ['D08', ['atOnce', '15 day from completed filing enterprise']],
    ['D15', ['5 workday from received', '20 workday from issued filing enterprise']],
    ['D17', ['30 workday from accepted']],
    [
      'D14',
      [
        'key: 30+15 workday from accepted',
        'simplified: 20 workday from accepted',
        'registration: atOnce',
        '3 workday from received correctionNotice',
      ],
    ],
  ])('of %s are %j, before and after the Ecological Code of 2026-08-15', (id, limits) => {
    expect(limitsOn(id, '2022-09-09')).toEqual(limits)
    expect(limitsOn(id, '2026-08-14')).toEqual(limits)
    expect(limitsOn(id, '2026-08-15')).toEqual(limits)
  })
  it('on the EIA come from the law of the day', () => {
    const sources = (day: string) =>
      matter('A06')
        .limits.filter((l) => (l.inForce?.from ?? '') <= day && day <= (l.inForce?.until ?? '9999-12-31'))
        .map((l) => l.source)
    expect(sources('2026-08-14')).toEqual(Array(3).fill({ law: 'eia', article: '22' }))
    expect(sources('2026-08-15')).toEqual(Array(3).fill({ law: 'ecological-code', article: '102' }))
  })
  it('written as 日 say so, whatever they are counted in (domain 7.2)', () => {
    const written = (id: string) => matter(id).limits.flatMap((l) => (l.kind === 'days' ? [l.unitAsWritten] : []))
    expect(written('A06')).toEqual(['日', '日', '日', '日'])
    expect([written('A13'), written('C07'), written('D14'), written('D08')].flat()).toEqual(Array(7).fill('日'))
    expect([written('A04'), written('A08')].flat()).toEqual(Array(3).fill('工作日'))
  })
  it('leave out the experts of the fire review, the technical review of soil and water, the assessment of energy, the mending of drawings', () => {
    const excluded = (id: string) => matter(id).limits.flatMap((l) => (l.kind === 'days' ? (l.excludes ?? []) : []))
    expect(excluded('C02')).toEqual(['expertReview'])
    expect(excluded('A07')).toEqual(['technicalReview'])
    expect(excluded('A05')).toEqual(['commissionedAssessment'])
    expect(excluded('C01')).toEqual(['rectification', 'rectification'])
  })
  it.each([
    ['correction-notice', '5 workday from received correctionNotice'],
    ['general-limit', '20+10 workday from accepted'],
    ['delivery', '10 workday from decided delivery'],
    ['discharge-permit-correction', '3 workday from received correctionNotice'],
    ['title-correction', 'atOnce correctionNotice'],
    ['abstraction-check', '5 workday from received acceptance'],
    ['lightning-acceptance', '5 workday from received acceptance'],
  ])('for all permits: %s is %s (行政许可法 32、42、44 and what departs from it)', (id, limit) => {
    const stated = rule('general', id)?.limit
    expect(stated && told(stated)).toBe(limit)
  })
  it('for joint handling are 45 working days and 15 more (行政许可法 42(2))', () => {
    const stated = rule('joint', 'statutory-limit')?.limit
    expect(stated && told(stated)).toBe('45+15 workday from accepted')
  })
  it('leave hearings, tenders, tests, appraisals and experts out of the general count (行政许可法 45)', () => {
    const stated = rule('general', 'general-limit')?.limit
    const left = ['hearing', 'tenderAuction', 'inspectionTest', 'appraisal', 'expertReview']
    expect(stated?.kind === 'days' && stated.excludes).toEqual(left)
    expect(
      catalogue.specialProcedures
        .filter((s) => s.statutory)
        .map((s) => s.id)
        .sort(),
    ).toEqual([...left].sort())
    expect(catalogue.specialProcedures.filter((s) => s.clockEffect === 'extend').map((s) => s.id)).toEqual([
      'extension',
    ])
  })
})

describe('periods that may not be shortened', () => {
  const steps = (id: string) =>
    (matter(id).steps ?? [])
      .filter((s) => s.count === 'minimum')
      .map((s) => `${s.id} ${s.duration.value} ${s.duration.unitApplied}${s.countStartDay ? ' first day counts' : ''}`)
  const publicity = (id: string) =>
    (matter(id).specialProcedures ?? [])
      .filter((s) => s.bound === 'minimum')
      .map((s) => `${s.duration.value} ${s.duration.unitApplied}${s.countStartDay ? ' first day counts' : ''}`)
  it('are 20 days of notice and 10 of listing for land (39 号令)', () => {
    expect(steps('P09')).toEqual(['notice 20 day', 'listing 10 day'])
  })
  it('are 10 working days and 30 days of notice for expropriation (土地管理法实施条例 26–31)', () => {
    expect(steps('P03')).toEqual(['advanceNotice 10 workday', 'compensationNotice 30 day'])
  })
  it('are 20 working days of publicity for environmental and for soil and water acceptance, the first day counting', () => {
    expect(steps('D09')).toEqual(['publicity 20 workday first day counts'])
    expect(steps('D10')).toEqual(['publicity 20 workday first day counts'])
  })
  it('are 10 and 5 working days on acceptance and 5 before the decision for the EIA, the first day counting', () => {
    expect(publicity('A06')).toEqual([
      '10 workday first day counts',
      '5 workday first day counts',
      '5 workday first day counts',
    ])
  })
})

describe('ceilings on special procedures', () => {
  const most = (id: string) =>
    (matter(id).specialProcedures ?? [])
      .filter((s) => s.bound === 'maximum')
      .map((s) => `${s.kind} ${s.duration.value} ${s.clockEffect}`)
  it('are 20 working days for fire experts and 30 for the review of soil and water, both beside the clock', () => {
    expect(most('C02')).toEqual(['expertReview 20 pause'])
    expect(most('A07')).toEqual(['technicalReview 30 pause'])
  })
})

describe('the construction permit', () => {
  it('lapses unless works start in three months, may be extended twice by three, and is verified again after a year (建筑法 9、10)', () => {
    const rules = (matter('C07').resultRules ?? []).flatMap((r) =>
      r.duration ? [`${r.id} ${r.duration.value} ${r.duration.unitApplied}`] : [],
    )
    expect(rules).toEqual(['C07-start 3 month', 'C07-extend 3 month', 'C07-suspension 1 month', 'C07-resume 1 year'])
  })
})

describe('the land day', () => {
  it('has the day table of the compressed version (domain 2.2)', () => {
    expect(catalogue.landDay.dayTable.map((d) => [d.day, ...d.matters])).toEqual([
      [0, 'P10', 'P11'],
      [1, 'A03', 'P12'],
      [2, 'A04'],
      [3, 'B02', 'C01'],
      [4, 'C07'],
      [5, 'B07', 'W04'],
    ])
    expect(catalogue.landDay.usualWindow).toMatchObject({ value: 5, unitApplied: 'workday' })
  })
  it('yields four certificates, and the approved drawings as a fifth in some places', () => {
    expect(catalogue.landDay.certificates.filter((c) => c.core).map((c) => c.matter)).toEqual([
      'A03',
      'A04',
      'B02',
      'C07',
    ])
    expect(catalogue.landDay.certificates.filter((c) => !c.core).map((c) => c.matter)).toEqual(['C01'])
  })
  it('may be the day of the deal, the contract, the handover or the title', () => {
    expect(catalogue.landDay.bases.map((b) => [b.id, b.matter])).toEqual([
      ['transaction', 'P10'],
      ['contract', 'P10'],
      ['handover', 'P12'],
      ['title', 'A04'],
    ])
  })
  it('converts a pre-review under five conditions (domain 2.3)', () => {
    expect(catalogue.conversion.conditions.map((c) => c.id)).toEqual([
      'same-applicant',
      'same-conditions',
      'same-drawings',
      'essentials-complete',
      'promise-kept',
    ])
  })
  it('keeps the invariants of domain 2.3', () => {
    const earlier = (later: string) =>
      catalogue.conversion.invariants
        .filter((i) => i.later.matter === later)
        .flatMap((i) => i.earlier.map((e) => e.matter))
    expect(earlier('A03')).toEqual(['P10'])
    expect(earlier('A04')).toEqual(expect.arrayContaining(['P11']))
    expect(earlier('B02')).toEqual(['P10', 'A04'])
    expect(earlier('C07')).toEqual(['A03', 'A04', 'B02', 'C01', 'C02'])
    expect(earlier('W04')).toEqual(['C07', 'A05', 'A06', 'A07', 'A08', 'A09', 'A12', 'C08'])
  })
})

describe('what comes before what (domain 1.8)', () => {
  const law = (source: unknown): string => JSON.stringify(source)
  /** Kinds and sources of the edges and gate requirements that put `from` before `to`. */
  const order = (from: string, to: string) => {
    const edges = catalogue.edges.filter(
      (e) => e.to === to && (typeof e.from === 'string' ? e.from === from : e.from.some((f) => f.matter === from)),
    )
    const gates = catalogue.gates
      .filter((g) => g.opens.some((o) => o.matter === to))
      .flatMap((g) => g.requires.filter((r) => r.matter === from && (r.for?.includes(to) ?? true)))
    return [...edges, ...gates].map((x) => ({ kind: x.kind, source: law(x.source) }))
  }
  it.each([
    ['A01', 'A03', 'hard', 'urban-planning', '38'],
    ['P10', 'A03', 'hard', 'urban-planning', '38'],
    ['P10', 'A04', 'hard', 'deed-tax', '11'],
    ['P11', 'A04', 'hard', 'deed-tax', '11'],
    ['P12', 'A04', 'practice', undefined, undefined],
    ['A03', 'A04', 'practice', undefined, undefined],
    ['P02', 'P09', 'hard', 'urban-planning', '38'],
    ['P05', 'P09', 'hard', 'cultural-relics', '43'],
    ['P07', 'A06', 'hard', 'emission-quota-197', undefined],
    ['A01', 'A05', 'practice', undefined, undefined],
    ['P10', 'B02', 'hard', 'urban-planning', '40'],
    ['A04', 'B02', 'hard', 'urban-planning', '40'],
    ['B01', 'B02', 'hard', 'urban-planning', '40'],
    ['B03', 'B02', 'practice', undefined, undefined],
    ['B02', 'C07', 'hard', 'construction', '8(2)'],
    ['A03', 'C07', 'hard', 'construction', '8(1)'],
    ['A04', 'C07', 'hard', 'construction', '8(1)'],
    ['C01', 'C07', 'hard', 'quality-regulation', '11'],
    ['C02', 'C07', 'hard', 'fire-protection', '12'],
    ['W03', 'C07', 'hard', 'fire-review-rules', '32'],
    ['C03', 'C07', 'hard', 'construction', '8(4)'],
    ['C04', 'C07', 'hard', 'quality-regulation', '13'],
    ['C05', 'C07', 'hard', 'safety-regulation', '42'],
    ['A13', 'C08', 'hard', undefined, undefined],
    ['C08', 'W04', 'hard', 'work-safety', '33、34'],
    ['C07', 'W04', 'hard', 'construction', '7'],
    ['C07p', 'W04p', 'hard', 'construction', '7'],
    ['A05', 'W04', 'hard', 'energy-conservation', '15'],
    ['A06', 'W04', 'hard', 'eia', '25'],
    ['A06', 'W04', 'hard', 'ecological-code', '107'],
    ['A07', 'W04', 'hard', 'water-soil', '26'],
    ['A08', 'W04', 'hard', 'water-abstraction', '21'],
    ['A09', 'W04', 'hard', 'flood-control', '27、33'],
    ['A12', 'W04', 'hard', 'cultural-relics', '28、29'],
    ['D02', 'W07', 'hard', 'urban-planning', '45'],
    ['W07', 'D08', 'hard', 'quality-regulation', '49'],
    ['D04', 'W08', 'hard', 'fire-protection', '13'],
    ['D09', 'W08', 'hard', 'environmental-regulation', '19'],
    ['D10', 'W08', 'hard', 'water-soil', '27'],
    ['A06', 'D14', 'hard', 'discharge-permit', '11'],
    ['D14', 'W06', 'hard', 'discharge-permit', '2'],
    ['D08', 'D17', 'practice', undefined, undefined],
    ['D02', 'D17', 'practice', undefined, undefined],
    ['A04', 'D17', 'practice', undefined, undefined],
  ])('%s before %s is %s (%s %s)', (from, to, kind, id, article) => {
    const found = order(from, to).filter((o) => o.kind === kind)
    const source = id === undefined ? '' : law({ law: id, ...(article && { article }) })
    expect(found.map((o) => o.source)).toEqual(expect.arrayContaining([expect.stringContaining(source)]))
  })
  it('does not put EIA, energy or soil and water before the construction permit, only before the start', () => {
    for (const from of ['A05', 'A06', 'A07', 'A08', 'A09', 'A12']) expect([from, ...order(from, 'C07')]).toEqual([from])
  })
  it('has the completion filing within 15 days (质量条例 49)', () => {
    const lags = catalogue.edges.flatMap((e) => (e.to === 'D08' && e.maxLag ? [e.maxLag] : []))
    expect(lags).toEqual([{ value: 15, unitAsWritten: '日', unitApplied: 'day' }])
  })
})

describe('what tolerance can never defer (domain 2.4)', () => {
  it.each([
    ['P10', 'A03'],
    ['P11', 'A04'],
    ['A03', 'C07'],
    ['B02', 'C07'],
    ['C01', 'C07'],
    ['A06', 'D14'],
  ])('the result of %s for %s', (issuedBy, id) => {
    const rules = catalogue.tolerance.neverDeferrable.filter((n) => n.issuedBy === issuedBy && n.for.includes(id))
    expect(rules).toHaveLength(1)
    expect(
      matter(id)
        .materials.filter((m) => m.issuedBy === issuedBy)
        .map((m) => m.necessity),
    ).toContain('essential')
  })
  it('and what may follow is returned after 15 working days, the document issued once complete', () => {
    expect(catalogue.tolerance.pause).toMatchObject({ value: 15, unitApplied: 'workday' })
    expect(catalogue.tolerance.mode).toBe('acceptThenIssueAfterComplete')
  })
})

describe('the calendars', () => {
  it.each([
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('of %d have %d working days (domain 3.9)', (year, workdays) => {
    const days = (range: string) => {
      const [first = '', last = first] = range.split('..').map((d) => d)
      const list: string[] = []
      for (let d = Temporal.PlainDate.from(first); d.toString() <= last; d = d.add({ days: 1 })) list.push(d.toString())
      return list
    }
    // A New Year's holiday that begins in December stands in the file of the new year.
    const off = new Set(catalogue.calendars.flatMap((c) => c.off.flatMap((o) => days(o.days))))
    const on = new Set(catalogue.calendars.flatMap((c) => c.on))
    const working = days(`${year}-01-01..${year}-12-31`).filter(
      (d) => on.has(d) || (Temporal.PlainDate.from(d).dayOfWeek <= 5 && !off.has(d)),
    )
    expect(working).toHaveLength(workdays)
  })
})
