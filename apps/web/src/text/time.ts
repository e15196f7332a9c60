/** A happening as people here read it: Beijing time to the minute, `2026-11-24 18:10`. */
export function beijingTime(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.toPlainDate().toString()} ${at.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The day of a moment that is already written in Beijing time (`…+08:00`). */
export const dayOfMoment = (moment: string): string => moment.slice(0, 10)
