import { day, isoDate } from '@kaigong/calendar'
import {
  evolvePreReview,
  lapse,
  opine,
  type PreReview,
  type PreReviewEvent,
  replaceDrawings,
  requestPreReview,
  toStored,
} from '@kaigong/casework'
import type { AskedOf, landContracts, PreReviewId, ProjectId } from '@kaigong/contract'
import { nextOf } from '../certificates/number.ts'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, emptyHead } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { isRefused, type Refused, refuse } from '../platform/http/answer.ts'
import { filesAtHand } from './filesAtHand.ts'
import { type PreReviewRow, type Standing, standingOf } from './standing.ts'
import './tables.ts'

export type Doing = {
  readonly district: Actor['district']
  readonly actor: Actor['person']
  readonly at: Temporal.Instant
}
type Known = Exclude<PreReview, { readonly stage: 'none' }>
type Wish = AskedOf<typeof landContracts.requestPreReview>['body']

/** Matters of the plan that are pre-reviewed and have no pre-review, certificate or case yet. */
export function requestableIn({ plan, preReviews, cases, certificates, today }: Standing) {
  const done = (plan?.matters ?? []).filter((m) => m.track === 'preReview' && !m.done && m.agency !== null)
  const isLive = ({ stage, valid_until }: PreReviewRow) =>
    stage !== 'lapsed' && !(stage === 'agreed' && valid_until !== null && valid_until < isoDate(today))
  const isTaken = (occurrence: string) =>
    preReviews.some((r) => r.occurrence === occurrence && isLive(r)) ||
    cases.some((c) => c.occurrence === occurrence) ||
    certificates.some((c) => c.occurrence === occurrence)
  return done.filter(({ id }) => !isTaken(id))
}

/** Requests a pre-review for a matter of the adopted plan, on three files that were uploaded; what counts of them is their content. */
export async function request(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  project: ProjectId,
  { occurrence, drawings, parcel, conditions, handedIn = [] }: Wish,
): Promise<PreReviewId | Refused> {
  const { district, person } = actor
  const standing = await standingOf(tx, deps, district, project)
  if (isRefused(standing)) return standing
  const { plan, row, ground, files, today } = standing
  if (!plan) return refuse('case.noPlan')
  if (row.company_id === null) return refuse('case.noApplicant')
  const planned = plan.matters.find(({ id }) => id === occurrence)
  const law = planned && ground.matters.get(planned.matter)
  if (!planned || !law || planned.agency === null) return refuse('case.notInPlan')
  const named = { drawings, parcel, conditions }
  const hashes = Object.entries(named).map(([field, id]) => [field, files.find((f) => f.id === id)?.sha256] as const)
  const unknown = hashes.filter(([, sha256]) => sha256 === undefined)
  if (unknown.length > 0)
    return refuse('request.invalid', { errors: unknown.map(([field]) => ({ pointer: `/${field}`, detail: NO_FILE })) })
  const [drawingsSha256 = '', parcelSha256 = '', conditionsSha256 = ''] = hashes.map(([, sha256]) => sha256)
  const doing = { district, actor: person, at: deps.now() }
  const before = standing.preReviews.find((r) => r.occurrence === occurrence)
  if (before) {
    const expired = lapse(before.state, today, 'expired')
    // What has expired makes way for a new one; what lives is told below that it lives.
    if (!('refused' in expired)) await keep(tx, doing, before, [expired])
    else if (before.stage !== 'lapsed') return alive
  }
  const id = deps.newId() as PreReviewId
  const of = { id, matter: law.id, applicant: row.company_id, parcelSha256, conditionsSha256 }
  const event = requestPreReview({ stage: 'none' }, { ...of, drawingsSha256, on: today }, law)
  if ('refused' in event) return refuse('preReview.forbidden', { says: event.says, rule: event.refused })
  const state = evolvePreReview({ stage: 'none' }, event) as Known
  const year = isoDate(today).slice(0, 4)
  const sequence = await nextOf(tx, district, `preReview ${year}`)
  const number = `${district}-YS-${year}-${String(sequence).padStart(4, '0')}`
  const about = { district, stream: streamOf(project, id), actor: person, at: doing.at, project }
  const head = await append(tx, about, emptyHead, [told(event, number, law.name)])
  await tx
    .insertInto('pre_review')
    .values({
      district_code: district,
      pre_review_id: id,
      version: head.version,
      head: head.hash,
      number,
      project_id: project,
      occurrence,
      matter: law.id,
      matter_name: JSON.stringify(law.name),
      agency_id: planned.agency,
      company_id: row.company_id,
      drawings_id: drawings,
      handed_in: JSON.stringify(handedIn),
      state: JSON.stringify(state),
      stage: 'open',
      valid_until: null,
      insubstantial_by: null,
      insubstantial_sha256: null,
      requested_on: isoDate(today),
    })
    .execute()
  return id
}

