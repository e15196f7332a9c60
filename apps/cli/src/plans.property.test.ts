import type { Catalogue, Condition, FactDefinition, FactValue, Project, StatedFact } from '@kaigong/catalogue'
import { type Code, check, type Violation } from '@kaigong/checker'
import { type Ground, type Plan, plan, prepare, type Request } from '@kaigong/planner'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue, ownCatalogue } from './ground/loadCatalogue.ts'

/** Random projects that are planned and checked in one run, and how many of them are then spoilt: as many as fit well into a minute. */
const PLANS = 250
const SPOILT = 15
/** A project that nobody would invent, the day from which it is planned, and what is asked. */
type Case = { readonly project: Project; readonly request: Request }

let catalogue: Catalogue
const grounds = new Map<string, Ground>()

beforeAll(async () => {
  const loaded = await loadCatalogue(ownCatalogue)
  if ('faults' in loaded) throw new Error(loaded.faults.map((f) => f.message.en).join('\n'))
  catalogue = loaded.catalogue
  for (const { code } of catalogue.districts) {
    const ground = prepare(catalogue, code)
    if (ground) grounds.set(code, ground)
  }
})

type Activity = Plan['activities'][number]

/** One way to spoil a good plan, and what the checker has to call it; undefined where the plan has nothing of the kind. */
type Spoiling = { readonly code: Code; readonly says: string; readonly spoil: (made: Plan) => Plan | undefined }

const spoilt =
  (which: (a: Activity, made: Plan) => boolean, change: (a: Activity, made: Plan) => Partial<Activity>) =>
  (made: Plan): Plan | undefined => {
    const victim = made.activities.find((a) => !a.done && which(a, made))
    if (!victim) return undefined
    const bad = { ...victim, ...change(victim, made) }
    return { ...made, activities: made.activities.map((a) => (a === victim ? bad : a)) }
  }

/** The same clock time so many days away. */
const moved = (moment: string, days: number) =>
  Temporal.PlainDate.from(moment.slice(0, 10)).add({ days }).toString() + moment.slice(10)
const shifted =
  (days: number) =>
  ({ start, finish }: Activity) => ({ start: moved(start, days), finish: moved(finish, days) })
const onTrack =
  (track: Activity['track'], able: (m: Plan['matters'][number]) => boolean) =>
  (made: Plan): Plan | undefined => {
    const victim = made.matters.find(
      (m) => !m.done && m.track !== 'exempt' && !m.lawfulTracks.includes(track) && able(m),
    )
    if (!victim) return undefined
    return {
      ...made,
      matters: made.matters.map((m) => (m === victim ? { ...m, track } : m)),
      activities: made.activities.map((a) => (a.occurrence === victim.id ? { ...a, track } : a)),
    }
  }
const of =
  (...matters: readonly string[]) =>
  (a: Activity) =>
    matters.includes(a.matter)
const listed = <K extends 'certificates' | 'gates' | 'criticalChain' | 'split'>(
  key: K,
  change: (one: Plan[K][number], made: Plan) => Partial<Plan[K][number]>,
) => {
  return (made: Plan): Plan | undefined => {
    const [first, ...rest] = made[key]
    return first === undefined ? undefined : { ...made, [key]: [{ ...first, ...change(first, made) }, ...rest] }
  }
}

