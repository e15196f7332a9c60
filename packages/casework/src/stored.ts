import { type Day, day, isIsoDate, isoDate } from '@kaigong/calendar'

/** Whether a field holds a day: everywhere in this package it is named `on` or `…On`. */
const isDayField = (name: string) => name === 'on' || name.endsWith('On')

/**
 * An event, or any value of this package, as it is stored and hashed: every day as `2022-09-09`, so that a person can read the record and no
 * count of days since 1970 is ever relied on. Everything else stays as it is.
 */
export function toStored(value: unknown): unknown {
  return mapped(value, (on) => (typeof on === 'number' ? isoDate(on as Day) : on))
}

/** The value that `toStored` wrote; a day field that holds no date is left for the caller's schema to refuse. */
export function fromStored(value: unknown): unknown {
  return mapped(value, (on) => (typeof on === 'string' && isIsoDate(on) ? day(on) : on))
}

function mapped(value: unknown, day: (on: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((v) => mapped(v, day))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, isDayField(k) ? day(v) : mapped(v, day)]))
}
