import type { PlanDocument } from '@kaigong/contract'
import { groupedBy } from './groupedBy.ts'
import type { Matter } from './names.ts'

type Material = Matter['materials'][number]

/** One material to be had once, for all matters that want it; the earliest day counts. */
export type Wanted = {
  readonly id: string
  readonly name: Material['name']
  /** Essential for one of them is essential. */
  readonly essential: boolean
  readonly shared: boolean
  readonly issuedBy: string | null
  readonly neededBy: string
  readonly basis: Material['basis']
  readonly usedFor: readonly Matter[]
}

/** All materials of a plan, the one that is needed first on top; what several matters want stands there once. */
export function materialList(plan: PlanDocument): readonly Wanted[] {
  const asked = plan.matters.flatMap((matter) => matter.materials.map((material) => ({ matter, material })))
  return [...groupedBy(asked, ({ material }) => material.id).values()]
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
