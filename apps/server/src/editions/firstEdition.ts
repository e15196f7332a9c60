import { isoDate, publishedThrough, workCalendar } from '@kaigong/calendar'
import { type Catalogue, faultLine } from '@kaigong/catalogue'
import type { DistrictCode } from '@kaigong/contract'
import { editionIdOf, editionInForce, keepTexts } from '../platform/catalogue/store.ts'
import type { Tx } from '../platform/database/transaction.ts'
import { append, emptyHead } from '../platform/events/append.ts'
import type { Planning } from '../platform/planning/planning.ts'
import { catalogueOf } from './catalogueFolder.ts'

/** Until which day the published calendars reach, and until which the law was read: what every plan on it says. */
export const reachOfCatalogue = (catalogue: Catalogue) => ({
  calendar_through: isoDate(publishedThrough(workCalendar(catalogue.calendars))),
  law_checked_through: catalogue.edition.checkedThrough,
})

/** The first edition of a district: the catalogue that comes with the program. Does nothing where one is in force. */
export async function seedFirstEdition(
  tx: Tx,
  planning: Planning,
  district: DistrictCode,
  at: Temporal.Instant,
): Promise<void> {
  if (await editionInForce(tx, district)) return
  const files = catalogueOf(district)
  const id = editionIdOf(files)
  const read = await planning.readCatalogue({ id, files })
  if ('faults' in read)
    throw new Error(
      read.faults
        .slice(0, 5)
        .map((fault) => faultLine(fault, 'en'))
        .join('\n'),
    )
  await tx
    .insertInto('edition')
    .values({
      district_code: district,
      edition_id: id,
      version: 1,
      name: read.catalogue.edition.edition,
      status: 'inForce',
      cause: 'first',
      files: JSON.stringify(await keepTexts(tx, files)),
      based_on: null,
      ...reachOfCatalogue(read.catalogue),
      reason: null,
      proposed_by: null,
      proposed_at: at.toString(),
      adopted_at: at.toString(),
      trial: null,
    })
    .execute()
  await append(tx, { district, stream: `edition/${id}`, actor: null, at }, emptyHead, [
    { type: 'editionAdopted', data: { edition: id, cause: 'first' } },
  ])
}
