import type { District, Project } from '@kaigong/catalogue'
import { judge } from '@kaigong/catalogue'
import { type Answers, answersAt } from './answers.ts'
import { assessmentOn } from './assessed.ts'
import { type Clock, isoOf, tickAt } from './clock.ts'
import { meet, occurrenceId, placesOf } from './places.ts'
import { submission } from './points.ts'
import type { Grounds, Occurrence, Reading, Standing, Step } from './reading.ts'
import type { Activity, PlannedMatter, Scope, Subject } from './subject.ts'
import { turningDays } from './turningDays.ts'
import { verdictOf } from './verdict.ts'

export function read(plan: Subject, { catalogue, project }: Grounds, district: District, clock: Clock): Reading {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const stepsOf = Map.groupBy(plan.activities.map(timed), (a) => a.occurrence)
  const listed = plan.matters.flatMap((said) => {
    const matter = matters.get(said.matter)
    if (!matter) return []
    const steps = stepsOf.get(said.id) ?? []
    const doneOn = doneDay(project, said)
    const submitted = submission(matter, said.track, doneOn !== undefined, steps)
    return [{ said, matter, steps, doneOn, acceptedOn: doneOn ?? (submitted ? isoOf(submitted.from) : plan.asOf) }]
  })
  const places = new Map<string, Answers>()
  const answers = (scope: Scope) => {
    const key = `${scope.kind} ${scope.id}`
    const found = places.get(key) ?? answersAt(catalogue, project, scope)
    places.set(key, found)
    return found
  }
  const days = acceptances(project, listed, plan.asOf)
  /** A judge for each place and day; `on` says when a matter that the plan does not have would be accepted. */
  const judges = (on: (matter: string, scope: Scope) => string) => {
    const made = new Map<string, Pick<Standing, 'known' | 'usual' | 'answers'>>()
    return (scope: Scope, ownDay: string) => {
      const key = `${scope.kind} ${scope.id} ${ownDay}`
      const before = made.get(key)
      if (before) return before
      const here = answers(scope)
      const circumstances = {
        acceptedOn: (m: string) => on(m, scope),
        assessed: (type: string) => assessmentOn(district, project, type, ownDay) !== undefined,
      }
      const pair = {
        answers: here,
        known: judge(matters, { ...circumstances, fact: here.given }),
        usual: judge(matters, { ...circumstances, fact: here.taken }),
      }
      made.set(key, pair)
      return pair
    }
  }

  const present = new Set(listed.map(({ said }) => said.id))
  const missing = catalogue.matters.flatMap((matter) =>
    placesOf(project, matter.per)
      .filter((scope) => !present.has(occurrenceId(matter.id, scope)))
      .map((scope) => ({ matter, scope })),
  )
  const first = judges((m, scope) => days(m, scope) ?? plan.asOf)
  const last =
    plan.activities
      .map((a) => a.finish.slice(0, 10))
      .sort()
      .at(-1) ?? plan.asOf
  const turns = turningDays(catalogue.matters, district).filter((iso) => plan.asOf < iso && iso <= last)
  // What the plan leaves out has no day of acceptance: it may be left out if there is one on which it does not apply.
  const absentOn = new Map(
    missing.map(({ matter, scope }): [string, string] => {
      const free = [plan.asOf, ...turns].find((iso) => {
        const by =
          iso === plan.asOf
            ? first(scope, iso)
            : judges((m, at) => (m === matter.id ? iso : (days(m, at) ?? plan.asOf)))(scope, iso)
        return verdictOf({ ...by, matter }) === undefined
      })
      return [occurrenceId(matter.id, scope), free ?? plan.asOf]
    }),
  )
  const final = judges((m, scope) => days(m, scope) ?? absentOn.get(occurrenceId(m, scope)) ?? plan.asOf)

  const occurrences = listed.map(({ said, matter, steps, doneOn, acceptedOn }): Occurrence => {
    const by = final(said.scope, acceptedOn)
    const variant = by.usual.variant(matter).id ?? matter.variants?.[0]?.id
    return { ...by, id: said.id, said, matter, scope: said.scope, steps, doneOn, acceptedOn, variant }
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
    absent: missing.map(({ matter, scope }) => {
      const acceptedOn = absentOn.get(occurrenceId(matter.id, scope)) ?? plan.asOf
      return { ...final(scope, acceptedOn), matter, scope, acceptedOn }
    }),
    meet: (a, b) => meet(project, a.scope, b.scope),
  }
}

type Accepted = { readonly said: PlannedMatter; readonly acceptedOn: string }

/** The day of acceptance of a matter as it is seen from a place: its own occurrence there, else one that meets it. */
function acceptances(project: Project, listed: readonly Accepted[], asOf: string) {
  const byMatter = Map.groupBy(listed, ({ said }) => said.matter)
  return (matter: string, scope: Scope): string | undefined => {
    const all = byMatter.get(matter) ?? []
    const own = all.find(({ said }) => said.id === occurrenceId(matter, scope))
    const near = own ?? all.find(({ said }) => meet(project, said.scope, scope))
    return near === undefined ? undefined : (near.acceptedOn ?? asOf)
  }
}

function doneDay({ done }: Project, { matter, scope }: PlannedMatter): string | undefined {
  return done.find((d) => d.matter === matter && (d.scope === undefined || d.scope === scope.id))?.on
}

function timed(a: Activity): Step {
  return { ...a, from: tickAt(a.start) ?? 0, until: tickAt(a.finish) ?? 0 }
}
