import type { Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import { isSolved, layout, type Request, type SolvedLayout } from './layout.ts'
import { materialsOf } from './materials.ts'
import { outcomeOf } from './outcome.ts'
import type { Plan } from './plan.ts'

type Column = NonNullable<Plan['comparison']>['standard']

/** The accelerated plan beside the same project with everything on the standard track. */
export function compare(
  ground: Ground,
  project: Project,
  { asOf }: Request,
  accelerated: SolvedLayout,
): Plan['comparison'] {
  const standard = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'standard', { noWindow: true })
  if (!isSolved(standard)) return null
  return { standard: columnOf(ground, project, standard), accelerated: columnOf(ground, project, accelerated) }
}

/** Dates and days of a layout, and what it asks of the company: matters to apply for, materials to hand in, visits to make. */
function columnOf(ground: Ground, project: Project, laid: SolvedLayout): Column {
  const { constructionStart, production, workdaysToStart, workdaysFromLandToPermit } = outcomeOf(ground, project, laid)
  const applied = laid.solution.chains.filter(
    (c) => c.occurrence.matter.nature !== 'work' && c.occurrence.doneOn === undefined,
  )
  // What agencies share among themselves is only asked for again where nobody joins them up: on the standard track.
  const materials = applied.flatMap(({ occurrence, track }) =>
    materialsOf(occurrence).filter((m) => track === 'standard' || !m.shared),
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
