/** Minutes of Beijing time since 1970: the charts' one measure of time. */
export type Minutes = number

export const minutesOf = (moment: string): Minutes => Temporal.Instant.from(moment).epochMilliseconds / 60_000
export const midnightOf = (day: string): Minutes => minutesOf(`${day}T00:00+08:00`)
export const daysAfter = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** All days from one to the other, both included. */
export const daysBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: Temporal.PlainDate.from(from).until(to).days + 1 }, (_, index) => daysAfter(from, index))

/** Time from left to right: `firstDay` up to the end of `lastDay`, `width` pixels. */
export type Axis = {
  readonly firstDay: string
  readonly lastDay: string
  readonly from: Minutes
  readonly to: Minutes
  readonly width: number
  /** The pixels that the first and last moment fall on: a little inside, so that a mark on an edge stays whole. */
  readonly left: number
  readonly right: number
  /** Pixels from the left; moments outside land on the nearer edge. */
  readonly x: (minutes: Minutes) => number
}

type Stretch = { readonly from: Minutes; readonly to: Minutes; readonly weight: number }

const weightOf = (stretches: readonly Stretch[]) => stretches.reduce((sum, { weight }) => sum + weight, 0)

const margin = 8

const axisOf = (firstDay: string, lastDay: string, width: number, stretches: readonly Stretch[]): Axis => {
  const whole = weightOf(stretches)
  const [left, right] = [margin, width - margin]
  const x = (minutes: Minutes) => {
    const passed = stretches.reduce(
      (sum, { from, to, weight }) => sum + weight * Math.min(1, Math.max(0, (minutes - from) / (to - from))),
      0,
    )
    return Math.round((left + (passed / whole) * (right - left)) * 10) / 10
  }
  return { firstDay, lastDay, from: midnightOf(firstDay), to: midnightOf(daysAfter(lastDay, 1)), width, left, right, x }
}

/** Every day equally wide. */
export const evenAxis = (firstDay: string, lastDay: string, width: number): Axis =>
  axisOf(firstDay, lastDay, width, [{ from: midnightOf(firstDay), to: midnightOf(daysAfter(lastDay, 1)), weight: 1 }])

/** Share of a quiet day's width, and of a busy day's time outside office hours, against one office hour's. */
const quietDay = 1.2
const offHours = 0.5

/**
 * Days drawn as wide as their office hours, so that steps of an hour show; days on which nothing happens are narrow.
 * `officeHours` are clock times, in order.
 */
export function officeAxis(
  days: readonly string[],
  officeHours: readonly (readonly [string, string])[],
  isBusy: (day: string) => boolean,
  width: number,
): Axis {
  const stretches = days.flatMap((day): readonly Stretch[] => {
    const start = midnightOf(day)
    const end = midnightOf(daysAfter(day, 1))
    if (!isBusy(day)) return [{ from: start, to: end, weight: quietDay }]
    const open = officeHours.map(
      ([from, to]) => [minutesOf(`${day}T${from}+08:00`), minutesOf(`${day}T${to}+08:00`)] as const,
    )
    const edges = [start, ...open.flat(), end]
    return edges.slice(1).flatMap((to, index) => {
      const from = edges[index] ?? start
      if (to <= from) return []
      return [{ from, to, weight: index % 2 === 1 ? (to - from) / 60 : offHours }]
    })
  })
  return axisOf(days[0] ?? '', days.at(-1) ?? '', width, stretches)
}
