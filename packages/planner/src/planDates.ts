import { countWorkdays, day, isoDate } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import { dateOf, dayOf } from './axis.ts'
import type { Chain } from './draft.ts'
import type { Ground } from './ground.ts'
import { certificateChains, landEvents } from './landmarks.ts'
import type { SolvedLayout } from './layout.ts'
import { reached, requirementsOf } from './network.ts'
import type { Plan } from './plan.ts'
import { related } from './scopes.ts'
import type { Solved } from './solve.ts'

/** Day of the land event, the last parcel's where there are several. */
export function landDayOf(ground: Ground, project: Project, solved: Solved): string | null {
  const ends = landEvents(ground, project, solved.chains).map((id) => solved.finish[solved.index.get(id) ?? -1] ?? 0)
  return ends.length > 0 ? dateOf(solved.axis, Math.max(...ends)) : null
}

/** The certificates of the first phase with their dates, and how many working days after the land. */
export function certificates(
  ground: Ground,
  project: Project,
  solved: Solved,
  land: string | null,
): Plan['certificates'] {
  const named = new Map(ground.catalogue.landDay.certificates.map((c) => [c.matter, c.name]))
  return certificateChains(ground, project, solved.chains).map(({ chain, core }) => {
    const end = reached(chain, 'issued')
    const date = dayOf(solved.axis, solved.finish[solved.index.get(end.id) ?? -1] ?? 0)
    return {
      matter: chain.occurrence.matter.id,
      scope: chain.occurrence.scope,
      name: named.get(chain.occurrence.matter.id) ?? chain.occurrence.matter.name,
      core,
      date: isoDate(date),
      workdaysFromLand: land === null ? null : countWorkdays(ground.calendar, day(land), date),
      activity: end.id,
    }
  })
}

/** Each gate with the day on which it is passed and what it asks for, once for each phase that it opens. */
export function gates(ground: Ground, project: Project, layout: SolvedLayout): Plan['gates'] {
  const { solution: solved } = layout
  const { chains, axis, index, start, finish } = solved
  const reachedOn = (chain: Chain, point: Parameters<typeof reached>[1], side?: 'start') => {
    const end = reached(chain, point)
    const i = index.get(end.id) ?? -1
    return dateOf(axis, (side === 'start' || end.side === 'start' ? start[i] : finish[i]) ?? 0)
  }
  return ground.catalogue.gates.flatMap((gate) => {
    const opened = chains.filter((c) => gate.opens.some((o) => o.matter === c.occurrence.matter.id))
    return [...Map.groupBy(opened, (c) => c.occurrence.scope.id).values()].map((group) => {
      const passed = group.map((c) => ({
        chain: c,
        date: reachedOn(c, gate.opens.find((o) => o.matter === c.occurrence.matter.id)?.point ?? 'begun', 'start'),
      }))
      const first = passed.reduce((a, b) => (b.date < a.date ? b : a))
      const { occurrence } = first.chain
      return {
        gate: gate.id,
        scope: occurrence.scope,
        name: gate.name,
        date: first.date,
        requires: requirementsOf(gate, first.chain).flatMap((r) =>
          chains
            .filter(
              (c) => c.occurrence.matter.id === r.matter && related(project, c.occurrence.scope, occurrence.scope),
            )
            .map((c) => ({
              occurrence: c.occurrence.id,
              matter: r.matter,
              date: reachedOn(c, r.point ?? 'issued'),
              text: r.says,
              basis: ground.cite(r, layout.acceptedOn(r.matter, c.occurrence.scope)),
            })),
        ),
      }
    })
  })
}
