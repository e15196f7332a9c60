import type { Lang } from './words.ts'

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** The day of the week of an ISO date, as short as the language has it. */
export const weekday = (day: string, lang: Lang): string =>
  weekdays[lang][Temporal.PlainDate.from(day).dayOfWeek - 1] ?? ''

/** `2022-09-09（周五）` or `2022-09-09 (Fri)`. */
export const dayWritten = (day: string, lang: Lang): string =>
  lang === 'zh' ? `${day}（${weekday(day, lang)}）` : `${day} (${weekday(day, lang)})`

/** `09-09 周五`, for places where the year is plain to see. */
export const shortDay = (day: string, lang: Lang): string => `${day.slice(5)} ${weekday(day, lang)}`

export const dayOf = (moment: string): string => moment.slice(0, 10)
const clockOf = (moment: string): string => moment.slice(11, 16)

/** The moment of a start; the hour only where it is not the opening of the office or midnight. */
export const startWritten = (moment: string, opens: string, lang: Lang): string => {
  const clock = clockOf(moment)
  const day = dayWritten(dayOf(moment), lang)
  return clock === opens || clock === '00:00' ? day : `${day} ${clock}`
}

/** The last day that a run up to this moment takes: one that ends at midnight ends with the day before. */
export const lastDayOf = (moment: string): string =>
  clockOf(moment) === '00:00' ? Temporal.PlainDate.from(dayOf(moment)).subtract({ days: 1 }).toString() : dayOf(moment)

/** The moment of an end; the hour only where it is neither the close of the office nor of the day. */
export const finishWritten = (moment: string, closes: string, lang: Lang): string => {
  const clock = clockOf(moment)
  const day = dayWritten(lastDayOf(moment), lang)
  return clock === closes || clock === '00:00' ? day : `${day} ${clock}`
}

/** From one moment to another; a day that both fall on is written once. `opens` and `closes` are the office's hours. */
export const runWritten = (
  start: string,
  finish: string,
  { opens, closes }: { readonly opens: string; readonly closes: string },
  lang: Lang,
): string => {
  const [from, to] = [startWritten(start, opens, lang), finishWritten(finish, closes, lang)]
  if (dayOf(start) !== lastDayOf(finish)) return `${from} – ${to}`
  const day = dayWritten(dayOf(start), lang)
  return from === day && to === day ? day : `${day} ${clockOf(start)}–${clockOf(finish)}`
}

/** A number of days or items without a tail of noughts. */
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1))
