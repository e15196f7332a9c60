import { type CaseState, NO_CASE } from '@kaigong/casework'
import type { CaseId } from '@kaigong/contract'
import { insertCase } from '../cases/insertCase.ts'
import { nextNumber } from '../cases/number.ts'
import { type Doing, record } from '../cases/record.ts'
import { shownOf } from '../cases/shown.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, emptyHead, type Head, headOf } from '../platform/events/append.ts'
import type { Step } from './fold.ts'
import type { Change, Source } from './judge.ts'
import { dayOf } from './statusCommand.ts'

type Keeping = { readonly tx: Tx; readonly deps: Deps; readonly doing: Doing }
type Of = Omit<Parameters<typeof record>[2], 'before' | 'head'>

/** Writes what rows came to: a new case, more of one, or one told anew. @returns the number of the case. */
export async function keep(keeping: Keeping, source: Source, change: Change): Promise<string> {
  return change.kind === 'open' ? await opened(keeping, source, change) : await continued(keeping, source, change)
}

async function opened(
  keeping: Keeping,
  source: Source,
  { law, steps, subject: { project, company, planned }, edition }: Extract<Change, { kind: 'open' }>,
): Promise<string> {
  const { tx, deps, doing } = keeping
  const { district } = doing
  const id = deps.newId() as CaseId
  const receivedOn = dayOf(firstOf(steps).row)
  const number = await nextNumber(tx, district, receivedOn)
  const { matter } = law
  const of = { id, number, name: matter.name, project }
  const done = await recorded(keeping, of, law, NO_CASE, emptyHead, steps)
  // The case stands under the delivery before it is written: that is what lets this person write it.
  await tx
    .insertInto('mirror_case')
    .values({
      district_code: district,
      system: source.system,
      source_id: source.sourceId,
      case_id: id,
      placed: JSON.stringify(steps.map(({ key }) => key)),
      case_version: done.head.version,
    })
    .execute()
  await insertCase(tx, doing, law, done, {
    id,
    number,
    project,
    planned,
    agency: planned.agency,
    company,
    edition,
    receivedOn,
    mirrored: { system: source.system, time: verified(doing, steps).source_time, verifiedBy: doing.actor },
  })
  return number
}

async function continued(
  keeping: Keeping,
  { system, sourceId }: Source,
  { kind, law, steps, row, placed }: Exclude<Change, { kind: 'open' }>,
): Promise<string> {
  const { tx, doing } = keeping
  const { district } = doing
  const of = { id: row.case_id, number: row.number, name: row.matter_name, project: row.project_id as Of['project'] }
  const anew = kind === 'anew'
  if (anew) await toldAnew(keeping, row.case_id, { system, sourceId, caseNumber: row.number })
  const before = { version: row.version, hash: row.head }
  const { state, head, afterwards } = await recorded(keeping, of, law, anew ? NO_CASE : row.state, before, steps)
  const updated = await tx
    .updateTable('case_file')
    .set({
      ...shownOf(state, law),
      ...verified(doing, steps),
      ...(anew ? { received_on: dayOf(firstOf(steps).row) } : {}),
      version: head.version,
      head: head.hash,
      entered_afterwards: (anew ? 0 : row.entered_afterwards) + afterwards,
      updated_at: doing.at.toString(),
    })
    .where('district_code', '=', district)
    .where('case_id', '=', row.case_id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) throw new Error('the case that a delivery continues cannot be written')
  await tx
    .updateTable('mirror_case')
    .set({
      placed: JSON.stringify([...placed, ...steps.map(({ key }) => key)]),
      case_version: head.version,
    })
    .where('district_code', '=', district)
    .where('system', '=', system)
    .where('source_id', '=', sourceId)
    .execute()
  return row.number
}

/** Says beside the case that its events follow once more: they begin with its receipt, which begins the state again. */
async function toldAnew(
  { tx, doing }: Keeping,
  caseId: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { district, actor, at } = doing
  const about = { district, stream: `mirror/${caseId}`, actor, at }
  await append(tx, about, await headOf(tx, district, about.stream), [{ type: 'mirrorReordered', data }])
}

async function recorded(
  { tx, doing }: Keeping,
  of: Of,
  law: Change['law'],
  before: CaseState,
  head: Head,
  steps: readonly Step[],
) {
  let kept: Pick<Awaited<ReturnType<typeof record>>, 'head'> & { readonly state: CaseState } = { state: before, head }
  let afterwards = 0
  for (const { act, events, row } of steps) {
    const done = await record(
      tx,
      doing,
      { ...of, before: kept.state, head: kept.head },
      law,
      act,
      row.documentOn ?? null,
      events,
    )
    afterwards += done.afterwards
    kept = done
  }
  if (kept.state.stage === 'none') throw new Error('a mirrored case begins with its receipt')
  return { state: kept.state, head: kept.head, afterwards }
}

/** As of when the source spoke, and who brought it. */
const verified = ({ actor, at }: Doing, steps: readonly Step[]) => ({
  source_time: Temporal.Instant.from(steps.at(-1)?.row.at ?? at.toString()).toString(),
  verified_at: at.toString(),
  verified_by: actor,
})

function firstOf(steps: readonly Step[]): Step {
  const [first] = steps
  if (!first) throw new Error('nothing is kept of no row')
  return first
}