const spoilings: readonly Spoiling[] = [
  {
    code: 'completeness.missing',
    says: 'a matter is dropped',
    spoil: (made) => dropped(made, made.matters.find((m) => !m.done)?.id),
  },
  {
    code: 'completeness.twice',
    says: 'a matter stands twice',
    spoil: (made) => ({ ...made, matters: [...made.matters, ...made.matters.slice(0, 1)] }),
  },
  {
    code: 'steps.missing',
    says: 'an activity is dropped',
    spoil: (made) => ({
      ...made,
      activities: made.activities.filter((a) => a !== made.activities.findLast((b) => !b.done)),
    }),
  },
  {
    code: 'steps.missing',
    says: 'the later inspection of a commitment is dropped',
    spoil: (made) =>
      made.activities.some((a) => a.kind === 'inspection')
        ? { ...made, activities: made.activities.filter((a) => a.kind !== 'inspection') }
        : undefined,
  },
  {
    code: 'steps.order',
    says: 'an application is handed in after its review',
    spoil: spoilt(
      (a, made) => a.step === 'check' && made.activities.some((b) => b.id === `${a.occurrence}:review`),
      shifted(60),
    ),
  },
  {
    code: 'steps.kind',
    says: 'the agency’s time is booked on the company',
    spoil: spoilt(
      (a) => a.step === 'review' && a.owner === 'government',
      () => ({ owner: 'enterprise' }),
    ),
  },
  {
    code: 'steps.reviewers',
    says: 'a review takes nobody',
    spoil: spoilt(
      (a) => a.reviewers > 0,
      () => ({ reviewers: 0 }),
    ),
  },
  {
    code: 'length.minimum',
    says: 'the auction notice is a day shorter',
    spoil: spoilt(
      (a) => a.length.count === 'minimum',
      (a) => ({ length: { ...a.length, value: a.length.value - 1 } }),
    ),
  },
  {
    code: 'length.limit',
    says: 'a review is faster than its promise',
    spoil: spoilt(
      (a) => a.step === 'review' && a.length.value > 1,
      (a) => ({ length: { ...a.length, value: a.length.value - 1 } }),
    ),
  },
  {
    code: 'length.figure',
    says: 'a preparation is shorter than the catalogue’s',
    spoil: spoilt(
      (a) => a.step === 'prepare1',
      (a) => ({ length: { ...a.length, value: a.length.value / 2 } }),
    ),
  },
  {
    code: 'length.short',
    says: 'a review ends a day early',
    spoil: spoilt(
      (a) => a.step === 'review',
      (a) => ({ finish: moved(a.finish, -1) }),
    ),
  },
  {
    code: 'length.long',
    says: 'a review ends a day late',
    spoil: spoilt(
      (a) => a.step === 'review',
      (a) => ({ finish: moved(a.finish, 1) }),
    ),
  },
  {
    code: 'edge.broken',
    says: 'the land is won before the listing is over',
    spoil: spoilt((a) => a.id.startsWith('P10') && a.step === 'deal', shifted(-2)),
  },
  {
    code: 'edge.opinion',
    says: 'an opinion rests on one that is not there',
    spoil: spoilt(
      (a, made) =>
        a.kind === 'preReview' &&
        made.activities.some((b) => b.kind === 'request' && b.binding.some((x) => x.activity === a.id)),
      shifted(100),
    ),
  },
  {
    code: 'gate.closed',
    says: 'construction begins before its permit',
    spoil: spoilt((a) => a.matter === 'W04' && a.binding.some((b) => b.kind === 'gate'), shifted(-5)),
  },
  { code: 'gate.closed', says: 'production begins before it is allowed', spoil: spoilt(of('W08'), shifted(-900)) },
  {
    code: 'edge.broken',
    says: 'facilities are started before the discharge permit',
    spoil: (made) =>
      made.matters.some((m) => m.matter === 'D14' && !m.done) ? spoilt(of('W06'), shifted(-400))(made) : undefined,
  },
  {
    code: 'land.conversion',
    says: 'an opinion becomes a permit before the land is won',
    spoil: spoilt((a) => a.kind === 'conversion', shifted(-400)),
  },
  {
    code: 'preReview.lapsed',
    says: 'an opinion is used after it has lapsed',
    spoil: spoilt((a) => a.kind === 'conversion', shifted(400)),
  },
  {
    code: 'track.commitment',
    says: 'commitment is claimed where no law allows it',
    spoil: onTrack('commitment', () => true),
  },
  { code: 'track.preReview', says: 'a formal approval is pre-reviewed', spoil: onTrack('preReview', () => true) },
  {
    code: 'track.tolerance',
    says: 'tolerance is claimed where nothing may follow',
    spoil: onTrack('tolerance', () => true),
  },
  { code: 'track.exempt', says: 'an exemption is claimed without an assessment', spoil: onTrack('exempt', () => true) },
  { code: 'tolerance.notDeferrable', says: 'an essential material comes with the decision', spoil: lateMaterial },
  { code: 'capacity.exceeded', says: 'all reviews of an agency lie on the table at once', spoil: overloaded },
  {
    code: 'time.beforeAsOf',
    says: 'work lies in the past',
    spoil: spoilt(
      () => true,
      (a, made) => ({ start: moved(`${made.asOf}${a.start.slice(10)}`, -7) }),
    ),
  },
  {
    code: 'time.hours',
    says: 'a check begins before the office opens',
    spoil: spoilt(
      (a) => a.step === 'check',
      (a) => ({ start: `${a.start.slice(0, 10)}T03:00+08:00` }),
    ),
  },
  {
    code: 'statutory.late',
    says: 'a decision is put off beyond the law',
    spoil: spoilt((a) => a.step === 'delivery' && a.matter === 'C07', shifted(60)),
  },
  {
    code: 'marks.provisional',
    says: 'a provisional day looks certain',
    spoil: spoilt(
      (a) => a.provisional,
      () => ({ provisional: false }),
    ),
  },
  {
    code: 'marks.provisional',
    says: 'a certain day is called provisional',
    spoil: spoilt(
      (a) => !a.provisional,
      () => ({ provisional: true }),
    ),
  },
  {
    code: 'marks.assumed',
    says: 'an assumption looks like knowledge',
    spoil: spoilt(
      (a) => a.assumed,
      () => ({ assumed: false }),
    ),
  },
  {
    code: 'marks.done',
    says: 'what is planned is called done',
    spoil: spoilt(
      () => true,
      () => ({ done: true }),
    ),
  },
  {
    code: 'marks.moment',
    says: 'a document is dated before its activity',
    spoil: (made) => ({
      ...made,
      matters: made.matters.map((m) => ({ ...m, issued: m.issued === null ? null : moved(m.issued, -1) })),
    }),
  },
  {
    code: 'marks.binding',
    says: 'a reason points nowhere',
    spoil: spoilt(
      (a) => a.binding.some((b) => b.activity !== undefined),
      (a) => ({ binding: a.binding.map((b) => ({ ...b, activity: 'nothing' })) }),
    ),
  },
  {
    code: 'certificate.date',
    says: 'a certificate is dated a day early',
    spoil: listed('certificates', (c) => ({ date: moved(c.date, -1) })),
  },
  {
    code: 'certificate.missing',
    says: 'a certificate is forgotten',
    spoil: (made) => (made.certificates.length > 0 ? { ...made, certificates: made.certificates.slice(1) } : undefined),
  },
  {
    code: 'certificate.workdays',
    says: 'working days from the land are miscounted',
    spoil: listed('certificates', (c) => ({ workdaysFromLand: (c.workdaysFromLand ?? 0) + 1 })),
  },
  {
    code: 'gate.date',
    says: 'a gate is passed on another day',
    spoil: listed('gates', (g) => ({ date: moved(g.date ?? '2022-01-01', 1) })),
  },
  {
    code: 'land.day',
    says: 'the land day is another',
    spoil: (made) =>
      made.land.day === null ? undefined : { ...made, land: { ...made.land, day: moved(made.land.day, 1) } },
  },
  {
    code: 'chain.dates',
    says: 'the critical chain has dates of its own',
    spoil: listed('criticalChain', (l) => ({ start: moved(l.start, -1) })),
  },
  {
    code: 'split.total',
    says: 'somebody’s days are understated',
    spoil: listed('split', (s) => ({ workdays: s.workdays - 5 })),
  },
]

