import { day } from '@kaigong/calendar'
import type { Plan } from '@kaigong/planner'
import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import { viewOf } from '../view.ts'
import type { Lang } from '../words.ts'
import { type Entry, entriesOf } from './entries.ts'
import { says } from './says.ts'

/**
 * The plan's dates and deadlines as an iCalendar file (RFC 5545): whole days, but steps measured in hours with their
 * hour. Every entry keeps its UID from plan to plan, and its SEQUENCE grows with the as-of day, so that a newer file
 * moves what an older one put into somebody's calendar. The same plan gives the same bytes.
 */
export function toIcs(plan: Plan, lang: Lang): string {
  const view = viewOf(plan, lang)
  // No `timezone`: with one ical-generator writes DTSTAMP as local time, which RFC 5545 forbids.
  const calendar = ical({
    // Not as `name` and `description`: those are written as they are, and a line break in a name would begin a new property.
    x: {
      'X-WR-CALNAME': view.say(says.calendar(plan.project.name)),
      'X-WR-CALDESC': view.say(says.calendarAbout(plan.asOf)),
    },
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Kaigong', product: 'Kaigong', language: lang === 'zh' ? 'ZH' : 'EN' },
    events: entriesOf(view).map((entry) => eventOf(plan, entry)),
  })
  return calendar.toString()
}

function eventOf(plan: Plan, { id, when, summary, description, tentative }: Entry): ICalEventData {
  return {
    id: uid(plan, id),
    stamp: Temporal.PlainDate.from(plan.asOf).toZonedDateTime('Asia/Shanghai').toInstant(),
    sequence: day(plan.asOf),
    ...(typeof when === 'string'
      ? { start: Temporal.PlainDate.from(when), allDay: true, transparency: ICalEventTransparency.TRANSPARENT }
      : { start: Temporal.Instant.from(when.from), end: Temporal.Instant.from(when.until) }),
    summary,
    description: description.join('\n'),
    ...(tentative ? { status: ICalEventStatus.TENTATIVE } : {}),
  }
}

/** Unique in the world and the same in both languages: project code, or district and name where there is no code yet. */
const uid = ({ project, district }: Plan, id: string): string =>
  [id, project.code ?? `${district.code}-${project.name.zh}`].map(encodeURIComponent).join('/').concat('@kaigong')
