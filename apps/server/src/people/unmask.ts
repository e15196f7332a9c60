import type { PersonId } from '@kaigong/contract'
import { type Asking, inTransaction } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import type { PeopleDeps } from './deps.ts'
import { personById } from './queries.ts'

/**
 * The whole numbers of a person; undefined where there is no such person. The event and the look at them are one transaction:
 * nobody sees them without having left a trace.
 */
export const unmaskedNumbers = (
  { db, now }: PeopleDeps,
  asking: Asking,
  { district, person }: Actor,
  id: PersonId,
  reason: string,
): Promise<{ readonly phone: string | null; readonly idNumber: string | null } | undefined> =>
  inTransaction(db, { ...asking, unmask: true }, async (tx) => {
    if (!(await personById(tx, district, id))) return undefined
    const stream = `person/${id}`
    await append(tx, { district, stream, actor: person, at: now() }, await headOf(tx, district, stream), [
      { type: 'numbersUnmasked', data: { reason } },
    ])
    const row = await tx
      .selectFrom('person_private')
      .where('district_code', '=', district)
      .where('person_id', '=', id)
      .select(['phone', 'id_number'])
      .executeTakeFirst()
    return { phone: row?.phone ?? null, idNumber: row?.id_number ?? null }
  })
