import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fault } from '@kaigong/catalogue'
import { hashOf } from './catalogueFiles.ts'

/** What a cache holds: the files whose text was found without fault before, as they were read, by the hash of that text. */
type Kind = 'catalogues' | 'projects'

type Faulty = { faults: readonly Fault[] }

const folder = fileURLToPath(new URL('../../../../node_modules/.cache/kaigong', import.meta.url))
/** As many as anybody goes back and forth between. */
const kept: Readonly<Record<Kind, number>> = { catalogues: 8, projects: 32 }

/**
 * What was read before from the same text by the same code, else what `read` makes of it now. Parsing and checking YAML takes longer
 * than computing a plan, and with it the libraries for both are never loaded. Only what has no fault is kept; a cache that
 * cannot be read or written is done without.
 */
export async function checkedBefore<T extends object>(
  kind: Kind,
  hash: string,
  read: () => Promise<T | Faulty>,
): Promise<T | Faulty> {
  const path = join(folder, kind, `${hash.slice(0, 32)}-${codeHash().slice(0, 16)}.json`)
  const found = parsed<T>(path)
  if (found !== undefined) return found
  const result = await read()
  if (!('faults' in result)) keep(kind, path, result)
  return result
}

/** What checks a file is part of what a checked file rests on. */
function codeHash(): string {
  const source = fileURLToPath(new URL('.', import.meta.resolve('@kaigong/catalogue')))
  return hashOf(
    readdirSync(source)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => ({ path: name, text: readFileSync(join(source, name), 'utf8') })),
  )
}

function parsed<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return undefined
  }
}

/** Written beside and moved into place, so that a second process never reads half of it; the oldest make room. */
function keep(kind: Kind, path: string, value: object): void {
  try {
    const own = join(folder, kind)
    mkdirSync(own, { recursive: true })
    const beside = `${path}.${process.pid}`
    writeFileSync(beside, JSON.stringify(value))
    renameSync(beside, path)
    readdirSync(own)
      .map((name) => ({ name, changed: statSync(join(own, name)).mtimeMs }))
      .sort((a, b) => b.changed - a.changed)
      .slice(kept[kind])
      .forEach(({ name }) => rmSync(join(own, name), { force: true }))
  } catch {
    // A read-only checkout plans just as well, only slower.
  }
}
