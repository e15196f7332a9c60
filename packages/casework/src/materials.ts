import type { Condition, Matter } from '@kaigong/catalogue'

/** What an application needs here: ★ must be there at acceptance, △ at the latest at the decision. What agencies fetch themselves is neither. */
export type Required = { readonly essential: readonly string[]; readonly deferrable: readonly string[] }

/**
 * The materials that this application needs, by the facts of its project. `holds` judges a condition in three values; a material whose
 * condition is not known is asked for. `mayFollow` are the deferrable ones of the national list and the district's.
 */
export function requiredMaterials(
  { materials }: Pick<Matter, 'materials'>,
  variant: string | null,
  mayFollow: readonly string[],
  holds: (condition: Condition) => boolean | undefined,
): Required {
  const asked = materials
    .filter(
      (m) =>
        m.shared !== true &&
        (m.variant === undefined || m.variant === variant) &&
        (m.when === undefined || holds(m.when) !== false),
    )
    .map((m) => m.id)
  return {
    essential: asked.filter((id) => !mayFollow.includes(id)),
    deferrable: asked.filter((id) => mayFollow.includes(id)),
  }
}

/** Of a list of materials those that are not among the ones at hand. */
export const lacking = (wanted: readonly string[], atHand: readonly string[]): readonly string[] =>
  wanted.filter((id) => !atHand.includes(id))
