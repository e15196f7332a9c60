import type { PersonId, UploadView } from '@kaigong/contract'
import { PART_SIZE } from '@kaigong/contract'
import type { Asking, Tx } from '../platform/database/transaction.ts'
import './tables.ts'

type Which = { readonly projectId: string; readonly uploadId: string }

/** One's own upload of a project; row-level security shows no other. */
const one = (tx: Tx, { district, person }: Pick<Asking, 'district'> & { readonly person: PersonId }, which: Which) =>
  tx
    .selectFrom('file_upload')
    .where('district_code', '=', district)
    .where('person_id', '=', person)
    .where('project_id', '=', which.projectId)
    .where('upload_id', '=', which.uploadId)
    .selectAll()

type Who = Parameters<typeof one>[1]

export const uploadRow = (tx: Tx, who: Who, which: Which) => one(tx, who, which).executeTakeFirst()

/** Held until the transaction ends: parts come one after the other, and of two who finish one is first. */
export const holdUpload = (tx: Tx, who: Who, which: Which) => one(tx, who, which).forUpdate().executeTakeFirst()

export type UploadRow = NonNullable<Awaited<ReturnType<typeof uploadRow>>>

export const uploadView = ({ upload_id, name, size, received }: UploadRow): UploadView => ({
  id: upload_id,
  name,
  size: Number(size),
  received: Number(received),
  partSize: PART_SIZE,
})
