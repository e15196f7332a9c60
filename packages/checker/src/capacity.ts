import { isoOf, startOfDay, type Tick } from './clock.ts'
import type { Reading, Step } from './reading.ts'
import { when } from './says.ts'
import type { Violation } from './violation.ts'

/** At no moment has an agency more on the table than it has reviewers. An agency that states no number has no limit. */
export function capacity(reading: Reading): readonly Violation[] {
  const { district, plan } = reading
  const from = startOfDay(plan.asOf)
  return district.agencies.flatMap(({ id, name }) => {
    const levels = district.capacities
      .filter((c) => c.agency === id)
      .map((c) => ({
        from: c.from === undefined ? Number.NEGATIVE_INFINITY : startOfDay(c.from),
        reviewers: c.reviewers,
      }))
      .sort((a, b) => a.from - b.from)
    const first = levels[0]
    if (!first) return []
    // Before the first number that is stated, that number.
    const at = (tick: Tick) => levels.findLast((l) => l.from <= tick)?.reviewers ?? first.reviewers
    const used = reading.occurrences
      .flatMap((o) => o.steps)
      .filter((s) => s.agency === id && s.reviewers > 0 && s.from < s.until)
    const moments = [...used.map((s) => s.from), ...levels.map((l) => l.from).filter((tick) => tick >= from)]
    const fullest = [...new Set(moments)]
      .map((tick) => ({ tick, at: at(tick), held: used.filter((s) => s.from <= tick && tick < s.until) }))
      .filter((m) => taken(m.held) > m.at)
    return fullest.map(({ tick, at: has, held }): Violation => {
      const needs = taken(held)
      return {
        code: 'capacity.exceeded',
        message: {
          zh: `${name.zh} ${when(tick)} 有 ${needs} 件在审，审查人员只有 ${has} 名`,
          en: `${name.en} has ${needs} reviews on the table on ${isoOf(tick)} and only ${has} reviewers`,
        },
        activities: held.map((s) => s.id),
      }
    })
  })
}

const taken = (steps: readonly Step[]): number => steps.reduce((sum, s) => sum + s.reviewers, 0)
