import type { Plan } from '@kaigong/planner'

type Matter = Plan['matters'][number]
type Material = Matter['materials'][number]

/** One material to be had once, for all matters that want it; the earliest day counts. */
export type Wanted = {
  readonly id: string
  readonly name: Material['name']
  /** 主件 ★; essential for one of them is essential. The others are 可容缺 △. */
  readonly essential: boolean
  /** Fetched from the agency that has it, by all who want it. */
  readonly shared: boolean
  readonly issuedBy: string | null
  readonly neededBy: string
  readonly basis: Material['basis']
  readonly usedFor: readonly Matter[]
}

/** All materials of a plan, the one that is needed first on top; what several matters want stands there once. */
export function materialList({ matters }: Pick<Plan, 'matters'>): readonly Wanted[] {
  // Map.groupBy is younger than the browsers of old offices.
  const asked = new Map<string, { readonly matter: Matter; readonly material: Material }[]>()
  for (const matter of matters)
    for (const material of matter.materials)
      asked.set(material.id, [...(asked.get(material.id) ?? []), { matter, material }])
  return [...asked.values()]
    .flatMap((group): readonly Wanted[] => {
      const [first] = group
      if (first === undefined) return []
      const { id, name, issuedBy, basis } = first.material
      return [
        {
          id,
          name,
          issuedBy,
          basis,
          essential: group.some(({ material }) => material.necessity === 'essential'),
          shared: group.every(({ material }) => material.shared),
          neededBy: group.map(({ material }) => material.neededBy).sort()[0] ?? '',
          usedFor: group.map(({ matter }) => matter),
        },
      ]
    })
    .sort((a, b) => (a.neededBy === b.neededBy ? (a.id < b.id ? -1 : 1) : a.neededBy < b.neededBy ? -1 : 1))
}
