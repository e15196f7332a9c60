import type { Day } from '@kaigong/calendar'
import { type Authorisation, isAuthorised, type Role } from '@kaigong/casework'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { authorisationsOf } from '../proxies/given.ts'
import { capacities } from './capacity.ts'

/** How somebody stands to a case: in which capacities, and where they are its applicant only as a helper, by which authorisations. */
export type Standing = { readonly roles: readonly Role[]; readonly proxies: readonly Authorisation[] | null }

/** The authorisation by which a helper acts; one that does not cover the act is named all the same, and the rules refuse it. */
export type Mandate = { readonly through: string; readonly authorisation: Authorisation | null }

type Of = { readonly agency_id: string; readonly company_id: string; readonly project_id: string }

/** A helper stands for the applicant of a case (委托代办), everybody else for their agency or company. */
export async function standingOf(tx: Tx, actor: Actor, row: Of): Promise<Standing> {
  const roles = capacities(actor, row)
  if (!actor.roles.includes('helper') || roles.length > 0) return { roles, proxies: null }
  return {
    roles: ['applicant'],
    proxies: await authorisationsOf(tx, actor.district, row.project_id, actor.person),
  }
}

/** By what a helper would do an act on a matter on a day; null for whoever acts in their own capacity. */
export function proxyFor(
  { proxies }: Standing,
  matter: Parameters<typeof isAuthorised>[1]['matter'],
  act: string,
  on: Day,
): Mandate | null {
  if (proxies === null) return null
  const good = proxies.find((authorisation) => isAuthorised(authorisation, { matter, act }, on))
  const named = good ?? proxies[0] ?? null
  return { through: named?.id ?? 'none', authorisation: named }
}
