import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { TextFile } from '@kaigong/catalogue'

/** The catalogue that comes with the program: what a district starts from. */
const ownFolder = join(import.meta.dirname, '../../../../catalogue')

/** The texts of a district's first edition: the law, the calendars, and the district's own files. */
export const catalogueOf = (district: string): readonly TextFile[] =>
  ['national/**/*.yaml', 'calendars/*.yaml', `districts/${district}/*.yaml`]
    .flatMap((pattern) => globSync(pattern, { cwd: ownFolder }))
    .sort()
    .map((path) => ({ path: path.split(sep).join('/'), text: readFileSync(join(ownFolder, path), 'utf8') }))
