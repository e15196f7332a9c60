import { addWorkdays, type Day, day, isoDate, isWorkday } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import { isSolved, layout, type Request } from './layout.ts'
import { outcomeOf } from './outcome.ts'
import { landDayOf } from './planDates.ts'

/** How many working days on either side of the day asked for are tried before the earliest is offered. */
const REACH = 15

/**
 * The land day nearest to the one asked for on which the certificates can come together: the earliest of all where that is later,
 * else the first that holds among the working days around it. undefined if there is none.
 */
export function nearestLandDay(ground: Ground, project: Project, { asOf, anchor }: Request): string | undefined {
  const found = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'best', {
    landFirst: true,
    noMargin: true,
  })
  // Where the window had to be given up, no land day has the certificates together.
  const earliest = isSolved(found) && !found.terms.noWindow ? landDayOf(ground, project, found.solution) : null
  if (earliest === null || anchor.kind !== 'landDay' || anchor.day <= earliest) return earliest ?? undefined
  const holds = (iso: string) =>
    isSolved(layout(ground, project, { asOf, anchor: { kind: 'landDay', day: iso } }, 'best'))
  return around(ground, day(anchor.day)).find((iso) => iso >= earliest && holds(iso)) ?? earliest
}

/** Working days around a day, nearest first, the later of two that are equally near. */
function around({ calendar }: Ground, asked: Day): readonly string[] {
  const later = Array.from({ length: REACH }, (_, i) => addWorkdays(calendar, asked, i + 1))
  const sooner = Array.from({ length: REACH }, (_, i) => addWorkdays(calendar, asked, -i - 1))
  const itself = isWorkday(calendar, asked) ? [asked] : []
  return [...itself, ...later, ...sooner]
    .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked) || b - a)
    .map((d) => isoDate(d))
}

/** The first day on which construction can start. */
export function nearestStart(ground: Ground, project: Project, { asOf }: Request): string | undefined {
  const found = layout(ground, project, { asOf, anchor: { kind: 'earliest' } }, 'best')
  return isSolved(found) ? (outcomeOf(ground, project, found).constructionStart ?? undefined) : undefined
}
