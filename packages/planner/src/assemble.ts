import { type Day, isoDate, publishedThrough } from '@kaigong/calendar'
import { describeCondition, type Names, type Project, type Text } from '@kaigong/catalogue'
import { onDayOf } from './acceptance.ts'
import type { Ground } from './ground.ts'
import { buildStarts, landBasis } from './landmarks.ts'
import type { SolvedLayout } from './layout.ts'
import type { Absent } from './occurrences.ts'
import type { Plan, PlanActivity } from './plan.ts'
import { activityOf } from './planActivity.ts'
import { certificates, gates, landDayOf } from './planDates.ts'
import { statedFacts } from './planFacts.ts'
import { matterOf } from './planMatter.ts'
import { reasonsFor } from './reasons.ts'
import type { Anchor } from './solve.ts'
import { countedDays, splitByOwner } from './split.ts'

/** What a reader needs of a solved layout: everything of a plan but its verdict and what was tried beside it. */
export type Assembled = Omit<Plan, 'verdict' | 'comparison' | 'unknown'>

export function assemble(ground: Ground, project: Project, layout: SolvedLayout, anchor: Anchor): Assembled {
  const { solution: solved, asOf } = layout
  const { axis } = solved
  const anchorDay = anchor.kind === 'earliest' ? null : anchor.day
  const onDay = onDayOf(layout)
  const activities = solved.drafts.map((_, i) => activityOf(ground, solved, i, onDay, anchorDay))
  const first = buildStarts(solved.chains)[0]
  const target = first ?? solved.drafts.at(-1)?.id ?? ''
  const criticalChain = reasonsFor(ground, project, layout, target, anchor)
  const land = landDayOf(ground, project, solved)
  const basis = landBasis(ground, project)
  return {
    format: 'kaigong-plan/1',
    project: {
      name: project.name,
      code: project.code ?? null,
      enterprise: project.enterprise ?? null,
      about: project.about ?? null,
    },
    district: { code: ground.district.code, name: ground.district.name },
    asOf,
    rests: {
      catalogue: ground.catalogue.hash,
      edition: ground.catalogue.edition.edition,
      lawCheckedThrough: ground.catalogue.edition.checkedThrough,
      calendarThrough: isoDate(publishedThrough(ground.calendar)),
      officeHours: ground.district.hours.open.map(([from, to]) => [from, to]),
    },
    land: {
      basis: basis?.id ?? 'transaction',
      basisName: basis?.name ?? { zh: '', en: '' },
      day: land,
      given:
        anchor.kind === 'landDay' ||
        solved.chains.some((c) => c.occurrence.matter.id === 'P10' && c.occurrence.doneOn !== undefined),
    },
    certificates: certificates(ground, project, solved, land),
    gates: gates(ground, project, layout),
    activities,
    matters: layout.present.map((o) => matterOf(ground, layout, o)),
    notApplicable: layout.absent.map((absent) => notApplicable(ground, absent)),
    facts: statedFacts(ground, project),
    criticalChain: [...criticalChain],
    split: splitByOwner(
      axis,
      solved,
      criticalChain.map((l) => l.activity),
    ),
    countedDays: countedDays(solved),
    provisional: provisional(ground, activities),
  }
}

/** Why a matter does not occur: each of its rules that fails; said to be an assumption where nobody has answered. */
function notApplicable(ground: Ground, { matter, scope, missing }: Absent): Plan['notApplicable'][number] {
  const usual =
    missing.length > 0
      ? {
          zh: '（有属性未答，按通常情形视为不满足，待核实）',
          en: ' (something is unanswered and taken as usual, which does not meet it; to be confirmed)',
        }
      : { zh: '', en: '' }
  const because = matter.applies.map((rule) => {
    const condition = describeCondition(rule.when, namesOf(ground))
    return { zh: `不满足：${condition.zh}${usual.zh}`, en: `not met: ${condition.en}${usual.en}` }
  })
  return { matter: matter.id, scope, name: matter.name, because }
}

const namesOf = (ground: Ground): Names => ({
  fact: (id) => ground.facts.get(id),
  matter: (id) => ground.matters.get(id)?.name,
  assessment: (id) => ground.assessments.get(id)?.name,
})

function provisional(ground: Ground, activities: readonly PlanActivity[]): Plan['provisional'] {
  if (!activities.some((a) => a.provisional)) return null
  const through = isoDate(publishedThrough(ground.calendar))
  const text: Text = {
    zh: `放假安排只公布到 ${through}，其后按周末推算，日期为暂定`,
    en: `days off are published only through ${through}; later dates assume weekends and are provisional`,
  }
  return { from: isoDate((publishedThrough(ground.calendar) + 1) as Day), text }
}
