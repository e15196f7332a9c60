import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Catalogue, type Fault, readCatalogue } from '@kaigong/catalogue'
import { catalogueFiles, hashOf } from './catalogueFiles.ts'

const checkout = fileURLToPath(new URL('../../../..', import.meta.url))

/** The catalogue that this checkout brings. */
export const ownCatalogue = join(checkout, 'catalogue')

/** Where checked catalogues are kept, by the hash of what they say and of the code that checked them. */
const cacheFolder = join(checkout, 'node_modules', '.cache', 'kaigong')

/**
 * The catalogue of a folder, checked. A catalogue that was checked before by the same code is read back from the cache: parsing and
 * checking its YAML takes longer than computing a plan. A cache that cannot be read or written is done without.
 */
export async function loadCatalogue(folder: string): Promise<{ catalogue: Catalogue } | { faults: readonly Fault[] }> {
  const files = catalogueFiles(folder)
  const hash = hashOf(files)
  const path = join(cacheFolder, `catalogue-${hash.slice(0, 24)}-${codeHash().slice(0, 12)}.json`)
  const cached = readCache(path)
  if (cached?.hash === hash) return { catalogue: cached }
  const result = await readCatalogue(files, hash)
  if ('catalogue' in result) writeCache(path, result.catalogue)
  return result
}

function codeHash(): string {
  const source = fileURLToPath(new URL('.', import.meta.resolve('@kaigong/catalogue')))
  return hashOf(sourceFiles(source))
}

function sourceFiles(folder: string) {
  return ['schemas', 'matter', 'edge', 'national', 'district', 'limit', 'condition', 'source', 'calendarFile', 'readCatalogue'].map((name) => ({
    path: name,
    text: readFileSync(join(folder, `${name}.ts`), 'utf8'),
  }))
}

function readCache(path: string): Catalogue | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Catalogue
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that a second process never reads half of it. */
function writeCache(path: string, catalogue: Catalogue): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const beside = `${path}.${process.pid}`
    writeFileSync(beside, JSON.stringify(catalogue))
    renameSync(beside, path)
  } catch {
    // A read-only checkout plans just as well, only slower.
  }
}
