import type { Catalogue } from '../catalogue.ts'
import type { Matter } from '../matter.ts'
import { factSections } from './factSections.ts'
import { limitText } from './limitText.ts'
import { matterHead, matterSections } from './matterSections.ts'
import { edgeEntries, gateSections } from './orderSections.ts'
import { type Entries, type Lang, type Sections, type Teller, tellerOf } from './teller.ts'

/** What a catalogue says, put into sentences of one language. */
export type Told = {
  readonly matter: (matter: Matter) => { readonly title: string; readonly about: string; readonly sections: Sections }
  readonly facts: () => Sections
  readonly gates: () => Sections
  readonly edges: () => Entries
  /** The ids of all matters with their names. */
  readonly matters: () => Entries
  /** The first limit of a matter in a line. */
  readonly limit: (matter: Matter) => string
  readonly basis: Teller['basis']
}

/** Tells a catalogue in words: the same words on a terminal, on a page and in a document. */
export function tell(catalogue: Catalogue, lang: Lang): Told {
  const teller = tellerOf(catalogue, lang)
  return {
    matter: (matter) => ({ ...matterHead(teller, matter), sections: matterSections(teller, matter) }),
    facts: () => factSections(teller),
    gates: () => gateSections(teller),
    edges: () => catalogue.edges.flatMap((edge) => edgeEntries(teller, edge)),
    matters: () => catalogue.matters.flatMap(({ id }) => teller.entry(teller.matter(id), undefined, '')),
    limit: (matter) =>
      matter.limits
        .slice(0, 1)
        .map((limit) => limitText(teller, limit))
        .join(''),
    basis: teller.basis,
  }
}
