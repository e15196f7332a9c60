import { type Demand, demanded } from './demanded.ts'
import type { Occurrence, Reading, Step } from './reading.ts'
import { matterName, when } from './says.ts'
import type { Violation } from './violation.ts'
import { ownerName, trackName } from './words.ts'

/** Each matter has the activities that its track demands, by the right hands and in their order, and no others. */
export function steps(reading: Reading): readonly Violation[] {
  return reading.occurrences.flatMap((o) => ofOccurrence(o, demanded(reading, o)))
}

function ofOccurrence(o: Occurrence, demands: readonly Demand[]): readonly Violation[] {
  const name = matterName(o)
  const track = trackName[o.said.track]
  const found = (step: string) => o.steps.find((s) => s.step === step)
  const extra = o.steps.filter((s) => !demands.some((d) => d.step === s.step))
  return [
    ...demands
      .filter((d) => !found(d.step))
      .map(
        (d): Violation => ({
          code: 'steps.missing',
          message: {
            zh: `${name.zh}按${track.zh}办理须有环节“${d.step}”，方案没有`,
            en: `${name.en} on the ${track.en} needs the step "${d.step}", which the plan lacks`,
          },
          activities: [o.id],
        }),
      ),
    ...extra.map(
      (s): Violation => ({
        code: 'steps.extra',
        message: {
          zh: `${name.zh}按${track.zh}办理没有环节“${s.step}”`,
          en: `${name.en} on the ${track.en} has no step "${s.step}"`,
        },
        activities: [s.id],
      }),
    ),
    ...demands.flatMap((d) => {
      const step = found(d.step)
      return step ? [...hands(name, d, step), ...order(name, d, step, found)] : []
    }),
  ]
}

type Name = ReturnType<typeof matterName>

function hands(name: Name, d: Demand, s: Step): readonly Violation[] {
  const violations: Violation[] = []
  if (s.kind !== d.kind || s.owner !== d.owner) {
    violations.push({
      code: 'steps.kind',
      message: {
        zh: `${name.zh}的“${s.step}”应为 ${d.kind}（${ownerName[d.owner].zh}），方案为 ${s.kind}（${ownerName[s.owner].zh}）`,
        en: `"${s.step}" of ${name.en} is ${d.kind} (${ownerName[d.owner].en}); the plan says ${s.kind} (${ownerName[s.owner].en})`,
      },
      activities: [s.id],
    })
  }
  if (s.reviewers !== d.reviewers || s.agency !== d.agency) {
    violations.push({
      code: 'steps.reviewers',
      message: {
        zh: `${name.zh}的“${s.step}”应由 ${d.agency ?? '—'} 以 ${d.reviewers} 名审查人员办理，方案为 ${s.agency ?? '—'}、${s.reviewers} 名`,
        en: `"${s.step}" of ${name.en} takes ${d.reviewers} reviewers of ${d.agency ?? '—'}; the plan says ${s.reviewers} of ${s.agency ?? '—'}`,
      },
      activities: [s.id],
    })
  }
  return violations
}

function order(name: Name, d: Demand, s: Step, found: (step: string) => Step | undefined): readonly Violation[] {
  return d.after.flatMap((id): readonly Violation[] => {
    const before = found(id)
    if (!before || before.until <= s.from) return []
    return [
      {
        code: 'steps.order',
        message: {
          zh: `${name.zh}的“${s.step}”${when(s.from)} 开始，早于“${id}”${when(before.until)} 结束`,
          en: `"${s.step}" of ${name.en} starts ${when(s.from)}, before "${id}" ends ${when(before.until)}`,
        },
        activities: [before.id, s.id],
      },
    ]
  })
}
