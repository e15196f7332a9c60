import { type Catalogue, cite } from '@kaigong/catalogue'
import type { Lang } from '../terminal/say.ts'

type Statement = Parameters<typeof cite>[1]

/** A statement's source with its confidence, as the law stood when the catalogue was checked: `《城乡规划法》（2019）第38条 [A]`. */
export function cited(catalogue: Catalogue, statement: Statement, lang: Lang): string {
  const laws = new Map(catalogue.laws.map((l) => [l.id, l]))
  const from = (statement as { inForce?: { until?: string } }).inForce?.until
  const { text, confidence } = cite(laws, statement, from ?? catalogue.edition.checkedThrough)
  return `${text[lang]} [${confidence}]`
}
