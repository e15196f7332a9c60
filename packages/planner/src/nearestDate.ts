import type { Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import { isSolved, layout, type Request } from './layout.ts'
import { outcomeOf } from './outcome.ts'
import { landDayOf } from './planDates.ts'

/** The first land day on which the certificates can come together, whatever was asked; undefined if there is none. */
export function nearestLandDay(ground: Ground, project: Project, { asOf }: Request): string | undefined {
  const found = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'best', { landFirst: true })
  return isSolved(found) ? (landDayOf(ground, project, found.solution) ?? undefined) : undefined
}

/** The first day on which construction can start. */
export function nearestStart(ground: Ground, project: Project, { asOf }: Request): string | undefined {
  const found = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'best')
  return isSolved(found) ? (outcomeOf(ground, project, found).constructionStart ?? undefined) : undefined
}
