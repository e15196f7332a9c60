import type { Judge } from './applicability.ts'
import type { District } from './district.ts'
import type { Matter } from './matter.ts'
import type { AssessmentType } from './national.ts'

/** Regional assessments that cover a site, by id, and the day (ISO) on which they must be in force. */
export type Covered = { readonly assessments: readonly string[]; readonly on: string }

export type RegionalAssessment = District['regionalAssessments'][number]

/** The district's assessment of a type that covers the site and is in force on the day. */
export function assessmentFor(
  { regionalAssessments }: Pick<District, 'regionalAssessments'>,
  type: string,
  { assessments, on }: Covered,
): RegionalAssessment | undefined {
  return regionalAssessments.find(
    (a) => a.type === type && assessments.includes(a.id) && a.validFrom <= on && on <= a.validTo,
  )
}

/**
 * The regional assessment (区域评估) that exempts a project from a matter (domain 2.6): it covers the site, is in force and may be used so;
 * undefined where none does, or where a case that it does not exempt is not ruled out.
 */
export function exemptionOf(
  district: Pick<District, 'regionalAssessments'>,
  types: ReadonlyMap<string, AssessmentType>,
  matter: Pick<Matter, 'id' | 'tracks'>,
  by: Pick<Judge, 'condition'>,
  covered: Covered,
): RegionalAssessment | undefined {
  const track = matter.tracks.exempt
  if (track?.useMode !== 'exempt') return undefined
  const assessment = assessmentFor(district, track.assessment, covered)
  if (assessment?.useMode !== 'exempt') return undefined
  if (track.when && by.condition(track.when, matter.id).holds !== true) return undefined
  const barred = types.get(track.assessment)?.notFor?.some((n) => by.condition(n.when, matter.id).holds !== false)
  return barred ? undefined : assessment
}
