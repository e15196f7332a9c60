import type { PersonId } from '@kaigong/contract'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import type { Who } from './credentials/accounts.ts'
import type { PeopleDeps } from './deps.ts'

/**
 * Credentials lie outside the district's tables, in a schema of another role; that they changed is an event of the person.
 * @param by null where nobody is known to have done it, such as wrong passwords.
 * @param change what the event tells of, done when it has been written and before it is committed: what fails leaves neither.
 */
export async function note(
  deps: Pick<PeopleDeps, 'db' | 'now'>,
  { district, person }: Who,
  by: PersonId | null,
  event: NewEvent,
  change: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const stream = `person/${person}`
  await inTransaction(deps.db, { ...systemIn(district), person: by }, async (tx) => {
    await append(tx, { district, stream, actor: by, at: deps.now() }, await headOf(tx, district, stream), [event])
    await change()
  })
}
