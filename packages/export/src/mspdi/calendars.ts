import { day, isoDate } from '@kaigong/calendar'
import type { View } from '../view.ts'
import { says } from './says.ts'
import { type CalendarDays, type CalendarWeek, clock, minuteOfClock, type Week } from './workingTime.ts'

const WEEKS: readonly Week[] = ['office', 'design', 'site', 'everyday']

export const calendarUid = (week: Week): number => WEEKS.indexOf(week) + 1

/** The four weeks as base calendars with every exception. */
export const calendarsOf = (view: View, days: CalendarDays) => WEEKS.map((week) => calendarOf(view, week, days[week]))

function calendarOf(view: View, week: Week, { weekdays, hours, exceptions }: CalendarWeek) {
  const working = {
    WorkingTimes: {
      WorkingTime: hours.map(([from, until]) => ({
        FromTime: clock(minuteOfClock(from)),
        ToTime: clock(minuteOfClock(until)),
      })),
    },
  }
  const stretches = stretchesOf(exceptions).map(({ from, until, works }) => ({
    works,
    TimePeriod: { FromDate: `${from}T00:00:00`, ToDate: `${until}T23:59:00` },
  }))
  return {
    UID: calendarUid(week),
    Name: view.say(says[week]),
    IsBaseCalendar: 1,
    BaseCalendarUID: -1,
    WeekDays: {
      WeekDay: [
        // The file counts Sunday 1 … Saturday 7.
        ...[7, 1, 2, 3, 4, 5, 6].map((isoDay, index) => {
          const works = weekdays.includes(isoDay)
          return { DayType: index + 1, DayWorking: works ? 1 : 0, ...(works ? working : {}) }
        }),
        // Once more as day type 0: programs that know the format of 2003 only look here, and newer ones ignore it.
        ...stretches.map(({ works, TimePeriod }) => ({
          DayType: 0,
          DayWorking: works ? 1 : 0,
          TimePeriod,
          ...(works ? working : {}),
        })),
      ],
    },
    ...(stretches.length === 0
      ? {}
      : {
          Exceptions: {
            Exception: stretches.map(({ works, TimePeriod }) => ({
              EnteredByOccurrences: 0,
              TimePeriod,
              Occurrences: day(TimePeriod.ToDate.slice(0, 10)) - day(TimePeriod.FromDate.slice(0, 10)) + 1,
              Name: view.say(works ? says.worked : says.dayOff),
              Type: 1,
              DayWorking: works ? 1 : 0,
              ...(works ? working : {}),
            })),
          },
        }),
  }
}

type Stretch = { readonly from: string; readonly until: string; readonly works: boolean }

/** Exceptions on days that follow one another, as one. */
function stretchesOf(exceptions: CalendarWeek['exceptions']): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (const { date, working } of exceptions.toSorted((a, b) => day(a.date) - day(b.date))) {
    const last = stretches.at(-1)
    const goesOn = last?.works === working && isoDate(day(date)) === next(last.until)
    if (last !== undefined && goesOn) stretches[stretches.length - 1] = { ...last, until: date }
    else stretches.push({ from: date, until: date, works: working })
  }
  return stretches
}

const next = (date: string): string => Temporal.PlainDate.from(date).add({ days: 1 }).toString()
