import { day } from '@kaigong/calendar'
import { formatNumber, seriesKey, seriesOn } from '@kaigong/casework'
import type { DistrictCode } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import './tables.ts'

/**
 * The next of a series. Its row stays locked until the transaction ends, so that the numbers of one key have no gap and no duplicate; if the
 * transaction is undone the number is given to the next.
 */
export async function nextOf(tx: Tx, district: DistrictCode, key: string): Promise<number> {
  const { last } = await tx
    .insertInto('certificate_series')
    .values({ district_code: district, key, last: 1 })
    .onConflict((c) =>
      c.columns(['district_code', 'key']).doUpdateSet((e) => ({ last: e('certificate_series.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Whether the district numbers the documents of a matter by a series of its own on that day (`series` of the catalogue). */
export const hasSeries = ({ district }: Ground, matter: string, issuedOn: string): boolean =>
  seriesOn(district, matter, day(issuedOn)).length > 0

/**
 * The number of a certificate issued on a day: by the district's series in use then; where the district names none, by area, matter, year and
 * running number, which is Kaigong's own. A number that a mirrored document bears already is passed over.
 */
export async function nextCertificateNumber(
  tx: Tx,
  ground: Ground,
  district: DistrictCode,
  matter: string,
  issuedOn: string,
): Promise<string | Refused> {
  const on = day(issuedOn)
  const [series] = seriesOn(ground.district, matter, on)
  const key = series ? seriesKey(series, district, on) : `${matter} ${district} ${issuedOn.slice(0, 4)}`
  for (;;) {
    const sequence = await nextOf(tx, district, key)
    const number = series
      ? formatNumber(series, { area: district, issuedOn: on, sequence })
      : `${district}-${matter}-${issuedOn.slice(0, 4)}-${String(sequence).padStart(4, '0')}`
    if (number === null) return refuse('certificate.noNumberLeft')
    if (!(await isTaken(tx, district, number))) return number
  }
}

export const isTaken = async (tx: Tx, district: DistrictCode, number: string): Promise<boolean> =>
  (await tx
    .selectFrom('certificate')
    .where('district_code', '=', district)
    .where('number', '=', number)
    .select('certificate_id')
    .executeTakeFirst()) !== undefined