function dropped(made: Plan, id: string | undefined): Plan | undefined {
  if (id === undefined) return undefined
  return {
    ...made,
    matters: made.matters.filter((m) => m.id !== id),
    activities: made.activities.filter((a) => a.occurrence !== id),
  }
}

function lateMaterial(made: Plan): Plan | undefined {
  const essential = (m: Plan['matters'][number]) =>
    m.materials.find((x) => x.necessity === 'essential' && x.issuedBy === null)
  const victim = made.matters.find((m) => !m.done && m.submitted !== null && essential(m))
  const late = victim && essential(victim)
  if (!victim?.submitted || !late) return undefined
  const neededBy = moved(victim.submitted.slice(0, 10), 5)
  const materials = victim.materials.map((m) => (m === late ? { ...m, neededBy } : m))
  return { ...made, matters: made.matters.map((m) => (m === victim ? { ...m, materials } : m)) }
}

/** Every review of the agency with the most of them, at the time of its first. */
function overloaded(made: Plan): Plan | undefined {
  const reviews = made.activities.filter((a) => a.reviewers > 0 && a.agency !== null && a.start < a.finish)
  const most = [...Map.groupBy(reviews, (a) => a.agency).values()].sort((a, b) => b.length - a.length)[0] ?? []
  const first = most[0]
  if (!first || most.length < 6) return undefined
  return {
    ...made,
    activities: made.activities.map((a) => (most.includes(a) ? { ...a, start: first.start, finish: first.finish } : a)),
  }
}

