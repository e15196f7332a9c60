import { CalendarError } from './calendarError.ts'
import { civilFromDays, daysFromCivil } from './civil.ts'

/** A legal date in Asia/Shanghai as whole days since 1970-01-01, so that days subtract, compare and index arrays. */
export type Day = number & { readonly __brand: 'Day' }

/** ISO day of the week: Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether a text is a real date written `2022-09-09`. */
export function isIsoDate(text: string): boolean {
  return parse(text) !== undefined
}

/** The day of an ISO date such as `2022-09-09`; throws `calendar.notADate` for anything else. */
export function day(iso: string): Day {
  const found = parse(iso)
  if (found !== undefined) return found
  throw new CalendarError('calendar.notADate', {
    zh: `“${iso}”不是日期。请写作 2022-09-09 这样的真实日期。`,
    en: `"${iso}" is not a date. Write a real date such as 2022-09-09.`,
  })
}

function parse(text: string): Day | undefined {
  const match = ISO_DATE.exec(text)
  if (match === null) return undefined
  const found = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3])) as Day
  return isoDate(found) === text ? found : undefined
}

/** `2022-09-09` for a day. */
export function isoDate(day: Day): string {
  const { year, month, dayOfMonth } = civilFromDays(day)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

export function toPlainDate(day: Day): Temporal.PlainDate {
  const { year, month, dayOfMonth } = civilFromDays(day)
  return new Temporal.PlainDate(year, month, dayOfMonth)
}

/** The day of a date; one that is kept in another calendar (the Chinese one, say) is the same day. */
export function fromPlainDate(date: Temporal.PlainDate): Day {
  const { year, month, day } = date.withCalendar('iso8601')
  return daysFromCivil(year, month, day) as Day
}

export function weekday(day: Day): Weekday {
  const fromMonday = (day + 3) % 7
  return ((fromMonday < 0 ? fromMonday + 7 : fromMonday) + 1) as Weekday
}
