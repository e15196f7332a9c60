import { createHash } from 'node:crypto'
import type { DistrictCode, OutOf, ProjectId, planContracts } from '@kaigong/contract'
import { inTransaction, systemIn, type Tx } from '../platform/database/transaction.ts'
import type { Deps } from '../platform/deps.ts'
import { type Refused, refuse } from '../platform/http/answer.ts'
import { type Doing, tellOfPlan } from './keep.ts'
import { documentOf, planRow } from './rows.ts'
import { daysOff, editionOf } from './view.ts'

type LinkView = OutOf<typeof planContracts.links>['items'][number]

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Makes a link to one version. The token names its district, since whoever holds it has signed in to none; only its hash is kept. */
export async function share(
  tx: Tx,
  { newId, newSecret }: Deps,
  doing: Doing,
  project: ProjectId,
  no: number,
  days: number,
): Promise<{ readonly link: LinkView; readonly token: string }> {
  const { district, actor, at } = doing
  const [id, secret] = [newId(), newSecret()]
  const expiresAt = at.add({ hours: days * 24 }).toString()
  await tx
    .insertInto('share_link')
    .values({
      district_code: district,
      link_id: id,
      project_id: project,
      no,
      token_hash: hashOf(secret),
      created_by: actor,
      created_at: at.toString(),
      expires_at: expiresAt,
      revoked_at: null,
    })
    .execute()
  await tellOfPlan(tx, doing, project, no, { type: 'planShared', data: { no, link: id, expiresAt } })
  const [link] = await linksOf(tx, district, project, id)
  if (!link) throw new Error('a link that was just made cannot be read')
  return { link, token: `${district}.${secret}` }
}

/** Links of a project, or one of them; the newest first. */
export async function linksOf(tx: Tx, district: DistrictCode, project: ProjectId, only?: string): Promise<LinkView[]> {
  const rows = await tx
    .selectFrom('share_link as l')
    .leftJoin('person as c', (j) =>
      j.onRef('c.district_code', '=', 'l.district_code').onRef('c.person_id', '=', 'l.created_by'),
    )
    .where('l.district_code', '=', district)
    .where('l.project_id', '=', project)
    .$if(only !== undefined, (q) => q.where('l.link_id', '=', only ?? ''))
    .select(['l.link_id', 'l.no', 'l.created_at', 'l.expires_at', 'l.revoked_at', 'l.opened', 'c.name as created_by'])
    .orderBy('l.created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.link_id,
    planNo: row.no,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    opened: row.opened,
  }))
}

/** Withdraws a link; one that was withdrawn before stays as it is. */
export async function revoke(tx: Tx, doing: Doing, project: ProjectId, link: string): Promise<Refused | undefined> {
  const { district, at } = doing
  const [found] = await linksOf(tx, district, project, link)
  if (!found) return refuse('request.notFound')
  const revoked = await tx
    .updateTable('share_link')
    .set({ revoked_at: at.toString() })
    .where('district_code', '=', district)
    .where('link_id', '=', link)
    .where('revoked_at', 'is', null)
    .returning('link_id')
    .executeTakeFirst()
  if (revoked)
    await tellOfPlan(tx, doing, project, found.planNo, { type: 'linkRevoked', data: { no: found.planNo, link } })
  return undefined
}

/** What somebody without an account sees by a token: the version that it was made for, as long as the link lasts. */
export async function openLink(
  { db, catalogues, now }: Deps,
  token: string,
): Promise<OutOf<typeof planContracts.shared> | Refused> {
  const [, code, secret] = /^(\d{6})\.([\w-]{20,})$/.exec(token) ?? []
  if (code === undefined || secret === undefined) return refuse('link.gone')
  const district = code as DistrictCode
  return await inTransaction(db, systemIn(district), async (tx) => {
    const link = await tx
      .updateTable('share_link')
      .set((e) => ({ opened: e('opened', '+', 1) }))
      .where('district_code', '=', district)
      .where('token_hash', '=', hashOf(secret))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now().toString())
      .returning(['project_id', 'no', 'expires_at'])
      .executeTakeFirst()
    const row = link && (await planRow(tx, district, link.project_id as ProjectId, link.no))
    if (!row) return refuse('link.gone')
    const { ground } = await editionOf(tx, catalogues, district, row)
    const plan = documentOf(row)
    return {
      plan,
      daysOff: daysOff(ground, plan),
      expiresAt: link.expires_at,
      status: row.status,
      synthetic: row.synthetic,
    }
  })
}
