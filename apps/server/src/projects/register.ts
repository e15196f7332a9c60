import type { ProjectBody, ProjectId } from '@kaigong/contract'
import type { Tx } from '../platform/database/transaction.ts'
import type { Refused } from '../platform/http/answer.ts'
import { type Doing, registerProject } from './save.ts'
import { addMembers, teamChanged } from './team.ts'

const registered = ({ identity: { name } }: ProjectBody) => ({ type: 'projectRegistered', data: { name } })

/** Somebody registers a project; whom it gets as a team is said later. */
export const register = (tx: Tx, doing: Doing, id: ProjectId, body: ProjectBody): Promise<Refused | undefined> =>
  registerProject(tx, doing, id, body, { events: [registered(body)] })

/** A helper registers a project and is its helper from the first moment. */
export async function registerAsHelper(
  tx: Tx,
  doing: Doing,
  id: ProjectId,
  body: ProjectBody,
): Promise<Refused | undefined> {
  const { district, actor } = doing
  if (actor === null) return await register(tx, doing, id, body)
  const team = [{ personId: actor, duty: 'helper' as const, agencyId: null }]
  const { name } = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('person_id', '=', actor)
    .select('name')
    .executeTakeFirstOrThrow()
  const events = [registered(body), teamChanged([], team, 1)]
  const refused = await registerProject(tx, doing, id, body, { events, helperName: name })
  if (refused) return refused
  await addMembers(tx, district, id, team)
  return undefined
}
