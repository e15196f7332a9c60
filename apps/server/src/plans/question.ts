import { firstDay, isoDate } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import type { Anchor, Text } from '@kaigong/contract'
import type { Ground, Request } from '@kaigong/planner'
import type { z } from 'zod'
import { type Refused, refuse } from '../platform/http/answer.ts'

export type Asked = { readonly asOf?: string | undefined; readonly anchor?: z.infer<typeof Anchor> | undefined }

/** A plan looks nine years ahead; a date that it must reach lies within these, whatever the day of the year it looks from. */
const YEARS_AHEAD = 7

/**
 * What is asked of the planner: what the request says goes before what the facts say, and without either the plan looks from today
 * and asks for the earliest. Days that no plan can reach, or that contradict what is done, are refused with their places.
 */
export function questionOf(ground: Ground, project: Project, asked: Asked, today: string): Request | Refused {
  const asOf = asked.asOf ?? project.asOf ?? today
  const anchor = asked.anchor ?? anchorOf(project)
  const errors = [...outOfReach(ground, project, asked, asOf), ...contradictions(project, asked, asOf)]
  return errors.length > 0 ? refuse('project.bodyInvalid', { errors }) : { asOf, anchor }
}

/** What the facts themselves ask for. */
export const anchorOf = ({ startBy, land }: Pick<Project, 'startBy' | 'land'>): Request['anchor'] =>
  startBy !== undefined
    ? { kind: 'startBy', day: startBy }
    : land?.day !== undefined
      ? { kind: 'landDay', day: land.day }
      : { kind: 'earliest' }

type Wrong = { readonly pointer: string; readonly detail: Text }

function outOfReach(ground: Ground, project: Project, { asOf: given, anchor }: Asked, asOf: string): readonly Wrong[] {
  const [first, ends] = [isoDate(firstDay(ground.calendar)), isoDate(ground.calendar.last)]
  if (asOf < first || asOf > ends)
    return [{ pointer: given === undefined ? '/facts/asOf' : '/asOf', detail: notReached(asOf, first, ends) }]
  const ahead = `${Number(asOf.slice(0, 4)) + YEARS_AHEAD}-12-31`
  const last = ahead < ends ? ahead : ends
  const named: readonly (readonly [string, string | undefined])[] = [
    ...(anchor && anchor.kind !== 'earliest' ? [['/anchor/day', anchor.day] as const] : []),
    ['/facts/startBy', project.startBy],
    ['/facts/land/day', project.land?.day],
    ...project.done.map((d, i) => [`/facts/done/${i}/on`, d.on] as const),
    ...project.ready.map((r, i) => [`/facts/ready/${i}/on`, r.on] as const),
    ...project.phases.map((p, i) => [`/facts/phases/${i}/notBefore`, p.notBefore] as const),
  ]
  return named.flatMap(([pointer, date]) =>
    date === undefined || (date >= first && date <= last) ? [] : [{ pointer, detail: notReached(date, first, last) }],
  )
}

const notReached = (date: string, first: string, last: string): Text => ({
  zh: `日期 ${date} 排不到：方案能排的日期为 ${first} 至 ${last}`,
  en: `${date} cannot be planned for: a plan reaches from ${first} to ${last}`,
})

/** What reading the facts holds them to, for days that come from the request or from today. */
function contradictions(project: Project, { asOf: given, anchor }: Asked, asOf: string): readonly Wrong[] {
  const future = project.done.flatMap(({ matter, on }, i) =>
    on > asOf
      ? [
          {
            pointer: given === undefined ? `/facts/done/${i}/on` : '/asOf',
            detail: {
              zh: `${matter} 的办成日 ${on} 晚于计划基准日 ${asOf}，还不能算已办成`,
              en: `${matter} is dated ${on}, after the as-of day ${asOf}: it cannot be done yet`,
            },
          },
        ]
      : [],
  )
  const contract = project.done.find(({ matter }) => matter === 'P10')
  if (anchor?.kind !== 'landDay' || !contract || anchor.day >= contract.on || project.land?.basis === 'transaction')
    return future
  return [
    ...future,
    {
      pointer: '/anchor/day',
      detail: {
        zh: `拿地日 ${anchor.day} 早于出让合同日 ${contract.on}；请核对拿地口径与日期`,
        en: `the land day ${anchor.day} is before the contract of ${contract.on}; check what the land day means and the dates`,
      },
    },
  ]
}
