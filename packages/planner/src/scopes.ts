import type { Matter, Project } from '@kaigong/catalogue'
import type { PlanScope } from './plan.ts'

/** Where a matter occurs: once for the project, or for each phase, parcel or unit of works. */
export function scopesOf(project: Project, per: Matter['per']): readonly PlanScope[] {
  switch (per) {
    case 'project':
      return [{ kind: 'project', id: '' }]
    case 'phase':
      return project.phases.map((p) => ({ kind: 'phase', id: p.id }))
    case 'parcel':
      return project.parcels.map((p) => ({ kind: 'parcel', id: p.id }))
    case 'unitWorks':
      return project.unitWorks.length > 0
        ? project.unitWorks.map((u) => ({ kind: 'unitWorks', id: u.id }))
        : project.phases.map((p) => ({ kind: 'phase', id: p.id }))
  }
}

/** Id of an occurrence: `C07@4.1`, or `A06` where there is only one. */
export const occurrenceId = (matter: string, scope: PlanScope): string =>
  scope.id === '' ? matter : `${matter}@${scope.id}`

/** Whether an order between two matters holds between these two occurrences: their scopes meet on the ground. */
export function related(project: Project, a: PlanScope, b: PlanScope): boolean {
  if (a.kind === 'project' || b.kind === 'project') return true
  if (a.kind === b.kind) return a.id === b.id
  const parcels = new Set(parcelsOf(project, a))
  const phases = new Set(phasesOf(project, a))
  if (a.kind === 'parcel' || b.kind === 'parcel') return parcelsOf(project, b).some((p) => parcels.has(p))
  return phasesOf(project, b).some((p) => phases.has(p))
}

/** Phases that a scope belongs to or, for a parcel, that stand on it. */
function phasesOf(project: Project, scope: PlanScope): readonly string[] {
  if (scope.kind === 'phase') return [scope.id]
  if (scope.kind === 'unitWorks') {
    const phase = project.unitWorks.find((u) => u.id === scope.id)?.phase
    return phase === undefined ? project.phases.map((p) => p.id) : [phase]
  }
  return project.phases.filter((p) => p.parcels?.includes(scope.id) ?? true).map((p) => p.id)
}

function parcelsOf(project: Project, scope: PlanScope): readonly string[] {
  if (scope.kind === 'parcel') return [scope.id]
  const phases = phasesOf(project, scope)
  const all = project.parcels.map((p) => p.id)
  return project.phases.filter((p) => phases.includes(p.id)).flatMap((p) => p.parcels ?? all)
}
