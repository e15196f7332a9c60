import * as fs from 'node:fs'
import type { FactDefinition, FactValue, Project, StatedFact } from '@kaigong/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { type Ground, prepare } from './ground.ts'
import type { Request } from './layout.ts'
import { answering, planned, withDistrict } from './plan.fixture.ts'
import { type Plan, Plan as Schema } from './plan.ts'
import { plan } from './planProject.ts'

const { catalogue, jintan } = await given(fs)
const PROJECTS = 120
const PAIRS = 20
/** A machine that is busy elsewhere is slow, not wrong. */
const PATIENCE = 120_000

const plainly = (ground: Ground, project: Project, request: Request) =>
  plan(ground, project, request, { explore: false })

const aDay = (from: string, days: number): fc.Arbitrary<string> =>
  fc.nat(days).map((n) => Temporal.PlainDate.from(from).add({ days: n }).toString())

function aValue(fact: FactDefinition): fc.Arbitrary<FactValue | undefined> {
  const choices = Object.keys(fact.choices ?? {})
  switch (fact.type) {
    case 'boolean':
      return fc.constantFrom(true, false, undefined)
    case 'choice':
      return fc.constantFrom(...choices, undefined)
    case 'choices':
      return fc.option(fc.subarray(choices), { nil: undefined })
    case 'text':
      return fc.constantFrom('C3841', undefined)
    case 'integer':
      return fc.option(fc.integer({ min: 1, max: 120 }), { nil: undefined })
    case 'number':
      return fc.option(
        fc.double({ min: 0, max: 5, noNaN: true }).map((power) => Math.round(10 ** power)),
        { nil: undefined },
      )
  }
}

const someFacts: fc.Arbitrary<Readonly<Record<string, StatedFact>>> = fc
  .record(Object.fromEntries(catalogue.facts.map((f) => [f.id, aValue(f).map((value) => ({ value }))])), {
    requiredKeys: [],
  })
  .map((facts) => facts as Readonly<Record<string, StatedFact>>)

const name = { zh: '随机项目', en: 'random project' }
const aProject: fc.Arbitrary<Project> = fc
  .record({ facts: someFacts, phases: fc.constantFrom(1, 1, 2), done: fc.subarray(['P01', 'A01', 'P02', 'W01']) })
  .map(({ facts, phases, done }) => ({
    name,
    district: '320413',
    facts,
    parcels: [{ id: '', facts: {} }],
    phases: Array.from({ length: phases }, (_, i) => ({ id: phases === 1 ? '' : `${i + 1}`, name, facts: {} })),
    unitWorks: [],
    tracks: {},
    ready: [],
    done: done.map((matter) => ({ matter, on: '2021-12-20' })),
    assessments: [],
  }))

const aRequest: fc.Arbitrary<Request> = fc.record({
  asOf: aDay('2022-01-04', 1700),
  anchor: fc.constantFrom({ kind: 'earliest' } as const),
})

/** When construction can start; undefined where nothing is built or no plan can be made. */
const construction = (made: ReturnType<typeof plan>): string | undefined =>
  'refused' in made ? undefined : (made.gates.find((g) => g.gate === 'G1')?.date ?? undefined)

const runs = (numRuns: number) => ({ numRuns, endOnFailure: true })

/** What is wrong with a plan in itself, by activity. */
function flaws({ activities }: Plan, asOf: string): readonly string[] {
  const ids = new Set(activities.map((a) => a.id))
  const own = activities.flatMap((a) => [
    ...(a.start > a.finish ? [`${a.id} ends before it starts`] : []),
    ...(a.start > a.latestStart ? [`${a.id} may start no later than ${a.latestStart}, but does`] : []),
    ...(!a.done && a.start < asOf ? [`${a.id} starts before the as-of day`] : []),
    ...a.binding.flatMap((b) =>
      b.activity === undefined || ids.has(b.activity) ? [] : [`${a.id} waits for ${b.activity}`],
    ),
  ])
  return ids.size === activities.length ? own : [...own, 'two activities share an id']
}

/**
 * Links of a chain that do not hang together: a step that is over before the one that it follows, or, where nothing was put late
 * on purpose, that does not wait for it.
 */
