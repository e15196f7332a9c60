import type { Act, Role } from '@kaigong/casework'
import type { Actor } from '../platform/http/actor.ts'

type Of = { readonly agency_id: string; readonly company_id: string }

// What weighs more speaks first: a head who signs as head is not asked whether the case lies on the head's own desk.
const ORDER: readonly Role[] = ['head', 'officer', 'window', 'applicant']

/**
 * In which capacities somebody stands to a case: people of the agency in charge are its officers and its counter (窗口), its head is also
 * that; people of the company are the applicant. Nobody else acts on it.
 */
export function capacities({ roles, agency, company }: Actor, { agency_id, company_id }: Of): readonly Role[] {
  const own = agency === agency_id
  const mine: readonly Role[] = [
    ...(own && roles.includes('agencyHead') ? (['head'] as const) : []),
    ...(own && (roles.includes('officer') || roles.includes('agencyHead')) ? (['officer', 'window'] as const) : []),
    ...(company === company_id && roles.includes('companyUser') ? (['applicant'] as const) : []),
  ]
  return ORDER.filter((role) => mine.includes(role))
}

/** The capacity in which an act is done: the first that the table of acts allows, else the first at all, which is then refused. */
export const capacityFor = (mine: readonly Role[], { by }: Pick<Act, 'by'>): Role | undefined =>
  mine.find((role) => by.includes(role)) ?? mine[0]
