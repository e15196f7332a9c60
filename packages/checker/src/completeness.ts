import { occurrenceId } from './places.ts'
import type { Reading } from './reading.ts'
import { basisOf, matterName } from './says.ts'
import { verdictOf } from './verdict.ts'
import type { Violation } from './violation.ts'

/** Every matter that applies is in the plan once at each of its places, in the form that the facts choose, and none that does not apply. */
export function completeness(reading: Reading): readonly Violation[] {
  return [...missing(reading), ...superfluous(reading), ...variants(reading)]
}

function missing(reading: Reading): readonly Violation[] {
  return reading.absent
    .filter((standing) => verdictOf(standing) !== undefined)
    .map((standing) => {
      const found = standing.usual.matter(standing.matter.id)
      const rule = found.verdict === 'doesNotApply' ? undefined : found.rule
      const name = matterName(standing)
      return {
        code: 'completeness.missing',
        message: {
          zh: `方案漏了${name.zh}：${rule?.says.zh ?? ''}（按 ${standing.acceptedOn} 受理判断）`,
          en: `the plan lacks ${name.en}: ${rule?.says.en ?? ''} (judged as accepted on ${standing.acceptedOn})`,
        },
        activities: [occurrenceId(standing.matter.id, standing.scope)],
        ...(rule ? { basis: basisOf(reading, rule, standing) } : {}),
      }
    })
}

function superfluous({ occurrences }: Reading): readonly Violation[] {
  return occurrences
    .filter((o) => verdictOf(o) === undefined)
    .map((o) => {
      const name = matterName(o)
      return {
        code: 'completeness.notApplicable',
        message: {
          zh: `${name.zh}不适用于本项目（按 ${o.acceptedOn} 受理判断），不应列入方案`,
          en: `${name.en} does not apply to this project (judged as accepted on ${o.acceptedOn}) and has no place in the plan`,
        },
        activities: [o.id],
      }
    })
}

function variants({ occurrences }: Reading): readonly Violation[] {
  return occurrences
    .filter((o) => (o.said.variant?.id ?? undefined) !== o.variant)
    .map((o) => {
      const name = matterName(o)
      const [said, is] = [o.said.variant?.id ?? '—', o.variant ?? '—']
      return {
        code: 'completeness.variant',
        message: {
          zh: `${name.zh}按项目属性应为“${is}”，方案为“${said}”`,
          en: `by the facts ${name.en} takes the form "${is}"; the plan says "${said}"`,
        },
        activities: [o.id],
      }
    })
}
