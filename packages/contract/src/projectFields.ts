import type { ProjectFacts } from './projectFacts.ts'
import type { Parcel, ProjectIdentity } from './projects.ts'

/** What is written of a project: registered, changed, compared, kept in its history. */
export type ProjectBody = {
  readonly identity: ProjectIdentity
  readonly facts: ProjectFacts
  readonly parcels: readonly Parcel[]
}

/** A project of which nothing has been said yet. */
export const newIdentity: ProjectIdentity = {
  name: '',
  nameEn: null,
  code: null,
  companyId: null,
  industry: null,
  township: null,
  level: 'none',
  kind: 'implementation',
  listYear: null,
  construction: 'new',
  stage: 'signed',
  fiveNew: null,
  cluster: null,
  content: null,
  capacity: null,
  investmentWan: null,
  equipmentWan: null,
  spentBeforeWan: null,
  yearPlanWan: null,
  spentThisYearWan: null,
  yearGoal: null,
  startPlanned: null,
  startActual: null,
  completionPlanned: null,
  remark: null,
  synthetic: false,
}

/**
 * A project field by field, as its history and a merge name them: `identity.name`, `facts.energyTce`, `land`, `parcels`. The parcels that the
 * planner reads are `plannedParcels`: `parcels` are those of the list and the map.
 */
export function projectFields({ identity, facts, parcels }: ProjectBody): ReadonlyMap<string, unknown> {
  const { facts: stated, parcels: plannedParcels, ...rest } = facts
  return new Map<string, unknown>([
    ...Object.entries(identity).map(([key, value]) => [`identity.${key}`, value] as const),
    ...Object.entries(stated).map(([key, value]) => [`facts.${key}`, value] as const),
    ...Object.entries(rest),
    ...(plannedParcels === undefined ? [] : [['plannedParcels', plannedParcels] as const]),
    ['parcels', parcels],
  ])
}
