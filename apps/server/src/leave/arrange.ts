import type { BodyOf, leaveContracts, PersonId } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, emptyHead, headOf } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import '../people/tables.ts'
import './tables.ts'

type Body = BodyOf<typeof leaveContracts.arrange>

/** Arranges that one person of the head's agency stands in for another. @returns the id. */
export async function arrange(
  tx: Tx,
  deps: Deps,
  { district, person, agency }: Actor,
  { absent, deputy, fromOn, untilOn }: Body,
): Promise<string | Refused> {
  if (agency === null) return refuse('right.missing')
  // Two arrangements of one agency at once would not see each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`leave ${district} ${agency}`}, 0))`.execute(tx)
  const staff = await staffAmong(tx, district, agency, [absent, deputy])
  const overlapping = await tx
    .selectFrom('stand_in')
    .where('district_code', '=', district)
    .where('from_on', '<=', untilOn)
    .where('until_on', '>=', fromOn)
    .where((e) => e.or([e('ended_on', 'is', null), e('ended_on', '>', fromOn)]))
    .select(['absent', 'deputy'])
    .execute()
  const errors = [
    ...(staff.has(absent) ? [] : [{ pointer: '/absent', detail: NOT_OURS }]),
    ...(staff.has(deputy) ? [] : [{ pointer: '/deputy', detail: NOT_OURS }]),
    ...(absent === deputy ? [{ pointer: '/deputy', detail: ONESELF }] : []),
    ...(untilOn < fromOn ? [{ pointer: '/untilOn', detail: ENDS_BEFORE }] : []),
    ...(untilOn < deps.legalToday().toString() ? [{ pointer: '/untilOn', detail: OVER }] : []),
    ...(overlapping.some((one) => one.absent === absent) ? [{ pointer: '/absent', detail: ARRANGED }] : []),
    // Nobody stands in for two desks at one remove: who is away answers for no other.
    ...(overlapping.some((one) => one.absent === deputy) ? [{ pointer: '/deputy', detail: AWAY }] : []),
    ...(overlapping.some((one) => one.deputy === absent) ? [{ pointer: '/absent', detail: STANDS_IN }] : []),
  ]
  if (errors.length > 0) return refuse('request.invalid', { errors })
  const [id, at] = [deps.newId(), deps.now()]
  await tx
    .insertInto('stand_in')
    .values({
      district_code: district,
      stand_in_id: id,
      agency_id: agency,
      absent,
      deputy,
      from_on: fromOn,
      until_on: untilOn,
      ended_on: null,
      given_by: person,
      given_at: at.toString(),
    })
    .execute()
  const data = { standIn: id, agency, absent, deputy, fromOn, untilOn }
  const about = { district, stream: `leave/${id}`, actor: person, at }
  await append(tx, about, emptyHead, [{ type: 'standInArranged', data }])
  return id
}

/** Ends an arrangement as of today; one that was ended before stays as it is. */
export async function end(tx: Tx, deps: Deps, { district, person }: Actor, id: string): Promise<Refused | undefined> {
  const row = await tx
    .selectFrom('stand_in')
    .where('district_code', '=', district)
    .where('stand_in_id', '=', id)
    .select('ended_on')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  if (row.ended_on !== null) return undefined
  const endedOn = deps.legalToday().toString()
  await tx
    .updateTable('stand_in')
    .set({ ended_on: endedOn })
    .where('district_code', '=', district)
    .where('stand_in_id', '=', id)
    .execute()
  const about = { district, stream: `leave/${id}`, actor: person, at: deps.now() }
  await append(tx, about, await headOf(tx, district, about.stream), [
    { type: 'standInEnded', data: { standIn: id, endedOn } },
  ])
  return undefined
}

async function staffAmong(tx: Tx, district: Actor['district'], agency: string, ids: readonly PersonId[]) {
  const rows = await tx
    .selectFrom('person')
    .where('district_code', '=', district)
    .where('agency_id', '=', agency)
    .where('active', '=', true)
    .where('person_id', 'in', [...ids])
    .select('person_id')
    .execute()
  return new Set<string>(rows.map(({ person_id }) => person_id))
}

const NOT_OURS = { zh: '请选择本部门在岗人员', en: 'choose somebody who works in your agency' }
const ONESELF = { zh: '不能由本人代自己', en: 'nobody stands in for themselves' }
const ENDS_BEFORE = { zh: '截止日早于起始日', en: 'it ends before it begins' }
const OVER = { zh: '截止日已过', en: 'that day is over' }
const ARRANGED = { zh: '这段时间已安排代班', en: 'somebody stands in for them in that time already' }
const AWAY = { zh: '代班人这段时间自己也休假', en: 'they are away themselves in that time' }
const STANDS_IN = {
  zh: '此人这段时间正替他人代班，请先另作安排',
  en: 'they stand in for somebody else in that time; arrange that first',
}
