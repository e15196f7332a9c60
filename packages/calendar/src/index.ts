export { CalendarError, type CalendarErrorCode, type Says } from './calendarError.ts'
export { type Day, day, fromPlainDate, isIsoDate, isoDate, toPlainDate, type Weekday, weekday } from './day.ts'
export { type HowCounted, lastDay, latestStart, type Period } from './lastDay.ts'
export {
  covers,
  firstDay,
  isProvisional,
  publishedThrough,
  type Week,
  type WorkCalendar,
  weeklyCalendar,
  workCalendar,
} from './workCalendar.ts'
export { addWorkdays, countWorkdays, isWorkday, nextWorkday, previousWorkday } from './workdays.ts'
export {
  addWorkTicks,
  clockOfTick,
  countWorkTicks,
  dayOfTick,
  isWorkTick,
  type OfficeHours,
  TICKS_PER_DAY,
  tickOf,
  type WorkHours,
  workHours,
} from './workHours.ts'
export {
  type DayRange,
  daysOf,
  type Notice,
  type NoticeFault,
  noticeFaults,
  type YearNotice,
} from './yearNotice.ts'
