import { isoDate } from '@kaigong/calendar'
import { type CaseEvent, decide, isRefusal, NO_CASE, requiredMaterials } from '@kaigong/casework'
import { deferrable } from '@kaigong/catalogue'
import type { BodyOf, CaseId, caseContracts, DistrictCode, ProjectId } from '@kaigong/contract'
import { documentOf, standingRow } from '../plans/rows.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { emptyHead } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { capacities, capacityFor } from './capacity.ts'
import { spoken } from './commandOf.ts'
import { holdsFor } from './holds.ts'
import { insertCase } from './insertCase.ts'
import { beijingMoment, contextOf, lawOf } from './law.ts'
import { nextNumber } from './number.ts'
import { openableIn } from './openable.ts'
import { papersOf } from './papers.ts'
import { record } from './record.ts'
import { refusedBy } from './refusedBy.ts'
import '../projects/tables.ts'
import './tables.ts'

type Body = BodyOf<typeof caseContracts.open>

/**
 * Receives an application for a matter of the adopted plan. The case rests on the edition in force, not on the plan's: what is accepted today
 * is judged by the law of today.
 */
export async function openCase(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  { occurrence, handedIn, mirrored, documentOn, attached, ...said }: Body,
): Promise<CaseId | Refused> {
  const { district, person } = actor
  const asked = await askedFor(tx, actor, project, occurrence)
  if (isRefused(asked)) return asked
  const { planned, company } = asked
  const edition = await deps.catalogues.inForce(tx, district)
  const { ground } = edition
  const variant = planned.variant?.id ?? null
  const law = lawOf(ground, planned.matter, variant)
  if (!law) return refuse('case.notInPlan')
  const { matter } = law
  const strangers = handedIn.filter((id) => !matter.materials.some((m) => m.id === id))
  if (strangers.length > 0)
    return refuse('request.invalid', { errors: strangers.map((id) => noMaterial(handedIn, id)) })
  const at = deps.now()
  const now = beijingMoment(at)
  const on = said.on ?? isoDate(now.on)
  const holds = await holdsFor(tx, ground, { district, project, scope: planned.scope, matter: matter.id, on })
  if (isRefused(holds)) return holds
  const { agency } = planned
  const of = { agency_id: agency, company_id: company }
  const role = capacityFor(capacities(actor, of), { by: ['window'] })
  if (role === undefined) return refuse('case.notYours')
  const context = contextOf(law, now.on, { role, person, agency }, holds.known)
  const required = requiredMaterials(matter, variant, deferrable(ground.district, matter), holds.usual)
  const papers = await papersOf(tx, { district, project, mirrored: mirrored !== undefined }, attached)
  if (isRefused(papers)) return papers
  const command = {
    ...spoken(said, papers, now),
    type: 'receive',
    agency,
    applicant: company,
    required,
    handedIn,
  } as const
  const events = decide(NO_CASE, command, context)
  if (isRefusal(events)) return refusedBy(events)
  const id = deps.newId() as CaseId
  const number = await nextNumber(tx, district, on)
  const doing = { district, actor: person, at }
  const before = { id, number, name: matter.name, project, before: NO_CASE, head: emptyHead }
  const done = await record(tx, doing, before, law, 'receive', documentOn ?? null, events as readonly CaseEvent[])
  await insertCase(tx, doing, law, done, {
    id,
    number,
    project,
    planned,
    agency,
    company,
    edition: edition.id,
    receivedOn: on,
    mirrored: mirrored ? { system: mirrored.system, time: mirrored.sourceTime, verifiedBy: person } : null,
  })
  return id
}

/** The matter of the adopted plan that is applied for, and who applies. */
async function askedFor(tx: Tx, { district }: Actor, project: ProjectId, occurrence: string) {
  const company = await companyOf(tx, district, project)
  if (company === undefined) return refuse('request.notFound')
  const adopted = await standingRow(tx, district, project, ['adopted'])
  if (!adopted) return refuse('case.noPlan')
  const planned = openableIn(documentOf(adopted)).find(({ id }) => id === occurrence)
  if (!planned) return refuse('case.notInPlan')
  if (company === null) return refuse('case.noApplicant')
  const live = await tx
    .selectFrom('case_file')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('occurrence', '=', occurrence)
    .where('stage', '<>', 'ended')
    .select('number')
    .executeTakeFirst()
  if (live) return refuse('case.alreadyOpen', { detail: alreadyOpen(live.number) })
  return { planned, company }
}

/** The company of a project that the asker may see; null where it names none, undefined where there is no such project. */
export async function companyOf(
  tx: Tx,
  district: DistrictCode,
  project: ProjectId,
): Promise<string | null | undefined> {
  const row = await tx
    .selectFrom('project')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .select('company_id')
    .executeTakeFirst()
  return row?.company_id
}

const alreadyOpen = (number: string) => ({
  zh: `这个事项已有办件 ${number}`,
  en: `This matter has the case ${number} already`,
})

const noMaterial = (handedIn: readonly string[], id: string) => ({
  pointer: `/handedIn/${handedIn.indexOf(id)}`,
  detail: { zh: `该事项没有材料 ${id}`, en: `the matter asks for no material ${id}` },
})

/** Whether an error of the database means that somebody else opened a case of the same matter meanwhile. */
export const isSecondCase = (error: unknown): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === 'one_live_case'
