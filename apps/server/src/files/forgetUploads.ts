import type { DistrictCode } from '@kaigong/contract'
import { inTransaction, systemIn } from '../platform/database/transaction.ts'
import type { FileDeps } from './deps.ts'
import './tables.ts'

const KEPT_HOURS = 24

/** Forgets uploads that were begun more than a day ago, and what came of them so far. */
export async function forgetUploads(
  { db, files }: Pick<FileDeps, 'db' | 'files'>,
  district: DistrictCode,
  now: Temporal.Instant,
): Promise<void> {
  const over = now.subtract({ hours: KEPT_HOURS }).toString()
  const forgotten = await inTransaction(db, systemIn(district), (tx) =>
    tx
      .deleteFrom('file_upload')
      .where('district_code', '=', district)
      .where('begun_at', '<', over)
      .returning('upload_id')
      .execute(),
  )
  for (const { upload_id } of forgotten) await files.forget(district, upload_id)
}
