import type { CalendarDays, CalendarWeek } from './workingTime.ts'

const day = (date: string, working: boolean) => ({ date, working })

const hours: CalendarWeek['hours'] = [
  ['09:00', '12:00'],
  ['13:30', '17:30'],
]

/** Days of the State Council's notice for 2022 that fall within the plan; the notice for 2023 was not yet out. */
const holidays: CalendarWeek['exceptions'] = [
  day('2022-06-03', false),
  day('2022-09-12', false),
  day('2022-10-03', false),
  day('2022-10-04', false),
  day('2022-10-05', false),
  day('2022-10-06', false),
  day('2022-10-07', false),
  day('2022-10-08', true),
  day('2022-10-09', true),
]

/** The weeks of Jintan in the rich plan, for tests: designers work six days, the site and the calendar every day. */
export const jintanWeeks: CalendarDays = {
  office: { weekdays: [1, 2, 3, 4, 5], hours, exceptions: holidays },
  design: {
    weekdays: [1, 2, 3, 4, 5, 6],
    hours,
    exceptions: [...holidays, day('2022-09-10', false), day('2022-10-01', false)],
  },
  site: { weekdays: [1, 2, 3, 4, 5, 6, 7], hours, exceptions: [] },
  everyday: { weekdays: [1, 2, 3, 4, 5, 6, 7], hours, exceptions: [] },
}
