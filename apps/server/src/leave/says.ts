import type { Says } from '../platform/events/says.ts'

/** Who stands in for whom; people stand in these events by their ids. */
export const says: Says = {
  standInArranged: ({ fromOn, untilOn }) => ({
    zh: `安排休假代班，${fromOn} 至 ${untilOn}`,
    en: `A colleague stands in during leave, ${fromOn} to ${untilOn}`,
  }),
  standInEnded: ({ endedOn }) => ({ zh: `休假代班自 ${endedOn} 起结束`, en: `Standing in ended as of ${endedOn}` }),
}
