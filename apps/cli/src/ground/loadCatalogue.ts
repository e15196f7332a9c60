import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Catalogue, type Fault, readCatalogue } from '@kaigong/catalogue'
import { catalogueFiles, hashOf } from './catalogueFiles.ts'
import { checkedBefore } from './checkedBefore.ts'

/** The catalogue that this checkout brings. */
export const ownCatalogue = fileURLToPath(new URL('../../../../catalogue', import.meta.url))

/** The catalogue of a folder, checked; or its faults, in files named from where the command runs, so that an editor opens them. */
export async function loadCatalogue(folder: string): Promise<{ catalogue: Catalogue } | { faults: readonly Fault[] }> {
  const shown = folder === ownCatalogue ? relative(process.cwd(), folder) : folder
  const located = (faults: readonly Fault[]) => ({
    faults: faults.map((fault) => ({ ...fault, file: join(shown, fault.file) })),
  })
  const found = catalogueFiles(folder)
  if ('faults' in found) return located(found.faults)
  const hash = hashOf(found.files)
  const result = await checkedBefore('catalogues', hash, () => readCatalogue(found.files, hash))
  return 'faults' in result ? located(result.faults) : result
}
