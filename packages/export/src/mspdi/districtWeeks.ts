import {
  type Day,
  day,
  isoDate,
  isWorkday,
  type WorkCalendar,
  weekday,
  weeklyCalendar,
  workCalendar,
} from '@kaigong/calendar'
import type { Ground, Plan } from '@kaigong/planner'
import type { CalendarDays, CalendarWeek } from './workingTime.ts'

type Law = Pick<Ground, 'catalogue' | 'district'>
type Hours = CalendarWeek['hours']

const wholeDay: Hours = [['00:00', '24:00']]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** The weeks that a district counts in, with the days of the plan on which each is not as usual: what a project programme calls calendars. */
export function districtWeeks({ catalogue, district }: Law, plan: Plan): CalendarDays {
  const { hours, weeks } = district
  const span = daysOfPlan(plan)
  const week = (weekdays: readonly number[], calendar: WorkCalendar): CalendarWeek => ({
    weekdays,
    hours: hours.open,
    exceptions: span.flatMap((each) => {
      const working = isWorkday(calendar, each)
      return working === weekdays.includes(weekday(each)) ? [] : [{ date: isoDate(each), working }]
    }),
  })
  const own = (of: (typeof weeks)['site']) => week(of.weekdays, weeklyCalendar(catalogue.calendars, of))
  return {
    office: week([1, 2, 3, 4, 5], workCalendar(catalogue.calendars)),
    design: own(weeks.design),
    site: own(weeks.site),
    everyday: { weekdays: everyDay, hours: wholeDay, exceptions: [] },
  }
}

/** Every day from the first moment of the plan to the last. */
export function daysOfPlan({ asOf, activities }: Plan): readonly Day[] {
  const days = [asOf, ...activities.flatMap(({ start, finish }) => [start.slice(0, 10), finish.slice(0, 10)])].sort()
  const [first, last] = [day(days[0] ?? asOf), day(days.at(-1) ?? asOf)]
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day)
}
