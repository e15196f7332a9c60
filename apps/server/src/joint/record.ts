import { isoDate } from '@kaigong/calendar'
import { evolveJoint, JOINT_KINDS, type JointEvent, type JointState, jointDeadline, toStored } from '@kaigong/casework'
import type { DistrictCode, JointId, PersonId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import { append, type Head } from '../platform/events/append.ts'
import type { JointLaw } from './law.ts'
import type { KnownJoint } from './tables.ts'
import './tables.ts'

/** `actor` is null where the system notes a silence. */
export type Doing = { readonly district: DistrictCode; readonly actor: PersonId | null; readonly at: Temporal.Instant }

type Of = {
  readonly id: JointId
  readonly number: string
  readonly project: string
  readonly before: JointState
  readonly head: Head
}

/** What is kept inside of government until it is summed up (domain 3.11): whoever sees the project from outside does not read these events. */
const INSIDE: readonly JointEvent['type'][] = ['opinionGiven', 'silenceEscalated', 'silenceTakenForConsent']

/** Appends what was decided and folds it into the state. */
export async function record(
  tx: Tx,
  { district, actor, at }: Doing,
  { id, number, project, before, head }: Of,
  law: JointLaw,
  event: JointEvent,
): Promise<{ readonly state: KnownJoint; readonly head: Head }> {
  const state = evolveJoint(before, event)
  if (state.stage === 'none') throw new Error('a joint handling begins by being opened')
  const about = {
    district,
    stream: `joint/${id}`,
    actor,
    at,
    ...(INSIDE.includes(event.type) ? {} : { project }),
  }
  const names = { agencyNames: agenciesIn(event).map(law.agencyName), kindName: JOINT_KINDS[state.kind].name }
  const data = { ...(toStored(event) as object), jointNumber: number, ...names }
  return { state, head: await append(tx, about, head, [{ type: typeOf(event), data }]) }
}

/** The name under which the trail keeps it. */
function typeOf({ type }: JointEvent): string {
  return type.startsWith('joint') ? type : `joint${type.slice(0, 1).toUpperCase()}${type.slice(1)}`
}

function agenciesIn(event: JointEvent): readonly string[] {
  if (event.type === 'jointOpened') return event.asked.map(({ agency }) => agency)
  if ('agencies' in event) return event.agencies
  return 'agency' in event ? [event.agency] : []
}

/** The columns by which lists find it. */
export function shownOf(state: KnownJoint, law: JointLaw) {
  const dueOn = state.stage === 'closed' ? null : jointDeadline(state, law)
  return {
    state: JSON.stringify(state),
    stage: state.stage,
    due_on: dueOn === null ? null : isoDate(dueOn),
  }
}

/** Brings the table that the policies and the workbench read up to the state. */
export async function keepParticipants(
  tx: Tx,
  district: DistrictCode,
  id: JointId,
  before: KnownJoint,
  { stage, opinions }: KnownJoint,
): Promise<void> {
  const waited = new Map(before.opinions.map((o) => [o.agency, waitsFor(before.stage, o)]))
  for (const opinion of opinions) {
    const waits = waitsFor(stage, opinion)
    if (waits === waited.get(opinion.agency)) continue
    await tx
      .updateTable('joint_participant')
      .set({ waits })
      .where('district_code', '=', district)
      .where('joint_id', '=', id)
      .where('agency_id', '=', opinion.agency)
      .execute()
  }
}

const waitsFor = (stage: KnownJoint['stage'], { verdict }: KnownJoint['opinions'][number]): boolean =>
  stage !== 'closed' && verdict === null
