import { weekday } from '../days.ts'
import type { Lang } from '../words.ts'
import { type Axis, daysBetween, midnightOf } from './axis.ts'

type Tick = { readonly x: number; readonly to: number; readonly label: string }
/** Two rows of an axis: the coarse one above, the fine one below. A label that has no room is ''. */
export type Ticks = { readonly coarse: readonly Tick[]; readonly fine: readonly Tick[] }

/** Least room for a label, in pixels. */
const room = { day: 40, dayOfMonth: 16, month: 15, coarse: 52 } as const

const months: Readonly<Record<Lang, readonly string[]>> = {
  zh: Array.from({ length: 12 }, (_, index) => `${index + 1}月`),
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
}
const monthOf = (day: string, lang: Lang) => months[lang][Number(day.slice(5, 7)) - 1] ?? ''

const ticksAt = (
  axis: Axis,
  starts: readonly string[],
  label: (day: string) => string,
  least: number,
): readonly Tick[] => {
  const from = starts[0] === axis.firstDay ? starts : [axis.firstDay, ...starts]
  return from.map((day, index) => {
    const following = from[index + 1]
    const x = axis.x(midnightOf(day))
    const to = following === undefined ? axis.right : axis.x(midnightOf(following))
    return { x, to, label: to - x < least ? '' : label(day) }
  })
}

/** Marks that stay readable at the axis's scale: days under months, weeks under months, or months under years. */
export function ticksOf(axis: Axis, lang: Lang): Ticks {
  const days = daysBetween(axis.firstDay, axis.lastDay)
  const perDay = (axis.right - axis.left) / days.length
  const firsts = days.filter((day) => day.endsWith('-01'))
  const yearMonth = (day: string) =>
    lang === 'zh' ? `${day.slice(0, 4)}年${monthOf(day, lang)}` : `${monthOf(day, lang)} ${day.slice(0, 4)}`
  if (perDay >= 4) {
    const coarse = ticksAt(axis, firsts, yearMonth, room.coarse)
    if (perDay >= 40)
      return { coarse, fine: ticksAt(axis, days, (day) => `${Number(day.slice(8))} ${weekday(day, lang)}`, room.day) }
    const mondays = days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek === 1)
    return { coarse, fine: ticksAt(axis, mondays, (day) => String(Number(day.slice(8))), room.dayOfMonth) }
  }
  const years = days.filter((day) => day.endsWith('-01-01'))
  const month = (day: string) => (perDay * 30 >= 26 ? monthOf(day, lang) : String(Number(day.slice(5, 7))))
  return { coarse: ticksAt(axis, years, (day) => day.slice(0, 4), 30), fine: ticksAt(axis, firsts, month, room.month) }
}