type At = { readonly project: ProjectId; readonly id: PreReviewId; readonly ifMatch: number }

/** Replaces the drawings by a file of the project, be it another or the same in a newer version: what was opined no longer counts. */
export async function replace(
  tx: Tx,
  deps: Deps,
  { district, person }: Actor,
  at: At,
  { drawings, handedIn = [] }: AskedOf<typeof landContracts.replaceDrawings>['body'],
): Promise<Refused | undefined> {
  const row = await held(tx, district, at)
  if (isRefused(row)) return row
  const file = (await filesAtHand(tx, district, at.project)).find(({ id }) => id === drawings)
  if (!file) return refuse('request.invalid', { errors: [{ pointer: '/drawings', detail: NO_FILE }] })
  const event = replaceDrawings(row.state, file.sha256, day(deps.legalToday().toString()))
  if ('refused' in event) return refuse('preReview.forbidden', { says: event.says, rule: event.refused })
  const more = [...new Set([...row.handed_in, ...handedIn])]
  await keep(tx, { district, actor: person, at: deps.now() }, row, [event], {
    drawings_id: drawings,
    handed_in: JSON.stringify(more),
  })
  return undefined
}

/** The agency's opinion on the latest version. Whoever signs is its head, or the institution that reviews drawings: it is carried out on the land day. */
export async function giveOpinion(
  tx: Tx,
  deps: Deps,
  { district, person, agency }: Actor,
  at: At,
  { drawingsSha256, verdict, text }: AskedOf<typeof landContracts.opine>['body'],
): Promise<Refused | undefined> {
  const row = await held(tx, district, at)
  if (isRefused(row)) return row
  if (row.agency_id !== agency) return refuse('preReview.notYours')
  const { ground } = await deps.catalogues.inForce(tx, district)
  const law = ground.matters.get(row.matter)
  if (!law) throw new Error(`the catalogue in force lacks ${row.matter}`)
  const on = day(deps.legalToday().toString())
  const opinion = { agency, signedBy: person, on, drawingsSha256, verdict, text }
  const event = opine(row.state, opinion, law, ground.calendar)
  if ('refused' in event) return refuse('preReview.forbidden', { says: event.says, rule: event.refused })
  await keep(tx, { district, actor: person, at: deps.now() }, row, [event])
  return undefined
}

/** The agency says that the drawings as they lie there now differ from those it agreed to in nothing that matters. */
export async function deemInsubstantial(
  tx: Tx,
  deps: Deps,
  { district, person, agency }: Actor,
  at: At,
  reason: string,
): Promise<Refused | undefined> {
  const row = await held(tx, district, at)
  if (isRefused(row)) return row
  if (row.agency_id !== agency) return refuse('preReview.notYours')
  const file = (await filesAtHand(tx, district, at.project)).find(({ id }) => id === row.drawings_id)
  if (row.stage !== 'agreed' || !file || row.state.versions.at(-1) === file.sha256)
    return refuse('preReview.forbidden', { says: NOTHING_DIFFERS, rule: 'preReview.sameVersion' })
  const about = {
    district,
    stream: streamOf(at.project, row.pre_review_id),
    actor: person,
    at: deps.now(),
    project: at.project,
  }
  const data = { number: row.number, name: row.matter_name, sha256: file.sha256, reason }
  const head = await append(tx, about, { version: row.version, hash: row.head }, [
    { type: 'preReviewDeemedSame', data },
  ])
  await tx
    .updateTable('pre_review')
    .set({ version: head.version, head: head.hash, insubstantial_by: person, insubstantial_sha256: file.sha256 })
    .where('district_code', '=', district)
    .where('pre_review_id', '=', row.pre_review_id)
    .execute()
  return undefined
}

