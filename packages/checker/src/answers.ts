import type { Catalogue, FactValue, Project, StatedFact } from '@kaigong/catalogue'
import type { Scope } from './subject.ts'

/** What the project file answers at a place. */
export type Answers = {
  /** Only what somebody has answered. */
  readonly given: (fact: string) => FactValue | undefined
  /** The same, with the usual answer of the catalogue for what nobody has. */
  readonly taken: (fact: string) => FactValue | undefined
}

/** What a place itself says goes before what is said of the whole; the whole is also what all its phases or parcels say alike. */
export function answersAt({ facts }: Catalogue, project: Project, place: Scope): Answers {
  const usual = new Map(facts.map((f) => [f.id, f.assumedWhenUnknown?.value]))
  const layers = layersAt(project, place)
  const given = (fact: string) => {
    for (const layer of layers) {
      const stated = layer(fact)
      if (stated) return stated.value
    }
    return undefined
  }
  return { given, taken: (fact) => given(fact) ?? usual.get(fact) }
}

type Layer = (fact: string) => StatedFact | undefined
type Stating = { readonly facts: Project['facts'] }

function layersAt(project: Project, { kind, id }: Scope): readonly Layer[] {
  const { phases, parcels } = project
  const here = (list: readonly (Stating & { readonly id: string })[], wanted: string | undefined) =>
    list.filter((x) => x.id === wanted).map(said)
  switch (kind) {
    case 'project':
      return [said(project), alike(phases), alike(parcels)]
    case 'parcel':
      return [...here(parcels, id), said(project)]
    case 'phase': {
      const under = phases.find((p) => p.id === id)?.parcels ?? parcels.map((p) => p.id)
      return [...here(phases, id), ...(under.length === 1 ? here(parcels, under[0]) : []), said(project)]
    }
    case 'unitWorks': {
      const phase = project.unitWorks.find((u) => u.id === id)?.phase
      return [...here(project.unitWorks, id), ...here(phases, phase), said(project)]
    }
  }
}

const said =
  ({ facts }: Stating): Layer =>
  (fact) =>
    Object.hasOwn(facts, fact) ? facts[fact] : undefined

const alike =
  (parts: readonly Stating[]): Layer =>
  (fact) => {
    const stated = parts.map((p) => said(p)(fact))
    const first = stated[0]
    return stated.every((s) => s && JSON.stringify(s.value) === JSON.stringify(first?.value)) ? first : undefined
  }
