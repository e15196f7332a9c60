import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { administers, administratorsOf, isAboveMe } from './administrators.ts'
import type { PeopleDeps } from './deps.ts'
import { checkedNumbers } from './numbers.ts'
import { placeFault } from './place.ts'
import type { PersonRow } from './queries.ts'
import { changePerson, type NewPerson } from './registerPerson.ts'

/** A person after the change that somebody asks for, or why it must not be. */
export async function changedAs(
  tx: Tx,
  deps: PeopleDeps,
  actor: Actor,
  row: PersonRow,
  form: NewPerson,
): Promise<PersonRow | Refused> {
  if (isAboveMe(actor.roles, row.roles, form.roles)) return refuse('right.missing')
  const person = checkedNumbers(form, { phone: row.phone_masked, idNumber: row.id_number_masked })
  if (isRefused(person)) return person
  if (administers(row) && !administers(person)) {
    const administrators = await administratorsOf(tx, actor.district)
    if (administrators.every((other) => other === row.person_id)) return refuse('person.lastAdministrator')
  }
  const fault = await placeFault(tx, deps, actor.district, person)
  if (fault) return fault
  const about = { district: actor.district, actor: actor.person, at: deps.now() }
  return (await changePerson(tx, about, row, person)) ?? refuse('request.stale')
}
