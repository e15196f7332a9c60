import { day } from '@kaigong/calendar'
import { lastDayOf } from '../days.ts'
import type { View } from '../view.ts'

/** What stands in a cell: text, a figure, a code that must stay text, a day, a day with its hour, or nothing. */
export type Value =
  | string
  | number
  | null
  | { readonly code: string }
  | { readonly day: string }
  | { readonly moment: string }

/** Day 0 of spreadsheets is 1899-12-30. */
const DAYS_BEFORE_1970 = 25_569

/** A day as spreadsheets count it. A number with a date format is a real date there and knows no zone to slip by. */
export const serialOfDay = (iso: string): number => day(iso) + DAYS_BEFORE_1970

/** `2022-09-09T09:00+08:00` as spreadsheets count it, with the hour as a fraction of the day. */
export const serialOfMoment = (moment: string): number =>
  serialOfDay(moment.slice(0, 10)) + (Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))) / 1440

/** A start: its hour only where it is not the opening of the office or midnight. */
export function startCell({ plan }: View, moment: string): Value {
  const clock = moment.slice(11, 16)
  return clock === '00:00' || clock === plan.rests.officeHours[0]?.[0] ? { day: moment.slice(0, 10) } : { moment }
}

/** An end: its hour only where it is not the close of the office; one at midnight ends the day before. */
export function finishCell({ plan }: View, moment: string): Value {
  const clock = moment.slice(11, 16)
  return clock === '00:00' || clock === plan.rests.officeHours.at(-1)?.[1] ? { day: lastDayOf(moment) } : { moment }
}

/** A day of an event, without its hour. */
export const dayCell = (moment: string | null): Value => (moment === null ? null : { day: lastDayOf(moment) })
