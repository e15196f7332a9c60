import { isoDate, isWorkday } from '@kaigong/calendar'
import type { DistrictCode, EditionId, PlanView, ProjectId } from '@kaigong/contract'
import { daysOfPlan } from '@kaigong/export'
import type { Ground, Plan } from '@kaigong/planner'
import type { Catalogues, OpenEdition } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { countersignatureRows, documentOf, type PlanRow, planRow, summaryOf } from './rows.ts'

/** A version as its page shows it. */
async function viewOf(
  tx: Tx,
  catalogues: Catalogues,
  actor: Actor,
  project: ProjectId,
  row: PlanRow,
): Promise<PlanView> {
  const { district } = actor
  const { ground } = await editionOf(tx, catalogues, district, row)
  const plan = documentOf(row)
  const countersignatures = await countersignatureRows(tx, district, project, row.no)
  return {
    ...summaryOf(row),
    plan,
    facts: row.facts,
    countersignatures: countersignatures.map((s) => ({
      agencyId: s.agency_id,
      agencyName: agencyName(ground, s.agency_id),
      status: s.status,
      promises: [...s.promises],
      remark: s.remark,
      signedBy: s.signed_by,
      at: s.at,
      mine: s.agency_id === actor.agency,
    })),
    daysOff: daysOff(ground, plan),
  }
}

/** One version as the body of an answer, with its version. */
export async function answerWith(
  tx: Tx,
  catalogues: Catalogues,
  actor: Actor,
  project: ProjectId,
  no: number,
): Promise<{ readonly body: PlanView; readonly etag: number } | Refused> {
  const row = await planRow(tx, actor.district, project, no)
  if (!row) return refuse('request.notFound')
  return { body: await viewOf(tx, catalogues, actor, project, row), etag: row.version }
}

/** The edition that a version's dates rest on: it keeps that one, whichever is in force. */
export async function editionOf(
  tx: Tx,
  catalogues: Catalogues,
  district: DistrictCode,
  { edition_id }: Pick<PlanRow, 'edition_id'>,
): Promise<OpenEdition> {
  const edition = await catalogues.open(tx, district, edition_id as EditionId)
  if (!edition) throw new Error(`edition ${edition_id} of a plan is missing`)
  return edition
}

export const agencyName = ({ district }: Ground, agency: string) =>
  district.agencies.find((a) => a.id === agency)?.name ?? { zh: agency, en: agency }

/** Days of the plan on which the offices are closed. */
export const daysOff = ({ calendar }: Ground, plan: Plan): string[] =>
  daysOfPlan(plan)
    .filter((day) => !isWorkday(calendar, day))
    .map(isoDate)
