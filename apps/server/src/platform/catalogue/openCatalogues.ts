import type { DistrictCode, EditionId } from '@kaigong/contract'
import { prepare } from '@kaigong/planner'
import type { Tx } from '../database/transaction.ts'
import type { Planning } from '../planning/planning.ts'
import type { Catalogues, OpenEdition } from './catalogues.ts'
import { editionInForce, textsOf } from './store.ts'

/** How many editions are kept ready: the ones in force of a few districts, and some that older plans rest on. */
const KEPT = 12

/** Reads editions in the workers, once each, however many requests want one at the same moment. */
export function openCatalogues(planning: Planning): Catalogues {
  const kept = new Map<string, Promise<OpenEdition | undefined>>()
  const open: Catalogues['open'] = (tx, district, edition) => {
    const key = `${district} ${edition}`
    const known = kept.get(key) ?? read(tx, planning, district, edition)
    kept.delete(key)
    kept.set(key, known)
    // A reading that failed must not be remembered as the answer.
    known.then(
      (found) => found ?? kept.delete(key),
      () => kept.delete(key),
    )
    const [oldest] = kept.keys()
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    return known
  }
  return {
    open,
    inForce: async (tx, district) => {
      const id = await editionInForce(tx, district)
      const found = id && (await open(tx, district, id))
      if (!found) throw new Error(`no catalogue is in force in ${district}`)
      return found
    },
  }
}

async function read(
  tx: Tx,
  planning: Planning,
  district: DistrictCode,
  id: EditionId,
): Promise<OpenEdition | undefined> {
  const texts = await textsOf(tx, district, id)
  if (!texts) return undefined
  const result = await planning.readCatalogue(texts)
  if ('faults' in result) throw new Error(`edition ${id} can no longer be read`)
  const ground = prepare(result.catalogue, district)
  return ground && { id, ground, texts }
}
