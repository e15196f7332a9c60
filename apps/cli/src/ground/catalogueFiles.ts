import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Fault, TextFile } from '@kaigong/catalogue'
import { readText } from './readText.ts'

/** All YAML files below a catalogue's folder, paths relative to it with `/`, in order. JSON Schemas and notes beside them are left out. */
export function catalogueFiles(folder: string): { files: readonly TextFile[] } | { faults: readonly Fault[] } {
  const read = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readText(path, relative(folder, path).split(sep).join('/')))
  const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []))
  return faults.length > 0 ? { faults } : { files: read.flatMap((one) => ('file' in one ? [one.file] : [])) }
}

/** Hash of what the files say, whatever folder they lie in. */
export function hashOf(files: readonly TextFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex')
}
