import type { ImportPreview, Text } from '@kaigong/contract'
import { namesOfFields } from '../fieldNames.ts'
import type { Intended, Matched } from './match.ts'

/** A sheet of some hundred lines is shown whole, a longer one by its beginning. */
const SHOWN = 200

/** How many lines would do what. */
export const counted = (intended: readonly Intended[]) => {
  const count = (what: Intended['what']) => intended.filter((i) => i.what === what).length
  return { added: count('added'), changed: count('changed'), same: count('same') }
}

/** What an import would do, for the person who is about to ask for it, in their language. */
export function previewOf(
  uploadId: string,
  rows: number,
  { intended, faults, warnings }: Matched,
  lang: keyof Text,
): ImportPreview {
  return {
    uploadId,
    rows,
    ...counted(intended),
    faults: [...faults],
    warnings: [...warnings],
    sample: intended.slice(0, SHOWN).map(({ line, what, body, changes }) => ({
      row: line.row,
      name: body.identity.name,
      what,
      changes: what === 'added' ? [] : namesOfFields(changes).map((name) => name[lang]),
    })),
  }
}
