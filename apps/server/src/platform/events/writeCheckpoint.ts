import type { DistrictCode } from '@kaigong/contract'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'
import { inTransaction, systemIn, type Tx } from '../database/transaction.ts'
import { append, type Head, headOf } from './append.ts'
import { type Checkpoint, listed, rootOf, walkCheckpoints } from './checkpoint.ts'
import { checkpointStream } from './faults.ts'
import { checkpointsOf } from './readTrail.ts'
import { canonical, hashOf } from './seal.ts'
import type { PublicKeys, SigningKey } from './signingKey.ts'
import type { Heads } from './verify.ts'
import './tables.ts'

/**
 * Signs where all streams of a district end now, behind the checkpoint before, and announces it in the trail, in one transaction. Of two
 * processes that do so at once one is refused by the primary key, and its job tries again.
 * What was signed before and stands no longer, cut off or rewritten, is not signed anew: the former head stays, and keeps showing the fault.
 * @param publicKeys whose signatures count: the key's own, and those of former keys.
 */
export async function writeCheckpoint(
  db: Database,
  district: DistrictCode,
  key: SigningKey,
  publicKeys: PublicKeys,
  now: Temporal.Instant,
): Promise<{ readonly no: number; readonly hash: string }> {
  return await inTransaction(db, systemIn(district), async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx)
    const walk = walkCheckpoints(district, publicKeys)
    for await (const row of checkpointsOf(tx, district)) walk.take(row)
    const signed = walk.finish()

    const further = await headsBeyond(tx, district, signed.heads)
    const heads = new Map([...signed.heads, ...further])
    const no = signed.last.no + 1
    const content: Checkpoint = {
      at: now.toString(),
      count: heads.size,
      district,
      heads: listed(further),
      no,
      previous: signed.last.hash,
      root: rootOf(heads),
    }
    const sealed = canonical(content)
    const hash = hashOf(sealed)
    await tx
      .insertInto('checkpoint')
      .values({
        district_code: district,
        no,
        at: content.at,
        sealed,
        hash,
        signature: key.sign(sealed),
        key_id: key.id,
      })
      .execute()
    const stream = checkpointStream(district)
    await append(tx, { district, stream, actor: null, at: now }, await headOf(tx, district, stream), [
      { type: 'checkpointSigned', data: { no, hash } },
    ])
    return { no, hash }
  })
}

/** Heads of the streams that have grown since they were signed, and of new ones. */
async function headsBeyond(tx: Tx, district: DistrictCode, signed: Heads): Promise<Heads> {
  const rows = await tx
    .selectFrom('event')
    .distinctOn('stream')
    .where('district_code', '=', district)
    .select(['stream', 'version', 'hash'])
    .orderBy('stream')
    .orderBy('version', 'desc')
    .execute()
  const grown = rows.filter(({ stream, version }) => version > (signed.get(stream)?.version ?? 0))
  const known = grown.flatMap(({ stream }) => {
    const head = signed.get(stream)
    return head ? [{ stream, ...head }] : []
  })
  const rewritten = await rewrittenOf(tx, district, known)
  return new Map(
    grown
      .filter(({ stream }) => !rewritten.has(stream))
      .map(({ stream, version, hash }): [string, Head] => [stream, { version, hash }]),
  )
}

/** Streams in which a signed event no longer stands as it was signed. */
async function rewrittenOf(
  tx: Tx,
  district: DistrictCode,
  signed: readonly (Head & { readonly stream: string })[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ stream: string }>`
    select s.stream
      from unnest(${signed.map((s) => s.stream)}::text[], ${signed.map((s) => s.version)}::int[], ${signed.map((s) => s.hash)}::text[])
        as s (stream, version, hash)
      left join event e on e.district_code = ${district} and e.stream = s.stream and e.version = s.version
      where e.hash is distinct from s.hash`.execute(tx)
  return new Set(rows.map((row) => row.stream))
}
