import { deferrable } from '@kaigong/catalogue'
import type { AgencyId, Openable } from '@kaigong/contract'
import type { Ground, Plan, PlanMatter } from '@kaigong/planner'

const BY_CONTRACT: readonly string[] = ['utility', 'transaction']

/**
 * Matters of a plan that are applied for in this district: an agency of government handles them, they are not done and not exempt. What a
 * company does itself, what intermediaries and utilities deliver by contract, and land transactions make no case.
 */
export function openableIn({ matters, activities }: Plan): readonly (PlanMatter & { readonly agency: string })[] {
  const official = new Set(
    activities.flatMap(({ occurrence, agency, owner }) =>
      agency !== null && owner === 'government' ? [`${occurrence} ${agency}`] : [],
    ),
  )
  return matters.filter(
    (m): m is PlanMatter & { readonly agency: string } =>
      m.agency !== null &&
      !BY_CONTRACT.includes(m.nature) &&
      !m.done &&
      m.track !== 'exempt' &&
      official.has(`${m.id} ${m.agency}`),
  )
}

/** Such a matter as the page offers it. */
export function openableOf(
  m: PlanMatter & { readonly agency: string },
  { district, matters }: Ground,
  mine: boolean,
): Openable {
  const matter = matters.get(m.matter)
  const mayFollow = matter ? deferrable(district, matter) : []
  return {
    occurrence: m.id,
    matter: m.matter,
    name: m.name,
    agencyId: m.agency as AgencyId,
    agencyName: m.agencyName,
    plannedOn: m.submitted?.slice(0, 10) ?? null,
    plannedBy: (m.issued ?? m.decided)?.slice(0, 10) ?? null,
    materials: m.materials
      .filter(({ shared }) => !shared)
      .map(({ id, name }) => ({ id, name, necessity: mayFollow.includes(id) ? 'deferrable' : 'essential' })),
    mine,
  }
}
