import type { Binding, Found, Problem } from '@kaigong/scheduler'
import { explain } from '@kaigong/scheduler'
import type { Lang } from '../terminal/say.ts'

/** One activity of a schedule as it is shown. */
export type Shown = {
  readonly id: string
  readonly mode: number
  readonly start: number
  readonly finish: number
  /** How much later it could start without a later end of the whole; undefined where nobody worked that out. */
  readonly slack: number | undefined
  readonly held: string
}

/** Reasons are worked out for each activity; for very many that takes longer than anybody reads. */
const MOST_EXPLAINED = 2000

/** The activities in the file's order. Modes are numbered from 1, as in the files. */
export function shown(problem: Problem, found: Found, lang: Lang): readonly Shown[] {
  const explained = problem.activities.length <= MOST_EXPLAINED ? explain(problem, found) : undefined
  return problem.activities.map(({ id }, i) => ({
    id,
    mode: found.mode[i]! + 1,
    start: found.start[i]!,
    finish: found.finish[i]!,
    slack: explained ? Math.max(0, explained.latest[i]! - found.start[i]!) : undefined,
    held: explained ? heldBy(problem, explained.binding[i] ?? [], lang) : '',
  }))
}

/** What keeps an activity from starting earlier: the first reason. */
function heldBy(problem: Problem, [first]: readonly Binding[], lang: Lang): string {
  if (first?.kind === 'lag') return heldByLag(problem, first, lang)
  if (first?.kind === 'resource') return heldByResource(problem, first, lang)
  if (first?.kind === 'calendar')
    return `${lang === 'zh' ? '日历' : 'calendar'} ${problem.calendars[first.calendar]!.id}`
  return first ? words[first.kind][lang] : ''
}

const words = {
  release: { zh: '最早开始', en: 'release' },
  deadline: { zh: '最迟完成', en: 'deadline' },
  fixed: { zh: '已定', en: 'fixed' },
  late: { zh: '有意推后', en: 'put late on purpose' },
} as const

function heldByLag({ activities, lags }: Problem, { lag, side }: Binding & { kind: 'lag' }, lang: Lang): string {
  const { from, to } = lags[lag]!
  if (side === 'min') return lang === 'zh' ? `${activities[from]!.id} 之后` : `after ${activities[from]!.id}`
  return lang === 'zh' ? `${activities[to]!.id} 的最大间隔` : `maximum lag to ${activities[to]!.id}`
}

function heldByResource(
  { activities, resources }: Problem,
  { resource, holders }: Binding & { kind: 'resource' },
  lang: Lang,
): string {
  const { id } = resources[resource]!
  const names = holders.map((i) => activities[i]!.id).join(lang === 'zh' ? '、' : ', ')
  if (names === '') return id
  return lang === 'zh' ? `${id} 由 ${names} 占用` : `${id} held by ${names}`
}
