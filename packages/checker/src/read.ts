import type { District, Matter, Project } from '@kaigong/catalogue'
import { type Clock, isoOf, tickAt } from './clock.ts'
import { type AcceptedOn, judges } from './judges.ts'
import { meet, occurrenceId, placesOf } from './places.ts'
import { submission } from './points.ts'
import type { Grounds, Occurrence, Reading, Standing, Step } from './reading.ts'
import type { Activity, PlannedMatter, Scope, Subject } from './subject.ts'
import { turningDays } from './turningDays.ts'
import { verdictOf } from './verdict.ts'

/** Reads a legible plan: its activities as ticks, its matters each under the law of their own day of acceptance. */
export function read(plan: Subject, { catalogue, project }: Grounds, district: District, clock: Clock): Reading {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const stepsOf = Map.groupBy(plan.activities.map(timed), (a) => a.occurrence)
  const last = lastDayOf(plan)
  const listed = plan.matters.flatMap((said): readonly Listed[] => {
    const matter = matters.get(said.matter)
    if (!matter) return []
    const steps = stepsOf.get(said.id) ?? []
    const doneOn = doneDay(project, said)
    const submitted = submission(matter, said.track, doneOn !== undefined, steps)
    const acceptedOn =
      doneOn ?? (submitted ? isoOf(submitted.from) : (exemptFrom(district, said, plan.asOf, last) ?? plan.asOf))
    return [{ said, matter, steps, doneOn, acceptedOn }]
  })
  const judging = judges(catalogue, project, district)
  const accepted = acceptances(project, listed)
  const places = catalogue.matters.flatMap((matter) =>
    placesOf(project, matter.per).map((scope) => ({ matter, scope })),
  )
  const ids = new Set(plan.matters.map((m) => m.id))
  const missing = places.filter(({ matter, scope }) => !ids.has(occurrenceId(matter.id, scope)))

  // What the plan leaves out has no day of acceptance: it may be left out if there is a day on which it does not apply.
  const turns = turningDays(catalogue.matters, district).filter((iso) => plan.asOf < iso && iso <= last)
  const open = [plan.asOf, ...turns].map((iso) => ({
    iso,
    judge: (left: string) => judging((m, at) => accepted(m, at) ?? (m === left ? iso : plan.asOf)),
  }))
  const first = judging((m, scope) => accepted(m, scope) ?? plan.asOf)
  const leftOutOn = new Map(
    missing.map(({ matter, scope }): [string, string] => {
      const free = open.find(({ iso, judge }) => {
        const by = (iso === plan.asOf ? first : judge(matter.id))(scope, iso)
        return verdictOf({ ...by, matter }) === undefined
      })
      return [occurrenceId(matter.id, scope), free?.iso ?? plan.asOf]
    }),
  )
  const on: AcceptedOn = (m, scope) => accepted(m, scope) ?? leftOutOn.get(occurrenceId(m, scope)) ?? plan.asOf
  const final = judging(on)

  const occurrences = listed.map(({ said, matter, ...rest }): Occurrence => {
    const by = final(said.scope, rest.acceptedOn)
    const variant = by.usual.variant(matter).id ?? matter.variants?.[0]?.id
    return { ...by, ...rest, id: said.id, said, matter, scope: said.scope, variant }
  })
  const byMatter = Map.groupBy(occurrences, (o) => o.matter.id)
  return {
    plan,
    catalogue,
    project,
    district,
    clock,
    laws: new Map(catalogue.laws.map((l) => [l.id, l])),
    occurrences,
    of: (matter) => byMatter.get(matter) ?? [],
    absent: missing.map(({ matter, scope }): Standing => {
      const acceptedOn = on(matter.id, scope)
      return { ...final(scope, acceptedOn), matter, scope, acceptedOn }
    }),
    meet: (a, b) => meet(project, a.scope, b.scope),
  }
}

type Listed = {
  readonly said: PlannedMatter
  readonly matter: Matter
  readonly steps: readonly Step[]
  readonly doneOn: string | undefined
  readonly acceptedOn: string
}

/** The day of acceptance of a matter as it is seen from a place: its own occurrence there, else one that meets it. */
function acceptances(project: Project, listed: readonly Listed[]) {
  const byMatter = Map.groupBy(listed, ({ matter }) => matter.id)
  return (matter: string, scope: Scope): string | undefined => {
    const all = byMatter.get(matter) ?? []
    const own = all.find(({ said }) => said.id === occurrenceId(matter, scope))
    return (own ?? all.find(({ said }) => meet(project, said.scope, scope)))?.acceptedOn
  }
}

/** What is exempt is never handed in: the first day of the plan on which the assessment that it names is in force. */
function exemptFrom(
  { regionalAssessments }: District,
  { exemption }: PlannedMatter,
  asOf: string,
  last: string,
): string | undefined {
  const from = regionalAssessments.find((a) => a.id === exemption?.assessment)?.validFrom
  return from !== undefined && asOf < from && from <= last ? from : undefined
}

function doneDay({ done }: Project, { matter, scope }: PlannedMatter): string | undefined {
  return done.find((d) => d.matter === matter && (d.scope === undefined || d.scope === scope.id))?.on
}

const lastDayOf = ({ activities, asOf }: Subject): string =>
  activities
    .map((a) => a.finish.slice(0, 10))
    .sort()
    .at(-1) ?? asOf

function timed(a: Activity): Step {
  return { ...a, from: tickAt(a.start) ?? 0, until: tickAt(a.finish) ?? 0 }
}
