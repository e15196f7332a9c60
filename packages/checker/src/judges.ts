import type { Catalogue, District, Project } from '@kaigong/catalogue'
import { judge } from '@kaigong/catalogue'
import { type Answers, answersAt } from './answers.ts'
import { assessmentOn } from './assessed.ts'
import type { Standing } from './reading.ts'
import type { Scope } from './subject.ts'

/** Day of acceptance of a matter as it is seen from a place, ISO. */
export type AcceptedOn = (matter: string, scope: Scope) => string

/** Who judges at a place, by the regional assessments of a day. */
export type Judges = (scope: Scope, day: string) => Pick<Standing, 'known' | 'usual' | 'answers'>

/** Judges for every place of a project, each made once; `on` chooses the law. */
export function judges(catalogue: Catalogue, project: Project, district: District): (on: AcceptedOn) => Judges {
  const matters = new Map(catalogue.matters.map((m) => [m.id, m]))
  const answers = kept((scope: Scope): Answers => answersAt(catalogue, project, scope), keyOf)
  return (on) => {
    const at = kept(
      ({ scope, day }: { readonly scope: Scope; readonly day: string }) => {
        const here = answers(scope)
        const circumstances = {
          acceptedOn: (m: string) => on(m, scope),
          assessed: (type: string) => assessmentOn(district, project, type, day) !== undefined,
        }
        return {
          answers: here,
          known: judge(matters, { ...circumstances, fact: here.given }),
          usual: judge(matters, { ...circumstances, fact: here.taken }),
        }
      },
      ({ scope, day }) => `${keyOf(scope)} ${day}`,
    )
    return (scope, day) => at({ scope, day })
  }
}

const keyOf = ({ kind, id }: Scope) => `${kind} ${id}`

function kept<K, V>(make: (key: K) => V, name: (key: K) => string): (key: K) => V {
  const made = new Map<string, V>()
  return (key) => {
    const before = made.get(name(key))
    if (before !== undefined) return before
    const value = make(key)
    made.set(name(key), value)
    return value
  }
}
