import type { Limit, Matter } from '@kaigong/catalogue'

/**
 * The law's limit on the decision of a variant, in force on the day of acceptance: the variant's own before one for all, the agency's before
 * another's. undefined where the catalogue states none.
 */
export function statutoryLimit({ limits }: Matter, variant: string | undefined, day: string): Limit | undefined {
  const held = limits.filter(
    (l) =>
      (l.ends ?? 'decision') === 'decision' &&
      (l.variant === undefined || l.variant === variant) &&
      (l.inForce?.from ?? day) <= day &&
      day <= (l.inForce?.until ?? day),
  )
  const agency = held.filter((l) => (l.who ?? 'agency') === 'agency')
  const first = (list: readonly Limit[]) => list.find((l) => l.variant !== undefined) ?? list[0]
  return first(agency) ?? first(held)
}
