import type { Plan } from '@kaigong/planner'
import { XMLBuilder } from 'fast-xml-parser'
import { responsible } from '../responsible.ts'
import { type View, viewOf } from '../view.ts'
import type { Lang } from '../words.ts'
import { xmlText } from '../xmlText.ts'
import { calendarsOf, calendarUid } from './calendars.ts'
import { type Link, linksOf } from './links.ts'
import { outlineOf, type Task, type WorkingTimes } from './outline.ts'
import { type Resource, resourcesOf } from './resources.ts'
import { says } from './says.ts'
import { uids } from './uids.ts'
import { type CalendarDays, clock, dateTime, duration, minuteOf, minuteOfClock, workingTime } from './workingTime.ts'

/** Starts no earlier than its constraint date. */
const START_NO_EARLIER = 4
const AS_SOON_AS_POSSIBLE = 0
const FIXED_DURATION = 1
const WORK = 1
const SHOWN_IN_DAYS = 7
const SHOWN_IN_HOURS = 5
/** Of 24 hours: days of a week that is worked around the clock. */
const SHOWN_IN_ELAPSED_DAYS = 8
const LAG_IN_DAYS = 7
/** The format of Microsoft Project 2007, the last whose schema is published and the one that others read. */
const SAVE_VERSION = 12

/**
 * The plan as a Microsoft Project file (XML Data Interchange, schema mspdi_pj12): the weeks of the district as
 * calendars, gates and certificates as milestones, stages, matters and steps as tasks with their links, agencies as
 * resources. `days` are the weeks between the plan's first and last day. Every step may start no earlier than the plan
 * says, so that a program which schedules anew arrives at the same dates. Times are Beijing's and carry no zone.
 */
