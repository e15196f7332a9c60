import { assessmentFor, type FactValue, type Judge, judge, type Project } from '@kaigong/catalogue'
import { type FactLookup, factsOf } from './facts.ts'
import type { Ground } from './ground.ts'
import type { PlanScope } from './plan.ts'

/** Day of acceptance of a matter at a scope, ISO: it chooses the version of the law. */
export type AcceptedOn = (matter: string, scope: PlanScope) => string

/** The facts of a scope with two who judge by them: by what is known, and with the usual answers in place of what is not. */
export type Judges = { readonly facts: FactLookup; readonly strict: Judge; readonly usual: Judge }

/** Who judges what holds at one place of a project, under the law of the days on which its matters are accepted. */
export function judgesAt(ground: Ground, project: Project, scope: PlanScope, acceptedOn: AcceptedOn): Judges {
  const facts = factsOf(ground, project, scope)
  const by = (fact: (id: string) => FactValue | undefined) =>
    judge(ground.matters, {
      fact,
      acceptedOn: (matter) => acceptedOn(matter, scope),
      assessed: (type) =>
        assessmentFor(ground.district, type, { assessments: project.assessments, on: acceptedOn('P01', scope) }) !==
        undefined,
    })
  return { facts, strict: by(facts.given), usual: by(facts.taken) }
}