describe('plans of projects that nobody would invent', () => {
  it('break nothing that the checker knows of, the legal clock included', () => {
    let planned = 0
    fc.assert(
      fc.property(anyCase(catalogue), (asked) => {
        const made = planOf(asked)
        if (made === undefined) return
        planned++
        expect(check(made, { catalogue, project: asked.project }).map(told)).toEqual([])
      }),
      { numRuns: PLANS },
    )
    // What cannot be planned at all is rare, or the property has looked at little.
    expect(planned).toBeGreaterThan(PLANS * 0.8)
  }, 120_000)
})

describe('the gates that a plan is held against', () => {
  const forbidden = ['A05', 'A06', 'A07', 'A08', 'A09', 'A12', 'C08']

  it.each([
    ['W04', 'C07'],
    ['W04p', 'C07p'],
  ])('let nobody begin %s without %s and every approval without which the law forbids to build', (works, permit) => {
    const start = catalogue.gates.find((g) => g.id === 'G1')
    const required = start?.requires.filter((r) => r.kind === 'hard' && (r.for?.includes(works) ?? true)) ?? []
    expect(start?.opens).toContainEqual({ matter: works, point: 'begun' })
    expect(required.map((r) => r.matter)).toEqual(expect.arrayContaining([permit, ...forbidden]))
    const invariant = catalogue.conversion.invariants.find((i) => i.later.matter === works)
    expect(invariant?.earlier.map((e) => e.matter)).toEqual(expect.arrayContaining([permit, ...forbidden]))
  })

  it('let nobody start production facilities without the discharge permit (排污许可管理条例 2)', () => {
    const edge = catalogue.edges.find((e) => e.from === 'D14' && e.to === 'W06')
    expect(edge).toMatchObject({ kind: 'hard', toPoint: 'begun' })
  })
})

describe('a plan of such a project', () => {
  let plans: readonly { readonly made: Plan; readonly project: Project }[]

  beforeAll(() => {
    plans = fc.sample(anyCase(catalogue), { numRuns: SPOILT }).flatMap((asked) => {
      const made = planOf(asked)
      return made === undefined ? [] : [{ made, project: asked.project }]
    })
  }, 60_000)

  it.each(spoilings)('is refused for $code when $says', ({ code, spoil }) => {
    let spoilt = 0
    for (const { made, project } of plans) {
      const bad = spoil(made)
      if (bad === undefined) continue
      spoilt++
      expect(check(bad, { catalogue, project }).map((v) => v.code)).toContain(code)
    }
    expect(spoilt).toBeGreaterThan(0)
  })
})

