import { capacity } from './capacity.ts'
import { clockOf } from './clock.ts'
import { completeness } from './completeness.ts'
import { gates } from './gates.ts'
import { hours } from './hours.ts'
import { invariants } from './invariants.ts'
import { land } from './land.ts'
import { illegible } from './legible.ts'
import { lengths } from './lengths.ts'
import { marks } from './marks.ts'
import { order } from './order.ts'
import { read } from './read.ts'
import type { Grounds, Reading } from './reading.ts'
import { statutory } from './statutory.ts'
import { steps } from './steps.ts'
import type { Subject } from './subject.ts'
import { sums } from './sums.ts'
import { tracks } from './tracks.ts'
import type { Violation } from './violation.ts'

const questions: readonly ((reading: Reading) => readonly Violation[])[] = [
  completeness,
  steps,
  lengths,
  order,
  gates,
  invariants,
  land,
  tracks,
  capacity,
  hours,
  statutory,
  marks,
  sums,
]

/**
 * Every constraint that a plan breaks, of the law, the district, the project and the calendar; none where the plan is accepted.
 * It reads the plan's dates and reckons everything else anew from the catalogue and the project, whoever made the plan.
 * A plan that cannot be read (no dates, unknown matters, another district) is refused for that alone. Throws only for a
 * catalogue that `readCatalogue` would not have let through.
 */
export function check(plan: Subject, grounds: Grounds): readonly Violation[] {
  const { catalogue, project } = grounds
  const district = catalogue.districts.find((d) => d.code === project.district)
  const clock = district && clockOf(catalogue, district)
  const unreadable = illegible(plan, catalogue, project, clock)
  if (!district || !clock || unreadable.length > 0) return unreadable
  const reading = read(plan, grounds, district, clock)
  return questions.flatMap((question) => question(reading))
}
