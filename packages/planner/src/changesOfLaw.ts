import type { Catalogue } from '@kaigong/catalogue'

/** Days on which something of the catalogue begins or ceases to hold: the first day of each new state, ISO, ascending. */
export function changesOfLaw(catalogue: Catalogue): readonly string[] {
  const days = new Set<string>()
  const after = (iso: string) => days.add(nextDay(iso))
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit)
    else if (typeof node === 'object' && node !== null) {
      const { from, until, effectiveFrom, effectiveTo, validFrom, validTo } = node as Record<string, unknown>
      for (const first of [from, effectiveFrom, validFrom]) if (isDay(first)) days.add(first)
      for (const last of [until, effectiveTo, validTo]) if (isDay(last)) after(last)
      Object.values(node).forEach(visit)
    }
  }
  visit([
    catalogue.laws,
    catalogue.matters,
    catalogue.edges,
    catalogue.gates,
    catalogue.districts.map((d) => [d.promises, d.regionalAssessments, d.capacities]),
  ])
  return [...days].sort()
}

const isDay = (x: unknown): x is string => typeof x === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(x)

const nextDay = (iso: string): string => Temporal.PlainDate.from(iso).add({ days: 1 }).toString()
