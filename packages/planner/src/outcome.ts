import { countWorkdays, day } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import { dateOf, startOfDay, workdaysBetween } from './axis.ts'
import type { Ground } from './ground.ts'
import { buildStarts, certificateChains } from './landmarks.ts'
import type { SolvedLayout } from './layout.ts'
import { reached } from './network.ts'
import { landDayOf } from './planDates.ts'

/** The dates by which a plan is judged and compared; null where the project has no such thing. */
export type Outcome = {
  readonly landDay: string | null
  readonly firstPermit: string | null
  /** Last of the certificates that count. */
  readonly certificates: string | null
  readonly constructionStart: string | null
  readonly production: string | null
  /** Working days from the as-of day to the start of construction. */
  readonly workdaysToStart: number | null
  readonly workdaysFromLandToPermit: number | null
}

export function outcomeOf(ground: Ground, project: Project, layout: SolvedLayout): Outcome {
  const { solution: solved, asOf } = layout
  const { axis, chains, index, start, finish } = solved
  const dateAt = (t: number | undefined) => (t === undefined ? null : dateOf(axis, t))
  const finishes = (matter: string) =>
    chains
      .filter((c) => c.occurrence.matter.id === matter)
      .map((c) => finish[index.get(reached(c, 'issued').id) ?? -1] ?? 0)
  const permits = [...finishes('C07'), ...finishes('C07p')]
  const core = certificateChains(ground, project, chains)
    .filter((c) => c.core)
    .map(({ chain }) => finish[index.get(reached(chain, 'issued').id) ?? -1] ?? 0)
  const build = buildStarts(chains)[0]
  const begins = build === undefined ? undefined : start[index.get(build) ?? -1]
  const production = finishes('W08')[0]
  const landDay = landDayOf(ground, project, solved)
  const firstPermit = permits.length > 0 ? dateAt(Math.min(...permits)) : null
  return {
    landDay,
    firstPermit,
    certificates: core.length > 0 ? dateAt(Math.max(...core)) : null,
    constructionStart: dateAt(begins),
    production: dateAt(production),
    workdaysToStart: begins === undefined ? null : workdaysBetween(axis, startOfDay(axis, day(asOf)), begins),
    workdaysFromLandToPermit:
      landDay === null || firstPermit === null ? null : countWorkdays(ground.calendar, day(landDay), day(firstPermit)),
  }
}
