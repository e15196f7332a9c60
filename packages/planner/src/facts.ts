import type { FactValue, Project, StatedFact } from '@kaigong/catalogue'
import type { Ground } from './ground.ts'
import type { PlanScope } from './plan.ts'

/** What is known of a scope: what the file states there, or above it. */
export type FactLookup = {
  readonly stated: (fact: string) => StatedFact | undefined
  /** Only what somebody has answered. */
  readonly given: (fact: string) => FactValue | undefined
  /** The same, with the catalogue's assumptions in place of what is unknown. */
  readonly taken: (fact: string) => FactValue | undefined
}

/** The facts of one scope: those of the unit works over its phase's, the parcel's or phase's over the project's. */
export function factsOf(ground: Ground, project: Project, scope: PlanScope): FactLookup {
  const layers = layersOf(project, scope)
  const stated = (fact: string) => {
    for (const layer of layers) if (Object.hasOwn(layer, fact)) return layer[fact]
    return undefined
  }
  const given = (fact: string) => stated(fact)?.value
  return { stated, given, taken: (fact) => given(fact) ?? ground.facts.get(fact)?.assumedWhenUnknown?.value }
}

function layersOf(project: Project, scope: PlanScope): readonly Project['facts'][] {
  const phase = (id: string | undefined) => project.phases.find((p) => p.id === id)?.facts ?? {}
  switch (scope.kind) {
    case 'project':
      return [project.facts, agreed(project.phases.map((p) => p.facts)), agreed(project.parcels.map((p) => p.facts))]
    case 'phase': {
      const parcels = project.phases.find((p) => p.id === scope.id)?.parcels ?? project.parcels.map((p) => p.id)
      const only = parcels.length === 1 ? (project.parcels.find((p) => p.id === parcels[0])?.facts ?? {}) : {}
      return [phase(scope.id), only, project.facts]
    }
    case 'parcel':
      return [project.parcels.find((p) => p.id === scope.id)?.facts ?? {}, project.facts]
    case 'unitWorks': {
      const unit = project.unitWorks.find((u) => u.id === scope.id)
      return [unit?.facts ?? {}, phase(unit?.phase), project.facts]
    }
  }
}

/** Facts that all phases (or parcels) state alike: true of the project as well. */
function agreed(parts: readonly Project['facts'][]): Project['facts'] {
  const [first = {}, ...rest] = parts
  return Object.fromEntries(
    Object.entries(first).filter(([id, fact]) => rest.every((p) => p[id]?.value === fact.value)),
  )
}
