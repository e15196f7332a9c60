import type { Lang } from './say.ts'

const weekdays: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

export const weekdayName = (iso: string, lang: Lang): string =>
  weekdays[lang][Temporal.PlainDate.from(iso).dayOfWeek - 1] ?? ''

/** `2022-09-09（周五）` or `2022-09-09 (Fri)`. */
export const dayWritten = (iso: string, lang: Lang): string =>
  lang === 'zh' ? `${iso}（${weekdayName(iso, lang)}）` : `${iso} (${weekdayName(iso, lang)})`

/** The last day that something up to a moment takes: what ends at midnight ends with the day before. */
export const dayOfMoment = (moment: string): string =>
  moment.slice(11, 16) === '00:00'
    ? Temporal.PlainDate.from(moment.slice(0, 10)).subtract({ days: 1 }).toString()
    : moment.slice(0, 10)

/** A number of days without a tail of noughts. */
export const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1))
