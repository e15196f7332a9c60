import type { Matter, Project } from '@kaigong/catalogue'
import type { Scope } from './subject.ts'

/** Where a matter has to be gone through: once for the project, or once for each phase, parcel or unit of works. */
export function placesOf(project: Project, per: Matter['per']): readonly Scope[] {
  if (per === 'project') return [{ kind: 'project', id: '' }]
  if (per === 'parcel') return project.parcels.map(({ id }) => ({ kind: 'parcel', id }))
  // A project that names no unit works is built phase by phase.
  if (per === 'unitWorks' && project.unitWorks.length > 0) {
    return project.unitWorks.map(({ id }) => ({ kind: 'unitWorks', id }))
  }
  return project.phases.map(({ id }) => ({ kind: 'phase', id }))
}

export const occurrenceId = (matter: string, { id }: Scope): string => (id === '' ? matter : `${matter}@${id}`)

/** Whether what happens at one place can wait for what happens at the other. */
export function meet(project: Project, a: Scope, b: Scope): boolean {
  if (a.kind === 'project' || b.kind === 'project') return true
  if (a.kind === b.kind) return a.id === b.id
  const by = a.kind === 'parcel' || b.kind === 'parcel' ? parcelsUnder : phasesAt
  const there = by(project, b)
  return by(project, a).some((id) => there.includes(id))
}

/** The phases that are built at a place. */
export function phasesAt(project: Project, { kind, id }: Scope): readonly string[] {
  const all = project.phases.map((p) => p.id)
  switch (kind) {
    case 'project':
      return all
    case 'phase':
      return [id]
    case 'unitWorks': {
      const phase = project.unitWorks.find((u) => u.id === id)?.phase
      return phase === undefined ? all : [phase]
    }
    case 'parcel':
      return project.phases.filter((p) => p.parcels === undefined || p.parcels.includes(id)).map((p) => p.id)
  }
}

function parcelsUnder(project: Project, place: Scope): readonly string[] {
  if (place.kind === 'parcel') return [place.id]
  const phases = phasesAt(project, place)
  return project.phases
    .filter((p) => phases.includes(p.id))
    .flatMap((p) => p.parcels ?? project.parcels.map((parcel) => parcel.id))
}
