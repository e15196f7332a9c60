import type { BodyOf, CompanyId, ProjectId, proxyContracts } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import { keyOf, versionsOf } from '../cases/papers.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, emptyHead, headOf } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import '../people/tables.ts'
import '../projects/tables.ts'
import './tables.ts'

type Body = BodyOf<typeof proxyContracts.give>

const streamOf = (project: ProjectId, id: string): string => `proxy/${project}/${id}`

/** Authorises a helper of the team in the company's name. @returns the id of the authorisation. */
export async function give(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  project: ProjectId,
  company: CompanyId,
  ground: Ground,
  { helper, stages, matters, acts, fromOn, untilOn, agreement }: Body,
): Promise<string | Refused> {
  const helpers = await helpersOf(tx, district, project)
  const faults = [
    ...(helpers.some(({ personId }) => personId === helper) ? [] : [{ pointer: '/helper', detail: NO_HELPER }]),
    ...(untilOn < fromOn ? [{ pointer: '/untilOn', detail: ENDS_BEFORE }] : []),
    ...(untilOn < deps.legalToday().toString() ? [{ pointer: '/untilOn', detail: OVER } as const] : []),
    ...matters.flatMap((id, i) => {
      const stage = ground.matters.get(id)?.stage
      return stages.some((s) => s === stage) ? [] : [{ pointer: `/matters/${i}`, detail: OTHER_STAGE }]
    }),
  ]
  if (faults.length > 0) return refuse('request.invalid', { errors: faults })
  const stored = await agreementOf(tx, district, project, agreement)
  if (isRefused(stored)) return stored
  const [id, at] = [deps.newId(), deps.now()]
  await tx
    .insertInto('proxy_authorisation')
    .values({
      district_code: district,
      authorisation_id: id,
      project_id: project,
      company_id: company,
      helper,
      stages: [...new Set(stages)].sort(),
      matters: [...new Set(matters)],
      acts: [...new Set(acts)],
      from_on: fromOn,
      until_on: untilOn,
      revoked_on: null,
      agreement: stored === null ? null : JSON.stringify(stored),
      given_by: person,
      given_at: at.toString(),
    })
    .execute()
  const data = { authorisation: id, helper, stages, matters, acts, fromOn, untilOn, sha256: stored?.sha256 ?? null }
  const about = { district, stream: streamOf(project, id), actor: person, at, project }
  await append(tx, about, emptyHead, [{ type: 'proxyGiven', data }])
  return id
}

/** Revokes an authorisation as of today; undefined where there is none of this company. One that was revoked before stays as it is. */
export async function revoke(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  project: ProjectId,
  id: string,
): Promise<Refused | undefined> {
  const row = await tx
    .selectFrom('proxy_authorisation')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('authorisation_id', '=', id)
    .select('revoked_on')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  if (row.revoked_on !== null) return undefined
  const revokedOn = deps.legalToday().toString()
  await tx
    .updateTable('proxy_authorisation')
    .set({ revoked_on: revokedOn })
    .where('district_code', '=', district)
    .where('authorisation_id', '=', id)
    .execute()
  const about = { district, stream: streamOf(project, id), actor: person, at: deps.now(), project }
  const data = { authorisation: id, revokedOn }
  await append(tx, about, await headOf(tx, district, about.stream), [{ type: 'proxyRevoked', data }])
  return undefined
}

/** Helpers of a project's team: who can be authorised. */
export async function helpersOf(tx: Tx, district: Actor['district'], project: ProjectId) {
  const rows = await tx
    .selectFrom('team_member as t')
    .innerJoin('person as p', (j) =>
      j.onRef('p.district_code', '=', 't.district_code').onRef('p.person_id', '=', 't.person_id'),
    )
    .where('t.district_code', '=', district)
    .where('t.project_id', '=', project)
    .where('t.duty', 'in', ['helper', 'deputy'])
    .where('p.active', '=', true)
    .select(['p.person_id', 'p.name', 'p.roles'])
    .distinct()
    .orderBy('p.name')
    .execute()
  return rows.flatMap(({ person_id, name, roles }) =>
    roles.includes('helper') ? [{ personId: person_id as Actor['person'], name }] : [],
  )
}

async function agreementOf(tx: Tx, district: Actor['district'], project: ProjectId, file: Body['agreement']) {
  if (file === undefined) return null
  const version = (await versionsOf(tx, district, [file])).get(keyOf(file))
  return version?.project === project
    ? { ...file, sha256: version.sha256 }
    : refuse('case.paperNotStored', { errors: [{ pointer: '/agreement', detail: NOT_STORED }] })
}

const NO_HELPER = {
  zh: '请从本项目专班的帮办员中选择；没有的请先由专班加入',
  en: 'choose a helper of the project’s team; let the task force add one first',
}
const ENDS_BEFORE = { zh: '截止日早于起始日', en: 'it ends before it begins' }
const OVER = { zh: '截止日已过', en: 'that day is over' }
const OTHER_STAGE = { zh: '该事项不在所选阶段', en: 'the matter is not of the chosen stages' }
const NOT_STORED = { zh: '本项目没有收下这个文件', en: 'no such file was taken for this project' }
