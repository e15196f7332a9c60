import { type Day, daysOf, isoDate, weekday } from '@kaigong/calendar'
import type { Lang } from '../terminal/say.ts'
import type { Years } from './reckon.ts'

/** Weekdays off and weekends worked in (after, until], each run of days under its name, as a sentence; empty where there is none. */
export function exceptionsBetween(years: Years, after: Day, until: Day, lang: Lang): string {
  const inside = (day: number) => day > after && day <= until
  const off = years.flatMap((year) =>
    year.off.flatMap(({ days, name }) => {
      const range = daysOf(days)
      if (range === undefined || range.until <= after || range.from > until) return []
      const closed = Array.from({ length: range.until - range.from + 1 }, (_, i) => (range.from + i) as Day)
      return closed.some((d) => inside(d) && weekday(d) <= 5)
        ? [`${name[lang]} ${days.replace('..', lang === 'zh' ? ' 至 ' : ' to ')}`]
        : []
    }),
  )
  const on = years.flatMap((year) => year.on.filter((iso) => inside(daysOf(iso)?.from ?? after)))
  const [offWord, onWord, comma, colon] =
    lang === 'zh'
      ? (['放假', '调休上班', '、', '：'] as const)
      : (['days off', 'working weekends', ', ', ': '] as const)
  return [
    ...(off.length > 0 ? [`${offWord}${colon}${off.join(comma)}`] : []),
    ...(on.length > 0 ? [`${onWord}${colon}${on.map((iso) => isoDate(daysOf(iso)?.from ?? after)).join(comma)}`] : []),
  ].join(lang === 'zh' ? '；' : '; ')
}
