import type { Catalogue, FactValue, Project } from '@kaigong/catalogue'
import type { Scope } from './subject.ts'

/** What the project file answers at a place. */
export type Answers = {
  /** Only what somebody has answered. */
  readonly given: (fact: string) => FactValue | undefined
  /** The same, with the usual answer of the catalogue for what nobody has. */
  readonly taken: (fact: string) => FactValue | undefined
}

type Stated = Project['facts']

/** Nearest first: what is said of the place itself goes before what is said of the whole. */
export function answersAt({ facts }: Catalogue, project: Project, place: Scope): Answers {
  const layers = [...nearer(project, place), project.facts]
  const order = place.kind === 'project' ? layers.toReversed() : layers
  const usual = new Map(facts.map((f) => [f.id, f.assumedWhenUnknown?.value]))
  const given = (fact: string) => order.find((layer) => Object.hasOwn(layer, fact))?.[fact]?.value
  return { given, taken: (fact) => given(fact) ?? usual.get(fact) }
}

function nearer(project: Project, { kind, id }: Scope): readonly Stated[] {
  const ofPhase = (phase: string | undefined) => project.phases.filter((p) => p.id === phase).map((p) => p.facts)
  switch (kind) {
    case 'project':
      return project.phases.length === 1 ? ofPhase(project.phases[0]?.id) : []
    case 'parcel':
      return project.parcels.filter((p) => p.id === id).map((p) => p.facts)
    case 'phase': {
      const under = project.phases.find((p) => p.id === id)?.parcels ?? project.parcels.map((p) => p.id)
      const ofParcel = project.parcels.filter((p) => under.length === 1 && p.id === under[0]).map((p) => p.facts)
      return [...ofPhase(id), ...ofParcel]
    }
    case 'unitWorks': {
      const unit = project.unitWorks.find((u) => u.id === id)
      return [...(unit ? [unit.facts] : []), ...ofPhase(unit?.phase)]
    }
  }
}
