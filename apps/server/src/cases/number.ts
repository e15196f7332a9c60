import type { DistrictCode } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import './tables.ts'

/**
 * The next number of a case in the year of its receipt, `320413-2022-000017`: district, year, running number. The row of the series stays locked
 * until the transaction ends; if that is undone the number is given to the next.
 */
export async function nextNumber(tx: Tx, district: DistrictCode, receivedOn: string): Promise<string> {
  const year = Number(receivedOn.slice(0, 4))
  const { last } = await tx
    .insertInto('case_series')
    .values({ district_code: district, year, last: 1 })
    .onConflict((c) =>
      c.columns(['district_code', 'year']).doUpdateSet((e) => ({ last: e('case_series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return `${district}-${year}-${String(last).padStart(6, '0')}`
}
