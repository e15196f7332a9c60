/**
 * Year, month and day against whole days since 1970-01-01, in the proleptic Gregorian calendar and on integers only:
 * `Temporal.PlainDate` gives the same answers (a test compares them) at some hundred times the cost.
 */
export type Civil = { readonly year: number; readonly month: number; readonly dayOfMonth: number }

const DAYS_PER_ERA = 146_097
/** From 0000-03-01, where the years counted here begin, to 1970-01-01: a year that ends in February ends with its leap day. */
const EPOCH = 719_468

export function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_PER_ERA + dayOfEra - EPOCH
}

export function civilFromDays(days: number): Civil {
  const z = days + EPOCH
  const era = Math.floor(z / DAYS_PER_ERA)
  const dayOfEra = z - era * DAYS_PER_ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_PER_ERA - 1))) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

/** First day of the month that lies `months` after (before, when negative) the month of `civil`. */
export function firstOfMonth({ year, month }: Civil, months: number): number {
  const index = year * 12 + month - 1 + months
  return daysFromCivil(Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1, 1)
}
