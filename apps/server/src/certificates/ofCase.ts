import { isoDate } from '@kaigong/calendar'
import type { KnownCase } from '@kaigong/casework'
import type { CertificateId, ProjectId } from '@kaigong/contract'
import type { Ground, PlanScope } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import type { Refused } from '../platform/http/answer.ts'
import { endCertificate } from './end.ts'
import { type Doing, issueCertificate, type ToIssue } from './issue.ts'
import { hasSeries } from './number.ts'
import './tables.ts'

type Case = {
  readonly case_id: string
  readonly project_id: string
  readonly occurrence: string
  readonly matter: string
  readonly scope: PlanScope
  readonly agency_id: string
  readonly origin: 'here' | 'mirrored'
  readonly state: KnownCase
}

type Delivered = { readonly on: string; readonly number: string | null }
type By = Pick<ToIssue, 'id' | 'preReview' | 'conversion'>

/**
 * The certificate of a case that is delivered, in the same transaction; undefined where its matter yields none: the district has no series
 * of numbers for it and nobody named one.
 */
export async function issueOfCase(
  tx: Tx,
  ground: Ground,
  doing: Doing,
  row: Case,
  { on, number }: Delivered,
  by: By,
): Promise<{ readonly id: CertificateId; readonly number: string } | Refused | undefined> {
  const givenOut = row.origin === 'here' && hasSeries(ground, row.matter, on)
  if (number === null && !givenOut && by.conversion === null) return undefined
  return await issueCertificate(tx, ground, doing, {
    ...by,
    project: row.project_id as ProjectId,
    occurrence: row.occurrence,
    matter: row.matter,
    scope: row.scope,
    agency: row.agency_id,
    issuedOn: on,
    acceptedOn: row.state.clock.accepted ? isoDate(row.state.clock.accepted.on) : on,
    number,
    caseId: row.case_id,
  })
}

/** A permit that is revoked or recalled takes its certificate out of force. */
export async function endOfCase(tx: Tx, doing: Doing, caseId: string, on: string, reason: string): Promise<void> {
  const row = await tx
    .selectFrom('certificate')
    .where('district_code', '=', doing.district)
    .where('case_id', '=', caseId)
    .where('status', '=', 'inForce')
    .select(['certificate_id', 'project_id', 'kind', 'number', 'version', 'head'])
    .executeTakeFirst()
  if (row) await endCertificate(tx, doing, row, { status: 'revoked', on, reason, replacedBy: null })
}
