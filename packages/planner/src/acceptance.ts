import type { OnDay } from './explain.ts'
import type { Layout } from './layout.ts'

/** The day whose law is cited for a matter: that of its acceptance, the last of its occurrences. */
export function onDayOf(layout: Pick<Layout, 'present' | 'acceptedOn' | 'asOf'>): OnDay {
  const days = new Map(layout.present.map((o) => [o.matter.id, layout.acceptedOn(o.matter.id, o.scope)]))
  return (matter) => days.get(matter) ?? layout.asOf
}
