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
import type { Catalogue, District } from '@kaigong/catalogue'
import type { Plan } from '@kaigong/planner'

type Worked = {
  readonly weekdays: readonly number[]
  readonly hours: District['hours']['open']
  readonly exceptions: readonly { readonly date: string; readonly working: boolean }[]
}

const wholeDay: District['hours']['open'] = [['00:00', '24:00']]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** The weeks that a district counts in, with the days of the plan on which each is not as usual: what a project programme calls calendars. */
export function districtWeeks(catalogue: Catalogue, district: District, plan: Plan) {
  const { hours, weeks } = district
  const span = daysOf(plan)
  const week = (weekdays: readonly number[], open: District['hours']['open'], calendar: WorkCalendar): Worked => ({
    weekdays,
    hours: open,
    exceptions: span.flatMap((each) => {
      const working = isWorkday(calendar, each)
      return working === weekdays.includes(weekday(each)) ? [] : [{ date: isoDate(each), working }]
    }),
  })
  const of = (own: District['weeks']['site']) =>
    week(own.weekdays, hours.open, weeklyCalendar(catalogue.calendars, own))
  return {
    office: week([1, 2, 3, 4, 5], hours.open, workCalendar(catalogue.calendars)),
    design: of(weeks.design),
    site: of(weeks.site),
    everyday: { weekdays: everyDay, hours: wholeDay, exceptions: [] },
  }
}

/** Every day from the first moment of the plan to the last. */
function daysOf({ asOf, activities }: Plan): readonly Day[] {
  const days = [asOf, ...activities.flatMap(({ start, finish }) => [start.slice(0, 10), finish.slice(0, 10)])].sort()
  const [first, last] = [day(days[0] ?? asOf), day(days.at(-1) ?? asOf)]
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) as Day)
}
