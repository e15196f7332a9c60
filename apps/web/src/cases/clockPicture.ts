import type { CaseClock } from '@kaigong/contract'
import { dayNumber } from '../plans/chart/days.ts'

/** A stretch or a point on the picture, in hundredths of its width. */
type Stretch = { readonly from: number; readonly to: number; readonly counts: boolean }
type Mark = {
  readonly name: 'start' | 'today' | 'promised' | 'statutory'
  readonly day: string
  readonly at: number
}
export type Picture = {
  readonly start: string
  readonly end: string
  readonly stretches: readonly Stretch[]
  readonly marks: readonly Mark[]
}

/** The clock as a strip from its start to its last deadline or to today, whichever is later; null while it has not started. */
export function pictureOf({ startOn, readOn, spans, promised, statutory, hand }: CaseClock): Picture | null {
  if (startOn === null) return null
  const last = spans.at(-1)?.untilOn ?? readOn
  const days = [last, promised?.deadlineOn, statutory?.deadlineOn, hand === 'ended' ? null : readOn]
  const end =
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? startOn
  const [first, width] = [dayNumber(startOn), Math.max(1, dayNumber(end) - dayNumber(startOn))]
  const at = (day: string) => (100 * (dayNumber(day) - first)) / width
  const marks: readonly (readonly [Mark['name'], string | null | undefined])[] = [
    ['start', startOn],
    ['today', hand === 'ended' ? null : readOn],
    ['promised', promised?.deadlineOn],
    ['statutory', statutory?.deadlineOn],
  ]
  return {
    start: startOn,
    end,
    stretches: spans.map(({ afterOn, untilOn, counts }) => ({
      from: at(afterOn),
      to: at(untilOn ?? readOn),
      counts,
    })),
    marks: marks.flatMap(([name, day]) => (day ? [{ name, day, at: at(day) }] : [])),
  }
}