/** The land went to somebody else: all opinions of the project lapse, nobody pays and nobody gains a claim (domain 2.2, step 16). */
export async function lapseAll(tx: Tx, doing: Doing, rows: readonly PreReviewRow[], on: string): Promise<void> {
  for (const row of rows) {
    const event = lapse(row.state, day(on), 'landNotWon')
    if (!('refused' in event)) await keep(tx, doing, row, [event])
  }
}

/** The pre-review became a formal document; it names that one's number, as the document names it. */
export const convertPreReview = (tx: Tx, doing: Doing, row: PreReviewRow, on: string, number: string): Promise<void> =>
  keep(tx, doing, row, [{ type: 'preReviewConverted', on: day(on), number }])

const streamOf = (project: string, id: string): string => `preReview/${project}/${id}`

/** What has to be set with the state, where it is more than the state. */
type More = { readonly drawings_id: string; readonly handed_in: string }

async function keep(
  tx: Tx,
  { district, actor, at }: Doing,
  row: PreReviewRow,
  events: readonly PreReviewEvent[],
  more: Partial<More> = {},
): Promise<void> {
  const about = { district, stream: streamOf(row.project_id, row.pre_review_id), actor, at, project: row.project_id }
  const state = events.reduce(evolvePreReview, row.state as PreReview) as Known
  const before = { version: row.version, hash: row.head }
  const head = await append(
    tx,
    about,
    before,
    events.map((e) => told(e, row.number, row.matter_name)),
  )
  await tx
    .updateTable('pre_review')
    .set({
      ...more,
      version: head.version,
      head: head.hash,
      state: JSON.stringify(state),
      stage: state.stage,
      valid_until: state.validUntilOn === null ? null : isoDate(state.validUntilOn),
    })
    .where('district_code', '=', district)
    .where('pre_review_id', '=', row.pre_review_id)
    .execute()
}

/** Names under which the trail keeps the events; one of them would say too little by itself. */
const told = (event: PreReviewEvent, number: string, name: PreReviewRow['matter_name']) => ({
  type: event.type === 'drawingsReplaced' ? 'preReviewDrawingsReplaced' : event.type,
  data: { ...(toStored(event) as object), preReview: number, name },
})

async function held(
  tx: Tx,
  district: Actor['district'],
  { project, id, ifMatch }: At,
): Promise<PreReviewRow | Refused> {
  const row = await tx
    .selectFrom('pre_review')
    .where('district_code', '=', district)
    .where('project_id', '=', project)
    .where('pre_review_id', '=', id)
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('request.notFound')
  return row.version === ifMatch ? row : refuse('request.stale', { current: row.version })
}

const NO_FILE = {
  zh: '请从项目材料中选择已上传的文件',
  en: 'choose a file that was uploaded to the project’s materials',
}
const alive = refuse('preReview.forbidden', {
  rule: 'preReview.notOpen',
  says: {
    zh: '该预审已在进行。请在原预审中更新图纸。',
    en: 'This pre-review is under way. Replace the drawings in it.',
  },
})
const NOTHING_DIFFERS = {
  zh: '图纸与已同意的版本相同，或意见尚未作出，无须认定。',
  en: 'The drawings are those that were agreed to, or nobody has agreed yet: there is nothing to say.',
}
