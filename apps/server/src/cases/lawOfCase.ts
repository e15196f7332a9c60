import type { DistrictCode, EditionId } from '@kaigong/contract'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type CaseLaw, lawOf } from './law.ts'

type Of = { readonly edition_id: string; readonly matter: string; readonly variant: string | null }

/**
 * The law of a case: it keeps the edition in which it was opened, whichever is in force. Only the days off are those of the edition in force:
 * a notice for another year is no change of the law, and a list, which has one calendar for all its cases, counts like their pages.
 */
export async function lawOfCase(tx: Tx, catalogues: Catalogues, district: DistrictCode, row: Of): Promise<CaseLaw> {
  const edition = await catalogues.open(tx, district, row.edition_id as EditionId)
  const law = edition && lawOf(edition.ground, row.matter, row.variant)
  if (!law) throw new Error(`the edition of a case lacks its matter ${row.matter}`)
  const { ground } = await catalogues.inForce(tx, district)
  return { ...law, calendar: ground.calendar }
}
