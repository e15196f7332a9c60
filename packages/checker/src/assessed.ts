import type { District, Project } from '@kaigong/catalogue'
import type { Assessment } from './reading.ts'

/** The assessment of a type that covers the project and is in force on a day. */
export const assessmentOn = (
  { regionalAssessments }: District,
  project: Project,
  type: string,
  on: string,
): Assessment | undefined =>
  regionalAssessments.find(
    (a) => a.type === type && project.assessments.includes(a.id) && a.validFrom <= on && on <= a.validTo,
  )
