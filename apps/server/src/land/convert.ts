import { isoDate } from '@kaigong/calendar'
import { isRefusal, type Missing } from '@kaigong/casework'
import type { CaseId, CertificateId, LandIssue, ProjectId } from '@kaigong/contract'
import { keepConverted, keepDelivered } from '../cases/converted.ts'
import { nextNumber } from '../cases/number.ts'
import { issueCertificate } from '../certificates/issue.ts'
import { nextCertificateNumber } from '../certificates/number.ts'
import { holdProject } from '../plans/project.ts'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { actsOf } from './acts.ts'
import { tellOfLand } from './landEvents.ts'
import { prepare } from './prepare.ts'
import { convertPreReview, type Doing } from './preReviews.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Wanted } from './wanted.ts'

/** What came of a press of the button: the certificates, or everything that is missing. */
export type Conversion =
  | { readonly issued: LandIssue }
  | { readonly missing: readonly Missing[]; readonly wanted: readonly Wanted[] }

/**
 * The conversion of the land day (核对转正式): all of its certificates in their order, with the formal cases that they come of, or nothing.
 * Everything happens in the transaction that is handed in, behind the lock of the project: of two who press at once the second finds what the
 * first has issued, and of a transaction that breaks off nothing stays. Should a lock ever be forgotten, the unique index of certificates in
 * force still lets through one set only.
 */
export async function convert(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  project: ProjectId,
): Promise<Conversion | Refused> {
  if (!(await holdProject(tx, district, project))) return refuse('request.notFound')
  const standing = await standingOf(tx, deps, district, project)
  if (isRefused(standing)) return standing
  if (!standing.plan) return refuse('case.noPlan')
  if (standing.row.company_id === null) return refuse('case.noApplicant')
  const prepared = await prepare(tx, deps, standing)
  if (prepared.wanted.length === 0) return refuse('landDay.done')
  const { landOn, wanted } = prepared
  if (!prepared.ready || landOn === null) return { missing: prepared.missing, wanted }

  const doing: Doing = { district, actor: person, at: deps.now() }
  const conversion = deps.newId()
  const on = isoDate(standing.today)
  await tx
    .insertInto('land_conversion')
    .values({
      district_code: district,
      conversion_id: conversion,
      project_id: project,
      pressed_by: person,
      land_on: isoDate(landOn),
      issued_on: on,
      at: doing.at.toString(),
    })
    .execute()
  // All numbers of cases before those of certificates: whoever converts locks the series in the same order, so that no two wait for each other.
  const numbered: (readonly [Wanted, string | null])[] = []
  for (const one of prepared.order) numbered.push([one, isOpened(one) ? await nextNumber(tx, district, on) : null])
  const issued: LandIssue['issued'] = []
  for (const [one, caseNumber] of numbered) {
    const given = await issueOne(tx, deps, standing, doing, conversion, one, caseNumber)
    if (isRefused(given)) return given
    issued.push(given)
  }
  const data = {
    conversion,
    landOn: isoDate(landOn),
    on,
    issued: issued.map(({ matter, name, number }) => ({ matter, name, number })),
  }
  await tellOfLand(tx, doing, project, { type: 'landDayIssued', data })
  return { issued: { on, landOn: isoDate(landOn), issued } }
}

const isOpened = ({ case: row, opensCase }: Wanted): boolean => row === null && opensCase

/** One certificate: its case is opened and granted, or delivered; it gets its number; its pre-review becomes it. */
async function issueOne(
  tx: Tx,
  deps: Deps,
  standing: Standing,
  doing: Doing,
  conversion: string,
  wanted: Wanted,
  caseNumber: string | null,
): Promise<LandIssue['issued'][number] | Refused> {
  const { ground, district, project, today, edition } = standing
  const { matter, planned, preReview, case: row } = wanted
  const on = isoDate(today)
  const number = await nextCertificateNumber(tx, ground, district, matter, on)
  if (isRefused(number)) return number
  const acts = await actsOf(tx, deps, standing, doing.at, wanted, number)
  if (acts !== null && isRefusal(acts.acts)) throw new Error(`acts that were tried are refused: ${acts.acts.refused}`)
  let caseId: string | null = row?.case_id ?? null
  if (acts !== null && !isRefusal(acts.acts)) {
    if (row) await keepDelivered(tx, doing, row, acts.law, acts.acts, conversion)
    else if (acts.converting && caseNumber !== null) {
      const id = deps.newId() as CaseId
      const opening = { id, number: caseNumber, project, planned, edition, conversion }
      await keepConverted(tx, doing, acts.converting, acts.acts, opening)
      caseId = id
    }
  }
  const agency = planned.agency ?? row?.agency_id ?? ''
  const certificate = await issueCertificate(tx, ground, doing, {
    id: deps.newId() as CertificateId,
    project,
    occurrence: planned.id,
    matter,
    scope: planned.scope,
    agency,
    issuedOn: on,
    acceptedOn: row?.state.clock.accepted ? isoDate(row.state.clock.accepted.on) : on,
    number,
    caseId,
    preReview: row === null ? (preReview?.pre_review_id ?? null) : null,
    conversion,
    facts: standing.facts,
  })
  if (isRefused(certificate)) return certificate
  if (row === null && preReview) await convertPreReview(tx, doing, preReview, on, number)
  return {
    matter,
    name: planned.result ?? planned.name,
    agencyName: agencyName(ground, agency),
    number,
    certificateId: certificate.id,
  }
}
