import { day, isoDate } from '@kaigong/calendar'
import { numberFault, permitDuties } from '@kaigong/casework'
import type { Project } from '@kaigong/catalogue'
import type { CertificateId, CertificateLine, DistrictCode, PersonId, ProjectId } from '@kaigong/contract'
import { type Ground, judgesAt, type PlanScope } from '@kaigong/planner'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { append, emptyHead } from '../platform/events/append.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { readFacts } from '../projects/readFacts.ts'
import { linesOf } from './lines.ts'
import { hasSeries, isTaken, nextCertificateNumber } from './number.ts'
import '../projects/tables.ts'
import './tables.ts'

export type Doing = { readonly district: DistrictCode; readonly actor: PersonId; readonly at: Temporal.Instant }

/** A document of a matter that is to be issued, and what it rests on. */
export type ToIssue = {
  readonly id: CertificateId
  readonly project: ProjectId
  readonly occurrence: string
  readonly matter: string
  readonly scope: PlanScope
  readonly agency: string
  readonly issuedOn: string
  readonly acceptedOn: string
  /** As another system gave it, or as the district's office wrote it where there is no series; null: the next number is given out. */
  readonly number: string | null
  readonly caseId: string | null
  readonly preReview: string | null
  readonly conversion: string | null
  /** What the project states of itself, where it was read before. */
  readonly facts?: Project
}

export const streamOfCertificate = (project: string, id: string): string => `certificate/${project}/${id}`

/**
 * Issues a certificate in the transaction of what it comes of: it gets its number, keeps everything that stands on the paper as it is known on
 * this day, and the trail tells of it.
 */
export async function issueCertificate(
  tx: Tx,
  ground: Ground,
  doing: Doing,
  wanted: ToIssue,
): Promise<{ readonly id: CertificateId; readonly number: string } | Refused> {
  const { district } = doing
  const paper = await paperOf(tx, ground, doing.district, wanted)
  if (isRefused(paper)) return paper
  const number = wanted.number ?? (await nextCertificateNumber(tx, ground, district, wanted.matter, wanted.issuedOn))
  if (isRefused(number)) return number
  await insertCertificate(tx, doing, {
    ...paper,
    certificate_id: wanted.id,
    project_id: wanted.project,
    occurrence: wanted.occurrence,
    matter: wanted.matter,
    number,
    agency_id: wanted.agency,
    issued_on: wanted.issuedOn,
    valid_until: validUntil(ground, wanted),
    reason: null,
    replaces: null,
    case_id: wanted.caseId,
    pre_review_id: wanted.preReview,
    conversion_id: wanted.conversion,
  })
  return { id: wanted.id, number }
}

/** What the paper shows beside its number: names of the project, its holder and agency, and its lines. */
async function paperOf(
  tx: Tx,
  ground: Ground,
  district: DistrictCode,
  { project, matter, scope, agency, facts }: ToIssue,
) {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['name', 'name_en', 'code', 'township', 'content', 'capacity', 'synthetic', 'facts'])
    .select(['company_id', 'company_name', 'credit_code'])
    .executeTakeFirst()
  const law = ground.matters.get(matter)
  if (!row || !law) return refuse('request.notFound')
  const named = { name: row.name, nameEn: row.name_en, code: row.code, company: row.company_name }
  const read = facts ?? (await readFacts(ground.catalogue, district, named, row.facts))
  if (isRefused(read)) return read
  const { given } = judgesAt(ground, read, scope, () => '').facts
  return {
    kind: JSON.stringify(law.result ?? law.name),
    agency_name: JSON.stringify(agencyName(ground, agency)),
    company_id: row.company_id,
    holder: row.company_name ?? row.name,
    holder_code: row.credit_code,
    project_name: row.name,
    project_code: row.code,
    lines: JSON.stringify(linesOf(matter, row, given) satisfies readonly CertificateLine[]),
    synthetic: row.synthetic,
  }
}

/** The last day on which it may be relied on, where the law gives it one (`resultRules` of the catalogue). */
function validUntil({ catalogue, calendar }: Ground, { matter, issuedOn, acceptedOn }: ToIssue): string | null {
  const on = day(issuedOn)
  const nothingSince = {
    startedOn: null,
    suspendedOn: null,
    suspensionReportedOn: null,
    resumedOn: null,
    changedOn: null,
  }
  const issued = { matter, acceptedOn: day(acceptedOn), issuedOn: on, extensions: 0, ...nothingSince }
  const [until] = permitDuties(catalogue, issued, on, calendar).filter(({ means }) => means === 'validity')
  return until ? isoDate(until.dueOn) : null
}

type Row = Readonly<
  Record<'kind' | 'agency_name' | 'lines' | 'holder' | 'project_name' | 'number' | 'issued_on', string> &
    Record<'certificate_id' | 'project_id' | 'occurrence' | 'matter' | 'agency_id', string> &
    Record<'company_id' | 'holder_code' | 'project_code' | 'valid_until' | 'reason' | 'replaces', string | null> &
    Record<'case_id' | 'pre_review_id' | 'conversion_id', string | null> & { readonly synthetic: boolean }
>

/** A certificate begins its own history with its issue. */
export async function insertCertificate(tx: Tx, { district, actor, at }: Doing, row: Row): Promise<void> {
  const stream = streamOfCertificate(row.project_id, row.certificate_id)
  const about = { district, stream, actor, at, project: row.project_id }
  const data = {
    kind: JSON.parse(row.kind),
    number: row.number,
    matter: row.matter,
    occurrence: row.occurrence,
    issuedOn: row.issued_on,
    case: row.case_id,
    preReview: row.pre_review_id,
    conversion: row.conversion_id,
    replaces: row.replaces,
    reason: row.reason,
  }
  const head = await append(tx, about, emptyHead, [{ type: 'certificateIssued', data }])
  await tx
    .insertInto('certificate')
    .values({
      ...row,
      district_code: district,
      version: head.version,
      head: head.hash,
      status: 'inForce',
      ended_on: null,
      replaced_by: null,
      issued_at: at.toString(),
    })
    .execute()
}

type Typed = {
  readonly matter: string
  readonly issuedOn: string
  readonly number: string | null
  readonly mirrored: boolean
}

/**
 * Whether the number said with a delivery may stand. A case handled here gets its number from the series, where the district names one; what
 * another system issued bears the number that stands on it, held against the form in use on its day (domain 3.6).
 */
export async function refusedNumber(
  tx: Tx,
  ground: Ground,
  district: DistrictCode,
  { matter, issuedOn, number, mirrored }: Typed,
): Promise<Refused | undefined> {
  if (number === null) return undefined
  const pointer = '/act/number'
  if (!mirrored && hasSeries(ground, matter, issuedOn))
    return refuse('case.numberGivenOut', { errors: [{ pointer, detail: GIVEN_OUT }] })
  // A city's or the province's office may issue it too, under its own area.
  const areas = [district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`]
  const fault = numberFault(ground.district, number, { matter, issuedOn: day(issuedOn), areas })
  if (fault) return refuse('certificate.numberFault', { says: fault, errors: [{ pointer, detail: fault }] })
  if (await isTaken(tx, district, number))
    return refuse('certificate.numberTaken', { errors: [{ pointer, detail: TAKEN }] })
  return undefined
}

const GIVEN_OUT = { zh: '编号由系统发放，请留空', en: 'the number is given out here; leave it empty' }
const TAKEN = { zh: '已有同号的证照', en: 'there is a certificate with this number' }
