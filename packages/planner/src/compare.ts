import type { Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import { type Layout, layout, type Request } from './layout.ts'
import { isSolved, outcomeOf } from './outcome.ts'
import type { Plan } from './plan.ts'
import type { Solved } from './solve.ts'

type Column = NonNullable<Plan['comparison']>['standard']

/** The accelerated plan beside the same project with everything on the standard track. */
export function compare(
  ground: Ground,
  project: Project,
  { asOf }: Request,
  accelerated: Layout & { readonly solution: Solved },
): Plan['comparison'] {
  const standard = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'standard', { noWindow: true })
  if (!isSolved(standard)) return null
  return { standard: columnOf(ground, project, standard), accelerated: columnOf(ground, project, accelerated) }
}

/** Dates and days of a layout, and what it asks of the company: matters to apply for, materials to hand in, visits to make. */
function columnOf(ground: Ground, project: Project, laid: Layout & { readonly solution: Solved }): Column {
  const { constructionStart, production, workdaysToStart, workdaysFromLandToPermit } = outcomeOf(ground, project, laid)
  const applied = laid.solution.chains.filter(
    (c) => c.occurrence.matter.nature !== 'work' && c.occurrence.doneOn === undefined,
  )
  const materials = applied.flatMap(({ occurrence: o, track }) =>
    o.matter.materials.filter(
      (m) =>
        (m.variant === undefined || m.variant === o.variant?.id) &&
        (m.when === undefined || o.judge.condition(m.when, o.matter.id).holds !== false) &&
        // What agencies share among themselves is only asked for again where nobody joins them up: on the standard track.
        (track === 'standard' || !m.shared),
    ),
  )
  return {
    constructionStart,
    production,
    workdaysToStart,
    workdaysFromLandToPermit,
    matters: applied.length,
    materials: materials.length,
    visits: applied.reduce((sum, c) => sum + (c.occurrence.matter.visits ?? 1), 0),
  }
}
