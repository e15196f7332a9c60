import type { CertificateStatus, Text } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { append } from '../platform/events/append.ts'
import { type Doing, streamOfCertificate } from './issue.ts'
import './tables.ts'

type Row = {
  readonly certificate_id: string
  readonly project_id: string
  readonly kind: Text
  readonly number: string
  readonly version: number
  readonly head: string
}

type Ended = {
  readonly status: Exclude<CertificateStatus, 'inForce'>
  readonly on: string
  readonly reason: string
  readonly replacedBy: string | null
}

const types = {
  corrected: 'certificateCorrected',
  reissued: 'certificateReissued',
  revoked: 'certificateRevoked',
} as const

/** Takes a certificate out of force; it stays to be seen, with why and by what it was replaced. */
export async function endCertificate(
  tx: Tx,
  { district, actor, at }: Doing,
  { certificate_id, project_id, kind, number, version, head }: Row,
  { status, on, reason, replacedBy }: Ended,
): Promise<void> {
  const about = { district, stream: streamOfCertificate(project_id, certificate_id), actor, at, project: project_id }
  const event = { type: types[status], data: { kind, number, on, reason, replacedBy } }
  const after = await append(tx, about, { version, hash: head }, [event])
  await tx
    .updateTable('certificate')
    .set({ version: after.version, head: after.hash, status, ended_on: on, reason, replaced_by: replacedBy })
    .where('district_code', '=', district)
    .where('certificate_id', '=', certificate_id)
    .execute()
}
