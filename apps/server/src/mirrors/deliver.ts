import type { MirrorDelivery, MirrorRow, Text } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { append, emptyHead } from '../platform/events/append.ts'
import type { Actor } from '../platform/http/actor.ts'
import { type Asked, judge, type Source } from './judge.ts'
import { keep } from './keep.ts'
import { keyOf } from './rowKey.ts'
import { statusName } from './statusName.ts'
import { subjects } from './subject.ts'
import './tables.ts'

/** A row as it stands here: kept before, or just come. */
type Standing = {
  readonly key: string
  readonly row: MirrorRow
  readonly before: {
    readonly id: string
    readonly state: 'placed' | 'waiting' | 'dismissed'
    readonly reason: Text | null
    readonly version: number
    readonly head: string
  } | null
}
type Outcome = { readonly state: 'placed' | 'waiting' | 'dismissed'; readonly reason: Text | null }

/**
 * Takes status rows: each case of the other system is judged by all that is known of it, so that neither repetition nor order of delivery
 * changes what it comes to. With `keeping` false only says what would become of them.
 */
export async function deliver(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  rows: readonly MirrorRow[],
  { keeping }: { readonly keeping: boolean },
): Promise<MirrorDelivery> {
  const delivered = rows.map((row) => ({ row, key: keyOf(row), source: sourceOf(row) }))
  const sources = distinct(delivered.map(({ source }) => source))
  const asked = await askedFor(tx, deps, actor)
  if (keeping) await lock(tx, actor, sources)
  const ofSource = Map.groupBy(delivered, ({ source }) => nameOf(source))
  const outcomes = new Map<string, Outcome & { readonly repeated: boolean }>()
  for (const source of sources) {
    const known = await standing(tx, actor, source)
    for (const { key, row } of ofSource.get(nameOf(source)) ?? [])
      if (!known.has(key)) known.set(key, { key, row, before: null })
    const settled = await settle(asked, source, [...known.values()], keeping)
    for (const [key, outcome] of settled) outcomes.set(key, { ...outcome, repeated: known.get(key)?.before !== null })
  }
  const verdicts = delivered.map(({ row, key }) => {
    const { state, reason, repeated } = outcomes.get(key) ?? {
      state: 'waiting' as const,
      reason: null,
      repeated: false,
    }
    return { row, statusName: statusName(row.code), state, reason, repeated }
  })
  const count = (test: (verdict: (typeof verdicts)[number]) => boolean) => verdicts.filter(test).length
  return {
    placed: count(({ state }) => state === 'placed'),
    waiting: count(({ state }) => state === 'waiting'),
    repeated: count(({ repeated }) => repeated),
    rows: verdicts,
  }
}

/** Judges once more everything that waits. */
export async function retry(
  tx: Tx,
  deps: Deps,
  actor: Actor,
): Promise<{ readonly placed: number; readonly waiting: number }> {
  const rows = await tx
    .selectFrom('mirror_row')
    .where('district_code', '=', actor.district)
    .where('state', '=', 'waiting')
    .select(['system', 'source_id as sourceId'])
    .distinct()
    .execute()
  const sources = distinct(rows)
  const asked = await askedFor(tx, deps, actor)
  await lock(tx, actor, sources)
  let [placed, waiting] = [0, 0]
  for (const source of sources) {
    const known = await standing(tx, actor, source)
    for (const [key, { state }] of await settle(asked, source, [...known.values()], true)) {
      if (state === 'waiting') waiting += 1
      else if (state === 'placed' && known.get(key)?.before?.state === 'waiting') placed += 1
    }
  }
  return { placed, waiting }
}

async function askedFor(tx: Tx, deps: Deps, actor: Actor): Promise<Asked> {
  const edition = await deps.catalogues.inForce(tx, actor.district)
  return { tx, deps, actor, edition, subjectOf: subjects(tx, actor.district, edition.ground) }
}

async function settle(
  asked: Asked,
  source: Source,
  known: readonly Standing[],
  keeping: boolean,
): Promise<ReadonlyMap<string, Outcome>> {
  const { tx, deps, actor } = asked
  const isDismissed = ({ before }: Standing) => before?.state === 'dismissed'
  const { waiting, change } = await judge(
    asked,
    source,
    known.filter((one) => !isDismissed(one)),
  )
  const doing = { district: actor.district, actor: actor.person, at: deps.now() }
  const caseNumber = keeping && change ? await keep({ tx, deps, doing }, source, change) : null
  const outcomes = new Map<string, Outcome>()
  for (const one of known) {
    const reason = waiting.get(one.key) ?? null
    const outcome: Outcome = isDismissed(one)
      ? { state: 'dismissed', reason: one.before?.reason ?? null }
      : { state: reason ? 'waiting' : 'placed', reason }
    outcomes.set(one.key, outcome)
    if (keeping) await note(asked, one, outcome, caseNumber)
  }
  return outcomes
}

/** Keeps what became of a row, with its event; a row of which nothing changed is left alone. */
async function note(
  { tx, deps, actor }: Asked,
  { key, row, before }: Standing,
  { state, reason }: Outcome,
  caseNumber: string | null,
): Promise<void> {
  if (before && before.state === state && before.reason?.zh === reason?.zh) return
  const at = deps.now()
  const id = before?.id ?? deps.newId()
  const about = { district: actor.district, stream: `mirror/${id}`, actor: actor.person, at }
  const said = { system: row.system, sourceId: row.sourceId, code: row.code }
  const head = before ? { version: before.version, hash: before.head } : emptyHead
  const { version, hash } = await append(tx, about, head, [
    state === 'placed'
      ? { type: 'mirrorRowPlaced', data: { ...said, caseNumber } }
      : { type: 'mirrorRowWaits', data: { ...said, reason } },
  ])
  const kept = { state, reason: reason && JSON.stringify(reason), version, head: hash }
  if (before)
    await tx
      .updateTable('mirror_row')
      .set(kept)
      .where('district_code', '=', actor.district)
      .where('row_id', '=', id)
      .execute()
  else
    await tx
      .insertInto('mirror_row')
      .values({
        ...kept,
        district_code: actor.district,
        row_id: id,
        system: row.system,
        source_id: row.sourceId,
        key,
        at: row.at,
        said: JSON.stringify(row),
        delivered_by: actor.person,
        delivered_at: at.toString(),
      })
      .execute()
}

async function standing(tx: Tx, { district }: Actor, { system, sourceId }: Source): Promise<Map<string, Standing>> {
  const rows = await tx
    .selectFrom('mirror_row')
    .where('district_code', '=', district)
    .where('system', '=', system)
    .where('source_id', '=', sourceId)
    .select(['row_id as id', 'key', 'said', 'state', 'reason', 'version', 'head'])
    .execute()
  return new Map(rows.map(({ key, said, ...before }) => [key, { key, row: said, before }]))
}

/** Two deliveries about the same case there follow each other. All locks in one order, before anything is written: nobody waits in a circle. */
async function lock(tx: Tx, { district }: Actor, sources: readonly Source[]): Promise<void> {
  for (const name of sources.map((source) => `mirror ${district} ${nameOf(source)}`).sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

const sourceOf = ({ system, sourceId }: MirrorRow): Source => ({ system, sourceId })
const nameOf = ({ system, sourceId }: Source): string => JSON.stringify([system, sourceId])
const distinct = (sources: readonly Source[]): readonly Source[] => [
  ...new Map(sources.map((source) => [nameOf(source), source])).values(),
]
