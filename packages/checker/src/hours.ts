import { day } from '@kaigong/calendar'
import { closeOf, isOpen, startOfDay, type Tick, takesIn } from './clock.ts'
import { deferrable } from './deferrable.ts'
import { phasesAt } from './places.ts'
import { entered, preReviewOf } from './points.ts'
import type { Occurrence, Reading, Step } from './reading.ts'
import { matterName, when } from './says.ts'
import type { Code, Violation } from './violation.ts'
import { weekName } from './words.ts'

/** Nothing is planned in the past, before it can begin, or when nobody works; what is done stands on its day. */
export function hours(reading: Reading): readonly Violation[] {
  return reading.occurrences.flatMap((o) =>
    o.doneOn === undefined
      ? [
          ...future(reading, o),
          ...ready(reading, o),
          ...phase(reading, o),
          ...o.steps.flatMap((s) => working(reading, o, s)),
        ]
      : past(reading, o, o.doneOn),
  )
}

function past({ clock }: Reading, o: Occurrence, doneOn: string): readonly Violation[] {
  const closed = closeOf(clock, day(doneOn))
  return o.steps
    .filter((s) => s.from !== closed || s.until !== closed)
    .map((s) =>
      wrong(o, s, 'time.done', {
        zh: `已于 ${doneOn} 办结，方案为 ${when(s.from)}–${when(s.until)}`,
        en: `was done on ${doneOn}; the plan says ${when(s.from)}–${when(s.until)}`,
      }),
    )
}

function future({ plan }: Reading, o: Occurrence): readonly Violation[] {
  return before(o, o.steps, startOfDay(plan.asOf), 'time.beforeAsOf', {
    zh: `早于基准日 ${plan.asOf}`,
    en: `lies before the as-of day ${plan.asOf}`,
  })
}

/** Materials hold up what they are handed in with: the application, or under tolerance the decision. */
function ready(reading: Reading, o: Occurrence): readonly Violation[] {
  const stated = reading.project.ready.filter(
    (r) => r.matter === o.matter.id && (r.scope === undefined || r.scope === o.scope.id),
  )
  return stated.flatMap(({ material, on }) => {
    const later = o.said.track === 'tolerance' && material !== undefined && deferrable(reading, o).includes(material)
    const handedIn = preReviewOf(o)?.request ?? entered(o, later ? 'decided' : 'submitted')?.step
    const what = material ?? o.matter.id
    return before(o, handedIn ? [handedIn] : [], startOfDay(on), 'time.notReady', {
      zh: `早于“${what}”具备的 ${on}`,
      en: `comes before "${what}" is there on ${on}`,
    })
  })
}

function phase({ project }: Reading, o: Occurrence): readonly Violation[] {
  if (o.scope.kind !== 'phase' && o.scope.kind !== 'unitWorks') return []
  return phasesAt(project, o.scope).flatMap((id) => {
    const notBefore = project.phases.find((p) => p.id === id)?.notBefore
    if (notBefore === undefined) return []
    return before(o, o.steps, startOfDay(notBefore), 'time.phase', {
      zh: `早于分期“${id}”可以开始的 ${notBefore}`,
      en: `comes before phase "${id}" may begin on ${notBefore}`,
    })
  })
}

function before(
  o: Occurrence,
  steps: readonly Step[],
  first: Tick,
  code: Code,
  why: { readonly zh: string; readonly en: string },
): readonly Violation[] {
  return steps
    .filter((s) => s.from < first)
    .map((s) => wrong(o, s, code, { zh: `${when(s.from)} ${why.zh}`, en: `on ${when(s.from)} ${why.en}` }))
}

/**
 * Work begins when its week works, and an agency works in office hours only; what runs in whole days, and a decision that goes out for
 * delivery, may still begin as the office closes; a period of calendar days begins with what it follows.
 */
function working({ clock }: Reading, o: Occurrence, s: Step): readonly Violation[] {
  const { week, count, value } = s.length
  if (value === 0) return []
  const mayBegin = count !== 'effort' || s.step === 'delivery' ? takesIn : isOpen
  const begins = mayBegin(clock, week, s.from)
  const inOffice =
    s.agency === null ||
    count !== 'effort' ||
    (mayBegin(clock, 'office', s.from) && isOpen(clock, 'office', s.until - 1))
  if (begins && inOffice) return []
  return [
    wrong(o, s, 'time.hours', {
      zh: `${when(s.from)} 不在工作时间（${weekName[week].zh}）`,
      en: `on ${when(s.from)} is outside working hours (${weekName[week].en})`,
    }),
  ]
}

function wrong(o: Occurrence, s: Step, code: Code, why: { readonly zh: string; readonly en: string }): Violation {
  const name = matterName(o)
  return {
    code,
    message: { zh: `${name.zh}的“${s.step}”${why.zh}`, en: `"${s.step}" of ${name.en} ${why.en}` },
    activities: [s.id],
  }
}
