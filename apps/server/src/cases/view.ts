import { type Day, isoDate } from '@kaigong/calendar'
import { caseObligations, STAGE_NAMES, STATUS_NAMES } from '@kaigong/casework'
import type { AgencyId, CaseId, CaseView, EditionId, PersonId, ProjectId } from '@kaigong/contract'
import { reachOf } from '@kaigong/contract'
import { agencyName } from '../plans/view.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { clockViewOf } from './clockView.ts'
import { documentsOf } from './documents.ts'
import { elapsedOf } from './elapsed.ts'
import { happenedTo, historyOf } from './historyView.ts'
import { holdsFor } from './holds.ts'
import { beijingMoment, type CaseLaw } from './law.ts'
import { lawOfCase } from './lawOfCase.ts'
import { ENDING_NAMES } from './names.ts'
import { permittedActs, procedureIds } from './permitted.ts'
import { type CaseRow, caseById, namesOf } from './rows.ts'
import { standingOf } from './standing.ts'
import { timeOf } from './time.ts'

/** A case as its page shows it to somebody, with its version. */
export async function caseView(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: CaseId,
): Promise<{ readonly body: CaseView; readonly etag: number } | Refused> {
  const { district } = actor
  const row = await caseById(tx, district, id)
  if (!row) return refuse('request.notFound')
  const law = await lawOfCase(tx, deps.catalogues, district, row)
  const at = beijingMoment(deps.now())
  const standing = await standingOf(tx, actor, row, at.on)
  const holds = await holdsAtReceipt(tx, actor, row, law, standing.roles.includes('officer'), isoDate(at.on))
  const happened = await happenedTo(tx, district, id)
  const inOffice = reachOf(actor.roles, 'case.read') === 'district'
  const { state } = row
  const body: CaseView = {
    ...namesAndNumbers(row, law),
    time: timeOf(row, law.calendar, isoDate(at.on)),
    clock: clockViewOf(state, law, at),
    elapsed: await elapsedOf(tx, district, id, law, at.on),
    acts: permittedActs({ state, law, standing, person: actor.person, today: at.on, holds }),
    history: await historyOf(tx, district, happened),
    documents: documentsOf(happened, state, law),
    materials: materialsOf(row, law),
    open: 'open' in state ? state.open.map((span) => ({ ...span, items: [...span.items] })) : [],
    procedures: state.stage === 'handling' ? proceduresOf(law, at.on) : [],
    obligations: obligationsOf(row, law, at.on),
    desk: inOffice && row.holder !== null ? await deskOf(tx, row) : null,
  }
  return { body, etag: row.version }
}

/** Whether a track is open at acceptance hangs on facts of the project; they are read only for whoever may accept. */
async function holdsAtReceipt(
  tx: Tx,
  { district }: Actor,
  row: CaseRow,
  { ground }: CaseLaw,
  mayAccept: boolean,
  on: string,
) {
  if (!mayAccept || row.stage !== 'received') return () => undefined
  const project = row.project_id as ProjectId
  const holds = await holdsFor(tx, ground, { district, project, scope: row.scope, matter: row.matter, on })
  // Facts that the catalogue no longer understands open no track, and do not keep anybody from reading the case.
  return isRefused(holds) ? () => undefined : holds.known
}

function namesAndNumbers(row: CaseRow, { ground, matter }: CaseLaw) {
  const { state } = row
  const variant = matter.variants?.find((v) => v.id === row.variant)
  return {
    id: row.case_id as CaseId,
    version: row.version,
    number: row.number,
    projectId: row.project_id as ProjectId,
    projectName: row.project_name,
    company: row.company_name,
    occurrence: row.occurrence,
    matter: row.matter,
    matterName: row.matter_name,
    variant: variant?.name ?? null,
    agencyId: row.agency_id as AgencyId,
    agencyName: agencyName(ground, row.agency_id),
    edition: row.edition_id as EditionId,
    stage: row.stage,
    stageName: STAGE_NAMES[row.stage],
    track: 'track' in state ? state.track : null,
    ending: state.stage === 'ended' ? ENDING_NAMES[state.ending] : null,
    origin: originOf(row),
    receivedOn: row.received_on,
    openedAt: row.opened_at,
    enteredAfterwards: row.entered_afterwards,
    rows: state.rows.map(({ code, on }) => ({ code, name: STATUS_NAMES[code], on: isoDate(on as Day) })),
    synthetic: row.synthetic,
  }
}

function originOf({ source_system, source_time, verified_at, verifier }: CaseRow): CaseView['origin'] {
  if (source_system === null || source_time === null || verified_at === null) return { kind: 'here' }
  return {
    kind: 'mirrored',
    system: source_system,
    sourceTime: source_time,
    lastVerifiedAt: verified_at,
    verifiedBy: verifier,
  }
}

function materialsOf({ state }: CaseRow, { matter }: CaseLaw): CaseView['materials'] {
  const { essential, deferrable } = state.required
  const outstanding = 'tolerance' in state ? (state.tolerance?.outstanding ?? []) : []
  return [...essential, ...deferrable].map((id) => ({
    id,
    name: matter.materials.find((m) => m.id === id)?.name ?? { zh: id, en: id },
    necessity: deferrable.includes(id) ? 'deferrable' : 'essential',
    status: state.handedIn.includes(id) ? 'handedIn' : outstanding.includes(id) ? 'deferred' : 'missing',
  }))
}

function proceduresOf(law: CaseLaw, on: Day): CaseView['procedures'] {
  const terms = law.termsOn(on).procedures
  return procedureIds(law, on).flatMap((id) => {
    const known = terms.get(id)
    if (known === undefined) return []
    const { name, clockEffect, basis } = known
    return [{ id, name, clockEffect, basis }]
  })
}

const obligationsOf = ({ state }: CaseRow, law: CaseLaw, today: Day): CaseView['obligations'] =>
  caseObligations(state, today, law).flatMap(({ says, dueOn }) =>
    dueOn === null ? [] : [{ says, dueOn: isoDate(dueOn), isOverdue: dueOn < today }],
  )

async function deskOf(tx: Tx, { district_code, state: { desk } }: CaseRow): Promise<CaseView['desk']> {
  const signers = desk.round?.signers ?? []
  const names = await namesOf(tx, district_code as Actor['district'], [
    desk.holder.person,
    desk.answerable.person,
    ...signers.map(({ seat }) => seat.person),
  ])
  const seat = (person: string) => ({ personId: person as PersonId, name: names.get(person) ?? null })
  return {
    holder: seat(desk.holder.person),
    answerable: seat(desk.answerable.person),
    round: desk.round && {
      rule: desk.round.rule,
      signers: signers.map(({ seat: { person }, agrees }) => ({ ...seat(person), agrees })),
    },
    verdict: desk.verdict,
    reminders: desk.reminders.filter(({ isSettled }) => !isSettled).length,
  }
}
