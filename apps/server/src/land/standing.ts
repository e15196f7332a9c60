import { type Day, day } from '@kaigong/calendar'
import type { Project } from '@kaigong/catalogue'
import type { DistrictCode, LandEventKind, ProjectId } from '@kaigong/contract'
import type { Ground, Plan, PlanMatter } from '@kaigong/planner'
import type { Selectable } from 'kysely'
import { factsOf } from '../cases/holds.ts'
import { documentOf, standingRow } from '../plans/rows.ts'
import type { Tables } from '../platform/database/tables.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { brokenPromise } from './brokenPromise.ts'
import { type FileAtHand, filesAtHand } from './filesAtHand.ts'
import '../certificates/tables.ts'
import '../cases/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

type Row<T extends keyof Tables> = Selectable<Tables[T]>
export type LandEventRow = Row<'land_event'>
export type PreReviewRow = Row<'pre_review'>
export type CaseFileRow = Row<'case_file'>

/** Everything about a project on which its land day hangs, as this transaction sees it. */
export type Standing = {
  readonly district: DistrictCode
  readonly project: ProjectId
  readonly row: Pick<
    Row<'project'>,
    'name' | 'name_en' | 'code' | 'company_id' | 'company_name' | 'facts' | 'synthetic' | 'land_day'
  >
  readonly ground: Ground
  readonly edition: string
  /** The adopted plan; null while there is none. */
  readonly plan: Plan | null
  readonly today: Day
  readonly events: ReadonlyMap<LandEventKind, LandEventRow>
  /** Those in force. */
  readonly certificates: readonly Row<'certificate'>[]
  /** Cases that have not ended without a document. */
  readonly cases: readonly CaseFileRow[]
  /** The latest of each occurrence. */
  readonly preReviews: readonly PreReviewRow[]
  readonly files: readonly FileAtHand[]
  readonly hasBrokenPromise: boolean
  /** What the project states of itself. */
  readonly facts: Project
}

export async function standingOf(
  tx: Tx,
  { catalogues, legalToday }: Deps,
  district: DistrictCode,
  project: ProjectId,
): Promise<Standing | Refused> {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select(['name', 'name_en', 'code', 'company_id', 'company_name', 'facts', 'synthetic', 'land_day'])
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  const { ground, id } = await catalogues.inForce(tx, district)
  const facts = await factsOf(tx, ground, district, project)
  if (isRefused(facts)) return facts
  const adopted = await standingRow(tx, district, project, ['adopted'])
  const of = <T extends 'land_event' | 'certificate' | 'case_file' | 'pre_review'>(table: T) =>
    tx
      .selectFrom(table as 'land_event')
      .where('district_code', '=', district)
      .where('project_id', '=', project)
      .selectAll()
  const events = await of('land_event').execute()
  const certificates = (await of('certificate').execute()) as unknown as readonly Row<'certificate'>[]
  const cases = (await of('case_file').execute()) as unknown as readonly CaseFileRow[]
  const reviews = (await of('pre_review').execute()) as unknown as readonly PreReviewRow[]
  return {
    district,
    project,
    row,
    ground,
    edition: id,
    plan: adopted ? documentOf(adopted) : null,
    today: day(legalToday().toString()),
    events: new Map(events.map((event) => [event.kind, event])),
    certificates: certificates.filter(({ status }) => status === 'inForce'),
    cases: cases.filter(({ stage }) => stage !== 'ended'),
    preReviews: latestOfEach(reviews),
    files: await filesAtHand(tx, district, project),
    hasBrokenPromise: await brokenPromise(tx, district, row),
    facts,
  }
}

/** What lives, else what lapsed last: of each occurrence only one is live. */
function latestOfEach(reviews: readonly PreReviewRow[]): readonly PreReviewRow[] {
  const live = (r: PreReviewRow) => (r.stage === 'lapsed' ? 0 : 1)
  const order = [...reviews].sort((a, b) => live(b) - live(a) || b.requested_on.localeCompare(a.requested_on))
  return [...Map.groupBy(order, (r) => r.occurrence).values()].flatMap(([first]) => first ?? [])
}

/** A matter where it first occurs by the plan: the land day is that of the first phase. undefined where it does not apply. */
export function plannedOf({ plan }: Pick<Standing, 'plan'>, matter: string): PlanMatter | undefined {
  const found = (plan?.matters ?? []).filter((m) => m.matter === matter && m.track !== 'exempt')
  return found.sort((a, b) => (a.issued ?? '9').localeCompare(b.issued ?? '9'))[0]
}

/** The forms in which one certificate of the land day applies here: whole, or phase by phase (`landDay` of the catalogue). */
export const formsOf = (
  standing: Pick<Standing, 'plan'>,
  { matter, phased }: { readonly matter: string; readonly phased?: string | undefined },
): readonly string[] => [matter, ...(phased === undefined ? [] : [phased])].filter((form) => plannedOf(standing, form))

/** The document that an occurrence has: its certificate here, else the day on which its case was delivered or on which the project says it was done. */
export function issuedOn(standing: Standing, matter: string): Day | null {
  const occurrence = plannedOf(standing, matter)?.id ?? matter
  const certificate = standing.certificates.find((c) => c.occurrence === occurrence)
  if (certificate) return day(certificate.issued_on)
  for (const { occurrence: of, state } of standing.cases)
    if (of === occurrence && state.stage === 'granted' && state.deliveredOn !== null) return state.deliveredOn
  const done = (standing.row.facts.done ?? []).find((d) => d.matter === matter)
  return done ? day(done.on) : null
}

/** Points of the land by what was recorded of it; the deal, the contract, the payment and the handover make no case. */
export const LAND_POINTS: Readonly<Record<string, LandEventKind>> = {
  'P10 step:deal': 'deal',
  'P10 step:contract': 'contract',
  'P10 issued': 'contract',
  'P11 issued': 'payment',
  'P12 issued': 'handover',
}

/** The day on which a matter reached a point, for the rules of the land day; null while it has not. */
export const reachedOn =
  (standing: Standing) =>
  (matter: string, point: string): Day | null => {
    const kind = LAND_POINTS[`${matter} ${point}`]
    const recorded = kind && standing.events.get(kind)
    if (recorded) return day(recorded.happened_on)
    return point === 'issued' ? issuedOn(standing, matter) : null
  }

/** The agency that handles a matter here: as planned, else as the district has it. */
export function agencyOf({ ground, ...standing }: Standing, matter: string): string | null {
  const planned = plannedOf(standing, matter)
  if (planned?.agency) return planned.agency
  const law = ground.matters.get(matter)
  const handler = ground.district.handlers?.find((h) => h.matter === matter)?.agency
  return handler ?? (law ? (ground.district.authorities?.[law.authority] ?? null) : null)
}
