import { type Day, isoDate } from '@kaigong/calendar'
import { type Authorisation, isAuthorised, type KnownCase, owing, type Role } from '@kaigong/casework'
import { absentFor } from '../leave/standIns.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { authorisationsOf } from '../proxies/given.ts'
import { capacities } from './capacity.ts'

/**
 * How somebody stands to a case: in which capacities; where they are its applicant only as a helper, by which authorisations; and for which
 * colleagues on leave they stand in.
 */
export type Standing = {
  readonly roles: readonly Role[]
  readonly proxies: readonly Authorisation[] | null
  readonly absent: readonly string[]
}

/** The authorisation by which a helper acts; one that does not cover the act is named all the same, and the rules refuse it. */
export type Mandate = { readonly through: string; readonly authorisation: Authorisation | null }

type Of = { readonly agency_id: string; readonly company_id: string; readonly project_id: string }

/** A helper stands for the applicant of a case (委托代办), everybody else for their agency or company. */
export async function standingOf(tx: Tx, actor: Actor, row: Of, on: Day): Promise<Standing> {
  const { district, person } = actor
  const roles = capacities(actor, row)
  if (actor.roles.includes('helper') && roles.length === 0)
    return { roles: ['applicant'], proxies: await authorisationsOf(tx, district, row.project_id, person), absent: [] }
  const inOffice = roles.some((role) => role !== 'applicant')
  return { roles, proxies: null, absent: inOffice ? await absentFor(tx, district, person, isoDate(on)) : [] }
}

/** The colleague on leave at whose desk somebody acts on a case: its holder, one who is asked to sign, or who passed it on; null at their own. */
export function seatTakenBy({ absent }: Standing, { desk }: KnownCase, person: string): string | null {
  const seats = [...owing(desk), desk.holder, ...(desk.giver ? [desk.giver] : [])].map((seat) => seat.person)
  return seats.includes(person) ? null : (seats.find((seat) => absent.includes(seat)) ?? null)
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
