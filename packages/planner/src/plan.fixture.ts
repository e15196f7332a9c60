import type { Catalogue, District, FactValue, Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import type { Request } from './layout.ts'
import type { Plan, PlanActivity, PlanMatter } from './plan.ts'
import { type PlanOptions, plan } from './planProject.ts'

/** The plan, where one is to be had; without remedies, ranked questions and comparison unless they are asked for. */
export function planned(
  ground: Ground,
  project: Project,
  request: Request,
  options: PlanOptions = { explore: false },
): Plan {
  const made = plan(ground, project, request, options)
  if ('refused' in made) throw new Error(`${made.refused}: ${made.message.en}`)
  return made
}

export const earliest = (asOf: string): Request => ({ asOf, anchor: { kind: 'earliest' } })
export const onLandDay = (asOf: string, day: string): Request => ({ asOf, anchor: { kind: 'landDay', day } })
export const startingBy = (asOf: string, day: string): Request => ({ asOf, anchor: { kind: 'startBy', day } })

/** The project with other answers; `undefined` for what nobody knows. */
export function answering(project: Project, answers: Readonly<Record<string, FactValue | undefined>>): Project {
  const stated = Object.entries(answers).map(([id, value]) => [id, { value }] as const)
  return { ...project, facts: { ...project.facts, ...Object.fromEntries(stated) } }
}

/** The catalogue with something else said of one district. */
export function withDistrict(catalogue: Catalogue, code: string, change: (district: District) => District): Catalogue {
  return { ...catalogue, districts: catalogue.districts.map((d) => (d.code === code ? change(d) : d)) }
}

/** An activity by its id (`C07:review`); the test fails where there is none. */
export const activity = ({ activities }: Plan, id: string): PlanActivity => theOne(activities, id)

/** A matter by its id (`C07@1`); the test fails where there is none. */
export const matter = ({ matters }: Plan, id: string): PlanMatter => theOne(matters, id)

function theOne<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((x) => x.id === id)
  if (!found) throw new Error(`there is no ${id} among ${list.map((x) => x.id).join(' ')}`)
  return found
}

export const has = ({ matters }: Plan, id: string): boolean => matters.some((m) => m.id === id)

/** The day of a moment of the plan. */
export const dayOf = (moment: string | null): string => moment?.slice(0, 10) ?? 'never'

/** The day on which a gate opens for a phase. */
export function gateDay({ gates }: Plan, gate: 'G0' | 'G1' | 'G2' | 'G3' | 'G4', scope = ''): string {
  const found = gates.find((g) => g.gate === gate && (scope === '' || g.scope.id === scope))
  return found?.date ?? 'never'
}
