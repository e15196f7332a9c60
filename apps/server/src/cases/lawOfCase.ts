import type { DistrictCode, EditionId } from '@kaigong/contract'
import type { Catalogues } from '../platform/catalogue/catalogues.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { type CaseLaw, lawOf } from './law.ts'

type Of = { readonly edition_id: string; readonly matter: string; readonly variant: string | null }

/**
 * The laws of cases of one district, each edition looked up once for all of them (see `lawOfCase`).
 * @returns the law of each of the rows that were handed in.
 */
export async function lawsOfCases<R extends Of>(
  tx: Tx,
  catalogues: Catalogues,
  district: DistrictCode,
  rows: readonly R[],
): Promise<(row: R) => CaseLaw> {
  const { ground } = await catalogues.inForce(tx, district)
  const editions = new Map<string, Awaited<ReturnType<Catalogues['open']>>>()
  for (const id of new Set(rows.map(({ edition_id }) => edition_id)))
    editions.set(id, await catalogues.open(tx, district, id as EditionId))
  return ({ edition_id, matter, variant }) => {
    const edition = editions.get(edition_id)
    const law = edition && lawOf(edition.ground, matter, variant)
    if (!law) throw new Error(`the edition of a case lacks its matter ${matter}`)
    return { ...law, calendar: ground.calendar }
  }
}

/**
 * The law of a case: it keeps the edition in which it was opened, whichever is in force. Only the days off are those of the edition in force:
 * a notice for another year is no change of the law, and a list, which has one calendar for all its cases, counts like their pages.
 */
export async function lawOfCase(tx: Tx, catalogues: Catalogues, district: DistrictCode, row: Of): Promise<CaseLaw> {
  return (await lawsOfCases(tx, catalogues, district, [row]))(row)
}
