import type { PlanDocument } from '@kaigong/contract'
import type { Pick } from '../text/usePick.ts'
import type { Say } from '../text/useText.ts'

export type Matter = PlanDocument['matters'][number]
export type Activity = PlanDocument['activities'][number]

const JOINT = ' · '

/** The phase, parcel or building that an occurrence belongs to, in words; empty for the whole project. */
function scopeText({ kind, id }: Matter['scope'], t: Say): string {
  return kind === 'project' || id === '' ? '' : t(`plans.scope.${kind}`, { id })
}

/** `C07 建筑工程施工许可证 4.1 期` */
export const matterText = (matter: Matter, pick: Pick, t: Say): string =>
  [matter.matter, pick(matter.name), scopeText(matter.scope, t)].filter(Boolean).join(' ')

/** What a step is called beside its matter: `审查决定`. The planner's names of steps begin with the matter's. */
export function stepText(activity: Activity, matter: Matter | undefined, pick: Pick): string {
  const whole = pick(activity.name)
  const beginning = matter === undefined ? '' : pick(matter.name)
  if (!whole.startsWith(beginning)) return whole
  const joint = whole.indexOf(JOINT, beginning.length)
  return joint < 0 ? whole : whole.slice(joint + JOINT.length)
}

/** `09-09` within a year that is known from elsewhere, else the whole day. */
export const shortDay = (day: string): string => day.slice(5, 10)

/** `2022-09-09 至 09-14`: the year is said again only where it changes. */
export function spanText(from: string, to: string, t: Say): string {
  const [first, last] = [from.slice(0, 10), to.slice(0, 10)]
  if (first === last) return first
  return t('plans.span', { from: first, to: first.slice(0, 4) === last.slice(0, 4) ? shortDay(last) : last })
}

/** A length in its own unit, `5 个工作日`; nothing at all is done at once. */
export const lengthText = ({ value, unitApplied }: Activity['length'], t: Say): string =>
  value === 0 ? t('plans.atOnce') : t(`plans.unit.${unitApplied}`, { n: value })

/** A fact by the name that the plan gives it; its id only where the plan knows no name. */
export function factText({ unknown, facts }: PlanDocument, fact: string, pick: Pick): string {
  const known = unknown.find((one) => one.fact === fact) ?? facts.find((one) => one.fact === fact)
  return known === undefined ? fact : pick(known.name)
}
