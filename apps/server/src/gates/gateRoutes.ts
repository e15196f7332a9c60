import { isoDate } from '@kaigong/calendar'
import { exceptGate } from '@kaigong/casework'
import { type BodyOf, contracts, type GateId, type ProjectId } from '@kaigong/contract'
import { beijingMoment } from '../cases/law.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { type Route, route } from '../platform/http/route.ts'
import { gateGround } from './ground.ts'
import { askGates, gateViews, simultaneityViews } from './view.ts'
import './tables.ts'

const { gates } = contracts
const WHOLE = { kind: 'project', id: '' } as const

/** Gates G0–G4 of a project: asked with its facts and what was granted to it, and a leader's exceptions from them. */
export const gateRoutes = (deps: Deps): readonly Route[] => [
  route(gates.read, async ({ actor, params: { projectId }, read }) =>
    read(async (tx) => {
      const body = await gatesOf(tx, deps, actor, projectId)
      return isRefused(body) ? body : { status: 200, body }
    }),
  ),
  route(gates.except, async ({ actor, params: { projectId, gate }, body, transact }) =>
    transact(async (tx) => {
      const refused = await except(tx, deps, actor, projectId, gate, body)
      if (refused) return refused
      const after = await gatesOf(tx, deps, actor, projectId)
      return isRefused(after) ? after : { status: 201, body: after }
    }),
  ),
]

async function gatesOf(tx: Tx, deps: Deps, { district, roles }: Actor, project: ProjectId) {
  const { ground } = await deps.catalogues.inForce(tx, district)
  const today = beijingMoment(deps.now()).on
  const known = await gateGround(tx, ground, district, project, today)
  if (isRefused(known)) return known
  return {
    on: isoDate(today),
    gates: await gateViews(tx, district, ground, askGates(ground, known)),
    simultaneities: simultaneityViews(ground, known.factsAt(WHOLE)),
    mayExcept: roles.includes('leader'),
  }
}

/** The exception is decided by casework, kept beside the project, and told in its history. */
async function except(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  project: ProjectId,
  gate: GateId,
  { matter, policy, reason }: BodyOf<typeof gates.except>,
): Promise<Refused | undefined> {
  const { ground } = await deps.catalogues.inForce(tx, district)
  const at = deps.now()
  const { on } = beijingMoment(at)
  const known = await gateGround(tx, ground, district, project, on)
  if (isRefused(known)) return known
  const asked = askGates(ground, known).filter((one) => one.gate === gate)
  const lacking = asked.find(({ answer }) => answer.missing.some((m) => m.matter === matter)) ?? asked[0]
  if (!lacking) return refuse('gate.notMissing')
  const decided = exceptGate(lacking.answer, { on, gate, matter, by: person, policy, reason }, 'leader')
  if ('refused' in decided) return refuse('gate.notMissing', { says: decided.says, rule: decided.refused })
  await tx
    .insertInto('gate_exception')
    .values({
      district_code: district,
      project_id: project,
      gate,
      matter,
      excepted_on: isoDate(on),
      excepted_by: person,
      policy_title: policy.title,
      policy_number: policy.number,
      reason,
    })
    .execute()
  const name = ground.matters.get(matter)?.name ?? { zh: matter, en: matter }
  const about = { district, stream: `gate/${project}/${gate}`, actor: person, at, project }
  const data = { gate, matter, name, policy, reason, on: isoDate(on) }
  await append(tx, about, await headOf(tx, district, about.stream), [{ type: 'gateExcepted', data }])
  return undefined
}
