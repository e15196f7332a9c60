import {
  type ApplicabilityRule,
  exemptionOf,
  type Judge,
  type Matter,
  type Project,
  type RegionalAssessment,
} from '@kaigong/catalogue'
import type { FactLookup } from './facts.ts'
import type { Ground } from './ground.ts'
import { type AcceptedOn, type Judges, judgesAt } from './judges.ts'
import type { PlanScope } from './plan.ts'
import { occurrenceId, scopesOf } from './scopes.ts'

/** A matter that this project has to go through, at one place: why, in which form, and whether that is certain. */
export type Occurrence = {
  readonly id: string
  readonly matter: Matter
  readonly scope: PlanScope
  readonly rule: ApplicabilityRule
  /** Planned for although facts are missing. */
  readonly assumed: boolean
  readonly missing: readonly string[]
  readonly variant: NonNullable<Matter['variants']>[number] | undefined
  readonly facts: FactLookup
  readonly judge: Judge
  /** The assessment that exempts it, if one does. */
  readonly exemption: RegionalAssessment | undefined
  /** Day on which it was issued, if that has happened. */
  readonly doneOn: string | undefined
}

export type Absent = {
  readonly matter: Matter
  readonly scope: PlanScope
  readonly facts: FactLookup
  /** It might apply: what nobody has answered was taken as usual. */
  readonly missing: readonly string[]
}

export type Occurrences = { readonly present: readonly Occurrence[]; readonly absent: readonly Absent[] }

/**
 * Which matters occur where. Each is judged twice: by what is known, and with the usual answers in place of what is not;
 * what stays undetermined even so is planned for, since finding out late costs more than preparing in vain.
 */
export function occurrences(ground: Ground, project: Project, acceptedOn: AcceptedOn): Occurrences {
  const present: Occurrence[] = []
  const absent: Absent[] = []
  const judges = new Map<string, Judges>()
  const judgesOf = (scope: PlanScope) => {
    const key = `${scope.kind} ${scope.id}`
    const made = judges.get(key) ?? judgesAt(ground, project, scope, acceptedOn)
    judges.set(key, made)
    return made
  }

  for (const matter of ground.catalogue.matters) {
    for (const scope of scopesOf(project, matter.per)) {
      const { facts, strict, usual } = judgesOf(scope)
      const known = strict.matter(matter.id)
      const verdict = known.verdict === 'undetermined' ? usual.matter(matter.id) : known
      const missing = known.missing
      if (verdict.verdict === 'doesNotApply') {
        absent.push({ matter, scope, facts, missing })
        continue
      }
      const variantId = usual.variant(matter).id
      const sure = known.verdict === 'applies' ? strict.variant(matter) : { missing: [] }
      present.push({
        id: occurrenceId(matter.id, scope),
        matter,
        scope,
        rule: verdict.rule,
        assumed: known.verdict === 'undetermined',
        missing: [...new Set([...missing, ...sure.missing])],
        variant: matter.variants?.find((v) => v.id === variantId) ?? (matter.variants ? matter.variants[0] : undefined),
        facts,
        judge: usual,
        exemption: exemptionOf(ground.district, ground.assessments, matter, usual, {
          assessments: project.assessments,
          on: acceptedOn(matter.id, scope),
        }),
        doneOn: project.done.find((d) => d.matter === matter.id && (d.scope === undefined || d.scope === scope.id))?.on,
      })
    }
  }
  return { present, absent }
}
