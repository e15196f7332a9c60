import type { Catalogue, Condition, FactDefinition, FactValue, Project, StatedFact } from '@kaigong/catalogue'
import { check, type Violation } from '@kaigong/checker'
import { type Ground, type Plan, plan, prepare, type Request } from '@kaigong/planner'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadCatalogue, ownCatalogue } from './ground/loadCatalogue.ts'

/** Random projects that are planned and checked in one run: as many as fit well into a minute. */
const PLANS = 400

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

describe('plans of projects that nobody would invent', () => {
  it('break nothing that the checker knows of', () => {
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
