import type { Catalogue } from '../catalogue.ts'
import type { Condition } from '../condition.ts'
import { describeCondition, type Names } from '../describe.ts'
import { cite } from '../lawVersion.ts'
import type { Confidence, Text } from '../source.ts'

export type Lang = 'zh' | 'en'

type Statement = Parameters<typeof cite>[1] & { readonly inForce?: InForce | undefined }
type InForce = {
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly checkedThrough?: string | undefined
}

/** One statement as a reader reads it, with what it rests on. */
export type Entry = {
  /** What stands before it: `· `, `★ `, an indent, or nothing. */
  readonly lead: string
  readonly text: string
  /** The law with version and article, or the title of a page; null where the sentence states nothing of its own. */
  readonly basis: string | null
  readonly confidence: Confidence | null
}
export type Entries = readonly Entry[]
export type Section = { readonly title: string; readonly entries: Entries }
export type Sections = readonly Section[]

/** Says in one language what a catalogue says in data: for a terminal, a page or a printed guide. */
export type Teller = {
  readonly catalogue: Catalogue
  readonly say: (text: Text) => string
  readonly word: (zh: string, en: string) => string
  /** What is left of the parts, with the pause of a list between them. */
  readonly listed: (parts: readonly (string | undefined)[]) => string
  readonly condition: (condition: Condition) => string
  readonly matter: (id: string) => string
  /** The name of a kind of regional assessment, and of a special procedure. */
  readonly assessment: (id: string) => string
  readonly procedure: (id: string) => string
  /** `《城乡规划法》（2019）第38条`, for who shows the mark by itself. */
  readonly basis: (statement: Statement) => string
  /** `《城乡规划法》（2019）第38条 · A`, in the version of the statement's own time. */
  readonly source: (statement: Statement) => string
  /** A statement with what it rests on: an entry of a section. */
  readonly entry: (text: string, statement?: Statement, lead?: string) => Entries
  /** A heading with its entries; nothing where there are none. */
  readonly section: (title: string, entries: readonly Entries[]) => Sections
}

export function tellerOf(catalogue: Catalogue, lang: Lang): Teller {
  const laws = new Map(catalogue.laws.map((law) => [law.id, law]))
  const matters = new Map(catalogue.matters.map((matter) => [matter.id, matter]))
  const names: Names = {
    fact: (id) => catalogue.facts.find((fact) => fact.id === id),
    matter: (id) => matters.get(id)?.name,
    assessment: (id) => catalogue.assessments.find((type) => type.id === id)?.name,
  }
  const word = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const cited = (statement: Statement) =>
    cite(laws, statement, statement.inForce?.until ?? statement.inForce?.from ?? catalogue.edition.checkedThrough)
  return {
    catalogue,
    word,
    listed: (parts) => parts.filter((part) => part !== undefined && part !== '').join(word('；', '; ')),
    basis: (statement) => cited(statement).text[lang],
    source: (statement) => {
      const { text, confidence } = cited(statement)
      return `${text[lang]} · ${markOf(confidence, lang)}`
    },
    assessment: (id) => names.assessment(id)?.[lang] ?? id,
    procedure: (id) => catalogue.specialProcedures.find((kind) => kind.id === id)?.name[lang] ?? id,
    say: (text) => text[lang],
    condition: (condition) => describeCondition(condition, names)[lang],
    matter: (id) => `${id} ${matters.get(id)?.name[lang] ?? ''}`.trimEnd(),
    entry: (text, statement, lead = '· ') => {
      if (statement === undefined) return [{ lead, text, basis: null, confidence: null }]
      const basis = cited(statement)
      const told = [text, inForce(statement.inForce, lang)].filter((part) => part !== '').join(' ')
      return [{ lead, text: told, basis: basis.text[lang], confidence: basis.confidence }]
    },
    section: (title, entries) => (entries.length === 0 ? [] : [{ title, entries: entries.flat() }]),
  }
}

/** A confidence mark as it is shown: the letters of the domain text, and a word for what is only there for demonstration. */
export const markOf = (confidence: Confidence, lang: Lang): string =>
  confidence === 'synthetic' ? (lang === 'zh' ? '演示' : 'demo') : confidence

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
