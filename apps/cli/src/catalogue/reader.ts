import { type Catalogue, type Condition, cite, describeCondition, type Names } from '@kaigong/catalogue'
import type { Paint } from '../terminal/paint.ts'
import type { Lang, Text } from '../terminal/say.ts'
import { hanging, joint } from '../terminal/wrap.ts'

export type Lines = readonly string[]
type Statement = Parameters<typeof cite>[1] & { readonly inForce?: InForce | undefined }
type InForce = {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly checkedThrough?: string | undefined
}

/** A catalogue as one reader reads it. */
export type Reader = {
  readonly catalogue: Catalogue
  readonly lang: Lang
  readonly paint: Paint
  readonly say: (text: Text) => string
  readonly word: (zh: string, en: string) => string
  /** What is left of the parts, with the pause of a list between them. */
  readonly listed: (parts: readonly (string | undefined)[]) => string
  readonly condition: (condition: Condition) => string
  readonly matter: (id: string) => string
  /** The name of a kind of regional assessment, and of a special procedure. */
  readonly assessment: (id: string) => string
  readonly procedure: (id: string) => string
  /** `《城乡规划法》（2019）第38条 · A`, in the version of the statement's own time. */
  readonly source: (statement: Statement) => string
  /** A statement with what it rests on: an entry of a section. */
  readonly entry: (text: string, statement?: Statement, lead?: string) => Lines
  /** A heading with its entries; nothing where there are none. */
  readonly section: (title: string, entries: readonly Lines[]) => Lines
}

export function readerOf(catalogue: Catalogue, lang: Lang, paint: Paint, width: number): Reader {
  const laws = new Map(catalogue.laws.map((law) => [law.id, law]))
  const matters = new Map(catalogue.matters.map((matter) => [matter.id, matter]))
  const names: Names = {
    fact: (id) => catalogue.facts.find((fact) => fact.id === id),
    matter: (id) => matters.get(id)?.name,
    assessment: (id) => catalogue.assessments.find((type) => type.id === id)?.name,
  }
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const source: Reader['source'] = (statement) => {
    const day = statement.inForce?.until ?? statement.inForce?.from ?? catalogue.edition.checkedThrough
    const { text, confidence } = cite(laws, statement, day)
    return `${text[lang]}${joint}·${joint}${confidence === 'synthetic' ? word('演示', 'demo') : confidence}`
  }
  const listed: Reader['listed'] = (parts) =>
    parts.filter((part) => part !== undefined && part !== '').join(word('；', '; '))
  return {
    catalogue,
    lang,
    paint,
    word,
    listed,
    source,
    assessment: (id) => names.assessment(id)?.[lang] ?? id,
    procedure: (id) => catalogue.specialProcedures.find((kind) => kind.id === id)?.name[lang] ?? id,
    say: (text) => text[lang],
    condition: (condition) => describeCondition(condition, names)[lang],
    matter: (id) => `${id} ${matters.get(id)?.name[lang] ?? ''}`.trimEnd(),
    entry: (text, statement, lead = '· ') => {
      if (statement === undefined) return hanging(lead, text, width)
      const since = inForce(statement.inForce, lang)
      const cited = `${word('〔', '[')}${source(statement)}${word('〕', ']')}`
      return hanging(lead, [text, since, cited].filter((part) => part !== '').join(' '), width)
    },
    section: (title, entries) => (entries.length === 0 ? [] : ['', paint('head', title), ...entries.flat()]),
  }
}

/** `（2023-06-01 起）`, and until when anybody has read the law. */
function inForce(span: InForce | undefined, lang: Lang): string {
  if (span === undefined) return ''
  const { from, until, checkedThrough } = span
  const parts =
    lang === 'zh'
      ? [from && `${from} 起`, until && `${until} 止`, checkedThrough && `核对至 ${checkedThrough}`]
      : [from && `from ${from}`, until && `until ${until}`, checkedThrough && `checked through ${checkedThrough}`]
  const text = parts.filter((part) => part !== undefined).join(lang === 'zh' ? '，' : ', ')
  return text === '' ? '' : lang === 'zh' ? `（${text}）` : `(${text})`
}
