import { countWorkdays, day, isoDate, isWorkday } from '@kaigong/calendar'
import { describeValue, type Project } from '@kaigong/catalogue'
import { dayOf } from './axis.ts'
import type { Ground } from './ground.ts'
import { isSolved, type Layout, layout, type Request } from './layout.ts'
import { outcomeOf } from './outcome.ts'
import type { Remedy } from './plan.ts'
import type { Terms } from './solve.ts'

/** What would make the date possible, each tried by planning anew: only what was found to help is offered, those that meet the date first. */
export function remedies(
  ground: Ground,
  project: Project,
  request: Request,
  asked: Layout,
  near: string | undefined,
  starts: string | null,
): readonly Remedy[] {
  // On a day off nothing but another day helps.
  const { anchor } = request
  if (anchor.kind === 'landDay' && !isWorkday(ground.calendar, day(anchor.day))) return laterDate(request, near)
  const found = [
    ...startEarlier(ground, project, request),
    ...otherTracks(ground, project, request, asked, starts),
    ...moreReviewers(ground, project, request, asked, starts),
    ...piling(ground, project, request, starts),
    ...laterDate(request, near),
  ]
  return found.sort((a, b) => Number(b.meets) - Number(a.meets))
}

/** Tries a change: whether what was asked can then be had, and by how many working days construction starts before `starts`, its date in the plan shown. */
function attempt(
  ground: Ground,
  project: Project,
  request: Request,
  starts: string | null,
  terms: Terms = {},
): Pick<Remedy, 'meets' | 'constructionStart' | 'workdaysGained'> {
  const asked = layout(ground, project, request, 'best', terms)
  const free = isSolved(asked)
    ? asked
    : layout(ground, project, { asOf: request.asOf, anchor: { kind: 'earliest' } }, 'best', terms)
  const constructionStart = isSolved(free) ? outcomeOf(ground, project, free).constructionStart : null
  const gained =
    constructionStart !== null && starts !== null
      ? countWorkdays(ground.calendar, day(constructionStart), day(starts))
      : null
  return { meets: isSolved(asked), constructionStart, workdaysGained: gained }
}

/** The day by which the first thing would have had to begin. */
function startEarlier(ground: Ground, project: Project, request: Request): readonly Remedy[] {
  const before = layout(ground, project, request, 'best', { earlierStart: true, noGoals: true })
  if (!isSolved(before)) return []
  const { drafts, latest, axis } = before.solution
  const from = day(request.asOf)
  const late = drafts
    .map((d, i) => ({ d, by: dayOf(axis, latest[i] ?? 0) }))
    .filter(({ d, by }) => d.occurrence.doneOn === undefined && by < from)
    .sort((a, b) => a.by - b.by)
  const first = late[0]
  if (!first) return []
  const days = countWorkdays(ground.calendar, first.by, from)
  const name = first.d.name
  return [
    {
      kind: 'startEarlier',
      text: {
        zh: `“${name.zh}”须不晚于 ${isoDate(first.by)} 启动，比基准日早 ${days} 个工作日；共有 ${late.length} 个环节须提前`,
        en: `"${name.en}" would have to begin by ${isoDate(first.by)}, ${days} working days before the as-of day; ${late.length} activities would have to begin earlier`,
      },
      meets: true,
      constructionStart: outcomeOf(ground, project, before).constructionStart,
      workdaysGained: days,
    },
  ]
}

/** A faster lawful track for a matter that the project holds to a slower one. */
function otherTracks(
  ground: Ground,
  project: Project,
  request: Request,
  asked: Layout,
  starts: string | null,
): readonly Remedy[] {
  return Object.entries(project.tracks).flatMap(([matter, track]): Remedy[] => {
    const fastest = asked.present.filter((o) => o.matter.id === matter).map((o) => asked.tracks.get(o.id)?.lawful[0])[0]
    if (fastest === undefined || track === 'best' || fastest === track) return []
    const changed = { ...project, tracks: { ...project.tracks, [matter]: 'best' as const } }
    const result = attempt(ground, changed, request, starts)
    const name = ground.matters.get(matter)?.name ?? { zh: matter, en: matter }
    const ways = trackNames[fastest]
    return helps(result)
      ? [
          {
            kind: 'track',
            text: { zh: `“${name.zh}”改用${ways.zh}`, en: `take "${name.en}" by ${ways.en}` },
            ...result,
          },
        ]
      : []
  })
}

const trackNames = {
  standard: { zh: '一般程序', en: 'the standard procedure' },
  tolerance: { zh: '容缺受理', en: 'tolerance' },
  commitment: { zh: '告知承诺', en: 'commitment' },
  preReview: { zh: '模拟审批', en: 'pre-review' },
  exempt: { zh: '区域评估免予办理', en: 'exemption by regional assessment' },
} as const

/** One more reviewer where reviews wait for one another. */
function moreReviewers(
  ground: Ground,
  project: Project,
  request: Request,
  asked: Layout,
  starts: string | null,
): readonly Remedy[] {
  const free = layout(ground, project, { asOf: request.asOf, anchor: { kind: 'earliest' } }, 'best', asked.terms)
  if (!isSolved(free)) return []
  const busy = new Set(
    free.solution.binding.flatMap((list) =>
      list.flatMap((b) => (b.kind === 'resource' ? [free.solution.agencies[b.resource] ?? ''] : [])),
    ),
  )
  return [...busy].flatMap((agency): Remedy[] => {
    const result = attempt(ground, project, request, starts, { moreReviewers: { agency, units: 1 } })
    const name = ground.district.agencies.find((a) => a.id === agency)?.name ?? { zh: agency, en: agency }
    return helps(result)
      ? [
          {
            kind: 'capacity',
            text: {
              zh: `${name.zh}增加 1 名审查人员（或加开一次评审会）`,
              en: `one more reviewer (or one more expert panel) at ${name.en}`,
            },
            ...result,
          },
        ]
      : []
  })
}

/** Opening with a piling permit, where the phase does not do so already. */
function piling(ground: Ground, project: Project, request: Request, starts: string | null): readonly Remedy[] {
  const fact = ground.facts.get('earlyPiling')
  if (
    !fact ||
    project.facts.earlyPiling?.value === true ||
    project.phases.some((p) => p.facts.earlyPiling?.value === true)
  )
    return []
  const changed = { ...project, facts: { ...project.facts, earlyPiling: { value: true } } }
  const result = attempt(ground, changed, request, starts)
  const yes = describeValue(true, fact)
  return helps(result)
    ? [
        {
          kind: 'piling',
          text: {
            zh: `先办桩基施工许可开工（${fact.name.zh}：${yes.zh}）`,
            en: `open with a piling permit (${fact.name.en}: ${yes.en})`,
          },
          ...result,
        },
      ]
    : []
}

function laterDate({ anchor }: Request, near: string | undefined): readonly Remedy[] {
  if (near === undefined || anchor.kind === 'earliest') return []
  const text =
    anchor.kind === 'landDay'
      ? { zh: `拿地日改为 ${near}`, en: `move the land day to ${near}` }
      : { zh: `开工日改为 ${near}`, en: `move the start of construction to ${near}` }
  return [
    {
      kind: 'laterDate',
      text,
      meets: true,
      constructionStart: anchor.kind === 'startBy' ? near : null,
      workdaysGained: null,
    },
  ]
}

/** Worth offering: it meets the date, or brings construction nearer. */
const helps = (r: Pick<Remedy, 'meets' | 'workdaysGained'>): boolean => r.meets || (r.workdaysGained ?? 0) > 0
