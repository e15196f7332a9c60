import type {
  AgencyId,
  CaseId,
  CertificateId,
  CertificateItem,
  CertificateView,
  DistrictCode,
  ProjectId,
} from '@kaigong/contract'
import { reachOf } from '@kaigong/contract'
import type { Selectable } from 'kysely'
import type { Tables } from '../platform/database/tables.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import '../land/tables.ts'
import './tables.ts'

export type CertificateRow = Selectable<Tables['certificate']>

export const certificateById = (tx: Tx, district: DistrictCode, id: string): Promise<CertificateRow | undefined> =>
  tx
    .selectFrom('certificate')
    .where('district_code', '=', district)
    .where('certificate_id', '=', id)
    .selectAll()
    .executeTakeFirst()

/** Certificates of a project, the latest first. */
export const certificatesOf = (tx: Tx, district: DistrictCode, project: string): Promise<readonly CertificateRow[]> =>
  tx
    .selectFrom('certificate')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .selectAll()
    .orderBy('issued_on', 'desc')
    .orderBy('issued_at', 'desc')
    .orderBy('number')
    .execute()

export const briefOf = (row: CertificateRow) => ({
  id: row.certificate_id as CertificateId,
  number: row.number,
  kind: row.kind,
  agencyName: row.agency_name,
  holder: row.holder,
  issuedOn: row.issued_on,
  validUntil: row.valid_until,
  status: row.status,
  endedOn: row.ended_on,
})

export const itemOf = (row: CertificateRow): CertificateItem => ({
  ...briefOf(row),
  version: row.version,
  projectId: row.project_id as ProjectId,
  occurrence: row.occurrence,
  matter: row.matter,
  agencyId: row.agency_id as AgencyId,
  caseId: row.case_id as CaseId | null,
  onLandDay: row.conversion_id !== null,
  replaces: row.replaces as CertificateId | null,
  replacedBy: row.replaced_by as CertificateId | null,
  reason: row.reason,
  synthetic: row.synthetic,
})

/** The address that a certificate's QR code carries, below the server's own; paper keeps it for ever. */
export const verifyPath = (district: string, id: string): string => `/verify/${district}/${id}`

/** A certificate as its page shows it, with its version. */
export async function certificateView(
  tx: Tx,
  { district, roles, agency }: Actor,
  id: CertificateId,
): Promise<{ readonly body: CertificateView; readonly etag: number } | Refused> {
  const row = await certificateById(tx, district, id)
  if (!row) return refuse('request.notFound')
  const rests = row.pre_review_id === null ? undefined : await preReviewNumber(tx, district, row.pre_review_id)
  const body = {
    ...itemOf(row),
    holderCode: row.holder_code,
    projectName: row.project_name,
    projectCode: row.project_code,
    lines: [...row.lines],
    preReview: rests ?? null,
    verifyPath: verifyPath(district, row.certificate_id),
    mayAct: row.status === 'inForce' && agency === row.agency_id && reachOf(roles, 'certificate.act') !== undefined,
  }
  return { body, etag: row.version }
}

const preReviewNumber = async (tx: Tx, district: DistrictCode, id: string): Promise<string | undefined> =>
  (
    await tx
      .selectFrom('pre_review')
      .where('district_code', '=', district)
      .where('pre_review_id', '=', id)
      .select('number')
      .executeTakeFirst()
  )?.number
