import type { AskedOf, LandEventKind, landContracts, ProjectId } from '@kaigong/contract'
import { holdProject } from '../plans/project.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, headOf } from '../platform/events/append.ts'
import type { NewEvent } from '../platform/events/seal.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { conversionOf } from './conversionOf.ts'
import { type Doing, lapseAll } from './preReviews.ts'
import { agencyOf, type LandEventRow, type Standing, standingOf } from './standing.ts'

type Body = AskedOf<typeof landContracts.record>['body']

/** Whose work each happening is; the agency of the deal may record all of them. */
const HANDLED_BY: Readonly<Record<LandEventKind, string>> = {
  deal: 'P10',
  contract: 'P10',
  payment: 'P11',
  handover: 'P12',
  notWon: 'P10',
}

/**
 * Records what became of the land, with the paper that proves it. What was recorded may be put right with a reason until certificates have been
 * issued on it. That the land was not won ends all pre-reviews of the project in the same transaction.
 */
export async function recordLand(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  kind: LandEventKind,
  body: Body,
): Promise<Refused | undefined> {
  const { district, person } = actor
  if (!(await holdProject(tx, district, project))) return refuse('request.notFound')
  const standing = await standingOf(tx, deps, district, project)
  if (isRefused(standing)) return standing
  if (!mayRecord(actor, standing, kind)) return refuse('land.notYours')
  const { events } = standing
  const settled = events.has('notWon') || (kind === 'notWon' && events.has('deal'))
  if (settled || (await conversionOf(tx, district, project))) return refuse('land.settled')
  const before = events.get(kind)
  if (before && !body.reason)
    return refuse('land.needsReason', { errors: [{ pointer: '/reason', detail: GIVE_REASON }] })
  if (!isPossible(standing, kind, body.on, deps.legalToday().toString())) return refuse('land.wrongDay')
  const said = await saidOf(tx, standing, kind, body)
  if (isRefused(said)) return said
  const doing: Doing = { district, actor: person, at: deps.now() }
  await keepLandEvent(tx, doing, project, kind, said)
  const data = { kind, ...said, before: before ? shortOf(before) : null, reason: body.reason ?? null }
  await tellOfLand(tx, doing, project, { type: 'landRecorded', data })
  if (kind === 'notWon') await lapseAll(tx, doing, standing.preReviews, body.on)
  return undefined
}

const mayRecord = ({ roles, agency }: Actor, standing: Standing, kind: LandEventKind): boolean =>
  roles.includes('coordinator') ||
  (agency !== null && [HANDLED_BY[kind], 'P10'].some((matter) => agencyOf(standing, matter) === agency))

/** Not after today; nothing before the deal, and no deal after what rests on it. */
function isPossible({ events }: Standing, kind: LandEventKind, on: string, today: string): boolean {
  if (on > today) return false
  const deal = kind === 'deal' ? undefined : events.get('deal')?.happened_on
  if (deal !== undefined && on < deal) return false
  return kind !== 'deal' || [...events.values()].every((e) => e.kind === 'deal' || e.happened_on >= on)
}

type Said = Pick<LandEventRow, 'happened_on' | 'reference' | 'winner_id' | 'parcel_sha256' | 'conditions_sha256'>

/** What is recorded: the winner with the deal, and with the contract the contents of the files that it holds. */
async function saidOf(
  tx: Tx,
  { row, files, district }: Standing,
  kind: LandEventKind,
  { on, reference, winner, parcel, conditions }: Body,
): Promise<Said | Refused> {
  const hash = (id: string | undefined) => files.find((file) => file.id === id)?.sha256 ?? null
  const absent = Object.entries({ parcel, conditions }).filter(([, id]) => id !== undefined && hash(id) === null)
  if (absent.length > 0)
    return refuse('request.invalid', { errors: absent.map(([field]) => ({ pointer: `/${field}`, detail: NO_FILE })) })
  const winner_id = kind === 'deal' ? (winner ?? row.company_id) : null
  if (winner !== undefined && !(await isKnownCompany(tx, district, winner)))
    return refuse('request.invalid', { errors: [{ pointer: '/winner', detail: NO_COMPANY }] })
  return { happened_on: on, reference, winner_id, parcel_sha256: hash(parcel), conditions_sha256: hash(conditions) }
}

const isKnownCompany = async (tx: Tx, district: string, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('company')
    .where('district_code', '=', district)
    .where('company_id', '=', id)
    .select('company_id')
    .executeTakeFirst()) !== undefined

/** Writes one happening of the land, over what was recorded of it before. */
export async function keepLandEvent(
  tx: Tx,
  { district, actor, at }: Doing,
  project: ProjectId,
  kind: LandEventKind,
  said: Said,
): Promise<void> {
  const row = { ...said, recorded_by: actor, recorded_at: at.toString() }
  await tx
    .insertInto('land_event')
    .values({ ...row, district_code: district, project_id: project, kind })
    .onConflict((c) => c.columns(['district_code', 'project_id', 'kind']).doUpdateSet(row))
    .execute()
}

/** Appends to the history of the project's land. */
export async function tellOfLand(
  tx: Tx,
  { district, actor, at }: Doing,
  project: ProjectId,
  event: NewEvent,
): Promise<void> {
  const about = { district, stream: `land/${project}`, actor, at, project }
  await append(tx, about, await headOf(tx, district, about.stream), [event])
}

const shortOf = ({ happened_on, reference, winner_id }: LandEventRow) => ({ happened_on, reference, winner_id })

const GIVE_REASON = { zh: '请写明改正的理由', en: 'give the reason for putting it right' }
const NO_FILE = {
  zh: '请从项目材料中选择已上传的文件',
  en: 'choose a file that was uploaded to the project’s materials',
}
const NO_COMPANY = { zh: '没有登记过这家企业', en: 'no such company is registered' }
