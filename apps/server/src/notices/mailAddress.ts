import type { Tx } from '../platform/database/transaction.ts'
import type { Whose } from './ownNotices.ts'
import './tables.ts'

/** Where somebody wants mail; null where they want none. */
export async function mailAddressOf(tx: Tx, { district, person }: Whose): Promise<string | null> {
  const row = await tx
    .selectFrom('mail_address')
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .select('address')
    .executeTakeFirst()
  return row?.address ?? null
}

/** Keeps the address, or forgets it. */
export async function keepMailAddress(tx: Tx, { district, person }: Whose, address: string | null): Promise<void> {
  if (address === null) {
    await tx.deleteFrom('mail_address').where('district_code', '=', district).where('person_id', '=', person).execute()
    return
  }
  await tx
    .insertInto('mail_address')
    .values({ district_code: district, person_id: person, address })
    .onConflict((c) => c.columns(['district_code', 'person_id']).doUpdateSet({ address }))
    .execute()
}
