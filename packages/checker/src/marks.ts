import { dayOfTick, isoDate, isProvisional, publishedThrough } from '@kaigong/calendar'
import { momentOf } from './clock.ts'
import { entered, reached } from './points.ts'
import type { Occurrence, Reading } from './reading.ts'
import { matterName } from './says.ts'
import { verdictOf } from './verdict.ts'
import type { Violation } from './violation.ts'

/** What is not certain says so, and what is certain does not; a matter's moments are those of its activities. */
export function marks(reading: Reading): readonly Violation[] {
  const ids = new Set(reading.plan.activities.map((a) => a.id))
  return reading.occurrences.flatMap((o) => [
    ...provisional(reading, o),
    ...assumed(o),
    ...done(o),
    ...synthetic(reading, o),
    ...moments(o),
    ...bindings(o, ids),
  ])
}

function provisional({ clock }: Reading, o: Occurrence): readonly Violation[] {
  const name = matterName(o)
  const through = isoDate(publishedThrough(clock.weeks.office))
  return o.steps
    .filter((s) => s.provisional !== isProvisional(clock.weeks.office, dayOfTick(s.until)))
    .map((s) => ({
      code: 'marks.provisional',
      message: {
        zh: `${name.zh}的“${s.step}”${s.finish.slice(0, 10)} 结束，放假安排公布至 ${through}，暂定标记应为“${s.provisional ? '否' : '是'}”`,
        en: `"${s.step}" of ${name.en} ends on ${s.finish.slice(0, 10)}; days off are published through ${through}, so it is ${s.provisional ? 'not ' : ''}provisional`,
      },
      activities: [s.id],
    }))
}

function assumed(o: Occurrence): readonly Violation[] {
  const verdict = verdictOf(o)
  const wrong = [
    ...(verdict !== undefined && o.said.verdict !== verdict ? [o.id] : []),
    ...o.steps.filter((s) => s.assumed !== (verdict === 'assumed')).map((s) => s.id),
  ]
  if (verdict === undefined || wrong.length === 0) return []
  const name = matterName(o)
  const is = verdict === 'assumed'
  return [
    {
      code: 'marks.assumed',
      message: {
        zh: is ? `${name.zh}因属性未知才列入，须标为假定` : `${name.zh}按已知属性确定适用，不是假定`,
        en: is
          ? `${name.en} is in the plan only because facts are unknown and has to say so`
          : `${name.en} applies by what is known and is no assumption`,
      },
      activities: wrong,
    },
  ]
}

function done(o: Occurrence): readonly Violation[] {
  const is = o.doneOn !== undefined
  const wrong = [...(o.said.done === is ? [] : [o.id]), ...o.steps.filter((s) => s.done !== is).map((s) => s.id)]
  if (wrong.length === 0) return []
  const name = matterName(o)
  return [
    {
      code: 'marks.done',
      message: {
        zh: is ? `${name.zh}已于 ${o.doneOn} 办结，须标为已办` : `项目文件没有${name.zh}的办成日，不能标为已办`,
        en: is
          ? `${name.en} was done on ${o.doneOn} and has to be marked so`
          : `the project file has no day on which ${name.en} was done`,
      },
      activities: wrong,
    },
  ]
}

function synthetic({ district }: Reading, o: Occurrence): readonly Violation[] {
  const { exemption } = o.said
  const assessment = district.regionalAssessments.find((a) => a.id === exemption?.assessment)
  if (!exemption || !assessment || exemption.synthetic === (assessment.confidence === 'synthetic')) return []
  const name = matterName(o)
  return [
    {
      code: 'marks.synthetic',
      message: {
        zh: `${name.zh}所依的区域评估“${assessment.id}”${exemption.synthetic ? '有出处，不是虚构' : '为演示虚构，须注明'}`,
        en: `the regional assessment "${assessment.id}" that exempts ${name.en} is ${exemption.synthetic ? 'real' : 'invented for the example, and that has to be said'}`,
      },
      activities: [o.id],
    },
  ]
}

function moments(o: Occurrence): readonly Violation[] {
  const name = matterName(o)
  return (['begun', 'submitted', 'decided', 'issued'] as const).flatMap((point): readonly Violation[] => {
    const at = (point === 'begun' ? entered : reached)(o, point)
    const is = at ? momentOf(at.tick) : null
    const said = o.said[point]
    if (said === is) return []
    return [
      {
        code: 'marks.moment',
        message: {
          zh: `${name.zh}的“${point}”按环节为 ${is ?? '—'}，方案为 ${said ?? '—'}`,
          en: `by its activities "${point}" of ${name.en} is ${is ?? '—'}; the plan says ${said ?? '—'}`,
        },
        activities: at ? [at.step.id] : [o.id],
      },
    ]
  })
}

function bindings(o: Occurrence, ids: ReadonlySet<string>): readonly Violation[] {
  const name = matterName(o)
  return o.steps.flatMap((s) =>
    s.binding
      .flatMap((b) => b.activity ?? [])
      .filter((id) => !ids.has(id))
      .map((id) => ({
        code: 'marks.binding' as const,
        message: {
          zh: `${name.zh}的“${s.step}”所等的环节“${id}”不在方案中`,
          en: `"${s.step}" of ${name.en} waits for "${id}", which is not in the plan`,
        },
        activities: [s.id],
      })),
  )
}