const told = ({ code, message, activities }: Violation) => `${code}: ${message.en} [${activities.join(', ')}]`

function planOf({ project, request }: Case): Plan | undefined {
  const ground = grounds.get(project.district)
  if (!ground) throw new Error(`no district ${project.district}`)
  const made = plan(ground, project, request, { explore: false })
  return 'refused' in made ? undefined : made
}

function anyCase(law: Catalogue): fc.Arbitrary<Case> {
  const thresholds = thresholdsOf(law)
  const factsOf = (...of: readonly FactDefinition['of'][]) =>
    anyFacts(
      law.facts.filter((f) => of.includes(f.of)),
      thresholds,
    )
  const all = factsOf('project', 'phase', 'parcel')
  return fc
    .record({
      district: fc.constantFrom(...law.districts.map((d) => d.code)),
      asOf: anyDay('2020-02-01', '2027-12-31'),
      facts: all,
      // Half the projects win land: the longest road.
      landSource: fc.constantFrom('grant', 'grant', 'grant', undefined),
      parcels: fc.array(factsOf('parcel'), { minLength: 1, maxLength: 2 }),
      phases: fc.array(
        fc.record({
          facts: factsOf('phase'),
          parcel: fc.option(fc.nat(1), { nil: undefined }),
          notBefore: fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined, freq: 4 }),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      unitWorks: fc.array(fc.record({ facts: factsOf('phase'), phase: fc.option(fc.nat(2), { nil: undefined }) }), {
        maxLength: 2,
      }),
      tracks: fc.dictionary(
        fc.constantFrom(...law.matters.map((m) => m.id)),
        fc.constantFrom('standard', 'tolerance', 'commitment', 'preReview', 'exempt', 'best'),
        { maxKeys: 12 },
      ),
      ready: fc.array(anyReady(law), { maxLength: 4 }),
      done: fc.uniqueArray(fc.constantFrom(...law.matters.map((m) => m.id)), { maxLength: 5 }),
      doneAgo: fc.integer({ min: 0, max: 30 }),
      assessed: fc.boolean(),
      basis: fc.constantFrom('transaction', 'contract', 'handover', 'title', undefined),
      anchor: fc.constantFrom('earliest', 'earliest', 'landDay', 'startBy'),
      ahead: fc.integer({ min: 30, max: 600 }),
    })
    .map(({ facts, landSource, parcels, phases, unitWorks, ready, done, anchor, ...rest }): Case => {
      const several = parcels.length > 1 || phases.length > 1
      const id = (kind: string, i: number) => (several ? `${kind}${i + 1}` : '')
      const later = (days: number) => Temporal.PlainDate.from(rest.asOf).add({ days }).toString()
      const project: Project = {
        name: { zh: '任意项目', en: 'Any project' },
        district: rest.district,
        facts: landSource === undefined ? facts : { ...facts, landSource: { value: landSource } },
        ...(rest.basis === undefined ? {} : { land: { basis: rest.basis } }),
        parcels: parcels.map((own, i) => ({ id: id('地块', i), facts: several ? own : {} })),
        phases: phases.map((p, i) => ({
          id: id('期', i),
          name: { zh: '分期', en: 'Phase' },
          facts: p.facts,
          ...(p.parcel === undefined || p.parcel >= parcels.length ? {} : { parcels: [id('地块', p.parcel)] }),
          ...(p.notBefore === undefined ? {} : { notBefore: later(p.notBefore) }),
        })),
        unitWorks: unitWorks.map((u, i) => ({
          id: `单体${i + 1}`,
          name: { zh: '单体', en: 'Unit works' },
          facts: u.facts,
          ...(u.phase === undefined || u.phase >= phases.length ? {} : { phase: id('期', u.phase) }),
        })),
        tracks: rest.tracks,
        ready: ready.map(({ days, ...r }) => ({ ...r, on: later(days) })),
        done: done.map((matter) => ({ matter, on: later(-rest.doneAgo) })),
        assessments: rest.assessed
          ? (law.districts.find((d) => d.code === rest.district)?.regionalAssessments ?? []).map((a) => a.id)
          : [],
      }
      const asked = anchor === 'earliest' ? ({ kind: anchor } as const) : { kind: anchor, day: later(rest.ahead) }
      return { project, request: { asOf: rest.asOf, anchor: asked } }
    })
}

const anyDay = (from: string, until: string): fc.Arbitrary<string> => {
  const first = Temporal.PlainDate.from(from)
  return fc.nat(first.until(until).days).map((days) => first.add({ days }).toString())
}

const anyReady = ({ matters }: Catalogue) =>
  fc.constantFrom(...matters).chain((m) =>
    fc
      .record({
        days: fc.integer({ min: 0, max: 200 }),
        material: fc.constantFrom(undefined, ...m.materials.map((x) => x.id)),
      })
      .map(({ days, material }) => ({ matter: m.id, days, ...(material === undefined ? {} : { material }) })),
  )

/** Some facts answered, some said to be unknown, some not mentioned. */
function anyFacts(
  facts: readonly FactDefinition[],
  thresholds: ReadonlyMap<string, readonly number[]>,
): fc.Arbitrary<Project['facts']> {
  const answers = facts.map((f) =>
    fc.oneof(
      { weight: 4, arbitrary: anyValue(f, thresholds.get(f.id) ?? []).map((value): StatedFact => ({ value })) },
      { weight: 1, arbitrary: fc.constant<StatedFact>({ value: undefined }) },
      { weight: 3, arbitrary: fc.constant(undefined) },
    ),
  )
  return fc
    .tuple(...answers)
    .map((given) =>
      Object.fromEntries(facts.flatMap((f, i): [string, StatedFact][] => (given[i] ? [[f.id, given[i]]] : []))),
    )
}

function anyValue(fact: FactDefinition, thresholds: readonly number[]): fc.Arbitrary<FactValue> {
  const choices = Object.keys(fact.choices ?? {})
  switch (fact.type) {
    case 'boolean':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...choices)
    case 'choices':
      return fc.subarray(choices)
    case 'text':
      return fc.constant('C3841')
    case 'integer':
      // Days of work; ten years are all that a plan can see.
      return fc.integer({ min: fact.minimum ?? 0, max: Math.min(fact.maximum ?? 400, 400) })
    case 'number':
      return fc.constantFrom(0, 1, ...thresholds.flatMap((t) => [t * 0.9, t, t * 1.1]))
  }
}

/** The numbers with which the catalogue compares a fact, so that both sides of each are looked at. */
function thresholdsOf({ matters }: Catalogue): ReadonlyMap<string, readonly number[]> {
  const compared = matters
    .flatMap((m) => [...m.applies, ...(m.variants ?? [])])
    .flatMap(({ when }) => comparisons(when))
  return new Map([...Map.groupBy(compared, (c) => c.fact)].map(([fact, list]) => [fact, list.map((c) => c.value)]))
}

function comparisons(c: Condition): readonly { readonly fact: string; readonly value: number }[] {
  if ('all' in c) return c.all.flatMap(comparisons)
  if ('any' in c) return c.any.flatMap(comparisons)
  if ('not' in c) return comparisons(c.not)
  if (!('fact' in c)) return []
  const value = c.atLeast ?? c.above ?? c.atMost ?? c.below
  return value === undefined ? [] : [{ fact: c.fact, value }]
}