function gaps({ activities, criticalChain }: Plan): readonly string[] {
  const byId = new Map(activities.map((a) => [a.id, a]))
  const chain = criticalChain.flatMap((link) => byId.get(link.activity) ?? [])
  const late = activities.some((a) => a.binding.some((b) => b.kind === 'late'))
  const loose = chain.slice(1).flatMap((a, i) => {
    const before = chain[i]!
    const waits = late || a.binding.some((b) => b.activity === before.id)
    return waits && (a.start >= before.start || a.finish >= before.finish) ? [] : [`${before.id} → ${a.id}`]
  })
  return chain.length === criticalChain.length ? loose : [...loose, 'a link is no activity']
}

describe('every plan', () => {
  it(
    'is what the published schema says, holds together and traces construction back to its causes',
    () => {
      let built = 0
      fc.assert(
        fc.property(aProject, aRequest, (project, request) => {
          const made = planned(jintan, project, request)
          expect(Schema.safeParse(made).error).toBeUndefined()
          expect(flaws(made, request.asOf)).toEqual([])
          expect(gaps(made)).toEqual([])
          const start = construction(made)
          if (start === undefined) return
          built++
          expect(made.criticalChain.at(-1)?.start).toBe(start)
        }),
        runs(PROJECTS),
      )
      expect(built).toBeGreaterThan(PROJECTS / 4)
    },
    PATIENCE,
  )

  it(
    'is the same whenever it is made, also on a ground prepared anew',
    () => {
      const anew = groundOf(catalogue, '320413')
      fc.assert(
        fc.property(aProject, aRequest, (project, request) => {
          expect(plainly(anew, project, request)).toEqual(plainly(jintan, project, request))
        }),
        runs(10),
      )
    },
    PATIENCE,
  )
})

describe('the start of construction', () => {
  const withReviewers = (reviewers: number) =>
    groundOf(
      withDistrict(catalogue, '320413', (d) => ({ ...d, capacities: d.capacities.map((c) => ({ ...c, reviewers })) })),
      '320413',
    )
  const [scarce, plenty] = [withReviewers(1), withReviewers(1000)]

  it(
    'is never delayed by more reviewers: with enough for everybody it is as early as it can be',
    () => {
      fc.assert(
        fc.property(aProject, aRequest, (project, request) => {
          const soonest = construction(plainly(plenty, project, request))
          for (const ground of [jintan, scarce]) {
            const found = construction(plainly(ground, project, request))
            if (soonest !== undefined && found !== undefined)
              expect(soonest <= found, `${soonest}, ${found}`).toBe(true)
          }
        }),
        runs(PAIRS),
      )
    },
    PATIENCE,
  )

  it(
    'is never later for beginning earlier, under one state of the law',
    () => {
      fc.assert(
        fc.property(aProject, aDay('2023-09-04', 300), fc.integer({ min: 1, max: 60 }), (project, asOf, days) => {
          const sooner = Temporal.PlainDate.from(asOf).subtract({ days }).toString()
          const at = (day: string) =>
            construction(plainly(jintan, project, { asOf: day, anchor: { kind: 'earliest' } }))
          const [early, late] = [at(sooner), at(asOf)]
          if (early !== undefined && late !== undefined) expect(early <= late, `${early} from ${sooner}`).toBe(true)
        }),
        runs(PAIRS),
      )
    },
    PATIENCE,
  )

  it(
    'is never earlier with everything on the standard track, where no land is to be won',
    () => {
      fc.assert(
        fc.property(aProject, aRequest, fc.constantFrom('ownLand', 'leased'), (project, request, landSource) => {
          const here = answering(project, { landSource })
          const tracks = Object.fromEntries(catalogue.matters.map((m) => [m.id, 'standard'] as const))
          const [best, standard] = [here, { ...here, tracks }].map((p) => construction(plainly(jintan, p, request)))
          if (best !== undefined && standard !== undefined) expect(best <= standard, `${best}, ${standard}`).toBe(true)
        }),
        runs(PAIRS),
      )
    },
    PATIENCE,
  )
})

describe('a ground', () => {
  it('is there for the districts of the catalogue and for no other', () => {
    expect(catalogue.districts.map((d) => prepare(catalogue, d.code)?.district.code)).toEqual(['320413', '320481'])
    expect(prepare(catalogue, '110000')).toBeUndefined()
  })
})
