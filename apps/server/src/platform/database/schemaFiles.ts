import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** One step of the schema, forward only: it lies in the folder of its capability and is numbered over all of them. */
export type SchemaFile = { readonly name: string; readonly text: string }

const sources = join(import.meta.dirname, '..', '..')

/** All steps in the order of their numbers, wherever they lie. */
export const schemaFiles = (): readonly SchemaFile[] =>
  globSync('**/schema/[0-9][0-9][0-9][0-9]-*.sql', { cwd: sources })
    .map((path) => ({ name: basename(path, '.sql'), text: readFileSync(join(sources, path), 'utf8') }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
