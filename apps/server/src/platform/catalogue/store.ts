import { createHash } from 'node:crypto'
import type { TextFile } from '@kaigong/catalogue'
import type { DistrictCode, EditionId } from '@kaigong/contract'
import type { Tx } from '../database/transaction.ts'
import type { EditionTexts } from '../planning/planning.ts'
import './tables.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Names an edition by what its files say: the same texts are the same edition, whoever hands them in. */
export function editionIdOf(files: readonly TextFile[]): EditionId {
  const hash = createHash('sha256')
  for (const { path, text } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex') as EditionId
}

/** Keeps the texts, each once however many editions hold it. @returns path -> hash */
export async function keepTexts(tx: Tx, files: readonly TextFile[]): Promise<Readonly<Record<string, string>>> {
  const rows = new Map(files.map(({ text }) => [sha256(text), text]))
  await tx
    .insertInto('catalogue_file')
    .values([...rows].map(([hash, text]) => ({ hash, text })))
    .onConflict((c) => c.column('hash').doNothing())
    .execute()
  return Object.fromEntries(files.map(({ path, text }) => [path, sha256(text)]))
}

/** The texts of an edition; undefined where the district has none such. */
export async function textsOf(tx: Tx, district: DistrictCode, id: EditionId): Promise<EditionTexts | undefined> {
  const edition = await tx
    .selectFrom('edition')
    .where('district_code', '=', district)
    .where('edition_id', '=', id)
    .select('files')
    .executeTakeFirst()
  if (!edition) return undefined
  const files = Object.entries(edition.files as Readonly<Record<string, string>>)
  const texts = await tx
    .selectFrom('catalogue_file')
    .where(
      'hash',
      'in',
      files.map(([, hash]) => hash),
    )
    .select(['hash', 'text'])
    .execute()
  const byHash = new Map(texts.map(({ hash, text }) => [hash, text]))
  return { id, files: files.map(([path, hash]) => ({ path, text: byHash.get(hash) ?? '' })) }
}

/** The edition on which new plans of a district rest. */
export async function editionInForce(tx: Tx, district: DistrictCode): Promise<EditionId | undefined> {
  const row = await tx
    .selectFrom('edition')
    .where('district_code', '=', district)
    .where('status', '=', 'inForce')
    .select('edition_id')
    .executeTakeFirst()
  return row?.edition_id as EditionId | undefined
}
