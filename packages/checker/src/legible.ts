import { covers, day, dayOfTick, isIsoDate } from '@kaigong/calendar'
import type { Catalogue, Project } from '@kaigong/catalogue'
import { type Clock, tickAt } from './clock.ts'
import { occurrenceId, placesOf } from './places.ts'
import type { Activity, Scope, Subject } from './subject.ts'
import type { Violation } from './violation.ts'

/**
 * Whether a plan can be read at all: its district, matters and places exist, nothing stands twice, every activity belongs to a matter
 * of the plan, every date is one. What this finds makes all further questions meaningless.
 */
export function illegible(
  plan: Subject,
  catalogue: Catalogue,
  project: Project,
  clock: Clock | undefined,
): readonly Violation[] {
  if (clock === undefined || plan.district.code !== project.district) {
    const { code } = plan.district
    return [
      {
        code: 'plan.district',
        message: {
          zh: `方案属于区划 ${code}，项目属于 ${project.district}；请用本项目所在区的目录核对`,
          en: `the plan is of district ${code}, the project of ${project.district}; check it with the district that the project is in`,
        },
        activities: [],
      },
    ]
  }
  return [
    ...dates(plan, clock),
    ...plan.matters.flatMap(({ id, matter, scope }) => strangers(catalogue, project, id, matter, scope)),
    ...twice(
      plan.matters.map((m) => m.id),
      'completeness.twice',
      '事项',
      'matter',
    ),
    ...twice(
      plan.activities.map((a) => a.id),
      'steps.twice',
      '环节',
      'activity',
    ),
    ...plan.activities.flatMap((a) => stray(plan, a)),
  ]
}

function dates({ asOf, land, activities }: Subject, clock: Clock): readonly Violation[] {
  const unreadable = (written: string, ids: readonly string[]): Violation => ({
    code: 'plan.unreadable',
    message: {
      zh: `“${written}”不是日历内的日期或时刻（时刻形如 2022-09-09T09:00+08:00，以 12 分钟为一格），或首尾颠倒`,
      en: `"${written}" is no date or moment within the calendar (a moment looks like 2022-09-09T09:00+08:00, in steps of 12 minutes), or runs backwards`,
    },
    activities: ids,
  })
  const isDay = (iso: string) => isIsoDate(iso) && covers(clock.weeks.office, day(iso))
  const isMoment = (moment: string) => {
    const tick = tickAt(moment)
    return tick !== undefined && covers(clock.weeks.office, dayOfTick(tick))
  }
  return [
    ...[asOf, ...(land.day === null ? [] : [land.day])].filter((iso) => !isDay(iso)).map((iso) => unreadable(iso, [])),
    ...activities.flatMap(({ id, start, finish }) => {
      const bad = [start, finish].filter((moment) => !isMoment(moment))
      const backwards = bad.length === 0 && finish < start
      return backwards ? [unreadable(`${start}–${finish}`, [id])] : bad.map((moment) => unreadable(moment, [id]))
    }),
  ]
}

function strangers(
  { matters }: Catalogue,
  project: Project,
  id: string,
  matterId: string,
  scope: Scope,
): readonly Violation[] {
  const matter = matters.find((m) => m.id === matterId)
  const place =
    matter && placesOf(project, matter.per).find(({ kind, id: at }) => kind === scope.kind && at === scope.id)
  if (place && id === occurrenceId(matterId, scope)) return []
  const message = matter
    ? {
        zh: `“${id}”：${matter.name.zh}不在“${scope.kind} ${scope.id}”办理；请核对项目的分期、地块和单体`,
        en: `"${id}": ${matter.name.en} does not occur at "${scope.kind} ${scope.id}"; look at the project's phases, parcels and unit works`,
      }
    : { zh: `“${id}”：目录中没有事项 ${matterId}`, en: `"${id}": the catalogue has no matter ${matterId}` }
  return [{ code: 'completeness.unknown', message, activities: [id] }]
}

function twice(
  ids: readonly string[],
  code: 'completeness.twice' | 'steps.twice',
  zh: string,
  en: string,
): readonly Violation[] {
  return ids
    .filter((id, i) => ids.indexOf(id) !== i)
    .map((id) => ({
      code,
      message: { zh: `${zh}“${id}”在方案中出现两次`, en: `${en} "${id}" stands twice in the plan` },
      activities: [id],
    }))
}

function stray({ matters }: Subject, { id, occurrence, matter, scope, track }: Activity): readonly Violation[] {
  const owner = matters.find((m) => m.id === occurrence)
  if (
    owner &&
    owner.matter === matter &&
    owner.track === track &&
    owner.scope.kind === scope.kind &&
    owner.scope.id === scope.id
  ) {
    return []
  }
  return [
    {
      code: 'plan.unreadable',
      message: {
        zh: `环节“${id}”所属的“${occurrence}”不在方案的事项中，或事项、范围、办理方式与之不符`,
        en: `activity "${id}" belongs to "${occurrence}", which is no matter of the plan or has another matter, scope or track`,
      },
      activities: [id],
    },
  ]
}
