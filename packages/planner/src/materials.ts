import type { Material } from '@kaigong/catalogue'
import type { Occurrence } from './occurrences.ts'

/** The materials of an occurrence: those of its variant whose condition holds, or may hold. */
export function materialsOf({ matter, variant, judge }: Occurrence): readonly Material[] {
  return matter.materials.filter(
    (m) =>
      (m.variant === undefined || m.variant === variant?.id) &&
      (m.when === undefined || judge.condition(m.when, matter.id).holds !== false),
  )
}