export function toMspdi(plan: Plan, lang: Lang, days: CalendarDays): string {
  const view = viewOf(plan, lang)
  const times = {
    office: workingTime(days.office),
    design: workingTime(days.design),
    site: workingTime(days.site),
    everyday: workingTime(days.everyday),
  }
  const lines = numbered(outlineOf(view, times))
  const tasks = lines.map(({ task }) => task)
  const resources = resourcesOf(view, tasks)
  const uid = uids([
    ...tasks.map(({ key }) => key),
    ...resources.flatMap(({ agency, steps }) => [agencyKey(agency), ...steps.map(({ key }) => assignmentKey(key))]),
  ])
  const links = Map.groupBy(linksOf(view, tasks), ({ after }) => after)
  const project = {
    '@_xmlns': 'http://schemas.microsoft.com/project',
    ...headerOf(view, tasks, days),
    Calendars: { Calendar: calendarsOf(view, days) },
    Tasks: { Task: lines.map((line) => taskOf(view, times, line, uid, links.get(line.task.key) ?? [])) },
    Resources: { Resource: resources.map((resource, index) => resourceOf(view, resource, uid, index + 1)) },
    Assignments: { Assignment: resources.flatMap((resource) => assignmentsOf(resource, uid)) },
  }
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${builder.build({ Project: project })}`
}

const builder = new XMLBuilder({
  format: true,
  indentBy: ' ',
  ignoreAttributes: false,
  tagValueProcessor: (_, value) => (typeof value === 'string' ? xmlText(value) : value),
})

type Line = { readonly task: Task; readonly id: number; readonly number: string; readonly level: number }

/** The outline as lines: `2.3.1` is the first line below the third below the second. */
function numbered(outline: readonly Task[]): readonly Line[] {
  const below = (tasks: readonly Task[], above: string, level: number): readonly Omit<Line, 'id'>[] =>
    tasks.flatMap((task, index) => {
      const number = `${above}${index + 1}`
      return [{ task, number, level }, ...below(task.below, `${number}.`, level + 1)]
    })
  return below(outline, '', 1).map((line, index) => ({ ...line, id: index + 1 }))
}

function headerOf(view: View, tasks: readonly Task[], { office }: CalendarDays) {
  const { plan, say } = view
  const asOf = minuteOf(plan.asOf)
  const starts = tasks.map(({ start }) => start)
  const finishes = tasks.map(({ finish }) => finish)
  const { minutesPerDay } = workingTime(office)
  return {
    SaveVersion: SAVE_VERSION,
    Name: shortened(say(plan.project.name), 255),
    Title: shortened(say(plan.project.name), 512),
    Subject: say(says.subject(plan.asOf)),
    ...(plan.project.enterprise === null ? {} : { Company: shortened(say(plan.project.enterprise), 512) }),
    CreationDate: dateTime(asOf),
    ScheduleFromStart: 1,
    StartDate: dateTime(Math.min(asOf, ...starts)),
    FinishDate: dateTime(Math.max(asOf, ...finishes)),
    CurrencyCode: 'CNY',
    CalendarUID: calendarUid('office'),
    DefaultStartTime: clock(minuteOfClock(office.hours[0]?.[0] ?? '00:00')),
    DefaultFinishTime: clock(minuteOfClock(office.hours.at(-1)?.[1] ?? '24:00')),
    MinutesPerDay: minutesPerDay,
    MinutesPerWeek: minutesPerDay * office.weekdays.length,
    DaysPerMonth: 20,
    DefaultTaskType: FIXED_DURATION,
    DurationFormat: SHOWN_IN_DAYS,
    HonorConstraints: 1,
    NewTasksEffortDriven: 0,
    WeekStartDay: 1,
    StatusDate: dateTime(asOf),
    CurrentDate: dateTime(asOf),
  }
}

function taskOf(
  view: View,
  times: WorkingTimes,
  { task, id, number, level }: Line,
  uid: (key: string) => number,
  links: readonly Link[],
) {
  const { key, name, start, finish, minutes, week, notes, below, activity } = task
  const isSummary = below.length > 0
  const done = activity?.done === true
  const length = duration(minutes)
  return {
    UID: uid(key),
    ID: id,
    Name: shortened(name, 512),
    Type: FIXED_DURATION,
    IsNull: 0,
    ...(activity === undefined ? {} : { Contact: responsible(view, activity) }),
    WBS: number,
    OutlineNumber: number,
    OutlineLevel: level,
    Priority: 500,
    Start: dateTime(start),
    Finish: dateTime(finish),
    Duration: length,
    DurationFormat: shownIn(times, task),
    Work: duration(workOf(task)),
    EffortDriven: 0,
    Estimated: 0,
    Milestone: minutes === 0 && !isSummary ? 1 : 0,
    Summary: isSummary ? 1 : 0,
    Critical: activity?.critical === true ? 1 : 0,
    PercentComplete: done ? 100 : 0,
    ...(done ? { ActualStart: dateTime(start), ActualFinish: dateTime(finish), ActualDuration: length } : {}),
    ...(isSummary ? {} : { RemainingDuration: done ? duration(0) : length }),
    ConstraintType: isSummary ? AS_SOON_AS_POSSIBLE : START_NO_EARLIER,
    ...(isSummary
      ? {}
      : { CalendarUID: calendarUid(week), ConstraintDate: dateTime(start), IgnoreResourceCalendar: 1 }),
    ...(notes.length === 0 ? {} : { Notes: notes.join('\n') }),
    PredecessorLink: links.map(({ before, type }) => ({
      PredecessorUID: uid(before),
      Type: type,
      CrossProject: 0,
      LinkLag: 0,
      LagFormat: LAG_IN_DAYS,
    })),
  }
}

const AROUND_THE_CLOCK = 1440

const shownIn = (times: WorkingTimes, { week, activity }: Task): number => {
  if (activity?.length.unitApplied === 'hour') return SHOWN_IN_HOURS
  return times[week].minutesPerDay === AROUND_THE_CLOCK ? SHOWN_IN_ELAPSED_DAYS : SHOWN_IN_DAYS
}

/** Minutes of the agencies' reviewers in a step, or in everything below a summary. */
const workOf = ({ minutes, below, activity }: Task): number =>
  below.length > 0
    ? below.reduce((sum, task) => sum + workOf(task), 0)
    : activity === undefined || activity.agency === null
      ? 0
      : minutes * activity.reviewers

const agencyKey = (agency: string): string => `agency:${agency}`
const assignmentKey = (task: string): string => `assignment:${task}`

function resourceOf(view: View, { agency, name, peak }: Resource, uid: (key: string) => number, id: number) {
  return {
    UID: uid(agencyKey(agency)),
    ID: id,
    Name: shortened(name, 512),
    Type: WORK,
    IsNull: 0,
    Code: agency,
    MaxUnits: peak,
    PeakUnits: peak,
    OverAllocated: 0,
    CanLevel: 0,
    Notes: view.say(says.units),
  }
}

/** An agency's part in a step: as many reviewers as the step takes while it runs, which may be none. */
function assignmentsOf({ agency, steps }: Resource, uid: (key: string) => number) {
  return steps.map((task) => ({
    UID: uid(assignmentKey(task.key)),
    TaskUID: uid(task.key),
    ResourceUID: uid(agencyKey(agency)),
    PercentWorkComplete: task.activity.done ? 100 : 0,
    Finish: dateTime(task.finish),
    Start: dateTime(task.start),
    Units: task.activity.reviewers,
    Work: duration(workOf(task)),
  }))
}

/** The first characters of a text that the schema allows only so much of. */
const shortened = (text: string, most: number): string => [...text].slice(0, most).join('')
