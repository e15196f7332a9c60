import type { ProjectListRead } from '@kaigong/export'
import type { ProjectRow } from '../identityColumns.ts'
import type { Known } from './known.ts'

/** A duty that changes hands: to whom, or to nobody. */
export type Duty = {
  readonly duty: 'helper' | 'leader'
  readonly person: { readonly id: string; readonly name: string } | null
}

/** Who takes a duty over by their name in the sheet; `unknown` where nobody in office, or more than one, has that name. */
export function dutiesOf(
  { project }: ProjectListRead['rows'][number],
  existing: ProjectRow | undefined,
  { peopleByName, leaderOf }: Known,
): { readonly duties: readonly Duty[]; readonly unknown: readonly Duty['duty'][] } {
  const now = {
    helper: existing?.helper_name ?? null,
    leader: existing ? (leaderOf.get(existing.project_id) ?? null) : null,
  }
  const changing = (['helper', 'leader'] as const).filter(
    (duty) => project[duty] !== undefined && project[duty] !== now[duty],
  )
  const given = changing.map((duty) => {
    const name = project[duty]
    if (!name) return { duty, person: null }
    const named = peopleByName.get(name) ?? []
    const fitting = named.filter((p) => p.roles.includes(duty))
    const [one, more] = fitting.length > 0 ? fitting : named
    return { duty, person: one && !more ? { id: one.person_id, name } : ('unknown' as const) }
  })
  return {
    duties: given.flatMap(({ duty, person }) => (person === 'unknown' ? [] : [{ duty, person }])),
    unknown: given.flatMap(({ duty, person }) => (person === 'unknown' ? [duty] : [])),
  }
}
