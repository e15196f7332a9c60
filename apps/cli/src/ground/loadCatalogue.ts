import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Catalogue, type Fault, readCatalogue } from '@kaigong/catalogue'
import { catalogueFiles, hashOf } from './catalogueFiles.ts'

const checkout = fileURLToPath(new URL('../../../..', import.meta.url))

/** The catalogue that this checkout brings. */
export const ownCatalogue = join(checkout, 'catalogue')

/** Where checked catalogues are kept, by the hash of what they say and of the code that checked them. */
const cacheFolder = join(checkout, 'node_modules', '.cache', 'kaigong', 'catalogues')
const keptInCache = 8

/**
 * The catalogue of a folder, checked. A catalogue that was checked before by the same code is read back from the cache: parsing and
 * checking its YAML takes longer than computing a plan. A cache that cannot be read or written is done without.
 */
export async function loadCatalogue(folder: string): Promise<{ catalogue: Catalogue } | { faults: readonly Fault[] }> {
  const found = catalogueFiles(folder)
  if ('faults' in found) return found
  const hash = hashOf(found.files)
  const path = join(cacheFolder, `${hash.slice(0, 24)}-${codeHash().slice(0, 12)}.json`)
  const cached = readCache(path)
  if (cached?.hash === hash) return { catalogue: cached }
  const result = await readCatalogue(found.files, hash)
  if ('catalogue' in result) writeCache(path, result.catalogue)
  return result
}

/** What checks a catalogue is part of what a checked catalogue rests on. */
function codeHash(): string {
  const source = fileURLToPath(new URL('.', import.meta.resolve('@kaigong/catalogue')))
  return hashOf(
    readdirSync(source)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ path: name, text: readFileSync(join(source, name), 'utf8') })),
  )
}

function readCache(path: string): Catalogue | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Catalogue
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that a second process never reads half of it; the oldest make room. */
function writeCache(path: string, catalogue: Catalogue): void {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const beside = `${path}.${process.pid}`
    writeFileSync(beside, JSON.stringify(catalogue))
    renameSync(beside, path)
    readdirSync(cacheFolder)
      .map((name) => ({ name, age: statSync(join(cacheFolder, name)).mtimeMs }))
      .sort((a, b) => b.age - a.age)
      .slice(keptInCache)
      .forEach(({ name }) => rmSync(join(cacheFolder, name), { force: true }))
  } catch {
    // A read-only checkout plans just as well, only slower.
  }
}
