import type { Conversion } from '@kaigong/catalogue'
import { reached } from './points.ts'
import type { Occurrence, Reading } from './reading.ts'
import { basisOf, matterName, when } from './says.ts'
import type { Violation } from './violation.ts'

type Invariant = Conversion['invariants'][number]

/** What must always hold between the dates of formal documents, whatever ran ahead as an opinion (domain 2.3). */
export function invariants(reading: Reading): readonly Violation[] {
  return reading.catalogue.conversion.invariants.flatMap((rule) =>
    reading
      .of(rule.later.matter)
      .filter((o) => o.doneOn === undefined)
      .flatMap((later) => before(reading, rule, later)),
  )
}

function before(reading: Reading, rule: Invariant, later: Occurrence): readonly Violation[] {
  const last = reached(later, rule.later.point)
  if (!last) return []
  const earlier = rule.earlier.map(({ matter, point }) =>
    reading
      .of(matter)
      .filter((o) => o.steps.length > 0 && reading.meet(o, later))
      .map((o) => ({ o, at: reached(o, point) })),
  )
  const counts = rule.combine === 'all' ? earlier : earlier.filter((list) => list.length > 0).slice(0, 1)
  return counts.flat().flatMap(({ o, at }): readonly Violation[] => {
    if (!at || at.tick <= last.tick) return []
    const [a, b] = [matterName(o), matterName(later)]
    return [
      {
        code: 'invariant.broken',
        message: {
          zh: `${b.zh}（${when(last.tick)}）早于${a.zh}（${when(at.tick)}）：${rule.says.zh}`,
          en: `${b.en} (${when(last.tick)}) is earlier than ${a.en} (${when(at.tick)}): ${rule.says.en}`,
        },
        activities: [at.step.id, last.step.id],
        basis: basisOf(reading, rule, later),
      },
    ]
  })
}
