import { createHash } from 'node:crypto'
import { canonical, type MirrorRow } from '@kaigong/contract'

/** What a row is known by when it comes again: everything that it says, its instant in whatever offset. SHA-256 in hexadecimal digits. */
export const keyOf = (row: MirrorRow): string =>
  createHash('sha256')
    .update(canonical({ ...row, at: Temporal.Instant.from(row.at).toString() }))
    .digest('hex')

type Ordered = { readonly key: string; readonly row: Pick<MirrorRow, 'at' | 'code'> }

/** The order of the source: by time, at the same time by code, then by key, so that no order of arrival can make a difference. */
export const bySource = (a: Ordered, b: Ordered): number =>
  Temporal.Instant.compare(Temporal.Instant.from(a.row.at), Temporal.Instant.from(b.row.at)) ||
  a.row.code - b.row.code ||
  (a.key < b.key ? -1 : 1)
