import type { Law } from './national.ts'
import type { Confidence, Source, Text } from './source.ts'

/** A source as a reader wants it: 行政许可法（2019）42(1), with the version that was in force on the acceptance date. */
export type Citation = { readonly text: Text; readonly confidence: Confidence }

/** The version of a law in force on a day (ISO); undefined where none is registered for that day. */
export function versionOn(law: Law, day: string): Law['versions'][number] | undefined {
  return law.versions.find((v) => (v.effectiveFrom ?? '') <= day && day <= (v.effectiveTo ?? '9999-12-31'))
}

/** One source, or several joined, for a statement as of the acceptance date. */
export function cite(
  laws: ReadonlyMap<string, Law>,
  statement: { readonly source: Source | readonly Source[]; readonly confidence: Confidence },
  day: string,
): Citation {
  const texts = [statement.source].flat().map((s) => citeOne(laws, s, day))
  return {
    text: { zh: texts.map((t) => t.zh).join('；'), en: texts.map((t) => t.en).join('; ') },
    confidence: statement.confidence,
  }
}

function citeOne(laws: ReadonlyMap<string, Law>, source: Source, day: string): Text {
  if ('title' in source) {
    const tail = [source.by, source.year, source.article].filter((x) => x !== undefined).join(' ')
    const text = tail ? `${source.title}（${tail}）` : source.title
    return { zh: text, en: tail ? `${source.title} (${tail})` : source.title }
  }
  const law = laws.get(source.law)
  const version = law && versionOn(law, day)
  const name = version?.name ?? law?.name ?? { zh: source.law, en: source.law }
  const article = sayArticle(source.article)
  return {
    zh: `《${name.zh}》${version ? `（${version.version}）` : '（当日版本未登记）'}${article.zh}`,
    en: `${name.en}${version ? ` (${version.version})` : ' (no version registered for that day)'}${article.en}`,
  }
}

/** 第32(4)条, 第27、33条; an item of an annex (附件101) is no article. */
function sayArticle(article: string | undefined): Text {
  if (article === undefined) return { zh: '', en: '' }
  const [annex, item] = /^附件(.+)$/.exec(article) ?? []
  return annex === undefined
    ? { zh: `第${article}条`, en: `, art. ${article.replaceAll('、', ', ')}` }
    : { zh: `附件第${item}项`, en: `, annex, item ${item}` }
}
