import { isoDate } from '@kaigong/calendar'
import {
  type CaseCommand,
  type CaseEvent,
  type CaseState,
  decide,
  evolve,
  isRefusal,
  NO_CASE,
  type Refusal,
  type Role,
} from '@kaigong/casework'
import type { CaseAttachment, CaseId, PersonId, ProjectId } from '@kaigong/contract'
import type { PlanMatter } from '@kaigong/planner'
import type { Tx } from '../platform/database/transaction.ts'
import { emptyHead, type Head } from '../platform/events/append.ts'
import { spoken } from './commandOf.ts'
import { insertCase } from './insertCase.ts'
import { beijingMoment, type CaseLaw, contextOf } from './law.ts'
import type { Paper } from './papers.ts'
import { type Doing, record } from './record.ts'
import type { CaseRow } from './rows.ts'
import { shownOf } from './shown.ts'
import './tables.ts'

/** What the acts of one case on the land day rest on. */
export type Converting = {
  readonly law: CaseLaw
  readonly agency: string
  readonly applicant: string
  /** Who signed the opinion that is carried out, as the head of the agency. */
  readonly signer: PersonId
  readonly essential: readonly string[]
  readonly handedIn: readonly string[]
  /** What the opinion is called in the office's papers. */
  readonly opinion: string
}

type Act = { readonly type: CaseCommand['type']; readonly events: readonly CaseEvent[] }

/** What the office holds under a number of its own: no file was handed in with the act. */
const paper = (kind: CaseAttachment['kind'], reference: string): Paper => ({ kind, reference, sha256: '' })

/**
 * The acts by which a pre-review becomes a formal case on the land day (核对转正式): received, accepted, begun, granted and delivered within the
 * moment, each by the rules that every case keeps, in the name of the head who signed the opinion. Only essentials are asked for: what may
 * follow was reviewed without, and is no condition of the conversion (domain 2.3).
 */
export function convertedActs(
  { law, agency, applicant, signer, essential, handedIn, opinion }: Converting,
  at: Temporal.Instant,
  number: string | null,
): readonly Act[] | Refusal {
  const now = beijingMoment(at)
  const said = (...attached: Paper[]) => spoken({}, attached, now)
  const required = { essential, deferrable: [] }
  return inTurn(NO_CASE, law, { person: signer, agency, at }, [
    ['window', { ...said(paper('application', opinion)), type: 'receive', agency, applicant, required, handedIn }],
    ['window', { ...said(), type: 'accept' }],
    ['officer', { ...said(), type: 'startDepartment' }],
    ['head', { ...said(paper('reviewOpinion', opinion)), type: 'pass' }],
    ['window', { ...said(paper('deliveryReceipt', LAND_DAY)), type: 'deliver', number }],
  ])
}

/** The delivery of a case that its own agency has granted before the land day. */
export function deliveredActs(
  state: CaseState,
  law: CaseLaw,
  by: { readonly person: PersonId; readonly agency: string; readonly at: Temporal.Instant },
  number: string | null,
): readonly Act[] | Refusal {
  const said = spoken({}, [paper('deliveryReceipt', LAND_DAY)], beijingMoment(by.at))
  return inTurn(state, law, by, [['window', { ...said, type: 'deliver', number }]])
}

const LAND_DAY = '拿地日集中颁发'

function inTurn(
  before: CaseState,
  law: CaseLaw,
  { person, agency, at }: { readonly person: PersonId; readonly agency: string; readonly at: Temporal.Instant },
  commands: readonly (readonly [role: Role, command: CaseCommand])[],
): readonly Act[] | Refusal {
  let state = before
  const acts: Act[] = []
  for (const [role, command] of commands) {
    const context = contextOf(law, beijingMoment(at).on, { role, person, agency }, () => undefined)
    const events = decide(state, command, context)
    if (isRefusal(events)) return events
    state = events.reduce(evolve, state)
    acts.push({ type: command.type, events })
  }
  return acts
}

type Opening = {
  readonly id: CaseId
  readonly number: string
  readonly project: ProjectId
  readonly planned: PlanMatter
  readonly edition: string
  readonly conversion: string
}

/** Keeps the case that a conversion opened: its events one after the other, and the row that they come to. */
export async function keepConverted(
  tx: Tx,
  doing: Doing,
  { law, agency, applicant }: Converting,
  acts: readonly Act[],
  { id, number, project, planned, edition, conversion }: Opening,
): Promise<void> {
  const done = await recordActs(
    tx,
    doing,
    { id, number, name: law.matter.name, project },
    NO_CASE,
    emptyHead,
    law,
    acts,
  )
  await insertCase(tx, doing, law, done, {
    id,
    number,
    project,
    planned,
    agency,
    company: applicant,
    edition,
    receivedOn: isoDate(beijingMoment(doing.at).on),
    mirrored: null,
    conversion,
  })
}

type Granted = Pick<CaseRow, 'case_id' | 'number' | 'matter_name' | 'project_id' | 'state' | 'version' | 'head'>

/** Keeps the delivery of a case that had been granted. */
export async function keepDelivered(
  tx: Tx,
  doing: Doing,
  row: Granted,
  law: CaseLaw,
  acts: readonly Act[],
  conversion: string,
): Promise<void> {
  const of = { id: row.case_id, number: row.number, name: row.matter_name, project: row.project_id as ProjectId }
  const before = { version: row.version, hash: row.head }
  const { state, head } = await recordActs(tx, doing, of, row.state, before, law, acts)
  await tx
    .updateTable('case_file')
    .set({
      ...shownOf(state, law),
      version: head.version,
      head: head.hash,
      conversion_id: conversion,
      updated_at: doing.at.toString(),
    })
    .where('district_code', '=', doing.district)
    .where('case_id', '=', row.case_id)
    .execute()
}

type Of = Pick<Parameters<typeof record>[2], 'id' | 'number' | 'name' | 'project'>

async function recordActs(
  tx: Tx,
  doing: Doing,
  of: Of,
  before: CaseState,
  head: Head,
  law: CaseLaw,
  acts: readonly Act[],
): ReturnType<typeof record> {
  const [first, ...rest] = acts
  if (!first) throw new Error('a case is kept with what happened to it')
  let kept = await record(tx, doing, { ...of, before, head }, law, first.type, null, first.events)
  for (const { type, events } of rest)
    kept = await record(tx, doing, { ...of, before: kept.state, head: kept.head }, law, type, null, events)
  return kept
}
