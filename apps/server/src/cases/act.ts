import { isoDate } from '@kaigong/calendar'
import { type Context, decide, FLOW, isRefusal } from '@kaigong/casework'
import type { BodyOf, CaseId, CertificateId, caseContracts, ProjectId } from '@kaigong/contract'
import { refusedNumber } from '../certificates/issue.ts'
import { endOfCase, issueOfCase } from '../certificates/ofCase.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { capacityFor } from './capacity.ts'
import { commandOf, spoken } from './commandOf.ts'
import { holdsFor } from './holds.ts'
import { beijingMoment, type CaseLaw, contextOf } from './law.ts'
import { lawOfCase } from './lawOfCase.ts'
import { papersOf } from './papers.ts'
import { record } from './record.ts'
import { refusedBy } from './refusedBy.ts'
import { type CaseRow, caseById } from './rows.ts'
import { grounds } from './says.ts'
import { shownOf } from './shown.ts'
import { proxyFor, seatTakenBy, standingOf } from './standing.ts'

type Body = BodyOf<typeof caseContracts.act>

/**
 * Does one act on a case: the rules decide, what they decide is appended, and the row follows, all in this transaction. Two who act at once
 * meet at the next version of the stream, which only one of them gets.
 */
export async function actOn(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: CaseId,
  ifMatch: number,
  { act, documentOn, attached, ...said }: Body,
): Promise<Refused | undefined> {
  const { district, person } = actor
  const row = await caseById(tx, district, id)
  if (!row) return refuse('request.notFound')
  const at = deps.now()
  const now = beijingMoment(at)
  const standing = await standingOf(tx, actor, row, now.on)
  const role = capacityFor(standing.roles, FLOW[act.type])
  if (role === undefined) return refuse('case.notYours')
  if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
  const law = await lawOfCase(tx, deps.catalogues, district, row)
  const papers = await papersOf(
    tx,
    { district, project: row.project_id, mirrored: row.origin === 'mirrored' },
    attached,
  )
  if (isRefused(papers)) return papers
  const command = await commandOf(tx, { district, person }, row.state, act, spoken(said, papers, now))
  if (isRefused(command)) return command
  const on = said.on ?? isoDate(now.on)
  const holds = await holdsOf(tx, row, law, on, act.type)
  if (isRefused(holds)) return holds
  const proxy = proxyFor(standing, law.matter, act.type, now.on)
  const inPlaceOf = seatTakenBy(standing, row.state, person)
  const context = contextOf(law, now.on, { role, person, agency: row.agency_id, proxy, inPlaceOf }, holds)
  const decided = decide(row.state, command, context)
  if (isRefusal(decided)) return refusedBy(decided)
  const certified = await certify(tx, deps, actor, row, act, on)
  if (isRefused(certified)) return certified
  const before = { id, number: row.number, name: row.matter_name, project: row.project_id as ProjectId }
  const { state, head, afterwards } = await record(
    tx,
    { district, actor: person, at },
    { ...before, before: row.state, head: { version: row.version, hash: row.head } },
    law,
    act.type,
    documentOn ?? null,
    decided.map((event) => (event.type === 'delivered' && certified ? { ...event, number: certified.number } : event)),
  )
  const updated = await tx
    .updateTable('case_file')
    .set({
      ...shownOf(state, law),
      version: head.version,
      head: head.hash,
      entered_afterwards: row.entered_afterwards + afterwards,
      updated_at: at.toString(),
      // Whoever enters what another system shows has just looked at it.
      ...(row.origin === 'mirrored' ? { verified_at: at.toString(), verified_by: person } : {}),
    })
    .where('district_code', '=', district)
    .where('case_id', '=', id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n ? undefined : refuse('request.stale')
}

/**
 * What an act does to the certificate of the case: its delivery issues it, its revocation or recall takes it out of force. The number is the
 * one that the district's series gives out, so that what is delivered bears it.
 */
async function certify(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  row: CaseRow,
  act: Body['act'],
  on: string,
): Promise<{ readonly number: string } | Refused | undefined> {
  const doing = { district, actor: person, at: deps.now() }
  if (act.type === 'revoke' || act.type === 'recall') {
    const reason = act.type === 'recall' ? act.reason : (grounds[act.ground]?.zh ?? act.ground)
    await endOfCase(tx, doing, row.case_id, on, reason)
    return undefined
  }
  if (act.type !== 'deliver') return undefined
  // Numbers are given by the series in use now, whichever edition the case began under.
  const { ground } = await deps.catalogues.inForce(tx, district)
  const typed = { matter: row.matter, issuedOn: on, number: act.number, mirrored: row.origin === 'mirrored' }
  const refused = await refusedNumber(tx, ground, district, typed)
  if (refused) return refused
  const by = { id: deps.newId() as CertificateId, preReview: null, conversion: null }
  return await issueOfCase(tx, ground, doing, row, { on, number: act.number }, by)
}

/** Only the tracks of acceptance ask for facts of the project; reading them costs more than everything else together. */
async function holdsOf(
  tx: Tx,
  row: CaseRow,
  { ground }: CaseLaw,
  on: string,
  type: Body['act']['type'],
): Promise<Context['holds'] | Refused> {
  if (type !== 'acceptWithTolerance' && type !== 'acceptOnCommitment') return () => undefined
  const judged = await holdsFor(tx, ground, {
    district: row.district_code as Actor['district'],
    project: row.project_id as ProjectId,
    scope: row.scope,
    matter: row.matter,
    on,
  })
  return isRefused(judged) ? judged : judged.known
}
