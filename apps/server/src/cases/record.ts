import { type CaseEvent, type CaseState, evolve, type KnownCase } from '@kaigong/casework'
import type { DistrictCode, PersonId, ProjectId, Text } from '@kaigong/contract'
import { tellOfEvents } from '../notices/tellOfEvents.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { append, type Head } from '../platform/events/append.ts'
import { isOfficeVerb } from './commandOf.ts'
import { type Told, toData } from './eventData.ts'
import { beijingMoment, type CaseLaw } from './law.ts'
import { says } from './says.ts'

export type Doing = { readonly district: DistrictCode; readonly actor: PersonId; readonly at: Temporal.Instant }

type Recorded = {
  readonly state: KnownCase
  readonly head: Head
  /** How many of the events happened on an earlier day than they were entered (补录). */
  readonly afterwards: number
}

type Of = {
  readonly id: string
  readonly number: string
  readonly name: Text
  readonly project: ProjectId
  readonly before: CaseState
  readonly head: Head
}

/**
 * Appends what an act came to and folds it into the state. The trace of an office verb is no event of the project's: who sees the project from
 * outside of government does not see who passed what to whom with which remark (domain 3.11).
 */
export async function record(
  tx: Tx,
  doing: Doing,
  { id, number, name, project, before, head }: Of,
  law: CaseLaw,
  act: string,
  documentOn: string | null,
  events: readonly CaseEvent[],
): Promise<Recorded> {
  const about = {
    district: doing.district,
    stream: `case/${id}`,
    actor: doing.actor,
    at: doing.at,
    ...(isOfficeVerb(act) ? {} : { project }),
  }
  const told = events.map((event, i) =>
    toData(event, {
      caseNumber: number,
      caseName: name,
      documentOn,
      act: i === 0 ? act : null,
      ...wordsOf(event, law),
    }),
  )
  const states = statesAfter(events, before)
  const state = states.at(-1) ?? before
  if (state.stage === 'none') throw new Error('a case begins with its receipt')
  const today = beijingMoment(doing.at).on
  const afterwards = events.filter(({ on }) => on < today).length
  const end = await append(tx, about, head, told)
  const happened = events.flatMap((event, i) => {
    const [after, data] = [states[i], told[i]]
    return after && data && after.stage !== 'none'
      ? [{ event, told: data, version: head.version + i + 1, state: after }]
      : []
  })
  await tellOfEvents(tx, doing, { id, number, name, project }, says, happened)
  return { state, head: end, afterwards }
}

/** What each event left behind. */
function statesAfter(events: readonly CaseEvent[], before: CaseState): readonly CaseState[] {
  let state = before
  return events.map((event) => {
    state = evolve(state, event)
    return state
  })
}

/** Names for the ids in an event, so that its sentence needs no catalogue: the history outlives the edition. */
export function wordsOf(event: CaseEvent, { matter, termsOn }: CaseLaw): Pick<Told, 'itemNames' | 'procedureName'> {
  const items = 'items' in event ? event.items : 'deferred' in event ? event.deferred : []
  const procedure = event.type === 'procedureStarted' ? termsOn(event.on).procedures.get(event.procedure)?.name : null
  return {
    itemNames: items.map((id) => matter.materials.find((m) => m.id === id)?.name ?? { zh: id, en: id }),
    procedureName: procedure ?? null,
  }
}
