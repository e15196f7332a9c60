import type { DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

/**
 * Replaces the whole numbers of a person that are named; a missing one stays as it is.
 * PostgreSQL asks the policy for reading also of an update that shows nothing, so the table is open to this one statement.
 */
export async function keepNumbers(
  tx: Tx,
  district: DistrictCode,
  person: string,
  changed: { readonly phone?: string | null; readonly id_number?: string | null },
): Promise<void> {
  if (Object.keys(changed).length === 0) return
  await sql`set local kg.unmask = 'recorded'`.execute(tx)
  await tx
    .insertInto('person_private')
    .values({ district_code: district, person_id: person, phone: null, id_number: null, ...changed })
    .onConflict((c) => c.columns(['district_code', 'person_id']).doUpdateSet(changed))
    .execute()
  await sql`set local kg.unmask = ''`.execute(tx)
}
