import type { DistrictCode, EditionId } from '@kaigong/contract'
import type { Ground } from '@kaigong/planner'
import type { Tx } from '../database/transaction.ts'
import type { EditionTexts } from '../planning/planning.ts'

/** A catalogue that was read and checked, with the ground that plans of the district stand on. */
export type OpenEdition = {
  readonly id: EditionId
  readonly ground: Ground
  /** What a planning thread reads, should it not know the edition yet. */
  readonly texts: EditionTexts
}

/** Editions of the catalogue, read once and kept while they are used. */
export type Catalogues = {
  /** The edition that new plans of a district rest on. */
  readonly inForce: (tx: Tx, district: DistrictCode) => Promise<OpenEdition>
  /** A given edition: a plan keeps the one its dates rest on. undefined where the district has none such. */
  readonly open: (tx: Tx, district: DistrictCode, edition: EditionId) => Promise<OpenEdition | undefined>
}
