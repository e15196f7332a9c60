import type { CertificateAct, CertificateId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { endCertificate } from './end.ts'
import { insertCertificate } from './issue.ts'
import { hasSeries, isTaken, nextCertificateNumber } from './number.ts'
import { type CertificateRow, certificateById } from './view.ts'

/**
 * Puts a certificate right, replaces or revokes it. What is replaced goes out of force and a new one with a number of its own comes into force
 * in the same transaction; both name each other.
 * @returns the one that stands afterwards.
 */
export async function actOnCertificate(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: CertificateId,
  ifMatch: number,
  act: CertificateAct,
): Promise<CertificateId | Refused> {
  const { district, person, agency } = actor
  const row = await certificateById(tx, district, id)
  if (!row) return refuse('request.notFound')
  if (row.agency_id !== agency) return refuse('certificate.notYours')
  if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
  if (row.status !== 'inForce') return refuse('certificate.notInForce')
  const doing = { district, actor: person, at: deps.now() }
  const on = deps.legalToday().toString()
  if (act.type === 'revoke') {
    if (row.case_id !== null) return refuse('certificate.followsCase')
    await endCertificate(tx, doing, row, { status: 'revoked', on, reason: act.reason, replacedBy: null })
    return id
  }
  const number = await newNumber(tx, deps, row, on, act.number)
  if (isRefused(number)) return number
  const next = deps.newId() as CertificateId
  const status = act.type === 'correct' ? 'corrected' : 'reissued'
  await endCertificate(tx, doing, row, { status, on, reason: act.reason, replacedBy: next })
  await insertCertificate(tx, doing, {
    certificate_id: next,
    project_id: row.project_id,
    occurrence: row.occurrence,
    matter: row.matter,
    kind: JSON.stringify(row.kind),
    number,
    agency_id: row.agency_id,
    agency_name: JSON.stringify(row.agency_name),
    company_id: row.company_id,
    holder: row.holder,
    holder_code: row.holder_code,
    project_name: row.project_name,
    project_code: row.project_code,
    lines: JSON.stringify(act.type === 'correct' ? act.lines : row.lines),
    issued_on: on,
    // A new paper prolongs nothing.
    valid_until: row.valid_until,
    reason: act.reason,
    replaces: id,
    case_id: row.case_id,
    pre_review_id: row.pre_review_id,
    conversion_id: null,
    synthetic: row.synthetic,
  })
  return next
}

async function newNumber(
  tx: Tx,
  { catalogues }: Deps,
  { district_code, matter }: CertificateRow,
  on: string,
  typed: string | undefined,
): Promise<string | Refused> {
  const district = district_code as Actor['district']
  const { ground } = await catalogues.inForce(tx, district)
  if (hasSeries(ground, matter, on)) {
    return typed === undefined
      ? await nextCertificateNumber(tx, ground, district, matter, on)
      : refuse('case.numberGivenOut')
  }
  if (typed === undefined) return refuse('request.invalid', { errors: [{ pointer: '/number', detail: NEEDED }] })
  return (await isTaken(tx, district, typed)) ? refuse('certificate.numberTaken') : typed
}

const NEEDED = {
  zh: '本区没有该证照的编号序列，请填写新证编号',
  en: 'the district has no series for this; give the new number',
}
