import { decideJoint } from '@kaigong/casework'
import type { JointAct, JointId } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { commandOf } from './commandOf.ts'
import { type JointLaw, lawOfJoint } from './law.ts'
import { ACTS, partsOf } from './parts.ts'
import { type Doing, keepParticipants, record, shownOf } from './record.ts'
import { refusedBy } from './refusedBy.ts'
import { type JointRow, jointById } from './rows.ts'

/** Does one act: the rules decide, what they decide is appended, and the rows follow, all in this transaction. */
export async function actOn(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  id: JointId,
  ifMatch: number,
  act: JointAct,
): Promise<Refused | undefined> {
  const { district, person, agency } = actor
  const row = await jointById(tx, district, id)
  if (!row) return refuse('request.notFound')
  const parts = partsOf(actor, row)
  if (!ACTS[act.type].by.some((part) => parts.includes(part))) return refuse('joint.notYours')
  if (row.version !== ifMatch) return refuse('request.stale', { current: row.version })
  const command = await commandOf(tx, { district, project: row.project_id, agency }, act)
  if (isRefused(command)) return command
  const at = deps.now()
  const law = await lawOfJoint(tx, deps.catalogues, district, row)
  const event = decideJoint(row.state, command, { ...law, today: beijingMoment(at).on })
  if ('refused' in event) return refusedBy(event)
  return await keep(tx, { district, actor: person, at }, row, law, event)
}

/** Appends an event and brings the rows up to it; refuses where somebody else was quicker. */
export async function keep(
  tx: Tx,
  doing: Doing,
  row: JointRow,
  law: JointLaw,
  event: Parameters<typeof record>[4],
): Promise<Refused | undefined> {
  const id = row.joint_id as JointId
  const head = { version: row.version, hash: row.head }
  const of = { id, number: row.number, project: row.project_id, before: row.state, head }
  const done = await record(tx, doing, of, law, event)
  const updated = await tx
    .updateTable('joint')
    .set({
      ...shownOf(done.state, law),
      version: done.head.version,
      head: done.head.hash,
      updated_at: doing.at.toString(),
    })
    .where('district_code', '=', doing.district)
    .where('joint_id', '=', id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  if (updated.numUpdatedRows !== 1n) return refuse('request.stale')
  await keepParticipants(tx, doing.district, id, row.state, done.state)
  return undefined
}
