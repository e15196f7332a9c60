import * as fs from 'node:fs'
import type { FactDefinition, FactValue, Project, StatedFact } from '@kaigong/catalogue'
import { check } from '@kaigong/checker'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { given, groundOf } from './catalogue.fixture.ts'
import { type Ground, prepare } from './ground.ts'
import { answering, earliest, planned, withDistrict } from './plan.fixture.ts'
import { type Plan, Plan as Schema } from './plan.ts'

const { catalogue, jintan, examples } = await given(fs)
const PROJECTS = 60
const PAIRS = 30
/** A machine that is busy elsewhere is slow, not wrong. */
const PATIENCE = 120_000

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

type Case = { readonly project: Project; readonly asOf: string }

/** Any project, seen from a day of 2022 to 2026; of what usually comes first some is done a month before. */
const aCase = (asOf = aDay('2022-01-31', 1700)): fc.Arbitrary<Case> =>
  fc
    .record({
      asOf,
      facts: someFacts,
      phases: fc.constantFrom(1, 1, 2),
      done: fc.subarray(['P01', 'A01', 'P02', 'W01']),
    })
    .map(({ asOf, facts, phases, done }) => ({
      asOf,
      project: {
        name,
        district: '320413',
        facts,
        parcels: [{ id: '', facts: {} }],
        phases: Array.from({ length: phases }, (_, i) => ({ id: phases === 1 ? '' : `${i + 1}`, name, facts: {} })),
        unitWorks: [],
        tracks: {},
        ready: [],
        done: done.map((matter) => ({ matter, on: before(asOf, 30) })),
        assessments: [],
      },
    }))

const before = (day: string, days: number): string => Temporal.PlainDate.from(day).subtract({ days }).toString()

/** When construction can start; undefined where nothing is built. */
const construction = ({ gates }: Plan): string | undefined => gates.find((g) => g.gate === 'G1')?.date ?? undefined

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

describe('every plan', { timeout: PATIENCE }, () => {
  it('is what the published schema says, passes the checker, holds together and traces construction back to its causes', () => {
    let built = 0
    fc.assert(
      fc.property(aCase(), ({ project, asOf }) => {
        const made = planned(jintan, project, earliest(asOf))
        expect(Schema.safeParse(made).error).toBeUndefined()
        expect(flaws(made, asOf)).toEqual([])
        expect(gaps(made)).toEqual([])
        expect(check(made, { catalogue, project })).toEqual([])
        const start = construction(made)
        if (start === undefined) return
        built++
        expect(made.criticalChain.at(-1)?.start).toBe(start)
      }),
      runs(PROJECTS),
    )
    expect(built).toBeGreaterThan(PROJECTS / 4)
  })

  it('of an example passes the checker', () => {
    for (const project of Object.values(examples)) {
      const seen = planned(jintan, project, earliest(project.asOf!))
      expect(check(seen, { catalogue, project }), project.name.en).toEqual([])
    }
  })

  it('is the same whenever it is made, also on a ground prepared anew', () => {
    const anew = groundOf(catalogue, '320413')
    fc.assert(
      fc.property(aCase(), ({ project, asOf }) => {
        expect(planned(anew, project, earliest(asOf))).toEqual(planned(jintan, project, earliest(asOf)))
      }),
      runs(10),
    )
  })
})

describe('the start of construction', { timeout: PATIENCE }, () => {
  const withReviewers = (reviewers: number) =>
    groundOf(
      withDistrict(catalogue, '320413', (d) => ({ ...d, capacities: d.capacities.map((c) => ({ ...c, reviewers })) })),
      '320413',
    )
  const [scarce, plenty] = [withReviewers(1), withReviewers(1000)]
  const startOn = (ground: Ground, project: Project, asOf: string) =>
    construction(planned(ground, project, earliest(asOf)))

  /** Where something is built at all, it begins no later here than there. */
  const noLater = (here: string | undefined, there: string | undefined) =>
    expect(here === undefined || there === undefined || here <= there, `${here} and not ${there}`).toBe(true)

  it('is never delayed by more reviewers: with enough for everybody it is as early as it can be', () => {
    fc.assert(
      fc.property(aCase(), ({ project, asOf }) => {
        const soonest = startOn(plenty, project, asOf)
        for (const ground of [jintan, scarce]) noLater(soonest, startOn(ground, project, asOf))
      }),
      runs(PAIRS),
    )
  })

  it('is never later for beginning earlier, while no change of the law lengthens anything', () => {
    fc.assert(
      fc.property(aCase(aDay('2023-12-04', 100)), fc.integer({ min: 1, max: 25 }), ({ project, asOf }, days) => {
        noLater(startOn(jintan, project, before(asOf, days)), startOn(jintan, project, asOf))
      }),
      runs(PAIRS),
    )
  })

  it('is never earlier with everything on the standard track, where no land is to be won', () => {
    const tracks = Object.fromEntries(catalogue.matters.map((m) => [m.id, 'standard'] as const))
    fc.assert(
      fc.property(aCase(), fc.constantFrom('ownLand', 'leased'), ({ project, asOf }, landSource) => {
        const here = answering(project, { landSource })
        noLater(startOn(jintan, here, asOf), startOn(jintan, { ...here, tracks }, asOf))
      }),
      runs(PAIRS),
    )
  })
})

describe('a ground', () => {
  it('is there for the districts of the catalogue and for no other', () => {
    expect(catalogue.districts.map((d) => prepare(catalogue, d.code)?.district.code)).toEqual(['320413', '320481'])
    expect(prepare(catalogue, '110000')).toBeUndefined()
  })
})
