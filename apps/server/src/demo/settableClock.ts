import type { World } from '../platform/world/world.ts'

/** What the district had before its first project: the day on which its catalogue and people were put in. */
const OPENED = '2022-01-10T09:00:00+08:00'

export type Clock = ReturnType<typeof settableClock>

/** Goes on by a second with each look, so that no two happenings share an instant. */
export function settableClock(real: World) {
  let instant = Temporal.Instant.from(OPENED)
  const now = () => {
    instant = instant.add({ seconds: 1 })
    return instant
  }
  const world: World = { ...real, now, legalToday: () => instant.toZonedDateTimeISO('Asia/Shanghai').toPlainDate() }
  const moveTo = (day: string, time = '09:00') => {
    const wanted = Temporal.Instant.from(`${day}T${time}:00+08:00`)
    if (Temporal.Instant.compare(wanted, instant) > 0) instant = wanted
  }
  return {
    world,
    moveTo,
    reset: () => {
      instant = Temporal.Instant.from(OPENED)
    },
  }
}
