/** Days as integers, counted from 1970-01-01, so that a chart of thousands of bars is plain arithmetic. */

const MINUTES_OF_DAY = { opens: 8 * 60, closes: 18 * 60 } as const

/** Number of a civil day (proleptic Gregorian calendar). */
export function numberOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export type Civil = { readonly year: number; readonly month: number; readonly day: number }

/** The civil day of a number; `numberOf` turned round. */
export function civilOf(number: number): Civil {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/** Number of an ISO day, `2022-09-09`; a moment counts as its day. */
export const dayNumber = (iso: string): number =>
  numberOf(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)))

/** The ISO day of a number. */
export function isoDay(number: number): string {
  const { year, month, day } = civilOf(number)
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Monday is 0. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7

/**
 * Where a moment (`2022-09-09T16:30+08:00`) lies, in days. The office day from 8 to 18 fills the column of its day, so that a step of
 * one working day is as wide as the day; the night has no width.
 */
export function positionOf(moment: string): number {
  const minutes = Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16))
  const part = (minutes - MINUTES_OF_DAY.opens) / (MINUTES_OF_DAY.closes - MINUTES_OF_DAY.opens)
  return dayNumber(moment) + Math.min(1, Math.max(0, part))
}
