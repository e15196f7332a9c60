import type { Catalogue } from './catalogue.ts'
import type { District } from './district.ts'
import type { Path } from './place.ts'
import type { KindOfId } from './unknownId.ts'

/** A district on the table: the first key of a path says in which of its files a fault lies. */
export type Desk = {
  readonly catalogue: Catalogue
  readonly district: District
  readonly tell: (path: readonly [keyof District, ...Path], zh: string, en: string) => void
  readonly leads: (
    path: readonly [keyof District, ...Path],
    kind: KindOfId,
    id: string,
    known: readonly string[],
  ) => void
}
